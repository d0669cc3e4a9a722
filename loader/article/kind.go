package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"path"
	"strings"
)

// kind is how a source is cut into records.
type kind string

const (
	kindUnknown  kind = ""
	kindText     kind = "text"
	kindMarkdown kind = "markdown"
	kindHTML     kind = "html"
	kindLines    kind = "jsonl"
	kindCSV      kind = "csv"
	kindTSV      kind = "tsv"
	kindFeed     kind = "feed"
	kindZip      kind = "zip"
	kindGzip     kind = "gzip"
	kindOther    kind = "other" // known, and not read
)

// kindOf tells the kind by the file's extension.
func kindOf(name string) kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return kindText
	case ".md", ".markdown":
		return kindMarkdown
	case ".html", ".htm", ".xhtml":
		return kindHTML
	case ".jsonl", ".ndjson":
		return kindLines
	case ".csv":
		return kindCSV
	case ".tsv":
		return kindTSV
	case ".rss", ".atom", ".xml":
		return kindFeed
	case ".zip":
		return kindZip
	case ".gz":
		return kindGzip
	}
	return kindUnknown
}

// sniff tells the kind by what a source begins with.
func sniff(begin []byte) kind {
	text := bytes.TrimLeft(bytes.TrimPrefix(begin, []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := bytes.ToLower(text[:min(len(text), 512)])
	switch {
	case bytes.HasPrefix(begin, []byte("\x1f\x8b")):
		return kindGzip
	case bytes.HasPrefix(begin, []byte("PK\x03\x04")), bytes.HasPrefix(begin, []byte("PK\x05\x06")):
		return kindZip
	case bytes.HasPrefix(begin, []byte("%PDF")), bytes.HasPrefix(begin, []byte("\x89PNG")), bytes.HasPrefix(begin, []byte("\xff\xd8\xff")):
		return kindOther
	case bytes.HasPrefix(lower, []byte("{")):
		return kindLines
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return kindHTML
	case bytes.HasPrefix(lower, []byte("<rss")), bytes.HasPrefix(lower, []byte("<feed")), bytes.HasPrefix(lower, []byte("<rdf")):
		return kindFeed
	case bytes.HasPrefix(lower, []byte("<?xml")):
		if bytes.Contains(lower, []byte("<html")) {
			return kindHTML
		}
		return kindFeed
	}
	return kindText
}

// stream reads a source of any kind but a .zip on disk.
func (r *reader) stream(in input) error {
	buffered := bufio.NewReaderSize(in.r, detectBytes)
	begin, err := buffered.Peek(detectBytes)
	if len(begin) == 0 && err != nil {
		return r.reject(Origin{Source: in.name}, readFault(err, NoText))
	}
	in.r = buffered
	if in.kind == kindUnknown || in.kind == kindText && looksPacked(begin) {
		in.kind = sniff(begin)
	}
	switch in.kind {
	case kindGzip:
		return r.gzip(in, buffered)
	case kindZip:
		reason := fault{FormatUnsupported, "a .zip is read from a file, not from a stream"}
		if in.packed {
			reason = fault{ArchiveNested, "an archive inside an archive"}
		}
		return r.reject(Origin{Source: in.name}, &reason)
	case kindLines:
		return r.lines(in, buffered, begin)
	case kindCSV, kindTSV:
		return r.csv(in, buffered, begin)
	case kindOther:
		return r.reject(Origin{Source: in.name}, &fault{FormatUnsupported, "neither text, page, feed nor table"})
	}
	return r.whole(in)
}

func looksPacked(begin []byte) bool {
	k := sniff(begin)
	return k == kindGzip || k == kindZip || k == kindOther
}

// gzip reads what a .gz holds, as if the file were named without the ending.
func (r *reader) gzip(in input, src *bufio.Reader) error {
	if in.packed {
		return r.reject(Origin{Source: in.name}, &fault{ArchiveNested, "an archive inside an archive"})
	}
	counted := &counter{r: src}
	z, err := gzip.NewReader(counted)
	if err != nil {
		return r.reject(Origin{Source: in.name}, &fault{ArchiveBroken, "no gzip header"})
	}
	defer z.Close()
	inner := strings.TrimSuffix(in.name, path.Ext(in.name))
	return r.stream(input{
		name: in.name, kind: kindOf(inner), packed: true,
		r: &meter{r: z, packed: func() int64 { return counted.n }},
	})
}
