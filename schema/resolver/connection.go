package resolver

import (
	"context"

	"citygraph/graph"
)

// Connection is one page of a list of N, in list order.
type Connection[N any] struct {
	Edges    []*Item[N]
	PageInfo *PageInfo
	total    int
}

// Item is one item of a page with its cursor.
type Item[N any] struct {
	Node   N
	Cursor string
}

// PageInfo is where a page lies in its list; the cursors are nil on an empty page.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Nodes returns the items without their cursors.
func (c *Connection[N]) Nodes() []N {
	nodes := make([]N, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// TotalCount is the size of the whole list; it was counted only if the document selects it.
func (c *Connection[N]) TotalCount() int { return c.total }

// The pages and items of the schema language.
type (
	// EntityConnection is a page of entities of any type.
	EntityConnection = Connection[Entity]
	// CityConnection is a page of cities.
	CityConnection = Connection[*City]
	// RegionConnection is a page of regions.
	RegionConnection = Connection[*Region]
	// CountryConnection is a page of countries.
	CountryConnection = Connection[*Country]
	// PersonConnection is a page of people.
	PersonConnection = Connection[*Person]
	// InstitutionConnection is a page of institutions.
	InstitutionConnection = Connection[*Institution]
	// AgreementConnection is a page of agreements.
	AgreementConnection = Connection[*Agreement]
	// EventConnection is a page of events.
	EventConnection = Connection[*Event]
	// EdgeConnection is a page of edges.
	EdgeConnection = Connection[*Edge]
	// ClaimConnection is a page of claims.
	ClaimConnection = Connection[*Claim]
	// ArticleConnection is a page of articles.
	ArticleConnection = Connection[*Article]

	// EntityEdge is an item of an EntityConnection.
	EntityEdge = Item[Entity]
	// CityEdge is an item of a CityConnection.
	CityEdge = Item[*City]
	// RegionEdge is an item of a RegionConnection.
	RegionEdge = Item[*Region]
	// CountryEdge is an item of a CountryConnection.
	CountryEdge = Item[*Country]
	// PersonEdge is an item of a PersonConnection.
	PersonEdge = Item[*Person]
	// InstitutionEdge is an item of an InstitutionConnection.
	InstitutionEdge = Item[*Institution]
	// AgreementEdge is an item of an AgreementConnection.
	AgreementEdge = Item[*Agreement]
	// EventEdge is an item of an EventConnection.
	EventEdge = Item[*Event]
	// EdgeEdge is an item of an EdgeConnection.
	EdgeEdge = Item[*Edge]
	// ClaimEdge is an item of a ClaimConnection.
	ClaimEdge = Item[*Claim]
	// ArticleEdge is an item of an ArticleConnection.
	ArticleEdge = Item[*Article]
)

// connect makes a page of a list that the store has cut; node makes the object of a row. It
// spends the rows of the page.
func connect[R, N any](ctx context.Context, name string, rows graph.List[R], node func(R) N) (*Connection[N], error) {
	if err := spendRows(ctx, len(rows.Items)); err != nil {
		return nil, err
	}
	c := &Connection[N]{
		Edges:    make([]*Item[N], len(rows.Items)),
		PageInfo: &PageInfo{HasNextPage: rows.HasNext, HasPreviousPage: rows.HasPrev},
		total:    rows.Total,
	}
	for i, row := range rows.Items {
		c.Edges[i] = &Item[N]{node(row), writeCursor(name, rows.Positions[i])}
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[n-1].Cursor
	}
	return c, nil
}
