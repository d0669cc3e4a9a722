package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
	"citygraph/loader/document"
	"citygraph/loader/lang"
)

func builder(t testing.TB) *document.Builder {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return document.New(packs)
}

func build(t *testing.T, in document.Input) graph.Document {
	t.Helper()
	doc, err := builder(t).Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// outline writes the blocks as "ZONE text", the sentences of a block apart by " ¦ ".
func outline(doc graph.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		var sentences []string
		for _, s := range b.Sentences {
			sentences = append(sentences, s.Of(doc.Article.Text))
		}
		out = append(out, string(b.Zone)+" "+strings.Join(sentences, " ¦ "))
	}
	return out
}

func TestTextIsLaidOut(t *testing.T) {
	doc := build(t, document.Input{Title: "Twins", Body: "\r\nCork and Shanghai signed.\r\n\r\n\r\nThe mayor came.\n"})
	if want := "Twins\n\nCork and Shanghai signed.\n\nThe mayor came."; doc.Article.Text != want {
		t.Errorf("got %q, want %q", doc.Article.Text, want)
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, lang, body string
		want             []string
	}{
		{"English", "en", "The U.S. envoy, Dr. J. Radich, paid $3.5 million. He left! “Did he?” she asked. Yes.", []string{
			"The U.S. envoy, Dr. J. Radich, paid $3.5 million.", "He left!", "“Did he?” she asked.", "Yes.",
		}},
		{"an address on the web", "en", "It is on www.cork.ie. The end was near… or not.", []string{"It is on www.cork.ie.", "The end was near… or not."}},
		{"Arabic", "ar", "زار د. أحمد المدينة في عام 3.5. هل عاد؟ نعم، قالت أ.ف.ب إنه عاد.", []string{"زار د. أحمد المدينة في عام 3.5.", "هل عاد؟", "نعم، قالت أ.ف.ب إنه عاد."}},
		{"Chinese", "zh", "市长说：“我们是朋友。”他今天访问了上海！两市签署了3.5亿元的协议。", []string{"市长说：“我们是朋友。”", "他今天访问了上海！", "两市签署了3.5亿元的协议。"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := build(t, document.Input{Lang: tt.lang, Body: tt.body})
			var got []string
			for _, s := range doc.Blocks[0].Sentences {
				got = append(got, s.Of(doc.Article.Text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	for _, over := range []int{0, 1} {
		doc := build(t, document.Input{Lang: "en", Body: strings.Repeat("a", graph.MaxSentenceBytes+over)})
		if got := len(doc.Blocks[0].Sentences); got != 1+over {
			t.Errorf("limit+%d: %d sentences", over, got)
		}
	}
}

func TestZones(t *testing.T) {
	tests := []struct {
		name string
		in   document.Input
		want []string
	}{
		{
			"byline, heading, list, caption and links",
			document.Input{Title: "Twins", Body: `By our reporter

Cork and Shanghai have signed a new agreement, the council said.

What it says

• exchange of students;
• a green corridor for ships.

Photo: the two mayors shake hands.

Read also
Street names: what changes for drivers
Where to watch the final`},
			[]string{
				"TITLE Twins", "BYLINE By our reporter", "BODY Cork and Shanghai have signed a new agreement, the council said.", "HEADING What it says",
				"LIST_ITEM • exchange of students;", "LIST_ITEM • a green corridor for ships.", "CAPTION Photo: the two mayors shake hands.",
				"LINK_BOX Read also", "LINK_BOX Street names: what changes for drivers", "LINK_BOX Where to watch the final",
			},
		},
		{
			"lines without marks are a list",
			document.Input{Title: "Partners", Body: "The city has three partners, each with its own committee of citizens.\n\nAmiens (France)\nLeeds (United Kingdom)\nXi'an (China)"},
			[]string{"TITLE Partners", "BODY The city has three partners, each with its own committee of citizens.", "LIST_ITEM Amiens (France)", "LIST_ITEM Leeds (United Kingdom)", "LIST_ITEM Xi'an (China)"},
		},
		{
			"lines at the head are a list, no byline",
			document.Input{Title: "Partners", Body: "Amiens (France)\nLeeds (United Kingdom)\nXi'an (China)\n\nThe city has three partners, each with its own committee of citizens."},
			[]string{"TITLE Partners", "LIST_ITEM Amiens (France)", "LIST_ITEM Leeds (United Kingdom)", "LIST_ITEM Xi'an (China)", "BODY The city has three partners, each with its own committee of citizens."},
		},
		{
			"table",
			document.Input{Title: "Partners", Body: "City\tCountry\tSince\nAmiens\tFrance\t1960"},
			[]string{"TITLE Partners", "TABLE_ROW City\tCountry\tSince", "TABLE_ROW Amiens\tFrance\t1960"},
		},
		{
			"wrapped at a column",
			document.Input{Title: "Twins", Body: "The mayor of Cork flew to Shanghai on Monday with a party\nof nine, among them two heads of schools and the manager\nof the port. They are to stay for a week, the city said\nin a note.\n\nNobody knows what the trip costs; the opposition asked\nfor the figures."},
			[]string{"TITLE Twins", "BODY The mayor of Cork flew to Shanghai on Monday with a party of nine, among them two heads of schools and the manager of the port. ¦ They are to stay for a week, the city said in a note.", "BODY Nobody knows what the trip costs; the opposition asked for the figures."},
		},
		{
			"markdown",
			document.Input{Title: "Twins", Format: document.Markdown, Body: "## The pact\n\nCork *and* [Shanghai](https://e.example) signed.\n\n> We are friends.\n\n- students\n- ships\n\n| City | Since |\n|---|---|\n| Amiens | 1960 |\n\n```\ncode\n```\n"},
			[]string{"TITLE Twins", "HEADING The pact", "BODY Cork and Shanghai signed.", "QUOTE We are friends.", "LIST_ITEM students", "LIST_ITEM ships", "TABLE_ROW City | Since", "TABLE_ROW Amiens | 1960"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outline(build(t, tt.in))); diff != "" {
				t.Errorf("outline (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDatelines(t *testing.T) {
	tests := map[string]string{
		"KYIV, May 13 (EastWire) - The council voted to end the tie with Moscow.": "KYIV, May 13 (EastWire) -",
		"SEOUL — The mayor left.": "SEOUL —",
		"القاهرة في 9 نوفمبر / وام / زار الوفد المدينة أمس.":    "القاهرة في 9 نوفمبر / وام /",
		"مقديشو (صونا) – وقّع المحافظ الاتفاقية أمس.":           "مقديشو (صونا) –",
		"新华社里约热内卢11月4日电（记者 罗岚）两市签署协议。":                          "新华社里约热内卢11月4日电（记者 罗岚）",
		"〔記者陳怡君/台北報導〕兩市簽署協定。":                                   "〔記者陳怡君/台北報導〕",
		"The mayor of Cork - a friend of Shanghai - came home.": "",
		"Cork is a city.": "",
	}
	for body, want := range tests {
		doc := build(t, document.Input{Title: "Twins", Body: body})
		if got := doc.Dateline.Of(doc.Article.Text); got != want {
			t.Errorf("%q: dateline %q, want %q", body, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	tests := []struct{ name, declared, body, want string }{
		{"English", "", "The city of Cork and the city of Shanghai have been twins for twenty years.", "en"},
		{"Arabic", "", "وقعت مدينة شنغهاي اتفاقية توأمة مع مدينة كورك في عام 2005 خلال زيارة قام بها العمدة إلى الصين.", "ar"},
		{"Simplified Chinese", "", "上海市和爱尔兰科克市在2005年结为友好城市，两市的交流不断发展。", "zh-Hans"},
		{"Traditional Chinese", "", "台北市與日本松山市在2014年簽訂友好交流協定，兩市的交流不斷發展。", "zh-Hant"},
		{"the text beats what is declared", "en", "上海市和爱尔兰科克市在2005年结为友好城市，两市的交流不断发展。", "zh-Hans"},
		{"what is declared settles a text of names", "ar", "شنغهاي، كورك، روتردام", "ar"},
		{"German has no pack", "", "Die Stadt Köln und die Stadt Peking haben eine Partnerschaft vereinbart, die in Kürze beginnt.", "und"},
		{"Persian is not Arabic", "", "شهردار تهران دیروز با شهردار استانبول دیدار کرد و دو شهر تفاهم‌نامه‌ای امضا کردند که به گسترش روابط کمک می‌کند.", "und"},
		{"Japanese is not Chinese", "zh", "横浜市と上海市は友好都市です。市長は来月、上海を訪問します。", "ja"},
		{"Korean", "", "부산시와 상하이시는 자매도시이다.", "ko"},
		{"numbers", "", "1 2 3", "und"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := build(t, document.Input{Lang: tt.declared, Body: tt.body}).Article.Lang; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestHTML(t *testing.T) {
	paragraph := func(s string) string { return "<p>" + strings.Repeat(s+" ", 4) + "</p>" }
	tests := []struct {
		name, page string
		has, lacks []string
	}{
		{
			"short Chinese paragraphs are kept",
			`<html><body><nav><a href="/">首页</a></nav><div class="article"><p>上海市与科克市结好。</p><p>市长来访。</p><p>两市签署协议。</p></div></body></html>`,
			[]string{"上海市与科克市结好。", "市长来访。", "两市签署协议。"},
			nil,
		},
		{
			"scripts and menus are left out",
			`<html><body><ul id="nav"><li><a href="/">Home</a></li></ul><article>` + paragraph("Cork and Shanghai signed an agreement, the council said on Monday.") + `<script>var x = "Dublin";</script></article><footer>About us</footer></body></html>`,
			[]string{"Cork and Shanghai signed"},
			[]string{"Dublin", "Home"},
		},
		{
			"a layout table holds paragraphs",
			`<html><body><table><tr><td><p>Cork and Shanghai signed.</p><p>The mayor came.</p></td></tr></table></body></html>`,
			[]string{"Cork and Shanghai signed.\n\nThe mayor came."},
			nil,
		},
		{"deeper than a parser allows", strings.Repeat("<div>", 600) + "<p>Cork and Shanghai signed.</p>", []string{"Cork and Shanghai signed."}, nil},
		{"entities and broken tags", "<p>Cork &amp; Shanghai <b>signed.<p>The mayor", []string{"Cork & Shanghai signed.\n\nThe mayor"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := build(t, document.Input{Format: document.HTML, Body: tt.page}).Article.Text
			for _, s := range tt.has {
				if !strings.Contains(text, s) {
					t.Errorf("%q is missing in %q", s, text)
				}
			}
			for _, s := range tt.lacks {
				if strings.Contains(text, s) {
					t.Errorf("%q stands in %q", s, text)
				}
			}
		})
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		in   document.Input
		want error
	}{
		{"nothing", document.Input{}, graph.ErrInvalid},
		{"markup alone", document.Input{Format: document.HTML, Body: "<p> <script>x</script>"}, graph.ErrInvalid},
		{"at the limit", document.Input{Body: strings.Repeat("a", graph.MaxArticleBytes)}, nil},
		{"past the limit", document.Input{Body: strings.Repeat("a", graph.MaxArticleBytes+1)}, graph.ErrLimit},
		{"past the limit once composed", document.Input{Body: strings.Repeat("\u0958", graph.MaxArticleBytes/3-1)}, graph.ErrLimit},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := builder(t).Build(tt.in); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestWitnessAndFingerprint(t *testing.T) {
	var long strings.Builder
	for i := range 300 {
		fmt.Fprintf(&long, "word%d joins line%d. ", i, i*7%31)
	}
	article := func(body string) graph.Article { return build(t, document.Input{Lang: "en", Body: body}).Article }
	base := article(long.String())
	if same := article(strings.ToUpper(strings.ReplaceAll(long.String(), ". ", " ;\n\n"))); same.Witness != base.Witness || same.Fingerprint != base.Fingerprint {
		t.Error("case, spacing and marks change witness or fingerprint")
	}
	edited := article("Update. " + long.String())
	if edited.Witness == base.Witness {
		t.Error("an edited text has the same witness")
	}
	sentences := strings.SplitAfter(long.String(), ". ")
	for name, c := range map[string]struct {
		text string
		copy bool
	}{
		"with a word added":          {"Update. " + long.String(), true},
		"cut to half":                {strings.Join(sentences[:len(sentences)/2], ""), true},
		"without its beginning":      {strings.Join(sentences[len(sentences)/3:], ""), true},
		"every tenth word changed":   {strings.NewReplacer("line3.", "row3.", "line7.", "row7.", "line9.", "row9.").Replace(long.String()), true},
		"with an introduction":       {strings.Repeat("Something else was said before by others who had heard of it. ", 3) + long.String(), true},
		"another text":               {strings.ReplaceAll(long.String(), "joins", "leaves"), false},
		"a quote of it in a new one": {strings.Join(sentences[:30], "") + strings.ReplaceAll(strings.Join(sentences[30:], ""), "joins", "leaves"), false},
	} {
		got := graph.Resemblance(graph.FingerprintValues(base.Fingerprint), graph.FingerprintValues(article(c.text).Fingerprint))
		if (got >= 1.0/3) != c.copy {
			t.Errorf("%s: resemblance %.2f", name, got)
		}
	}
	if short := article("Cork and Shanghai signed."); short.Fingerprint != "" {
		t.Errorf("a short text has the fingerprint %q", short.Fingerprint)
	}
}

// FuzzBuild holds for any valid UTF-8: blocks and sentences lie in the text, in order, on rune
// boundaries, and the text is NFC.
func FuzzBuild(f *testing.F) {
	for _, body := range []string{"Cork. Dr. A. B.\n\n• x\n• y", "مدينة؟ نعم.", "上海。“好！”他说", "a\u0301\u0301.\u200f b", "<p>Cork<br>x</p><ul><li>a", "# a\n\n| b | c |\n|-|-|\n| d | e |"} {
		for format := range 3 {
			f.Add("Title", body, format)
		}
	}
	b := builder(f)
	f.Fuzz(func(t *testing.T, title, body string, format int) {
		if !utf8.ValidString(title) || !utf8.ValidString(body) || format < 0 || format > 2 {
			t.Skip("not an article")
		}
		in := document.Input{Title: title, Body: body, Format: []document.Format{document.Text, document.Markdown, document.HTML}[format]}
		doc, err := b.Build(in)
		if err != nil {
			return
		}
		text := doc.Article.Text
		if !norm.NFC.IsNormalString(text) || strings.TrimFunc(text, unicode.IsSpace) != text {
			t.Errorf("text is not NFC or not trimmed: %q", text)
		}
		at := 0
		for i, block := range doc.Blocks {
			if block.Span.Start < at || block.Span.Len() == 0 || !onRunes(text, block.Span) {
				t.Fatalf("block %d at %v after %d", i, block.Span, at)
			}
			at = block.Span.Start
			for _, s := range block.Sentences {
				if s.Start < at || s.Len() == 0 || !block.Span.Covers(s) || !onRunes(text, s) {
					t.Fatalf("sentence %v of block %v after %d", s, block.Span, at)
				}
				at = s.End
			}
			at = block.Span.End
		}
		if !onRunes(text, doc.Dateline) {
			t.Errorf("dateline %v", doc.Dateline)
		}
		again, err := b.Build(in)
		if diff := cmp.Diff(doc, again); err != nil || diff != "" {
			t.Errorf("built again (-first +second): %v\n%s", err, diff)
		}
	})
}

func onRunes(text string, s graph.Span) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) && utf8.ValidString(s.Of(text)) &&
		(s.End == len(text) || utf8.RuneStart(text[s.End]))
}
