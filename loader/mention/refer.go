package mention

import (
	"slices"

	"citygraph/graph"
)

// findBacks marks the forms that refer to entities named elsewhere: groups, and definite nouns.
func (s *sentence) findBacks() {
	for i := 0; i < len(s.toks); i++ {
		if s.taken[i] {
			continue
		}
		if h, ok := s.at(i, catGroup); ok && !h.suffix && !s.officesOf(h) {
			m := graph.Mention{Type: graph.MentionGroup, Stated: s.pack.Names.Groups[h.index].Type, Rule: "group", Definite: true}
			s.emit(m, h.start, h.end, h.clitic)
			s.take(h.start, h.end)
			i = h.end - 1
			continue
		}
		if h, ok := s.at(i, catBack); ok && !s.named(h) && !s.nested(i) && !s.introduces(h) {
			s.emitBack(h)
			i = h.end - 1
		}
	}
}

// officesOf reports a noun for people in office with what they hold it of behind it: "the mayors
// of Cork and Brest" are named, not referred to.
func (s *sentence) officesOf(h hit) bool {
	return s.pack.Names.Groups[h.index].Type == graph.Person && s.whole(h.end, catOf)
}

// nested reports whether token i stands inside a name: 本市 in 里斯本市.
func (s *sentence) nested(i int) bool {
	k := s.placeAt[i]
	return k != 0 && s.places[k-1].start < i
}

// named reports whether the noun stands with a name of its own: "the Port of Cork".
func (s *sentence) named(h hit) bool {
	if h.end < len(s.toks) && (s.placeAt[h.end] != 0 && !s.demonymAt(h.end) || s.institutionOver[h.end] != 0) {
		return !s.pack.Language.Cased && s.pack.Language.Spaced
	}
	return s.whole(h.end, catOf)
}

// introduces reports a noun for a person with the person's name behind it: "the Mayor, Ann Lee".
func (s *sentence) introduces(h hit) bool {
	if s.pack.Names.Backs[h.index].Type != graph.Person {
		return false
	}
	next := h.end
	if s.isMark(next, commas) {
		next++
	}
	next = s.skipTitles(next)
	return next < len(s.toks) && s.taken[next] && s.institutionOver[next] == 0
}

func (s *sentence) emitBack(h hit) {
	t := s.pack.Names.Backs[h.index].Type
	m := graph.Mention{Stated: t, Rule: "back", Definite: true}
	if h.end < len(s.toks) && s.demonymAt(h.end) && t.IsPlace() { // المدينة التركية is a city of that country
		m.Candidates = slices.Clone(s.places[s.placeAt[h.end]-1].mention.Candidates)
	}
	switch t {
	case graph.Person:
		m.Type = graph.MentionPerson
	case graph.Institution:
		m.Type = graph.MentionInstitution
	default:
		m.Type = graph.MentionPlace
	}
	s.emit(m, h.start, h.end, h.clitic)
}
