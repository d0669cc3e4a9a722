package claim

import (
	"slices"

	"citygraph/graph"
)

// within reads that the place or body x lies in y. Where the gazetteer knows both, it must
// agree: "A, B" alone proves nothing. With setting sure the text is enough.
func within(a *article, s *sentence, m match) bool {
	xs, ys := a.fill(s, m, "x"), a.fill(s, m, "y")
	if len(xs) == 0 || len(ys) != 1 {
		return false
	}
	y := ys[0]
	if y.mention != nil && y.mention.Demonym {
		return false // an adjective of nationality places nothing
	}
	ok := false
	for i, x := range xs {
		if !a.holds(y.ids[0], x.ids[0], m.rule.Set["sure"] != "") || x.mention != nil && x.mention.Definite && x.ids[0].TypeOf() == graph.Institution {
			continue
		}
		ok = true
		outers := append([]graph.EntityID{y.ids[0]}, y.within...)
		if x.ids[0].TypeOf() == graph.Institution {
			outers = outers[:1] // of a body the text says one place
		}
		for _, outer := range outers {
			d := a.draft(s, m, x, argument{span: y.span, ids: []graph.EntityID{outer}})
			d.claim.Type = graph.LocatedIn
			a.add(d)
			note := &s.elements[m.roles["x"]].args[i]
			if note.ids[0] == x.ids[0] && !slices.Contains(note.within, outer) {
				note.within = append(note.within, outer)
			}
		}
	}
	return ok
}

// holds reports whether outer contains inner: by the gazetteer, or by the text alone where the
// gazetteer cannot know.
func (a *article) holds(outer, inner graph.EntityID, sure bool) bool {
	x, y := a.entities[inner], a.entities[outer]
	if x == nil || y == nil || inner == outer {
		return false
	}
	switch {
	case y.Type == graph.Country && x.Type.IsPlace():
		return x.Country == outer
	case y.Type == graph.Region && x.Type == graph.Region:
		return x.Region == outer
	case y.Type == graph.Region && x.Type == graph.City:
		return x.Region == outer || y.Region != "" && y.Region == x.Region || (sure && x.Region == "" && x.Country == y.Country)
	case y.Type == graph.City && x.Type == graph.City:
		return sure && x.Country == y.Country
	case x.Type == graph.Institution:
		return sure && y.Type.IsPlace()
	}
	return false
}

// note reads the year or date that stands with a place: "Kosai (since 1998)".
func note(a *article, s *sentence, m match) bool {
	d := s.elements[m.roles["d"]].args[0].note
	if d.IsZero() {
		return false
	}
	for i := range s.elements[m.roles["x"]].args {
		s.elements[m.roles["x"]].args[i].note = d
	}
	return true
}

// spread carries the place that holds one member of a list on to those after it, where the
// gazetteer agrees: "Qingdao in Shandong, Weihai and Yantai".
func spread(a *article, s *sentence, m match) bool {
	args := s.elements[m.roles["x"]].args
	for i := 1; i < len(args); i++ {
		if len(args[i].ids) != 1 || len(args[i].within) > 0 {
			continue
		}
		for _, outer := range args[i-1].within {
			if !a.holds(outer, args[i].ids[0], false) {
				continue
			}
			d := a.draft(s, m, args[i], argument{span: args[i-1].span, ids: []graph.EntityID{outer}})
			d.claim.Type = graph.LocatedIn
			a.add(d)
			args[i].within = append(args[i].within, outer)
		}
	}
	return false
}
