package resolver

import (
	"context"
	"time"

	"citygraph/graph"
)

// as gives an entity its Go type; the store was asked for that type only.
func as[E Entity](e Entity) E {
	typed, _ := e.(E)
	return typed
}

// listNodes answers a list of entities of one type.
func listNodes[E Entity](ctx context.Context, t graph.EntityType, filter *NodeFilter, orderBy *graph.Order, s scope, c cut) (*Connection[E], error) {
	f, err := filter.read(t, s, orderBy)
	if err != nil {
		return nil, err
	}
	return findNodes(ctx, f, s, c, as[E])
}

// findNodes reads one page of entities and makes one group of it.
func findNodes[N any](ctx context.Context, f graph.NodeFilter, s scope, c cut, node func(Entity) N) (*Connection[N], error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	list := fingerprint("nodes", f)
	p, err := c.page(ctx, list)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, 1, p); err != nil {
		return nil, err
	}
	found, err := r.FindNodes(ctx, f, p)
	if err != nil {
		return nil, err
	}
	group := newEntities(found.Items, s)
	return connect(ctx, list, found, func(n graph.Node) N { return node(group.get(n.ID)) })
}

// Cities lists cities.
func (Query) Cities(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CityConnection, error) {
	return listNodes[*City](ctx, graph.City, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Regions lists regions.
func (Query) Regions(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*RegionConnection, error) {
	return listNodes[*Region](ctx, graph.Region, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Countries lists countries.
func (Query) Countries(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CountryConnection, error) {
	return listNodes[*Country](ctx, graph.Country, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// People lists people.
func (Query) People(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*PersonConnection, error) {
	return listNodes[*Person](ctx, graph.Person, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Institutions lists institutions.
func (Query) Institutions(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*InstitutionConnection, error) {
	return listNodes[*Institution](ctx, graph.Institution, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Agreements lists agreements.
func (Query) Agreements(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AgreementConnection, error) {
	return listNodes[*Agreement](ctx, graph.Agreement, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Events lists events.
func (Query) Events(ctx context.Context, filter *NodeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*EventConnection, error) {
	return listNodes[*Event](ctx, graph.Event, filter, orderBy, newScope(asOf, validAt), cut{first, after, last, before})
}

// Articles lists articles.
func (Query) Articles(ctx context.Context, filter *ArticleFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*ArticleConnection, error) {
	s := newScope(asOf, validAt)
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	f, err := filter.read(s, orderBy)
	if err != nil {
		return nil, err
	}
	list := fingerprint("articles", f)
	p, err := cut{first, after, last, before}.page(ctx, list)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, 1, p); err != nil {
		return nil, err
	}
	found, err := r.FindArticles(ctx, f, p)
	if err != nil {
		return nil, err
	}
	group := newArticles(found.Items, s)
	return connect(ctx, list, found, func(a graph.Article) *Article { return group.get(a.ID) })
}

// Edge is one edge by its id.
func (Query) Edge(ctx context.Context, id string, asOf *time.Time, validAt *graph.Date) (*Edge, error) {
	found, err := loadEdges(ctx, []graph.EdgeID{graph.EdgeID(id)}, newScope(asOf, validAt))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// Edges lists edges over the whole graph.
func (Query) Edges(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	s := newScope(asOf, validAt)
	f := filter.read(s, orderBy)
	if f.Direction != graph.Both {
		return nil, &graph.InvalidError{Field: "filter.direction", Reason: "needs an entity to read from"}
	}
	list := fingerprint("edges", f)
	p, err := cut{first, after, last, before}.page(ctx, list)
	if err != nil {
		return nil, err
	}
	pages, err := findEdges(ctx, nil, f, p, s, list)
	if err != nil {
		return nil, err
	}
	return pages[0], nil
}

// Claim is one claim by its id.
func (Query) Claim(ctx context.Context, id string, asOf *time.Time, validAt *graph.Date) (*Claim, error) {
	found, err := loadClaims(ctx, []graph.ClaimID{graph.ClaimID(id)}, newScope(asOf, validAt))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

// Figures lists the numbers that articles claim about a place.
func (Query) Figures(ctx context.Context, place string, types []graph.FigureType, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*ClaimConnection, error) {
	s := newScope(asOf, validAt)
	scoped := graph.ClaimScope{Entities: []graph.EntityID{graph.EntityID(place)}}
	return findClaims(ctx, &shared{}, scoped, 0, figureFilter(types, s), cut{first, after, last, before}, s)
}
