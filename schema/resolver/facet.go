package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// FacetCounts is the counts of one facet.
type FacetCounts struct {
	By     analyze.Facet
	Values []*FacetCount
}

// FacetCount is how many edges have a value.
type FacetCount struct {
	Value *string
	Count int
}

// Facets counts the edges at an entity.
func (Query) Facets(ctx context.Context, entity string, by []analyze.Facet, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date) ([]*FacetCounts, error) {
	if most := len(analyze.Facets()); len(by) > most {
		return nil, &graph.LimitError{Limit: "Facets", Max: most, Got: len(by)}
	}
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := analyze.CountBy(ctx, r, graph.EntityID(entity), by, filter.read(newScope(asOf, validAt), nil))
	if err != nil {
		return nil, err
	}
	out := make([]*FacetCounts, len(by))
	for i, facet := range by {
		out[i] = &FacetCounts{facet, facetCounts(counts[i])}
	}
	return out, nil
}

func facetCounts(counts []analyze.FacetCount) []*FacetCount {
	out := make([]*FacetCount, len(counts))
	for i, c := range counts {
		out[i] = &FacetCount{known(c.Value), c.Count}
	}
	return out
}

// Continent is the continent of a place or institution.
func (c *common) Continent() *graph.Continent { return known(c.node.Continent()) }
