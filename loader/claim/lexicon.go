package claim

import (
	"strings"
	"unicode/utf8"

	"citygraph/loader/lang"
)

// lexicon finds the longest phrase that begins at a token. The zero lexicon is empty.
type lexicon struct {
	next    map[string]*lexicon
	entries []*lang.Entry
}

func (l *lexicon) add(keys []string, e *lang.Entry) {
	for _, k := range keys {
		if l.next == nil {
			l.next = map[string]*lexicon{}
		}
		if l.next[k] == nil {
			l.next[k] = &lexicon{}
		}
		l = l.next[k]
	}
	l.entries = append(l.entries, e)
}

// shortest is how many letters must be left of a word that something is taken off: fewer are
// too often a word of their own.
const shortest = 3

// longest returns how many tokens the longest phrase at the first token has, its entries, and
// the letters before it that belong to another word. A phrase with nothing taken off wins.
func (l *lexicon) longest(p *pack, tokens []token) (n int, entries []*lang.Entry, prefix string) {
	if n, entries = l.walk(p, tokens[0].key, tokens[1:]); n > 0 {
		return n, entries, ""
	}
	for _, prefix := range p.prefixes {
		rest, ok := strings.CutPrefix(tokens[0].key, prefix)
		if !ok || utf8.RuneCountInString(rest) < shortest {
			continue
		}
		if n, entries = l.walk(p, rest, tokens[1:]); n > 0 {
			return n, entries, prefix
		}
	}
	return 0, nil, ""
}

func (l *lexicon) walk(p *pack, first string, rest []token) (int, []*lang.Entry) {
	n, entries := 0, []*lang.Entry(nil)
	key := first
	for i := 0; ; i++ {
		next := l.step(p, key)
		if next == nil {
			return n, entries
		}
		l = next
		if l.entries != nil {
			n, entries = i+1, l.entries
		}
		if i == len(rest) || rest[i].mask != 0 {
			return n, entries
		}
		key = rest[i].key
	}
}

// step follows one word: as it stands, else without what is written onto its end.
func (l *lexicon) step(p *pack, key string) *lexicon {
	if next := l.next[key]; next != nil {
		return next
	}
	for _, tail := range p.enclitics {
		stem, ok := strings.CutSuffix(key, tail)
		if !ok || utf8.RuneCountInString(stem) < shortest {
			continue
		}
		if next := l.next[stem]; next != nil {
			return next
		}
		for _, r := range p.restore {
			if s, ok := strings.CutSuffix(stem, r[0]); ok && l.next[s+r[1]] != nil {
				return l.next[s+r[1]]
			}
		}
	}
	return nil
}
