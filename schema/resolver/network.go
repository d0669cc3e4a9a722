package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Projection is the rule by which edges become a network.
type Projection struct {
	Types         []graph.EdgeType
	Weight        *analyze.Weight
	WithCountries *bool
	Period        *graph.Date
}

func (p *Projection) read() analyze.Projection {
	if p == nil {
		return analyze.Projection{}
	}
	return analyze.Projection{Types: p.Types, Weight: value(p.Weight), WithCountries: value(p.WithCountries), Period: value(p.Period)}
}

// Centrality is the standing of a node in a network.
type Centrality struct {
	Entity         Entity
	Degree         int
	WeightedDegree float64
	Betweenness    float64
	Eigenvector    float64
}

// Division is a network cut into communities.
type Division struct {
	NodeCount            int
	Modularity           float64
	DegreeAssortativity  *float64
	CountryAssortativity *float64
	communities          []analyze.Community
	inquiry              inquiry
}

// Community is nodes that are linked more to each other than to the rest.
type Community struct {
	Size      int
	Countries []*FacetCount
	Members   []Entity
}

// The pages of this file.
type (
	// CentralityConnection is a page of nodes by standing.
	CentralityConnection = Connection[*Centrality]
	// CentralityEdge is an item of a CentralityConnection.
	CentralityEdge = Item[*Centrality]
	// CommunityConnection is a page of communities.
	CommunityConnection = Connection[*Community]
	// CommunityEdge is an item of a CommunityConnection.
	CommunityEdge = Item[*Community]
)

// Centrality ranks the nodes of a projection.
func (Query) Centrality(ctx context.Context, projection *Projection, by analyze.Measure, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CentralityConnection, error) {
	q := newInquiry(filter, asOf, validAt, "centrality", projection, by)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Centrality, error) {
		return analyze.Centralities(ctx, r, projection.read(), by, q.filter)
	}, func(c analyze.Centrality) string { return string(c.Node.ID) }, func(c analyze.Centrality) *Centrality {
		return &Centrality{q.sheet.entity(c.Node), c.Degree, c.Weighted, c.Betweenness, c.Eigenvector}
	})
}

// Communities cuts a projection into communities.
func (Query) Communities(ctx context.Context, projection *Projection, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date) (*Division, error) {
	q := newInquiry(filter, asOf, validAt, "communities", projection)
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	d, err := analyze.Communities(ctx, r, projection.read(), q.filter)
	if err != nil {
		return nil, err
	}
	return &Division{d.Nodes, d.Modularity, d.Degree, d.Country, d.Communities, q}, nil
}

// Communities is the communities, largest first.
func (d *Division) Communities(ctx context.Context, first *int, after *string, last *int, before *string) (*CommunityConnection, error) {
	sh := d.inquiry.sheet
	return pageOf(ctx, sh, d.inquiry.list, d.communities, func(c analyze.Community) string { return string(c.Members[0].ID) },
		cut{first, after, last, before}, func(c analyze.Community) *Community {
			return &Community{len(c.Members), facetCounts(c.Countries), sh.entities(c.Members)}
		})
}
