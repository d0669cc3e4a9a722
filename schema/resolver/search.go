package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/match"
)

// SearchConnection is a page of entities found by name, best match first.
type SearchConnection struct {
	*EntityConnection
	Edges   []*SearchEdge
	SpeltAs *string // the key that was searched instead, nil where the text was found
}

// SearchEdge is one hit.
type SearchEdge struct {
	*EntityEdge
	MatchedName *Name
	Score       float64
}

// Search finds entities of every type by a name in any script.
func (Query) Search(ctx context.Context, text string, types []graph.EntityType, country *string, matchBy *graph.NameMatch, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*SearchConnection, error) {
	s := newScope(asOf, validAt)
	f := graph.NodeFilter{Types: types, Country: graph.EntityID(value(country)), AsOf: s.asOf}
	if err := nameIn(&f, text, matchBy); err != nil {
		return nil, err
	}
	asked := f.Name
	if f.Match == graph.MatchWords {
		var err error
		if f.Name, err = spelt(ctx, f); err != nil {
			return nil, err
		}
	}
	page, err := findNodes(ctx, f, s, cut{first, after, last, before}, func(e Entity) Entity { return e })
	if err != nil {
		return nil, err
	}
	hits := make([]*SearchEdge, len(page.Edges))
	for i, item := range page.Edges {
		name := matched(item.Node.row(), f.Name)
		like, _ := match.Likeness(asked, name.name.Key)
		hits[i] = &SearchEdge{item, name, match.Score(like)}
	}
	found := &SearchConnection{EntityConnection: page, Edges: hits}
	if f.Name != asked {
		found.SpeltAs = &f.Name
	}
	return found, nil
}

// spelt is the key that finds something: the one that is asked for, or one that a typing mistake
// made into it. Pages after the first need it too, because cursors are bound to the filter.
func spelt(ctx context.Context, f graph.NodeFilter) (string, error) {
	r, err := reader(ctx)
	if err != nil {
		return "", err
	}
	_, key, err := match.Find(ctx, r, f, graph.Page{Limit: 1})
	return key, err
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
