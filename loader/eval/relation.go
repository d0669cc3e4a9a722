package eval

import (
	"cmp"
	"slices"

	"citygraph/graph"
	"citygraph/loader"
)

// triple is what a relation is scored by.
type triple struct {
	r    graph.EdgeType
	s, o string
}

func newTriple(r graph.EdgeType, s, o string) triple {
	if rel, ok := graph.RelationOf(r); ok && rel.Symmetric && o < s {
		s, o = o, s
	}
	return triple{r, s, o}
}

// scoreRelations counts the article's relations and their attributes.
func (a *articleScore) scoreRelations() {
	gold := map[triple][]GoldRelation{}
	var order []triple
	for _, r := range a.gold.facts.Relations {
		t := newTriple(r.R, r.S, r.O)
		if len(gold[t]) == 0 {
			order = append(order, t)
		}
		gold[t] = append(gold[t], r)
	}
	found := map[triple][]loader.RecordRelation{}
	var foundOrder []triple
	for _, r := range a.record.Relations {
		t := newTriple(r.R, a.match.of(r.S), a.match.of(r.O))
		if len(found[t]) == 0 {
			foundOrder = append(foundOrder, t)
		}
		found[t] = append(found[t], r)
		a.evidence(r.Evidence.Text)
	}
	for _, t := range order {
		if a.scored(t) && required(gold[t]) && len(found[t]) == 0 {
			a.relation(t.r, Tally{Missed: 1})
			a.missed("%s %s → %s: %s", t.r, t.s, t.o, gold[t][0].Evidence)
		}
	}
	for _, t := range foundOrder {
		switch want := gold[t]; {
		case !a.scored(t):
		case len(want) == 0 && a.institutionTie(t):
		case len(want) == 0:
			a.relation(t.r, Tally{Wrong: 1})
			a.wrong("%s %s → %s: %s", t.r, a.show(t.s), a.show(t.o), found[t][0].Evidence.Text)
		case required(want):
			a.relation(t.r, Tally{Right: 1})
			a.attributes(want, found[t])
		}
	}
}

func required(rows []GoldRelation) bool {
	return slices.ContainsFunc(rows, func(r GoldRelation) bool { return !r.Optional })
}

// scored leaves out what is never scored: types outside the gold format, and a region in its
// country.
func (a *articleScore) scored(t triple) bool {
	if t.r == graph.LocatedIn && a.typeOf(t.s) == graph.Region && a.typeOf(t.o) == graph.Country {
		return false
	}
	return slices.Contains(RelationTypes(), t.r)
}

func (a *articleScore) institutionTie(t triple) bool {
	return t.r == graph.TwinnedWith && a.typeOf(t.s) == graph.Institution && a.typeOf(t.o) == graph.Institution
}

func (a *articleScore) relation(t graph.EdgeType, n Tally) {
	a.part.Relations.add(n)
	sum := a.part.Types[t]
	sum.add(n)
	a.part.Types[t] = sum
}

// attributes compares the rows of one triple: any found row may be right by any gold row.
func (a *articleScore) attributes(want []GoldRelation, got []loader.RecordRelation) {
	compare := func(name string, stated func(GoldRelation) string, value func(loader.RecordRelation) string) {
		var right, asked bool
		for _, w := range want {
			if stated(w) == "" {
				continue
			}
			asked = true
			right = right || slices.ContainsFunc(got, func(g loader.RecordRelation) bool { return value(g) == stated(w) })
		}
		if asked {
			a.part.attribute(name, right)
			if !right {
				a.wrong("%s of %s %s → %s is %q, not %q", name, want[0].R, want[0].S, want[0].O, value(got[0]), stated(want[0]))
			}
		}
	}
	compare("dates", func(w GoldRelation) string { return w.Date }, func(g loader.RecordRelation) string { return g.Date })
	compare("since", func(w GoldRelation) string { return w.Since }, func(g loader.RecordRelation) string { return g.Since })
	compare("tiers", func(w GoldRelation) string { return string(w.Tier) }, func(g loader.RecordRelation) string { return string(g.Tier) })
	compare("offices", func(w GoldRelation) string { return string(w.Office) }, func(g loader.RecordRelation) string { return string(g.Office) })
	compare("postings", func(w GoldRelation) string { return w.To }, func(g loader.RecordRelation) string { return a.match.of(g.To) })
	compare("statuses", func(w GoldRelation) string { return status(w.R, w.Status) }, func(g loader.RecordRelation) string { return status(g.R, g.Status) })
	if want[0].R == graph.HoldsOffice {
		compare("former", func(w GoldRelation) string { return former(w.Former) }, func(g loader.RecordRelation) string { return former(g.Former) })
	}
}

func former(f bool) string {
	if f {
		return "former"
	}
	return "in office"
}

// status is what is compared: of a tie its state, ACTIVE where none is given; of a visit or
// partnership only whether it is still ahead; of all else nothing.
func status(r graph.EdgeType, s graph.Status) string {
	switch r {
	case graph.TwinnedWith:
		return string(cmp.Or(s, graph.StatusActive))
	case graph.Visited, graph.PartnersWith:
		return ahead(s)
	}
	return ""
}

func ahead(s graph.Status) string {
	if s == graph.StatusPlanned {
		return "PLANNED"
	}
	return "DONE"
}
