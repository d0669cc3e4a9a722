package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// Side says whose partner a place is.
type Side string

// The sides.
const (
	OfBoth  Side = "BOTH"
	OnlyOfA Side = "ONLY_A"
	OnlyOfB Side = "ONLY_B"
)

// Partner is a partner of one or both of two places.
type Partner struct {
	Node graph.Node
	Side Side
	A, B graph.Edge // its ties with the two; the zero Edge where there is none
}

// ComparePartners returns the partners of two places: those of both, then those of a alone, then
// those of b alone, each by id. A tie of the two with each other counts for neither.
func ComparePartners(ctx context.Context, r graph.Reader, a, b graph.EntityID, f graph.EdgeFilter) ([]Partner, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, a, b); err != nil {
		return nil, err
	}
	lists, err := s.at(ctx, []graph.EntityID{a, b}, only(f, graph.TwinnedWith))
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, lists); err != nil {
		return nil, err
	}
	byID := map[graph.EntityID]*Partner{}
	partner := func(id graph.EntityID) *Partner {
		if byID[id] == nil {
			byID[id] = &Partner{Node: s.node(id)}
		}
		return byID[id]
	}
	for _, e := range lists[a] {
		partner(e.Other(a)).A = e
	}
	for _, e := range lists[b] {
		partner(e.Other(b)).B = e
	}
	var found []Partner
	for id, p := range byID {
		if id == a || id == b {
			continue
		}
		switch {
		case p.A.ID != "" && p.B.ID != "":
			p.Side = OfBoth
		case p.A.ID != "":
			p.Side = OnlyOfA
		default:
			p.Side = OnlyOfB
		}
		found = append(found, *p)
	}
	slices.SortFunc(found, func(x, y Partner) int { return cmp.Or(cmp.Compare(x.Side, y.Side), cmp.Compare(x.Node.ID, y.Node.ID)) })
	return found, nil
}

// Triad is three entities that are all tied to each other.
type Triad struct {
	Nodes [3]graph.Node // by id
	Edges [3]graph.Edge // between the first and second, first and third, second and third
}

// Triads returns the closed triangles of ties that a place is in, of the whole graph where the
// id is "", by the ids of the nodes.
func Triads(ctx context.Context, r graph.Reader, place graph.EntityID, f graph.EdgeFilter) ([]Triad, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	f = only(f, graph.TwinnedWith)
	ties, err := s.atOrAll(ctx, place, f)
	if err != nil {
		return nil, err
	}
	if place != "" {
		if ties, err = s.around(ctx, place, ties, f); err != nil {
			return nil, err
		}
	}
	if err := s.loadEnds(ctx, ties); err != nil {
		return nil, err
	}
	var found []Triad
	for _, t := range triangles(ties) {
		if place != "" && t[0].From != place && t[0].To != place && t[1].To != place {
			continue // three partners that are tied to each other too
		}
		if len(found) == graph.MaxTraversal {
			return nil, &graph.LimitError{Limit: "MaxTraversal", Max: graph.MaxTraversal, Got: graph.MaxTraversal + 1}
		}
		found = append(found, Triad{Nodes: [3]graph.Node{s.node(t[0].From), s.node(t[0].To), s.node(t[1].To)}, Edges: t})
	}
	return found, nil
}

// around adds the ties among the partners of a place to its own.
func (s *source) around(ctx context.Context, place graph.EntityID, ties []graph.Edge, f graph.EdgeFilter) ([]graph.Edge, error) {
	var partners []graph.EntityID
	for _, e := range ties {
		partners = append(partners, e.Other(place))
	}
	if len(partners) == 0 {
		return nil, nil
	}
	f.Others = unique(partners)
	lists, err := s.at(ctx, partners, f)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(ties)
	for _, id := range unique(partners) {
		for _, e := range lists[id] {
			if e.From == id { // read from both ends
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// triangles lists the closed triangles of symmetric edges, by the ids of their nodes.
func triangles(ties []graph.Edge) [][3]graph.Edge {
	up := map[graph.EntityID]map[graph.EntityID]graph.Edge{} // from the smaller id to the larger
	for _, e := range ties {
		if up[e.From] == nil {
			up[e.From] = map[graph.EntityID]graph.Edge{}
		}
		up[e.From][e.To] = e
	}
	var found [][3]graph.Edge
	for _, low := range up {
		for mid, lowMid := range low {
			for high, midHigh := range up[mid] {
				if lowHigh, closed := low[high]; closed {
					found = append(found, [3]graph.Edge{lowMid, lowHigh, midHigh})
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b [3]graph.Edge) int {
		return cmp.Or(cmp.Compare(a[0].From, b[0].From), cmp.Compare(a[0].To, b[0].To), cmp.Compare(a[1].To, b[1].To))
	})
	return found
}

// Paper is an agreement with its parties.
type Paper struct {
	Agreement graph.Node
	Parties   []graph.Node // by id
}

// Multiparty returns the agreements with at least so many parties, of a place or of the whole
// graph: most parties first, then by id.
func Multiparty(ctx context.Context, r graph.Reader, place graph.EntityID, least int, f graph.EdgeFilter) ([]Paper, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	papers, parties, err := s.papers(ctx, place, f)
	if err != nil {
		return nil, err
	}
	var found []Paper
	for _, id := range papers {
		if len(parties[id]) >= least {
			found = append(found, Paper{s.node(id), parties[id]})
		}
	}
	slices.SortFunc(found, func(a, b Paper) int {
		return cmp.Or(len(b.Parties)-len(a.Parties), cmp.Compare(a.Agreement.ID, b.Agreement.ID))
	})
	return found, nil
}
