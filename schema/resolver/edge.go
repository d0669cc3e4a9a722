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
func (e *Edge) From(ctx context.Context) (Entity, error) { return e.end(ctx, e.edge.From) }

// To is the end that the edge leads to.
func (e *Edge) To(ctx context.Context) (Entity, error) { return e.end(ctx, e.edge.To) }

// end returns one end; both ends of the whole group are read at once.
func (e *Edge) end(ctx context.Context, id graph.EntityID) (Entity, error) {
	found, err := e.entity(ctx, "ends", id, func(edge graph.Edge) []graph.EntityID {
		return []graph.EntityID{edge.From, edge.To}
	})
	if err == nil && found == nil {
		return nil, fmt.Errorf("resolver: end %s of %s is missing in the store", id, e.edge.ID)
	}
	return found, err
}

// Other is the far end, nil where the edge was not read from an entity.
func (e *Edge) Other(ctx context.Context) (Entity, error) {
	if e.near == "" {
		return nil, nil
	}
	return e.end(ctx, e.edge.Other(e.near))
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
	return e.entity(ctx, "postedTo", e.edge.PostedTo, func(edge graph.Edge) []graph.EntityID {
		return []graph.EntityID{edge.PostedTo}
	})
}

// entity returns one of the entities that of names, which are read for the whole group.
func (e *Edge) entity(ctx context.Context, key string, id graph.EntityID, of func(graph.Edge) []graph.EntityID) (Entity, error) {
	if id == "" {
		return nil, nil
	}
	g, err := once(&e.group.shared, key, func() (*entities, error) {
		var wanted []graph.EntityID
		for _, row := range e.group.rows {
			wanted = append(wanted, of(row)...)
		}
		return loadEntities(ctx, wanted, e.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(id), nil
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
