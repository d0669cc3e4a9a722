package resolver

import (
	"context"
	"strings"
	"time"

	"citygraph/graph"
)

// Query makes the objects of the root fields. It has no state of its own: everything is read
// from the Reader of the context.
type Query struct{}

// Node is anything by its global id.
func (q Query) Node(ctx context.Context, id string, asOf *time.Time, validAt *graph.Date) (Node, error) {
	nodes, err := q.Nodes(ctx, []string{id}, asOf, validAt)
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

// Nodes is many things by their global ids, in that order, nil where there is none.
func (Query) Nodes(ctx context.Context, ids []string, asOf *time.Time, validAt *graph.Date) ([]Node, error) {
	if len(ids) > MaxNodeIDs {
		return nil, &graph.LimitError{Limit: "MaxNodeIDs", Max: MaxNodeIDs, Got: len(ids)}
	}
	found, err := loadAll(ctx, ids, newScope(asOf, validAt))
	if err != nil {
		return nil, err
	}
	nodes := make([]Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

// loadAll reads things of all kinds, one call a kind.
func loadAll(ctx context.Context, ids []string, s scope) (map[string]Node, error) {
	var entityIDs []graph.EntityID
	var edgeIDs []graph.EdgeID
	var claimIDs []graph.ClaimID
	var articleIDs []graph.ArticleID
	for _, id := range unique(ids) {
		switch prefix, _, _ := strings.Cut(id, ":"); prefix {
		case "edge":
			edgeIDs = append(edgeIDs, graph.EdgeID(id))
		case "claim":
			claimIDs = append(claimIDs, graph.ClaimID(id))
		case "article":
			articleIDs = append(articleIDs, graph.ArticleID(id))
		default:
			entityIDs = append(entityIDs, graph.EntityID(id))
		}
	}
	found := map[string]Node{}
	es, err := loadEntities(ctx, entityIDs, s)
	if err != nil {
		return nil, err
	}
	for _, id := range entityIDs {
		if e := es.get(id); e != nil {
			found[string(id)] = e
		}
	}
	edges, err := loadEdges(ctx, edgeIDs, s)
	if err != nil {
		return nil, err
	}
	collect(found, edges)
	claims, err := loadClaims(ctx, claimIDs, s)
	if err != nil {
		return nil, err
	}
	collect(found, claims)
	as, err := loadArticles(ctx, articleIDs, s)
	if err != nil {
		return nil, err
	}
	collect(found, as.list)
	return found, nil
}

func collect[N Node](found map[string]Node, list []N) {
	for _, n := range list {
		found[n.ID()] = n
	}
}

func loadEdges(ctx context.Context, ids []graph.EdgeID, s scope) ([]*Edge, error) {
	r, err := reader(ctx)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	rows, err := r.Edges(ctx, ids, s.asOf)
	if err != nil {
		return nil, err
	}
	group := newEdges(rows, s)
	list := make([]*Edge, len(rows))
	for i, row := range rows {
		list[i] = &Edge{edge: row, group: group}
	}
	return list, spendRows(ctx, len(rows))
}

func loadClaims(ctx context.Context, ids []graph.ClaimID, s scope) ([]*Claim, error) {
	r, err := reader(ctx)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	rows, err := r.Claims(ctx, ids)
	if err != nil {
		return nil, err
	}
	group := &claims{scope: s, rows: rows}
	list := make([]*Claim, len(rows))
	for i, row := range rows {
		list[i] = &Claim{row, group}
	}
	return list, spendRows(ctx, len(rows))
}

// Entity is one entity by its id.
func (Query) Entity(ctx context.Context, id string, asOf *time.Time, validAt *graph.Date) (Entity, error) {
	s := newScope(asOf, validAt)
	g, err := loadEntities(ctx, []graph.EntityID{graph.EntityID(id)}, s)
	if err != nil {
		return nil, err
	}
	return g.get(graph.EntityID(id)), nil
}

// City is one city by id, GeoNames id or name.
func (Query) City(ctx context.Context, id *string, geonames *int64, name *string, asOf *time.Time, validAt *graph.Date) (*City, error) {
	var registered *string
	if geonames != nil {
		s := string(graph.CityID(*geonames))
		registered = &s
	}
	return onePlace[*City](ctx, graph.City, "id, geonames, name", id, registered, name, newScope(asOf, validAt))
}

// Region is one region by id, ISO code or name.
func (Query) Region(ctx context.Context, id, iso, name *string, asOf *time.Time, validAt *graph.Date) (*Region, error) {
	var registered *string
	if iso != nil {
		s := string(graph.RegionID(strings.ToUpper(*iso)))
		registered = &s
	}
	return onePlace[*Region](ctx, graph.Region, "id, iso, name", id, registered, name, newScope(asOf, validAt))
}

// Country is one country by id, ISO code or name.
func (Query) Country(ctx context.Context, id, iso, name *string, asOf *time.Time, validAt *graph.Date) (*Country, error) {
	var registered *string
	if iso != nil {
		s := string(graph.CountryID(strings.ToUpper(*iso)))
		registered = &s
	}
	return onePlace[*Country](ctx, graph.Country, "id, iso, name", id, registered, name, newScope(asOf, validAt))
}

// onePlace finds a place by exactly one of its id, the id made from a register's, and a name.
func onePlace[P Entity](ctx context.Context, t graph.EntityType, fields string, id, registered, name *string, s scope) (P, error) {
	var none P
	given := 0
	for _, p := range []*string{id, registered, name} {
		if p != nil {
			given++
		}
	}
	if given != 1 {
		return none, &graph.InvalidError{Field: fields, Reason: "exactly one is needed"}
	}
	if name != nil {
		one := 1
		found, err := listNodes[P](ctx, t, &NodeFilter{Name: name}, nil, s, cut{first: &one})
		if err != nil || len(found.Edges) == 0 {
			return none, err
		}
		return found.Edges[0].Node, nil
	}
	wanted := graph.EntityID(value(id) + value(registered))
	g, err := loadEntities(ctx, []graph.EntityID{wanted}, s)
	if err != nil {
		return none, err
	}
	place, _ := g.get(wanted).(P)
	return place, nil
}
