package resolver

import (
	"context"
	"time"

	"citygraph/graph"
)

// SearchConnection is a page of entities found by name, best match first.
type SearchConnection struct {
	*EntityConnection
	Edges []*SearchEdge
}

// SearchEdge is one hit.
type SearchEdge struct {
	*EntityEdge
	MatchedName *Name
}

// Search finds entities of every type by a name in any script.
func (Query) Search(ctx context.Context, text string, types []graph.EntityType, country *string, match *graph.NameMatch, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*SearchConnection, error) {
	s := newScope(asOf, validAt)
	f := graph.NodeFilter{Types: types, Country: graph.EntityID(value(country)), AsOf: s.asOf}
	if err := nameIn(&f, text, match); err != nil {
		return nil, err
	}
	page, err := findNodes(ctx, f, s, cut{first, after, last, before}, func(e Entity) Entity { return e })
	if err != nil {
		return nil, err
	}
	hits := make([]*SearchEdge, len(page.Edges))
	for i, item := range page.Edges {
		hits[i] = &SearchEdge{item, matched(item.Node.row(), f.Name)}
	}
	return &SearchConnection{page, hits}, nil
}

// matched is the name that fits the key best, of equal ones the first.
func matched(n graph.Node, key string) *Name {
	best, class := graph.Name{Text: n.Main}, -1
	for _, name := range n.Names {
		if c := (graph.Entity{Names: []graph.Name{name}}).MatchClass(key); c > class {
			best, class = name, c
		}
	}
	return &Name{best}
}
