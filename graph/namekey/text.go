package namekey

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a source text with its two normalised forms. Spans found in Key or Fold are half-open
// byte offsets; Source turns them into half-open byte offsets of the source. A Text is not
// changed after Map and may be shared.
type Text struct {
	Key  string // strict tier
	Fold string // second tier: as long as Key, with the same rune boundaries

	from []origin // for each byte of Key, the stretch of source its character came from
}

// Map normalises a whole text. White space is one space, or one line feed where the run holds
// a paragraph break (two line feeds); a space may stand at either end. The source must be
// shorter than 4 GiB; invalid UTF-8 becomes U+FFFD.
func Map(source string) *Text {
	if len(source) > math.MaxUint32 {
		panic("namekey: text of 4 GiB or more")
	}
	m := newMapper(len(source), true)
	m.all(source)
	key := string(m.out)
	return &Text{Key: key, Fold: fold(key), from: m.from}
}

// Flat is the Key of Map(source), for who needs no way back to the source.
func Flat(source string) string {
	m := newMapper(len(source), false)
	m.all(source)
	return string(m.out)
}

// Source returns the stretch of source that Key[start:end] came from. Both ends lie on rune
// boundaries; marks dropped from the last letter are inside. An empty span gives an empty one.
func (t *Text) Source(start, end int) (int, int) {
	if start >= end {
		at := t.sourceEnd()
		if start < len(t.from) {
			at = int(t.from[start].start)
		}
		return at, at
	}
	return int(t.from[start].start), int(t.from[end-1].end)
}

func (t *Text) sourceEnd() int {
	if len(t.from) == 0 {
		return 0
	}
	return int(t.from[len(t.from)-1].end)
}

// At returns the first offset in Key whose character starts at or after a source offset;
// len(Key) if there is none.
func (t *Text) At(source int) int {
	return sort.Search(len(t.from), func(i int) bool { return int(t.from[i].start) >= source })
}

// origin is where one byte of a composed text came from.
type origin struct{ start, end uint32 }

// mapper builds a Text character by character.
type mapper struct {
	table  *table
	out    []byte
	from   []origin
	traced bool // from is wanted: a key alone needs no way back to its source
	feeds  int  // line feeds in the run of white space at the end of out
	last   int  // offset in out of the last character
}

func newMapper(size int, traced bool) *mapper {
	m := &mapper{table: characters(), out: make([]byte, 0, size), traced: traced}
	if traced {
		m.from = make([]origin, 0, size)
	}
	return m
}

// all maps a source that may need composing.
func (m *mapper) all(source string) {
	if m.run(source, nil) {
		return
	}
	text, origins := composed(source)
	m.out, m.from, m.feeds, m.last = m.out[:0], m.from[:0], 0, 0
	m.run(text, origins)
}

// run maps s. Without origins, s is the source itself and run stops with false at a character
// that may compose with the one before it; with origins, composition has been done.
func (m *mapper) run(s string, origins []origin) bool {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		from := origin{uint32(i), uint32(i + size)}
		if origins != nil {
			from = origin{origins[i].start, origins[i+size-1].end}
		}
		c, replacement := m.table.of(r)
		switch c {
		case keep:
			m.emitRune(r, s[i:i+size], from)
		case replace:
			m.emit(replacement, from)
		case mark:
			m.extend(from.end)
		case space:
			m.emitSpace(r, from)
		case compose:
			if origins == nil {
				return false
			}
			if replacement == "" {
				m.extend(from.end)
			} else {
				m.emit(replacement, from)
			}
		case drop:
		}
		i += size
	}
	return true
}

func (m *mapper) emitRune(r rune, own string, from origin) {
	if r == utf8.RuneError {
		own = "\uFFFD"
	}
	m.last, m.feeds = len(m.out), 0
	m.append(own, from)
}

// emit appends a replacement, whose spaces join the run before them.
func (m *mapper) emit(replacement string, from origin) {
	if !strings.Contains(replacement, " ") {
		m.last, m.feeds = len(m.out), 0
		m.append(replacement, from)
		return
	}
	for i, r := range replacement {
		if r == ' ' {
			m.emitSpace(r, from)
			continue
		}
		m.emitRune(r, replacement[i:i+utf8.RuneLen(r)], from)
	}
}

func (m *mapper) append(s string, from origin) {
	m.out = append(m.out, s...)
	if !m.traced {
		return
	}
	for range len(s) {
		m.from = append(m.from, from)
	}
}

func (m *mapper) emitSpace(r rune, from origin) {
	n := len(m.out)
	if n == 0 || (m.out[n-1] != ' ' && m.out[n-1] != '\n') {
		m.last, m.feeds = n, 0
		m.append(" ", from)
	} else if m.traced {
		m.from[n-1].end = from.end
	}
	if r == '\n' || r == '\u2029' {
		m.feeds++
		if m.feeds == 2 || r == '\u2029' {
			m.out[len(m.out)-1] = '\n'
		}
	}
}

// extend makes the last character's source reach to end, over a mark that was dropped from it.
func (m *mapper) extend(end uint32) {
	for i := m.last; i < len(m.from); i++ {
		m.from[i].end = end
	}
}

// composed is the slow way, for texts with characters that may melt into those before them:
// what is dropped is taken out first, so that it stands between no two of them, and the rest
// brought to NFKC, with the origin of every byte.
func composed(source string) (string, []origin) {
	kept, from := without(source)
	var out []byte
	var origins []origin
	for i := 0; i < len(kept); {
		size := norm.NFKC.NextBoundaryInString(kept[i:], true)
		o := origin{from[i].start, from[i+size-1].end}
		segment := norm.NFKC.String(kept[i : i+size])
		out = append(out, segment...)
		for range len(segment) {
			origins = append(origins, o)
		}
		i += size
	}
	return string(out), origins
}

// without removes what the table drops.
func without(source string) (string, []origin) {
	var out []byte
	var origins []origin
	t := characters()
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRuneInString(source[i:])
		if c, _ := t.of(r); c != drop && c != mark {
			s := source[i : i+size]
			if r == utf8.RuneError {
				s = "\uFFFD"
			}
			out = append(out, s...)
			for range len(s) {
				origins = append(origins, origin{uint32(i), uint32(i + size)})
			}
		}
		i += size
	}
	return string(out), origins
}
