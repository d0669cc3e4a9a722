package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// mask is a set of the built-in classes: mention types and marks. words is a set of the classes
// of a pack's lexicon.
type (
	mask  uint64
	words uint64
)

// argument is one filler of a role: a mention, or what a folding pass has made of several.
type argument struct {
	span    graph.Span
	ids     []graph.EntityID
	mention *graph.Mention
	within  []graph.EntityID // places that contain it, as the text says
	note    graph.Date       // the date that stands with it: "Kosai (1998)"
	with    bool             // joined to the one before it by "with": 釜山与下关
	carried bool             // taken from the context, not from the sentence
}

// element is a step of a sentence.
type element struct {
	span  graph.Span
	mask  mask
	words words
	args  []argument
	hits  []*lang.Entry
	cost  int // words that it stands for in a gap
}

// set returns the value of a setting of the element's lexicon entries.
func (e *element) set(key string) string {
	for _, h := range e.hits {
		if v := h.Set[key]; v != "" {
			return v
		}
	}
	return ""
}

// sentence is one sentence as elements, with where it stands.
type sentence struct {
	text     string // of the article
	span     graph.Span
	block    int
	index    int
	zone     graph.Zone
	elements []element
}

// read cuts a sentence into elements. Mentions come in text order; of two that overlap the
// longer one is kept, and a place inside an office stays with the office. A trigger phrase that
// holds a mention and more is no mention: 代表团 names no 代表. One that is as long as a number
// or a group ("twin cities") is the trigger.
func (p *pack) read(text string, span graph.Span, mentions []*graph.Mention) []element {
	out := make([]element, 0, 2*len(mentions)+span.Len()/8)
	at := span.Start
	for i, m := range mentions {
		if m.Span.Start < at {
			continue
		}
		end := span.End
		if i+1 < len(mentions) && mentions[i+1].Span.Start > m.Span.End {
			end = mentions[i+1].Span.Start
		}
		before := p.tokens(text, at, m.Span.Start)
		if p.swallowed(text, before, end, m) {
			continue
		}
		out = p.plain(out, text, before)
		out = append(out, p.mention(m))
		at = m.Span.End
	}
	return p.plain(out, text, p.tokens(text, at, span.End))
}

// phraseReach is how many tokens a trigger phrase may begin before a mention that it holds.
const phraseReach = 6

// swallowed reports whether a trigger phrase that begins with the mention, or with one of the
// tokens before it, holds the mention and more of text[:end].
func (p *pack) swallowed(text string, before []token, end int, m *graph.Mention) bool {
	span, loose := m.Span, m.Type == graph.MentionGroup || m.Type == graph.MentionNumber
	if len(before) > phraseReach {
		before = before[len(before)-phraseReach:]
	}
	k := len(before)
	all := append(slices.Clip(before), p.tokens(text, span.Start, span.End)...)
	inside := len(all)
	all = append(all, p.tokens(text, span.End, min(end, span.End+maxPhrase))...)
	for i := 0; i <= k && i < len(all); i++ {
		if all[i].mask != 0 {
			continue
		}
		n, _, _ := p.lexicon.longest(p, all[i:])
		if i+n > inside || (i < k || loose) && n > 0 && i+n == inside {
			return true
		}
	}
	return false
}

// maxPhrase bounds the bytes behind a mention that a phrase holding it may reach to.
const maxPhrase = 48

func (p *pack) mention(m *graph.Mention) element {
	e := element{span: m.Span, mask: p.typeMask(m), cost: 1}
	e.args = make([]argument, 0, 1+len(m.Entities))
	if m.Type == graph.MentionGroup || len(m.Entities) > 1 {
		for _, id := range m.Entities {
			e.args = append(e.args, argument{span: m.Span, ids: []graph.EntityID{id}, mention: m})
		}
		return e
	}
	e.args = append(e.args, argument{span: m.Span, ids: m.Entities, mention: m, note: m.Date})
	return e
}

func (p *pack) typeMask(m *graph.Mention) mask {
	switch m.Type {
	case graph.MentionPerson:
		return maskPerson
	case graph.MentionOffice:
		return maskOffice
	case graph.MentionDate:
		return maskDate
	case graph.MentionNumber:
		return maskNumber
	case graph.MentionInstitution:
		return maskOrg
	}
	var k mask
	if m.Type == graph.MentionGroup {
		k = maskGroup
	}
	for _, id := range m.Entities {
		k |= entityMask(id)
	}
	if m.Demonym {
		return maskDemonym
	}
	return k
}

func entityMask(id graph.EntityID) mask {
	switch id.TypeOf() {
	case graph.City:
		return maskCity
	case graph.Region:
		return maskRegion
	case graph.Country:
		return maskCountry
	case graph.Person:
		return maskPerson
	case graph.Institution:
		return maskOrg
	}
	return 0
}

// token is a run of letters and digits, one Han character, or one mark.
type token struct {
	span graph.Span
	key  string
	mask mask // of a mark
}

// plain appends the elements of the tokens between two mentions.
func (p *pack) plain(out []element, text string, tokens []token) []element {
	for i := 0; i < len(tokens); {
		if tokens[i].mask != 0 {
			out = append(out, element{span: tokens[i].span, mask: tokens[i].mask})
			i++
			continue
		}
		n, entries, prefix := p.lexicon.longest(p, tokens[i:])
		out = p.prefixed(out, tokens[i], prefix)
		if n == 0 {
			out = append(out, element{span: tokens[i].span, cost: 1})
			i++
			continue
		}
		e := element{span: graph.Span{Start: tokens[i].span.Start, End: tokens[i+n-1].span.End}, hits: entries, cost: n}
		for _, h := range entries {
			e.words |= p.entryMask[h]
		}
		i += n
		if e.words&p.classes["skip"] == 0 {
			out = append(out, e)
			continue
		}
		if i < len(tokens) && tokens[i].mask&maskStop != 0 && text[tokens[i].span.Start] == '.' {
			i++ // the dot of an abbreviation
		}
	}
	return out
}

// prefixed appends an element for the letters written together with the next word.
func (p *pack) prefixed(out []element, t token, prefix string) []element {
	if prefix == "" {
		return out
	}
	return append(out, element{span: graph.Span{Start: t.span.Start, End: t.span.Start}, words: p.prefixMask[prefix]})
}

func (p *pack) tokens(text string, start, end int) []token {
	if start >= end {
		return nil
	}
	out := make([]token, 0, (end-start)/5+2)
	for at := start; at < end; {
		r, size := utf8.DecodeRuneInString(text[at:end])
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			at += size
		case unicode.Is(unicode.Han, r):
			out = append(out, token{span: graph.Span{Start: at, End: at + size}, key: p.key(text[at : at+size])})
			at += size
		case wordRune(r):
			stop := at + size
			for stop < end && !possessive(text[stop:end]) {
				n, w := utf8.DecodeRuneInString(text[stop:end])
				if !wordRune(n) || unicode.Is(unicode.Han, n) {
					break
				}
				stop += w
			}
			out = append(out, token{span: graph.Span{Start: at, End: stop}, key: p.key(text[at:stop])})
			at = stop
		default:
			if !(hyphen(r) && joined(text, at, at+size)) {
				out = append(out, token{span: graph.Span{Start: at, End: at + size}, mask: markMask(r)})
			}
			at += size
		}
	}
	return out
}

// possessive reports whether rest begins with an apostrophe and an s that end a word.
func possessive(rest string) bool {
	for _, s := range []string{"'s", "’s"} {
		if after, ok := strings.CutPrefix(rest, s); ok {
			r, _ := utf8.DecodeRuneInString(after)
			return after == "" || !wordRune(r)
		}
	}
	return false
}

func hyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// joined reports whether text[start:end] stands between two letters without a space.
func joined(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return wordRune(before) && wordRune(after)
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’'
}

func markMask(r rune) mask {
	switch {
	case r == '，':
		return maskComma | maskClause
	case strings.ContainsRune(",،", r):
		return maskComma
	case r == '、':
		return maskComma | maskList
	case strings.ContainsRune(".。!！?？؟\n", r):
		return maskStop
	case strings.ContainsRune(";；؛", r):
		return maskSemi
	case strings.ContainsRune("([（【〔", r):
		return maskOpen
	case strings.ContainsRune(")]）】〕", r):
		return maskClose
	case strings.ContainsRune("-–—―－~～", r):
		return maskDash
	case strings.ContainsRune(":：", r):
		return maskColon
	case strings.ContainsRune("\"“”„«»「」『』《》〈〉‹›", r):
		return maskQuote
	}
	return maskMark
}
