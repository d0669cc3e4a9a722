package article_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/loader/article"
)

// entry is a file to be put into an archive.
type entry struct{ name, data string }

func zipped(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.CreateRaw(&zip.FileHeader{Name: e.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(e.data)), CompressedSize64: uint64(len(e.data)), UncompressedSize64: uint64(len(e.data))})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// text is an article's file of exactly n bytes that does not compress to nothing: its lines
// come again only after more than gzip looks back on.
func text(n int) string {
	var block strings.Builder
	for i := 0; block.Len() < 128<<10; i++ {
		fmt.Fprintf(&block, "%d %d cork\n", i*7919, i*i*104729)
	}
	return ("Title\n\n" + strings.Repeat(block.String(), n/block.Len()+1))[:n]
}

// nested is a feed whose title stands depth elements deep.
func nested(depth int) string {
	inner := depth - 3 // rss, channel, item
	return `<rss version="2.0"><channel><item><title>A</title>` + strings.Repeat("<x>", inner) + strings.Repeat("</x>", inner) + `</item></channel></rss>`
}

func TestLimits(t *testing.T) {
	line := func(n int) string {
		head, tail := `{"title":"A","text":"`, `"}`
		return head + strings.Repeat("x", n-len(head)-len(tail)) + tail
	}
	row := func(n int) string { return "title,text\nA," + strings.Repeat("x", n-2) + "\n" }
	page := func(nodes int) string { return "<p>" + strings.Repeat("<b>", nodes-2) + "A" }
	columns := func(n int) string {
		return "title" + strings.Repeat(",x", n-1) + "\nA" + strings.Repeat(",", n-1) + "\n"
	}
	tests := []struct {
		name, file string
		make       func(over int) []byte
		want       article.Reason
	}{
		{"MaxRaw", "a.txt", func(over int) []byte { return []byte(text(article.MaxRaw + over)) }, article.TooLarge},
		{"MaxDecompressed", "a.txt.gz", func(over int) []byte { return gzipped(t, []byte(text(article.MaxDecompressed+over))) }, article.TooLarge},
		{"MaxLine of JSON Lines", "a.jsonl", func(over int) []byte { return []byte(line(article.MaxLine + over)) }, article.LineTooLong},
		{"MaxLine of CSV", "a.csv", func(over int) []byte { return []byte(row(article.MaxLine - 1 + over)) }, article.LineTooLong},
		{"MaxColumns", "a.csv", func(over int) []byte { return []byte(columns(article.MaxColumns + over)) }, article.CSVInvalid},
		{"MaxXMLDepth", "a.rss", func(over int) []byte { return []byte(nested(article.MaxXMLDepth + over)) }, article.TooDeep},
		{"MaxHTMLNodes", "a.html", func(over int) []byte { return []byte(page(article.MaxHTMLNodes + over)) }, article.TooManyNodes},
		{"MaxFieldBytes", "a.txt", func(over int) []byte { return []byte(strings.Repeat("x", article.MaxFieldBytes+over) + "\n\nA") }, article.TooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{}, write(t, tt.file, tt.make(0)))
			if len(got) != 1 || len(rejected) != 0 {
				t.Errorf("at the limit: %d articles, rejected %v", len(got), rejected)
			}
			got, rejected = read(t, article.Options{}, write(t, tt.file, tt.make(1)))
			if len(got) != 0 || !cmp.Equal(rejected, []article.Reason{tt.want}) {
				t.Errorf("past the limit: %d articles, rejected %v", len(got), rejected)
			}
		})
	}
}

func TestArchiveEntries(t *testing.T) {
	entries := make([]entry, article.MaxArchiveEntries+1)
	for i := range entries {
		entries[i] = entry{fmt.Sprintf("%d.txt", i), "A"}
	}
	got, rejected := read(t, article.Options{}, write(t, "a.zip", zipped(t, entries[:article.MaxArchiveEntries]...)))
	if len(got) != article.MaxArchiveEntries || len(rejected) != 0 {
		t.Errorf("at the limit: %d articles, rejected %v", len(got), rejected)
	}
	got, rejected = read(t, article.Options{}, write(t, "a.zip", zipped(t, entries...)))
	if len(got) != article.MaxArchiveEntries || !cmp.Equal(rejected, []article.Reason{article.ArchiveEntries}) {
		t.Errorf("past the limit: %d articles, rejected %v", len(got), rejected)
	}
}

// deflated is an archive with one file of n equal bytes, which packs about 1000 to 1.
func deflated(t *testing.T, name string, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(bytes.Repeat([]byte("a"), n)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchiveBombs(t *testing.T) {
	tests := []struct {
		name, file string
		data       []byte
		want       []article.Reason
	}{
		{"a small file may pack well", "a.zip", deflated(t, "a.jsonl", article.MaxRatioGrace), []article.Reason{article.JSONInvalid}},
		{"a large one may not", "a.zip", deflated(t, "a.jsonl", article.MaxRatioGrace+1), []article.Reason{article.ArchiveRatio}},
		{"nor in gzip", "a.jsonl.gz", gzipped(t, bytes.Repeat([]byte("a"), 64<<20)), []article.Reason{article.ArchiveRatio}},
		{"nested zip", "a.zip", zipped(t, entry{"b.zip", string(zipped(t, entry{"c.txt", "C"}))}), []article.Reason{article.ArchiveNested}},
		{"nested zip under a false name", "a.zip", zipped(t, entry{"b.txt", string(zipped(t, entry{"c.txt", "C"}))}), []article.Reason{article.ArchiveNested}},
		{"gzip in gzip", "a.gz", gzipped(t, gzipped(t, []byte("A"))), []article.Reason{article.ArchiveNested}},
		{"cut gzip", "a.txt.gz", gzipped(t, []byte(text(1000)))[:200], []article.Reason{article.ArchiveBroken}},
		{"no gzip", "a.txt.gz", []byte("A"), []article.Reason{article.ArchiveBroken}},
		{"no zip", "a.zip", []byte("A"), []article.Reason{article.ArchiveBroken}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{}, write(t, tt.file, tt.data))
			if len(got) != 0 || !cmp.Equal(rejected, tt.want) {
				t.Errorf("got %d articles, rejected %v, want %v", len(got), rejected, tt.want)
			}
		})
	}
}

func TestArchiveNames(t *testing.T) {
	for _, name := range []string{"../a.txt", "/a.txt", "a/../../b.txt", `..\a.txt`, `C:\a.txt`, "c:a.txt", "a\x00.txt", "//a.txt", "./../a.txt"} {
		got, rejected := read(t, article.Options{}, write(t, "a.zip", zipped(t, entry{name, "A"}, entry{"good.txt", "B"})))
		if len(got) != 1 || got[0].Title != "B" || !cmp.Equal(rejected, []article.Reason{article.ArchiveName}) {
			t.Errorf("%q: got %+v, rejected %v", name, got, rejected)
		}
	}
}

func TestFeedsThatHarm(t *testing.T) {
	tests := []struct{ name, data string }{
		{"entity bomb", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>`},
		{"external entity", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>`},
		{"broken", `<rss version="2.0"><channel><item><title>A<`},
		{"no feed", `<?xml version="1.0"?><x><item>A</item></x>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, rejected := read(t, article.Options{}, write(t, "a.rss", []byte(tt.data)))
			if len(got) != 0 || !cmp.Equal(rejected, []article.Reason{article.XMLInvalid}) {
				t.Errorf("got %+v, rejected %v", got, rejected)
			}
		})
	}
}

// endless is one line that never ends until n bytes are read.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := int(min(e.left, int64(len(p))))
	for i := range p[:n] {
		p[i] = 'a'
	}
	e.left -= int64(n)
	return n, nil
}

func TestHugeLineIsPassedOver(t *testing.T) {
	const size = 256 << 20
	in := io.MultiReader(strings.NewReader(`{"title":"A"}`+"\n{"), &endless{left: size}, strings.NewReader("\n"+`{"title":"B"}`))
	got, rejected := read(t, article.Options{Stdin: in}, "-")
	if len(got) != 2 || got[1].Title != "B" || !cmp.Equal(rejected, []article.Reason{article.LineTooLong}) {
		t.Fatalf("got %+v, rejected %v", got, rejected)
	}
	if want := int64(len(`{"title":"A"}`) + 1 + 1 + size + 1); got[1].Origin.Offset != want {
		t.Errorf("offset %d, want %d", got[1].Origin.Offset, want)
	}
}
