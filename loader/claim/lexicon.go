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

// way is a way into a lexicon by one word: whole, or without letters that belong to the word
// before.
type way struct {
	node   *lexicon
	prefix string
}

// ways lists the ways into the lexicon by a word, the whole word first.
func (l *lexicon) ways(p *pack, key string) []way {
	at := word{l, key}
	out, ok := p.met[at]
	if ok {
		return out
	}
	if next := l.step(p, key); next != nil {
		out = append(out, way{next, ""})
	}
	for _, prefix := range p.prefixes {
		rest, ok := strings.CutPrefix(key, prefix)
		if !ok || utf8.RuneCountInString(rest) < shortest {
			continue
		}
		if next := l.step(p, rest); next != nil {
			out = append(out, way{next, prefix})
		}
	}
	if p.met != nil {
		p.met[at] = out
	}
	return out
}

// longest returns how many tokens the longest phrase at the first token has, its entries, and
// the letters before it that belong to another word. A phrase with nothing taken off wins.
func (l *lexicon) longest(p *pack, tokens []token) (n int, entries []*lang.Entry, prefix string) {
	for _, o := range l.ways(p, tokens[0].key) {
		if n, entries = o.node.walk(p, tokens[1:]); n > 0 {
			return n, entries, o.prefix
		}
	}
	return 0, nil, ""
}

// walk returns how many tokens the longest phrase has that goes on from l, whose word counts as
// one, and its entries.
func (l *lexicon) walk(p *pack, rest []token) (n int, entries []*lang.Entry) {
	for i := 0; ; i++ {
		if l.entries != nil {
			n, entries = i+1, l.entries
		}
		if l.next == nil || i == len(rest) || rest[i].mask != 0 {
			return n, entries
		}
		if l = l.step(p, rest[i].key); l == nil {
			return n, entries
		}
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
