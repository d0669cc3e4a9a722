package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Coverage is who tells of a tie.
type Coverage struct {
	Edge        *Edge
	Langs       []*FacetCount
	Sources     []*FacetCount
	OneLanguage bool
	OneSource   bool
}

// Witness is one independent text with all its copies.
type Witness struct{ Claims []*Claim }

// TieCoverage lists ties with the languages and publishers that tell of them.
func (Query) TieCoverage(ctx context.Context, place *string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CoverageConnection, error) {
	q := newInquiry(filter, asOf, validAt, "tieCoverage", place)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Coverage, error) {
		return analyze.TieCoverage(ctx, r, idOf(place), q.filter)
	}, func(c analyze.Coverage) string { return string(c.Edge.ID) }, func(c analyze.Coverage) *Coverage {
		return &Coverage{q.sheet.edge(c.Edge, c.Near), facetCounts(c.Langs), facetCounts(c.Sources), len(c.Langs) == 1, len(c.Sources) == 1}
	})
}

// Witnesses is the claims of the edge by independent text, read for the whole group.
func (e *Edge) Witnesses(ctx context.Context) ([]*Witness, error) {
	g := e.group
	found, err := once(&g.shared, "witnesses", func() (map[graph.EdgeID][]*Witness, error) {
		r, err := reader(ctx)
		if err != nil {
			return nil, err
		}
		texts, err := analyze.Witnesses(ctx, r, g.rows, g.scope.asOf)
		if err != nil {
			return nil, err
		}
		sh := newSheet(g.scope)
		out := make(map[graph.EdgeID][]*Witness, len(texts))
		for _, id := range g.ids {
			for _, claims := range texts[id] {
				out[id] = append(out[id], &Witness{sh.claimList(claims)})
			}
		}
		return out, sh.spend(ctx)
	})
	return found[e.edge.ID], err
}
