package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// state reads the type that the text gives the place, before it or after it.
func (s *sentence) state(p *place, carry graph.EntityType) {
	p.extent = p.end
	if p.mention.Demonym || p.mention.Type == graph.MentionInstitution {
		return
	}
	if t, end, ok := s.nounAfter(p.end); ok {
		p.stated, p.extent, p.cue = t, end, "noun"
		return
	}
	if p.end-p.start > 1 {
		if t, end, ok := s.nounAfter(p.end - 1); ok && end == p.end && (s.toks[p.start].kind == han && p.end-p.start > 2 || t == graph.City != (s.toks[p.start].kind == word)) {
			p.stated, p.cue = t, "noun"
		}
	}
	if h, ok := s.at(p.start, catPlaceBefore); ok && h.end < p.end && s.toks[p.start].kind == word && !s.pack.Language.Cased {
		p.stated, p.cue = s.onlyType(h.start, h.end, catPlaceBefore), "noun" // the noun is part of the name: محافظة إربد
		return
	}
	switch h, ok := s.endsAt(p.start, catPlaceBefore); {
	case ok && p.clitic == 0 && !s.idiom(p.start):
		p.stated, p.cue = s.onlyType(h.start, h.end, catPlaceBefore), "noun"
	case carry != "":
		p.stated, p.cue = carry, "noun"
	case s.governed(*p) != "":
		p.stated, p.cue = s.governed(*p), "office"
	case p.cue == "":
		p.cue = s.placeCue(*p)
	}
}

// idiom reports a common phrase of several words before token i: من جهة is no region.
func (s *sentence) idiom(i int) bool {
	h, ok := s.endsAt(i, catCommon)
	return ok && h.end-h.start > 1
}

// governed returns the type that an office beside the place tells: a mayor has a city, an envoy
// a country.
func (s *sentence) governed(p place) graph.EntityType {
	h, ok := s.endsAt(p.start, catOffice)
	if s.toks[p.start].kind == han {
		h, ok = s.at(p.end, catOffice)
	}
	if !ok {
		h, ok = s.within(p, catOffice)
	}
	if !ok || p.clitic > 0 || h.suffix {
		return ""
	}
	switch o := s.pack.Names.Offices[h.index]; {
	case o.Of == graph.City && (o.Code == "MAYOR" || o.Code == "DEPUTY_MAYOR"):
		return graph.City
	case o.Of == graph.Region && s.toks[p.start].kind == han:
		return graph.Region
	}
	return ""
}

// within returns a longer phrase of the category that ends with the place: أمين عمّان.
func (s *sentence) within(p place, cat category) (hit, bool) {
	h, ok := s.endsAt(p.end, cat)
	return h, ok && h.start < p.start
}

// nounAfter reads a type noun at token i: its type, "" where it may be several, and its end.
func (s *sentence) nounAfter(i int) (graph.EntityType, int, bool) {
	h, ok := s.at(i, catPlaceAfter)
	if !ok {
		return "", 0, false
	}
	if o, ok := s.at(i, catOffice); ok && o.end > h.end {
		return "", 0, false
	}
	if o, ok := s.at(i, catHead); ok && o.end > h.end {
		return "", 0, false
	}
	if s.toks[i].kind == word && s.toks[i].glue != 0 {
		return "", 0, false
	}
	if s.toks[i].kind == han && i > 0 { // 城市 is a word, not a place called 城
		for _, cat := range []category{catInner, catCommon, catPlaceBefore} {
			if h2, ok := s.at(i-1, cat); ok && h2.end > i {
				return "", 0, false
			}
		}
	}
	return s.onlyType(i, h.end, catPlaceAfter), h.end, true
}

// onlyType returns the place type of the hits from i to end, "" where they differ.
func (s *sentence) onlyType(i, end int, cat category) graph.EntityType {
	var types []graph.EntityType
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == cat && h.end == end {
			types = append(types, s.pack.Names.Places[h.index].Type)
		}
	}
	types = slices.Compact(types)
	if len(types) != 1 {
		return ""
	}
	return types[0]
}

// toBelow is the prominence below which a letter for "of" or "to" before a name tells nothing:
// the letter may be the word's own.
const toBelow = 0.3

// placeCue says what makes a place of a weak name, "" for nothing.
func (s *sentence) placeCue(p place) string {
	i := p.start
	if p.clitic > 0 {
		clitic := s.text(i)[:p.clitic]
		for _, in := range s.pack.Language.In {
			if strings.HasSuffix(clitic, in) {
				return "in"
			}
		}
		if s.best(p) >= toBelow && slices.ContainsFunc(s.pack.Language.Of, func(of string) bool { return strings.HasSuffix(clitic, of) }) {
			return "in"
		}
	}
	if s.is(i-1, catPlaceCue) || s.is(i-1, catIn) {
		return "in"
	}
	if s.is(p.end, catPlaceCue) && s.toks[i].kind == han {
		return "in"
	}
	if _, ok := s.at(p.end, catOffice); ok && s.toks[i].kind == han {
		return "office"
	}
	return ""
}
