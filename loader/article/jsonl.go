package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/transform"

	"citygraph/graph"
)

// exportPrefix begins the lines of an export that hold what an article asserts; the others
// hold what follows from it and are passed over.
const exportPrefix = `{"assertion":`

// judgementPrefix begins the lines of an export that hold who is who.
const judgementPrefix = `{"judgement":`

// recordStream is a source of many records with its encoding settled.
type recordStream struct {
	splitter
	charset charset
}

// records settles the encoding of the stream. UTF-16 is decoded as a stream, since its line
// ends are two bytes; any other record by record, so that a broken one is rejected alone.
func (r *reader) records(src *bufio.Reader, begin []byte, quoted bool) (*recordStream, *fault) {
	c, f := detect(begin, "")
	if r.opts.Encoding != "" {
		c, f = charsetOf(r.opts.Encoding)
	}
	if f != nil && f.reason == EncodingUnknown && r.opts.Encoding == "" {
		c, f = charset{name: "utf-8"}, nil // some record is broken: the others may not be
	}
	if f != nil {
		return nil, f
	}
	s := &recordStream{charset: c}
	if c.wide {
		src = bufio.NewReaderSize(transform.NewReader(src, c.NewDecoder()), detectBytes)
		s.charset = charset{name: "utf-8"}
	}
	s.splitter = splitter{r: src, quoted: quoted, limit: lineLimit}
	return s, nil
}

func lineLimit(begin []byte) int {
	if bytes.HasPrefix(begin, []byte(exportPrefix)) {
		return MaxExportLine
	}
	return MaxLine
}

// lines reads JSON Lines: articles, or an export.
func (r *reader) lines(in input, src *bufio.Reader, begin []byte) error {
	s, f := r.records(src, begin, false)
	if f != nil {
		return r.reject(Origin{Source: in.name}, f)
	}
	var mapping Mapping
	for n := 0; ; {
		rec, ok := s.next()
		if !ok {
			return nil
		}
		if rec.fault == nil && len(bytes.TrimSpace(rec.raw)) == 0 || isDerived(rec.raw) {
			continue
		}
		if line, ok := bytes.CutPrefix(rec.raw, []byte(judgementPrefix)); ok && rec.fault == nil {
			if r.opts.Judged != nil {
				r.opts.Judged(bytes.TrimSuffix(bytes.TrimSpace(line), []byte("}")))
			}
			continue
		}
		a := Article{Origin: Origin{Source: in.name, Offset: rec.offset, Record: n}}
		n++
		if rec.fault == nil {
			a.RawHash = graph.ContentHash(rec.raw)
		}
		read, f := r.line(in, s, rec, &mapping)
		read.Origin, read.RawHash = a.Origin, a.RawHash
		if err := r.emit(read, f); err != nil {
			return err
		}
		if rec.fault != nil && rec.fault.reason != LineTooLong {
			return nil // the stream itself is at its end
		}
	}
}

func isDerived(line []byte) bool {
	return bytes.HasPrefix(line, []byte(`{"node":`)) || bytes.HasPrefix(line, []byte(`{"edge":`))
}

// line reads one line of JSON.
func (r *reader) line(in input, s *recordStream, rec record, mapping *Mapping) (Article, *fault) {
	if rec.fault != nil {
		return Article{}, rec.fault
	}
	text, f := s.charset.decode(rec.raw)
	if f != nil {
		return Article{}, f
	}
	if rest, ok := strings.CutPrefix(text, exportPrefix); ok {
		return Article{Assertion: []byte(strings.TrimSuffix(strings.TrimSpace(rest), "}"))}, nil
	}
	var object map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&object); err != nil {
		return Article{}, &fault{JSONInvalid, jsonDetail(err)}
	}
	if isForeign(object) {
		return foreign(text)
	}
	if *mapping == nil {
		*mapping = r.mapping(in.name, fieldNames(object, "", 0))
	}
	return mapping.article(func(name string) string { return fieldValue(object, name) }), nil
}

func jsonDetail(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("syntax error at byte %d of the line", syntax.Offset)
	}
	return "no JSON object"
}

// maxFieldDepth is how deep inside objects a field may be named.
const maxFieldDepth = 4

// fieldNames lists the fields that hold values, those of inner objects by their path.
func fieldNames(object map[string]any, prefix string, depth int) []string {
	var names []string
	for name, value := range object {
		inner, nested := value.(map[string]any)
		switch {
		case !nested:
			names = append(names, prefix+name)
		case depth < maxFieldDepth:
			names = append(names, fieldNames(inner, prefix+name+".", depth+1)...)
		}
	}
	return names
}

// fieldValue is the text of the field at a path, "" where there is none. The parts of a list
// of texts are paragraphs.
func fieldValue(object map[string]any, path string) string {
	if value, ok := object[path]; ok {
		return jsonText(value)
	}
	name, rest, nested := strings.Cut(path, ".")
	if inner, ok := object[name].(map[string]any); ok && nested {
		return fieldValue(inner, rest)
	}
	return ""
}

func jsonText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		parts := make([]string, 0, len(v))
		for _, p := range v {
			if s := jsonText(p); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	}
	return ""
}
