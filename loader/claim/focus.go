package claim

import (
	"cmp"
	"slices"

	"citygraph/graph"
)

// focus is what an article is about: its towns by weight, the heaviest first.
type focus struct {
	towns  []graph.EntityID
	weight map[graph.EntityID]int
	first  map[graph.EntityID]graph.Span
}

// Weights of a mention for the focus: the title tells most.
const (
	firstWeight = 4 // more for the first of the title
	titleWeight = 4
	leadWeight  = 2
)

func newFocus(doc graph.Document, mentions []*graph.Mention) focus {
	f := focus{first: map[graph.EntityID]graph.Span{}, weight: map[graph.EntityID]int{}}
	for _, m := range mentions {
		if m.Type != graph.MentionPlace || m.Demonym || len(m.Entities) != 1 || !m.Zone.Asserts() {
			continue
		}
		id := m.Entities[0]
		if entityMask(id)&maskTown == 0 {
			continue
		}
		if _, seen := f.first[id]; !seen {
			f.first[id] = m.Span
			f.towns = append(f.towns, id)
		}
		if len(f.towns) == 1 && f.weight[id] == 0 && m.Zone == graph.ZoneTitle {
			f.weight[id] = firstWeight
		}
		f.weight[id] += weightOf(doc, m)
	}
	slices.SortStableFunc(f.towns, func(x, y graph.EntityID) int { return cmp.Compare(f.weight[y], f.weight[x]) })
	return f
}

func weightOf(doc graph.Document, m *graph.Mention) int {
	switch {
	case m.Zone == graph.ZoneTitle:
		return titleWeight
	case m.Block < len(doc.Blocks) && m.Block <= 2:
		return leadWeight
	}
	return 1
}

// top returns the heaviest town that is not among the given ones.
func (f focus) top(not ...graph.EntityID) (argument, bool) {
	for _, id := range f.towns {
		if !slices.Contains(not, id) {
			return argument{span: f.first[id], ids: []graph.EntityID{id}, carried: true}, true
		}
	}
	return argument{}, false
}

// pair returns the two towns that the article is about, where it is plainly about two: the
// second weighs more than half as much again as the third.
func (f focus) pair() (x, y argument, ok bool) {
	if len(f.towns) < 2 || len(f.towns) > 2 && 2*f.weight[f.towns[1]] < 3*f.weight[f.towns[2]] {
		return argument{}, argument{}, false
	}
	x, _ = f.top()
	y, _ = f.top(x.ids...)
	return x, y, true
}
