package mention

import (
	"citygraph/graph"
)

// unspacedExtent reads a name to the left of its head: from the nearest place that nothing
// separates from it, else from the last word that no name runs through.
func (s *sentence) unspacedExtent(h head) (int, int, bool) {
	if h.start == 0 {
		return h.start, h.end, h.whole
	}
	if start, ok := s.placeEndingAt(h.start); ok {
		return start, h.end, true
	}
	if h.short || h.whole {
		if start, ok := s.shortName(h); ok {
			return start, h.end, true
		}
		return h.start, h.end, h.whole
	}
	i := h.start
	for i > 0 && h.start-i < 14 {
		t := i - 1
		if s.placeAt[t] != 0 && s.toks[t].kind == han {
			p := s.places[s.placeAt[t]-1]
			if p.end == i {
				i = p.start
			}
			break
		}
		if s.toks[t].kind == mark || s.toks[t].kind == number || s.separates(t) {
			break
		}
		i = t
	}
	latin := s.toks[h.start-1].kind == word
	if s.placeAt[i] == 0 && !latin && (h.start-i < 2 || s.allInner(i, h.start) && !s.hasAcronym(h.end)) {
		return 0, 0, false
	}
	return i, h.end, true
}

// hasAcronym reports a short form in another script in brackets at token i.
func (s *sentence) hasAcronym(i int) bool {
	return s.isMark(i, opens) && i+2 < len(s.toks) && s.toks[i+1].kind == word && s.toks[i+1].caps && s.isMark(i+2, closes)
}

// shortName finds what a head that needs a place beside it may stand on without one: a name in
// another script (D1园区), an unknown foreign name (钱达尔勒港), or the body before it in a list
// (农业部、经济部).
func (s *sentence) shortName(h head) (int, bool) {
	t := h.start - 1
	if s.toks[t].kind == word && s.toks[t].upper || s.toks[t].kind == number && t > 0 && s.toks[t-1].kind == word {
		for t > 0 && s.toks[t-1].kind == word {
			t--
		}
		return t, true
	}
	if (s.isMark(t, "、") || s.whole(t, catAnd)) && t > 0 && s.institutionOver[t-1] != 0 && h.end-h.start > 1 && h.kind == s.found[s.institutionOver[t-1]-1].Kind {
		return h.start, true
	}
	for t >= 0 && h.start-t < 7 && s.sounding(t) && !s.separates(t) && s.placeAt[t] == 0 {
		t--
	}
	if h.start-t-1 >= 2 && h.kind == "PORT" && s.bounded(t+1) && !s.allInner(t+1, h.start) {
		return t + 1, true
	}
	return 0, false
}

// allInner reports whether tokens i to j say nothing that a name is made of.
func (s *sentence) allInner(i, j int) bool {
	for i < j {
		h, ok := s.at(i, catInner)
		if !ok {
			return false
		}
		i = h.end
	}
	return true
}

// placeEndingAt returns where a place begins that ends, with the noun of its type, before token
// i: what is built on a weak name is none.
func (s *sentence) placeEndingAt(i int) (int, bool) {
	for k := range s.places {
		p := &s.places[k]
		if p.mention.Type == graph.MentionPlace && !p.mention.Demonym && (p.end == i || p.extent == i || p.end == i+1 && p.end-p.start > 2 && s.whole(i, catPlaceAfter)) && s.stands(*p) {
			return p.start, true
		}
	}
	return 0, false
}

// separates reports whether a phrase that no name runs through ends behind token i.
func (s *sentence) separates(i int) bool {
	if s.taken[i] {
		return true
	}
	if s.inside(i, catInner) {
		return false
	}
	for _, cat := range []category{catBreak, catOffice, catRelative, catAnd} {
		if _, ok := s.endsAt(i+1, cat); ok {
			return true
		}
	}
	return false
}

// inside reports whether token i lies in a phrase of the category of at least two tokens.
func (s *sentence) inside(i int, cat category) bool {
	for start := max(0, i-3); start <= i; start++ {
		if h, ok := s.at(start, cat); ok && h.end > i && h.end-h.start > 1 {
			return true
		}
	}
	return false
}
