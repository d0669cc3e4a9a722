package article_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"citygraph/graph"
	"citygraph/loader/article"
)

// write puts a file into a folder of the test and returns its path.
func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// read returns the records of the sources and the reasons of those rejected, in order.
func read(t *testing.T, opts article.Options, sources ...string) ([]article.Article, []article.Reason) {
	t.Helper()
	var articles []article.Article
	var reasons []article.Reason
	for a, err := range article.Read(context.Background(), sources, opts) {
		var reject *article.RejectError
		switch {
		case errors.As(err, &reject):
			reasons = append(reasons, reject.Reason)
		case err != nil:
			t.Fatal(err)
		default:
			articles = append(articles, a)
		}
	}
	return articles, reasons
}

// content compares what was read, leaving out where it stood.
var content = cmpopts.IgnoreFields(article.Article{}, "Origin", "RawHash")

func TestFormats(t *testing.T) {
	tests := []struct {
		name, file, data string
		want             []article.Article
	}{
		{
			"text with header", "a.txt", "Twins at last\nsource: Echo\ndate: 2024-05-21\nurl: https://echo.example/a\n\nCork: a city.\n",
			[]article.Article{{Title: "Twins at last", Source: "Echo", Date: "2024-05-21", URL: "https://echo.example/a", Format: article.Text, Body: "\nCork: a city.\n"}},
		},
		{
			"text without header", "a.txt", "Twins at last\n\nCork: a city.",
			[]article.Article{{Title: "Twins at last", Format: article.Text, Body: "\nCork: a city."}},
		},
		{
			"text with a mark and Windows line ends", "a.txt", "\ufeffTwins\r\nlang: en\r\n\r\nCork.",
			[]article.Article{{Title: "Twins", Lang: "en", Format: article.Text, Body: "\nCork."}},
		},
		{
			"an address that is no web page is left out", "a.txt", "Twins\nurl: javascript:alert(1)\n\nCork.",
			[]article.Article{{Title: "Twins", Format: article.Text, Body: "\nCork."}},
		},
		{
			"markdown with front matter", "a.md", "---\ntitle: \"Twins\"\ndate: 2024/5/3\n---\nCork.",
			[]article.Article{{Title: "Twins", Date: "2024-05-03", Format: article.Markdown, Body: "Cork."}},
		},
		{
			"markdown with a heading", "a.md", "# Twins #\n\nCork.",
			[]article.Article{{Title: "Twins", Format: article.Markdown, Body: "\nCork."}},
		},
		{
			"json lines with a guessed mapping", "a.jsonl", `{"headline":"A","published_at":"2024-05-21T10:00:00Z","body":"Cork.","link":"http://e.example/1","source":{"name":"Echo"}}` + "\n\n" +
				`{"headline":"B","published_at":1716249600,"body":["One.","Two."]}`,
			[]article.Article{
				{Title: "A", Date: "2024-05-21", URL: "http://e.example/1", Source: "Echo", Format: article.Text, Body: "Cork."},
				{Title: "B", Date: "2024-05-21", Format: article.Text, Body: "One.\n\nTwo."},
			},
		},
		{
			"csv with line ends in quotes", "a.csv", "title,date,text\n\"A, b\",2024,\"One \"\"two\"\".\nThree.\"\nB,3 May 2024,Four.\n",
			[]article.Article{
				{Title: "A, b", Date: "2024", Format: article.Text, Body: "One \"two\".\nThree."},
				{Title: "B", Date: "2024-05-03", Format: article.Text, Body: "Four."},
			},
		},
		{
			"csv with semicolons and markup", "a.csv", "标题;正文\n友城;<p>科克。</p>\n",
			[]article.Article{{Title: "友城", Format: article.HTML, Body: "<p>科克。</p>"}},
		},
		{
			"rss", "a.rss", `<?xml version="1.0"?><rss version="2.0"><channel><title>Echo</title><language>en</language><item><title>A</title><link>https://e.example/a</link><pubDate>Tue, 21 May 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;Cork.&lt;/p&gt;</description></item></channel></rss>`,
			[]article.Article{{Title: "A", URL: "https://e.example/a", Source: "Echo", Lang: "en", Date: "2024-05-21", Format: article.HTML, Body: "<p>Cork.</p>"}},
		},
		{
			"atom", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><title>A</title><link href="https://e.example/a"/><published>2024-05-21T10:00:00Z</published><content>Cork.</content></entry></feed>`,
			[]article.Article{{Title: "A", URL: "https://e.example/a", Source: "Echo", Date: "2024-05-21", Format: article.Text, Body: "Cork."}},
		},
		{
			"an export gives its assertions alone", "a.jsonl", `{"assertion":{"article":{"id":"article:1"}}}` + "\n" + `{"node":{"id":"city:1"}}` + "\n" + `{"edge":{"id":"edge:1"}}` + "\n",
			[]article.Article{{Assertion: []byte(`{"article":{"id":"article:1"}}`)}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{}, write(t, tt.file, []byte(tt.data)))
			if diff := cmp.Diff(tt.want, got, content); diff != "" || len(rejected) > 0 {
				t.Errorf("rejected %v, articles (-want +got):\n%s", rejected, diff)
			}
		})
	}
}

func TestHTMLMetadata(t *testing.T) {
	page := func(head, body string) string {
		return `<!DOCTYPE html><html lang="ar"><head>` + head + `</head><body>` + body + `</body></html>`
	}
	tests := []struct {
		name, page string
		want       article.Article
	}{
		{
			"JSON-LD before all",
			page(`<title>A | Echo</title><meta property="og:title" content="B"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"C","datePublished":"2024-05-21T22:00:00+02:00","publisher":{"name":"Echo"}}]}</script>`, ""),
			article.Article{Title: "C", Date: "2024-05-21", Source: "Echo", Lang: "ar"},
		},
		{
			"OpenGraph",
			page(`<meta property="og:title" content="A &amp; B"><meta property="article:published_time" content="2024-05-21"><meta property="og:site_name" content="Echo"><link rel="canonical" href="https://e.example/a">`, ""),
			article.Article{Title: "A & B", Date: "2024-05-21", Source: "Echo", Lang: "ar", URL: "https://e.example/a"},
		},
		{
			"time element, heading and host",
			page(`<meta property="og:url" content="https://e.example/a">`, `<h1>A</h1><time datetime="2024-05-21">yesterday</time>`),
			article.Article{Title: "A", Date: "2024-05-21", Source: "e.example", Lang: "ar", URL: "https://e.example/a"},
		},
		{
			"a government portal",
			page(`<meta name="ArticleTitle" content="友城"><meta name="PubDate" content="2024-05-21 10:11"><meta name="ContentSource" content="外办">`, ""),
			article.Article{Title: "友城", Date: "2024-05-21", Source: "外办", Lang: "ar"},
		},
		{
			"broken JSON-LD is passed over",
			page(`<title>A</title><script type="application/ld+json">{"@type":</script>`, ""),
			article.Article{Title: "A", Lang: "ar"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{}, write(t, "a.html", []byte(tt.page)))
			tt.want.Format, tt.want.Body = article.HTML, tt.page
			if diff := cmp.Diff([]article.Article{tt.want}, got, content); diff != "" || len(rejected) > 0 {
				t.Errorf("rejected %v, articles (-want +got):\n%s", rejected, diff)
			}
		})
	}
}

func TestMappingIsToldAndTaken(t *testing.T) {
	path := write(t, "a.csv", []byte("title,headline,text,when\nno,yes,Cork.,2024\n"))
	var told article.Mapping
	got, _ := read(t, article.Options{
		Map:    map[string]string{"title": "headline", "date": "when"},
		Mapped: func(_ string, m article.Mapping) { told = m },
	}, path)
	want := article.Mapping{"title": "headline", "date": "when", "text": "text"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("mapping (-want +got):\n%s", diff)
	}
	if len(got) != 1 || got[0].Title != "yes" || got[0].Date != "2024" {
		t.Errorf("got %+v", got)
	}
}

func TestOriginAndRawHash(t *testing.T) {
	lines := []string{`{"title":"A","text":"One."}`, `{"title":"B","text":"Two."}`}
	path := write(t, "a.jsonl", []byte(lines[0]+"\r\n"+lines[1]+"\n"))
	got, _ := read(t, article.Options{}, path)
	if len(got) != 2 {
		t.Fatalf("got %d articles", len(got))
	}
	want := article.Origin{Source: path, Offset: int64(len(lines[0]) + 2), Record: 1}
	if diff := cmp.Diff(want, got[1].Origin); diff != "" {
		t.Errorf("origin (-want +got):\n%s", diff)
	}
	if got[1].RawHash != graph.ContentHash([]byte(lines[1])) {
		t.Errorf("raw hash %s", got[1].RawHash)
	}
}

func TestBadRecordsDoNotStopTheOthers(t *testing.T) {
	good := `{"title":"A","text":"One."}`
	path := write(t, "a.jsonl", []byte(strings.Join([]string{good, `{"title":`, `[1]`, "{\"title\":\"\xff\"}", `{"title":"�"}`, `{"other":1}`, good}, "\n")))
	got, reasons := read(t, article.Options{}, path)
	want := []article.Reason{article.JSONInvalid, article.JSONInvalid, article.EncodingInvalid, article.LossyText, article.NoText}
	if diff := cmp.Diff(want, reasons); diff != "" || len(got) != 2 {
		t.Errorf("%d articles, reasons (-want +got):\n%s", len(got), diff)
	}
}

func TestMissingSourceEndsReading(t *testing.T) {
	for _, source := range []string{"no-such-file.txt", "no-such-*.txt"} {
		var last error
		for _, err := range article.Read(context.Background(), []string{source}, article.Options{}) {
			last = err
		}
		if !errors.Is(last, graph.ErrNotFound) {
			t.Errorf("%s: got %v, want ErrNotFound", source, last)
		}
	}
}

func TestCancelledReadingEnds(t *testing.T) {
	path := write(t, "a.jsonl", []byte(strings.Repeat(`{"title":"A","text":"One."}`+"\n", 10)))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range article.Read(ctx, []string{path}, article.Options{}) {
		if n++; n == 3 {
			cancel()
		}
		last = err
	}
	if n != 4 || !errors.Is(last, context.Canceled) {
		t.Errorf("after %d records: %v", n, last)
	}
}

func TestStandardInput(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(`{"title":"A","text":"One."}`)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, data, title string
	}{
		{"text", "A\n\nOne.", "A"},
		{"json lines", `{"title":"A","text":"One."}`, "A"},
		{"packed json lines", packed.String(), "A"},
		{"page", "<!doctype html><title>A</title><p>One.", "A"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{Stdin: strings.NewReader(tt.data)}, "-")
			if len(got) != 1 || got[0].Title != tt.title {
				t.Errorf("got %+v, rejected %v", got, rejected)
			}
		})
	}
}

func TestFolderIsReadInOrderAndNotLeft(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	files := map[string]string{"b/2.txt": "B", "a.txt": "A", "b/1.txt": "C", "b/facts.json": "{}", ".hidden.txt": "H", ".git/x.txt": "X"}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	secret := filepath.Join(outside, "secret.txt")
	if err := os.WriteFile(secret, []byte("S"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "folder")); err != nil {
		t.Fatal(err)
	}
	var skipped []string
	got, rejected := read(t, article.Options{Skipped: func(s string) { skipped = append(skipped, filepath.Base(s)) }}, dir)
	var titles []string
	for _, a := range got {
		titles = append(titles, a.Title)
	}
	if diff := cmp.Diff([]string{"A", "C", "B"}, titles); diff != "" || len(rejected) > 0 {
		t.Errorf("rejected %v, titles (-want +got):\n%s", rejected, diff)
	}
	if diff := cmp.Diff([]string{".hidden.txt", "facts.json", "folder", "link.txt"}, skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
}

func TestArticleID(t *testing.T) {
	byURL := article.Article{URL: "https://e.example/a", Title: "A"}
	if byURL.ID() != (article.Article{URL: "https://e.example/a", Title: "B"}).ID() {
		t.Error("an address alone decides the id")
	}
	composed, decomposed := article.Article{Title: "Péronne"}, article.Article{Title: "Pe\u0301ronne"}
	if composed.ID() != decomposed.ID() {
		t.Error("the two forms of é give two ids")
	}
	if composed.ID() == (article.Article{Title: "Péronne", Date: "2024"}).ID() {
		t.Error("without an address the date belongs to the id")
	}
}
