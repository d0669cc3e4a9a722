package resolver

import (
	"context"
	"fmt"

	"citygraph/graph"
)

// edges is the group of all edges that one place of the document yields.
type edges struct {
	shared
	scope scope
	rows  []graph.Edge // each once
	ids   []graph.EdgeID
	at    map[graph.EdgeID]int
	far   []graph.EntityID // the far ends of those that were read from an entity
}

func newEdges(rows []graph.Edge, s scope) *edges {
	g := &edges{scope: s, at: map[graph.EdgeID]int{}}
	for _, e := range rows {
		if _, twice := g.at[e.ID]; twice {
			continue
		}
		g.at[e.ID] = len(g.rows)
		g.rows = append(g.rows, e)
		g.ids = append(g.ids, e.ID)
	}
	return g
}

// seen makes the object of an edge that was read from an entity, or from none.
func (g *edges) seen(row graph.Edge, near graph.EntityID) *Edge {
	if near != "" {
		g.far = append(g.far, row.Other(near))
	}
	return &Edge{row, near, g}
}

// each is what of names of every edge.
func (g *edges) each(of func(graph.Edge) graph.EntityID) []graph.EntityID {
	list := make([]graph.EntityID, len(g.rows))
	for i, row := range g.rows {
		list[i] = of(row)
	}
	return list
}

// ends is both ends of every edge.
func (g *edges) ends() []graph.EntityID {
	var list []graph.EntityID
	for _, row := range g.rows {
		list = append(list, row.From, row.To)
	}
	return list
}

// Edge is an edge, seen from the entity near ("" where it was read from none).
type Edge struct {
	edge  graph.Edge
	near  graph.EntityID
	group *edges
}

// ID is the global id.
func (e *Edge) ID() string { return string(e.edge.ID) }

// Type is the kind of edge.
func (e *Edge) Type() graph.EdgeType { return e.edge.Type }

// Symmetric reports whether the two ends are alike.
func (e *Edge) Symmetric() bool {
	r, _ := graph.RelationOf(e.edge.Type)
	return r.Symmetric
}

// From is the end that the edge starts at.
func (e *Edge) From(ctx context.Context) (Entity, error) {
	return e.end(ctx, "from", func(edge graph.Edge) graph.EntityID { return edge.From })
}

// To is the end that the edge leads to.
func (e *Edge) To(ctx context.Context) (Entity, error) {
	return e.end(ctx, "to", func(edge graph.Edge) graph.EntityID { return edge.To })
}

// end returns one end of the edge; the rows of both are read together.
func (e *Edge) end(ctx context.Context, field string, of func(graph.Edge) graph.EntityID) (Entity, error) {
	g, err := once(&e.group.shared, field, func() (*entities, error) {
		nodes, err := once(&e.group.shared, "ends", func() ([]graph.Node, error) {
			return loadNodes(ctx, e.group.ends(), e.group.scope)
		})
		return choose(nodes, e.group.each(of), e.group.scope), err
	})
	if err != nil {
		return nil, err
	}
	found := g.get(of(e.edge))
	if found == nil {
		return nil, fmt.Errorf("resolver: end %s of %s is missing in the store", of(e.edge), e.edge.ID)
	}
	return found, nil
}

// Other is the far end, nil where the edge was not read from an entity.
func (e *Edge) Other(ctx context.Context) (Entity, error) {
	if e.near == "" {
		return nil, nil
	}
	g, err := once(&e.group.shared, "other", func() (*entities, error) {
		return loadEntities(ctx, e.group.far, e.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(e.edge.Other(e.near)), nil
}

// Direction is how the edge lies at the entity that it was read from.
func (e *Edge) Direction() *graph.Direction {
	out, in := graph.Out, graph.In
	switch {
	case e.near == "" || e.Symmetric():
		return nil
	case e.near == e.edge.From:
		return &out
	}
	return &in
}

// PostedTo is where an envoy is posted.
func (e *Edge) PostedTo(ctx context.Context) (Entity, error) {
	if e.edge.PostedTo == "" {
		return nil, nil
	}
	g, err := once(&e.group.shared, "postedTo", func() (*entities, error) {
		return loadEntities(ctx, e.group.each(func(edge graph.Edge) graph.EntityID { return edge.PostedTo }), e.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(e.edge.PostedTo), nil
}

// Date is when it happened, or since when it holds.
func (e *Edge) Date() *PartialDate { return partial(e.edge.Date) }

// Until is when it ended.
func (e *Edge) Until() *PartialDate { return partial(e.edge.Until) }

// FirstAsserted is the date of the earliest article that asserts it.
func (e *Edge) FirstAsserted() *graph.Date { return day(e.edge.First) }

// LastAsserted is the date of the latest article that asserts it.
func (e *Edge) LastAsserted() *graph.Date { return day(e.edge.Last) }

// Tier is the tier of a tie.
func (e *Edge) Tier() *graph.Tier { return known(e.edge.Tier) }

// Status is the status of a tie, visit or partnership.
func (e *Edge) Status() *graph.Status { return known(e.edge.Status) }

// Office is the office held.
func (e *Edge) Office() *graph.Office { return known(e.edge.Office) }

// Title is office or tier in the source's words.
func (e *Edge) Title() *string { return known(e.edge.Title) }

// Former reports whether the office was over.
func (e *Edge) Former() bool { return e.edge.Former }

// Role is the role of a participant.
func (e *Edge) Role() *graph.Role { return known(e.edge.Role) }

// Round is the number of the round of a renewal.
func (e *Edge) Round() *int { return known(e.edge.Round) }

// Topics are the fields of cooperation.
func (e *Edge) Topics() []graph.Topic { return listed(e.edge.Topics) }

// Modality is the firmest modality of its claims.
func (e *Edge) Modality() graph.Modality { return e.edge.Modality }

// ClaimCount is how many current claims it rests on.
func (e *Edge) ClaimCount() int { return e.edge.Claims }

// Support is how many independent articles assert it.
func (e *Edge) Support() int { return e.edge.Support }

// Confidence is how sure the graph is.
func (e *Edge) Confidence() float64 { return e.edge.Confidence }

// Claims is the claims that it rests on.
func (e *Edge) Claims(ctx context.Context, filter *ClaimFilter, first *int, after *string, last *int, before *string) (*ClaimConnection, error) {
	g := e.group
	return findClaims(ctx, &g.shared, graph.ClaimScope{Edges: g.ids}, g.at[e.edge.ID], filter.read(g.scope),
		cut{first, after, last, before}, g.scope)
}
