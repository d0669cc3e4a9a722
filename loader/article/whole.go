package article

import (
	"citygraph/graph"
)

// whole reads a source that is one article, or one feed.
func (r *reader) whole(in input) error {
	limit := in.maxArticle()
	if in.kind == kindFeed {
		limit = MaxDecompressed
	}
	raw, f := readAll(in.r, limit)
	a := Article{Origin: Origin{Source: in.name}, RawHash: graph.ContentHash(raw)}
	if f != nil {
		return r.emit(a, f)
	}
	if in.kind == kindFeed {
		return r.feed(in, raw)
	}
	declared := ""
	if in.kind == kindHTML {
		declared = declaredCharset(raw)
	}
	text, f := decodeAll(raw, r.opts.Encoding, declared)
	if f != nil {
		return r.emit(a, f)
	}
	read := readText(text)
	switch in.kind {
	case kindMarkdown:
		read = readMarkdown(text)
	case kindHTML:
		if read, f = readHTML(text); f != nil {
			return r.emit(a, f)
		}
	}
	read.Origin, read.RawHash = a.Origin, a.RawHash
	return r.emit(read, nil)
}
