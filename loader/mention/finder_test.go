package mention_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/lang"
	"citygraph/loader/mention"
	"github.com/google/go-cmp/cmp"
)

// names is a lexicon of a few places: name to entity id, "?" before an id for a name that needs
// a cue.
type names map[string]graph.EntityID

func (n names) Names(text *namekey.Text, at int, ends func(int) bool) (found []graph.Mention) {
	for _, name := range slices.Sorted(maps.Keys(n)) {
		if !strings.HasPrefix(text.Fold[at:], namekey.Fold(name)) || !ends(at+len(namekey.Fold(name))) {
			continue
		}
		id, weak := strings.CutPrefix(string(n[name]), "?")
		c := graph.Candidate{ID: graph.EntityID(id), Score: 0.8, Cue: weak}
		span := graph.Span{Start: at, End: at + len(namekey.Fold(name))}
		found = append(found, graph.Mention{Type: graph.MentionPlace, Span: span, Candidates: []graph.Candidate{c}})
	}
	return found
}

func lexicon() names {
	return names{
		"Cork": "city:1", "Hamburg": "city:2", "Rotterdam": "city:3", "London": "city:4", "Reading": "?city:5",
		"Ireland": "country:IE", "Japan": "country:JP", "روتردام": "city:3", "لندن": "city:4", "كورك": "city:1",
		"أيرلندا": "country:IE", "重庆": "city:6", "大阪": "city:7", "大阪市": "city:7", "日本": "country:JP", "上海": "city:8", "沪": "?city:8",
		"Jules": "city:9", "园林": "city:10", "园林市": "city:10",
	}
}

func newFinder(t testing.TB) *mention.Finder {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	f, err := mention.New(packs, lexicon())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// document makes a document of one block, cut into sentences at full stops.
func document(tag, date, text string) graph.Document {
	doc := graph.Document{Article: graph.Article{Lang: tag, Date: date, Text: text}}
	b := graph.Block{Zone: graph.ZoneBody, Span: graph.Span{End: len(text)}}
	start := 0
	for i, r := range text {
		if r == '。' || r == '.' && i > 3 && (i+1 == len(text) || text[i+1] == ' ') {
			end := i + len(string(r))
			b.Sentences = append(b.Sentences, graph.Span{Start: start, End: end})
			start = end
		}
	}
	if start < len(text) {
		b.Sentences = append(b.Sentences, graph.Span{Start: start, End: len(text)})
	}
	doc.Blocks = []graph.Block{b}
	return doc
}

// listed writes mentions the way examples do: "TYPE surface", and with a date's value.
func listed(doc graph.Document, found []graph.Mention) []string {
	var out []string
	for _, m := range found {
		line := fmt.Sprintf("%s %s", m.Type, m.Span.Of(doc.Article.Text))
		out = append(out, line)
		if !m.Date.IsZero() {
			out = append(out, line+" = "+m.Date.Value)
		}
	}
	return out
}

func TestPackExamples(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	f := newFinder(t)
	for tag, p := range packs {
		for _, e := range append(slices.Clone(p.Names.Examples), p.Dates.Examples...) {
			t.Run(tag+"/"+e.Text[:min(len(e.Text), 24)], func(t *testing.T) {
				doc := document(tag, e.Date, e.Text)
				found, _ := f.Find(doc)
				got := listed(doc, found)
				for _, want := range e.Yes {
					if !slices.Contains(got, want) {
						t.Errorf("no %q among %q", want, got)
					}
				}
				for _, not := range e.No {
					if slices.Contains(got, not) {
						t.Errorf("%q must not be found", not)
					}
				}
			})
		}
	}
}

func TestFind(t *testing.T) {
	tests := map[string]struct {
		tag, text string
		types     []graph.MentionType
		want      []string
	}{
		"a clitic comes off a known name only":  {"ar", "وصل الوفد إلى كورك ولندن", []graph.MentionType{graph.MentionPlace}, []string{"PLACE كورك", "PLACE لندن"}},
		"an office yields its place":            {"zh", "大阪市长吉村洋文来了", []graph.MentionType{graph.MentionPlace, graph.MentionPerson, graph.MentionOffice}, []string{"PLACE 大阪", "OFFICE 市长", "PERSON 吉村洋文"}},
		"one character needs a verb":            {"zh", "代表团访沪，沪上", []graph.MentionType{graph.MentionPlace}, []string{"PLACE 沪"}},
		"a piece of a glossed name":             {"zh", "朱利斯·莱迪（Jules Radich）到访", []graph.MentionType{graph.MentionPlace}, nil},
		"a foreign name that opens with a word": {"zh", "大阪市长若尔特·帕瓦到访", []graph.MentionType{graph.MentionPerson}, []string{"PERSON 若尔特·帕瓦"}},
		"a date ends a foreign name":            {"zh", "大阪市长雅各布·本斯高于5月3日到访", []graph.MentionType{graph.MentionPerson}, []string{"PERSON 雅各布·本斯高"}},
		"a stated place without its noun":       {"zh", "大阪与奥胡斯市结好。他从奥胡斯来", []graph.MentionType{graph.MentionPlace}, []string{"PLACE 大阪", "PLACE 奥胡斯市", "PLACE 奥胡斯"}},
		"no part of a longer foreign name":      {"zh", "大阪与奥胡斯市结好。马奥胡斯尔来", []graph.MentionType{graph.MentionPlace}, []string{"PLACE 大阪", "PLACE 奥胡斯市"}},
		"a verb ends a name before a society":   {"zh", "大阪市委书记彭佳学会见客人", []graph.MentionType{graph.MentionInstitution}, nil},
		"a word of the domain is no town":       {"zh", "上海的园林由工匠建造", []graph.MentionType{graph.MentionPlace}, []string{"PLACE 上海"}},
		"save with the noun of one":             {"zh", "代表团到访园林市", []graph.MentionType{graph.MentionPlace}, []string{"PLACE 园林市"}},
		"a word needs a cue":                    {"en", "Reading is fun", []graph.MentionType{graph.MentionPlace}, nil},
		"a word with a cue":                     {"en", "They met in Reading", []graph.MentionType{graph.MentionPlace}, []string{"PLACE Reading"}},
		"a place inside a body is no mention":   {"en", "The Port of Hamburg signed", []graph.MentionType{graph.MentionPlace, graph.MentionInstitution}, []string{"INSTITUTION Port of Hamburg"}},
		"short forms after the full name":       {"en", "Mayor Anna Berg came. Berg spoke", []graph.MentionType{graph.MentionPerson}, []string{"PERSON Anna Berg", "PERSON Berg"}},
		"two holders of one plural office":      {"en", "Mayors Anna Berg and Paul Stone met", []graph.MentionType{graph.MentionPerson}, []string{"PERSON Anna Berg", "PERSON Paul Stone"}},
		"counts":                                {"en", "It has 11,000 guests and twenty-two twins", []graph.MentionType{graph.MentionNumber}, []string{"NUMBER 11,000", "NUMBER twenty-two"}},
		"an acronym that the capitals spell":    {"en", "The Global Parliament of Mayors (GPM) met. GPM spoke", []graph.MentionType{graph.MentionInstitution}, []string{"INSTITUTION Global Parliament of Mayors", "INSTITUTION GPM", "INSTITUTION GPM"}},
	}
	f := newFinder(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc := document(tt.tag, "2024-12-04", tt.text)
			found, _ := f.Find(doc)
			found = slices.DeleteFunc(found, func(m graph.Mention) bool { return m.Definite || !slices.Contains(tt.types, m.Type) })
			if diff := cmp.Diff(tt.want, listed(doc, found)); diff != "" {
				t.Errorf("mentions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindDates(t *testing.T) {
	tests := []struct{ tag, text, want string }{
		{"en", "on 21 May 2024", "2024-05-21"},
		{"en", "on May 21, 2024", "2024-05-21"},
		{"en", "in October last year", "2023-10"},
		{"en", "last Friday", "2024-11-29"},
		{"en", "three years ago", "2021"},
		{"zh", "上月3日", "2024-11-03"},
		{"zh", "1982年8月5日", "1982-08-05"},
		{"ar", "في كانون الأول 2013", "2013-12"},
		{"ar", "في جويلية 2019", "2019-07"},
		{"ar", "يوم 23 أيار/مايو الماضي", "2024-05-23"},
		{"ar", "في دجنبر 2016", "2016-12"},
		{"ar", "قبل ثلاث سنوات", "2021"},
		{"ar", "في السابع والعشرين من أكتوبر 1969", "1969-10-27"},
	}
	f := newFinder(t)
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			found, _ := f.Find(document(tt.tag, "2024-12-04", tt.text))
			var got []string
			for _, m := range found {
				if m.Type == graph.MentionDate {
					got = append(got, m.Date.Value)
				}
			}
			if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
				t.Errorf("dates (-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("en", "Mayor Anna Berg of Cork (GPM) on 5 May 2024. The two cities met, 11,000 strong.")
	f.Add("ar", "وقّع عمدة روتردام أحمد أبو طالب ولندن، في ٢٦ نيسان ٢٠٠٩. «ميناء» الجانبان")
	f.Add("zh", "大阪市長吉村洋文（右）與史蒂芬·曼德爾在滬簽署。去年10月，兩市")
	f.Add("en", "e\u0301 (\u200f)'s-\u0640")
	finder := newFinder(f)
	f.Fuzz(func(t *testing.T, tag, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := document(tag, "2024-12-04", text)
		found, _ := finder.Find(doc)
		for i, m := range found {
			s := doc.Blocks[m.Block].Sentences[m.Sentence]
			if !s.Covers(m.Span) || m.Span.Len() == 0 {
				t.Fatalf("mention %v of %q outside its sentence %v", m.Span, text, s)
			}
			if strings.ToValidUTF8(m.Span.Of(text), "") != m.Span.Of(text) {
				t.Fatalf("mention %v of %q cuts a character", m.Span, text)
			}
			if i > 0 && found[i-1].Span.Start > m.Span.Start {
				t.Fatalf("mentions of %q out of order", text)
			}
		}
	})
}
