package mention

import "citygraph/graph"

// branch reports whether a body of the lexicon that is called by a head noun alone stands behind
// a place: then it is that place's own, 青岛市红十字会.
func (s *sentence) branch(p *place) bool {
	if s.pack.Language.Spaced {
		return false
	}
	h, ok := s.at(p.start, catHead)
	if !ok || h.start != p.start || h.end != p.end {
		return false
	}
	for k := range s.places {
		if q := &s.places[k]; q.mention.Type == graph.MentionPlace && !q.mention.Demonym && q.end == p.start && s.stands(*q) {
			return len(q.mention.Candidates) > 0 && q.mention.Candidates[0].ID.TypeOf() != graph.Country
		}
	}
	return false
}

// goesOn extends the body that ends where a name without spaces begins: 浙江大学 before
// 医学院附属第一医院 is one body with it, of the kind that the last head tells.
func (s *sentence) goesOn(h head, start int, ok bool) bool {
	if s.pack.Language.Spaced {
		return false
	}
	if !ok {
		start = s.behindBody(h.start)
	}
	if start == 0 || s.institutionOver[start-1] == 0 || s.placeAt[start] != 0 || s.breaksBetween(start, h.start) || s.toks[start].kind != han {
		return false
	}
	at := s.institutionOver[start-1] - 1
	m := &s.found[at]
	m.Span.End = s.spanOf(start, h.end).End
	m.Name, m.Kind, m.Candidates, m.Rule = m.Span.Of(s.view.doc.Article.Text), h.kind, nil, "institution.part"
	for t := start; t < h.end; t++ {
		s.taken[t] = true
		s.institutionOver[t] = at + 1
	}
	return true
}

// breaksBetween reports whether a word of several characters that no name runs through begins
// among tokens i to j.
func (s *sentence) breaksBetween(i, j int) bool {
	for ; i < j; i++ {
		if h, ok := s.at(i, catBreak); ok && h.end > i+1 {
			return true
		}
	}
	return false
}

// behindBody moves from token i back over words that say nothing by themselves to where a body
// ends: 附属 in 杭州师范大学附属医院.
func (s *sentence) behindBody(i int) int {
	for start := i; start > 0 && i-start <= 4; start-- {
		if s.institutionOver[start-1] != 0 && (start == i || s.allInner(start, i)) {
			return start
		}
	}
	return i
}
