package article

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"

	"citygraph/graph"
)

// csv reads a table whose first record names the columns.
func (r *reader) csv(in input, src *bufio.Reader, begin []byte) error {
	s, f := r.records(src, begin, true)
	if f != nil {
		return r.reject(Origin{Source: in.name}, f)
	}
	rec, ok := s.next()
	if !ok {
		return r.reject(Origin{Source: in.name}, &fault{NoText, ""})
	}
	comma := separator(in.kind, rec.raw)
	columns, f := s.fields(rec, comma)
	if f != nil {
		return r.reject(Origin{Source: in.name}, f)
	}
	mapping := r.mapping(in.name, slices.Clone(columns))
	index := make(map[string]int, len(columns))
	for i, name := range columns {
		index[name] = i
	}
	t := table{s, comma, len(columns), index, mapping}
	for n := 0; ; {
		rec, ok := s.next()
		if !ok {
			return nil
		}
		if rec.fault == nil && len(bytes.TrimSpace(rec.raw)) == 0 {
			continue
		}
		at := Article{Origin: Origin{Source: in.name, Offset: rec.offset, Record: n}}
		n++
		if rec.fault == nil {
			at.RawHash = graph.ContentHash(rec.raw)
		}
		a, f := t.row(rec)
		a.Origin, a.RawHash = at.Origin, at.RawHash
		if err := r.emit(a, f); err != nil {
			return err
		}
		if rec.fault != nil && rec.fault.reason != LineTooLong {
			return nil // the stream itself is at its end
		}
	}
}

// table is a CSV file past its header.
type table struct {
	*recordStream
	comma   rune
	columns int
	index   map[string]int // of a column's name
	mapping Mapping
}

// row reads one record.
func (t table) row(rec record) (Article, *fault) {
	values, f := t.fields(rec, t.comma)
	switch {
	case f != nil:
		return Article{}, f
	case len(values) != t.columns:
		return Article{}, &fault{CSVInvalid, "another number of fields than the header"}
	}
	return t.mapping.article(func(name string) string {
		if i, ok := t.index[name]; ok {
			return values[i]
		}
		return ""
	}), nil
}

// fields decodes and cuts one record.
func (s *recordStream) fields(rec record, comma rune) ([]string, *fault) {
	if rec.fault != nil {
		return nil, rec.fault
	}
	text, f := s.charset.decode(rec.raw)
	if f != nil {
		return nil, f
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = comma
	values, err := c.Read()
	switch {
	case err != nil:
		return nil, &fault{CSVInvalid, "quotes do not match"}
	case len(values) > MaxColumns:
		return nil, &fault{CSVInvalid, "passes MaxColumns"}
	}
	return values, nil
}

// separator is the one of comma, semicolon and tab that stands most in the header.
func separator(k kind, header []byte) rune {
	if k == kindTSV {
		return '\t'
	}
	best := ','
	for _, c := range []rune{';', '\t'} {
		if bytes.Count(header, []byte(string(c))) > bytes.Count(header, []byte(string(best))) {
			best = c
		}
	}
	return best
}
