package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Difference is an edge that is not the same at two record times.
type Difference struct {
	Kind   analyze.DifferenceKind
	Before *Edge
	After  *Edge
}

// Ambiguity is names that the same entities bear.
type Ambiguity struct {
	Names      []string
	Candidates []*AmbiguityCandidate
}

// AmbiguityCandidate is an entity that a name may mean.
type AmbiguityCandidate struct {
	Entity Entity
	Score  float64
}

// The pages of this file.
type (
	// DifferenceConnection is a page of differences.
	DifferenceConnection = Connection[*Difference]
	// DifferenceEdge is an item of a DifferenceConnection.
	DifferenceEdge = Item[*Difference]
	// AmbiguityConnection is a page of ambiguous names.
	AmbiguityConnection = Connection[*Ambiguity]
	// AmbiguityEdge is an item of a AmbiguityConnection.
	AmbiguityEdge = Item[*Ambiguity]
)

// Differences compares what the graph knew at two record times.
func (Query) Differences(ctx context.Context, from, to time.Time, filter *EdgeFilter, validAt *graph.Date, first *int, after *string, last *int, before *string) (*DifferenceConnection, error) {
	q := newInquiry(filter, &to, validAt, "differences", from, to)
	q.sheet = newSheet(scope{to, q.filter.ValidAt}) // whatever record time the filter names
	earlier := newSheet(scope{from, q.filter.ValidAt})
	page, err := paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Difference, error) {
		return analyze.Differences(ctx, r, from, to, q.filter)
	}, func(d analyze.Difference) string { return string(d.Kind) + string(d.Before.ID+d.After.ID) }, func(d analyze.Difference) *Difference {
		return &Difference{d.Kind, earlier.edge(d.Before, ""), q.sheet.edge(d.After, "")}
	})
	if err != nil {
		return nil, err
	}
	return page, earlier.spend(ctx)
}

// AmbiguousNames lists names that several entities bear.
func (Query) AmbiguousNames(ctx context.Context, name *string, types []graph.EntityType, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AmbiguityConnection, error) {
	q := newInquiry(filter, asOf, validAt, "ambiguousNames", name, types)
	var named graph.NodeFilter
	if name != nil {
		if err := nameIn(&named, *name, nil); err != nil {
			return nil, err
		}
	}
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Ambiguity, error) {
		return analyze.Ambiguities(ctx, r, named.Name, types, q.filter)
	}, func(a analyze.Ambiguity) string { return a.Keys[0] + string(a.Candidates[0].Node.ID) }, func(a analyze.Ambiguity) *Ambiguity {
		out := &Ambiguity{Names: a.Texts}
		for _, c := range a.Candidates {
			out.Candidates = append(out.Candidates, &AmbiguityCandidate{q.sheet.entity(c.Node), c.Score})
		}
		return out
	})
}
