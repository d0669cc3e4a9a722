package resolver

import (
	"context"
	"strings"

	"citygraph/graph"
)

// Node is anything with a global id: an Entity, *Edge, *Claim or *Article.
type Node interface{ ID() string }

// Entity is a node of the graph as a City, Region, Country, Person, Institution, Agreement or
// Event.
type Entity interface {
	Node
	row() graph.Node
}

// Place is a City, Region or Country.
type Place interface {
	Entity
	ISO() *string
}

// entities is the group of all entities that one place of the document yields.
type entities struct {
	shared
	scope scope
	ids   []graph.EntityID
	at    map[graph.EntityID]int
	list  []Entity
}

func newEntities(nodes []graph.Node, s scope) *entities {
	g := &entities{scope: s, at: map[graph.EntityID]int{}}
	for _, n := range nodes {
		if _, twice := g.at[n.ID]; twice {
			continue
		}
		g.at[n.ID] = len(g.ids)
		for _, id := range n.MergedFrom {
			g.at[id] = len(g.ids)
		}
		g.ids = append(g.ids, n.ID)
		g.list = append(g.list, typed(common{n, g}))
	}
	return g
}

// get returns the entity, nil where the group does not hold it.
func (g *entities) get(id graph.EntityID) Entity {
	if i, ok := g.at[id]; ok {
		return g.list[i]
	}
	return nil
}

// typed gives an entity the Go type of its entity type.
func typed(c common) Entity {
	switch c.node.Type {
	case graph.City:
		return &City{place{c}}
	case graph.Region:
		return &Region{place{c}}
	case graph.Country:
		return &Country{place{c}}
	case graph.Person:
		return &Person{c}
	case graph.Institution:
		return &Institution{c}
	case graph.Agreement:
		return &Agreement{c}
	}
	return &Event{c}
}

// loadEntities reads entities for a group of other objects, spending their rows.
func loadEntities(ctx context.Context, ids []graph.EntityID, s scope) (*entities, error) {
	nodes, err := loadNodes(ctx, ids, s)
	if err != nil {
		return nil, err
	}
	return newEntities(nodes, s), nil
}

// loadNodes reads the rows of entities, each once.
func loadNodes(ctx context.Context, ids []graph.EntityID, s scope) ([]graph.Node, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	ids = unique(ids)
	if err := spendRows(ctx, len(ids)); err != nil || len(ids) == 0 {
		return nil, err
	}
	return r.Nodes(ctx, ids, s.asOf)
}

// choose makes a group of those rows that a field names, so that what is asked below the field
// is not read for the others.
func choose(nodes []graph.Node, ids []graph.EntityID, s scope) *entities {
	all := newEntities(nodes, s)
	var chosen []graph.Node
	for _, id := range unique(ids) {
		if e := all.get(id); e != nil {
			chosen = append(chosen, e.row())
		}
	}
	return newEntities(chosen, s)
}

// common is what all entities have: a row and its group.
type common struct {
	node  graph.Node
	group *entities
}

func (c *common) row() graph.Node { return c.node }

// ID is the global id.
func (c *common) ID() string { return string(c.node.ID) }

// Type is the entity type.
func (c *common) Type() graph.EntityType { return c.node.Type }

// Name is the name in a language, else OriginalName.
func (c *common) Name(lang *string) string {
	if lang == nil {
		return c.node.Main
	}
	name, _ := c.node.NameIn(*lang)
	return name.Text
}

// OriginalName is the name that is shown where no language is asked for.
func (c *common) OriginalName() string { return c.node.Main }

// Names lists every name.
func (c *common) Names() []*Name {
	names := make([]*Name, len(c.node.Names))
	for i, n := range c.node.Names {
		names[i] = &Name{n}
	}
	return names
}

// ArticleCount is how many current articles mention the entity.
func (c *common) ArticleCount() int { return c.node.Articles }

// Degree is how many current edges lie at the entity.
func (c *common) Degree() int { return c.node.Degree }

// MergedFrom is the other ids that answer with this entity.
func (c *common) MergedFrom() []string {
	ids := make([]string, len(c.node.MergedFrom))
	for i, id := range c.node.MergedFrom {
		ids[i] = string(id)
	}
	return ids
}

// Country is the country of a place or institution.
func (c *common) Country(ctx context.Context) (*Country, error) {
	e, err := c.linked(ctx, "country", func(n graph.Node) graph.EntityID { return n.Country })
	country, _ := e.(*Country)
	return country, err
}

// CountryCode is the ISO 3166-1 code of the country, of a country its own.
func (c *common) CountryCode() *string {
	if c.node.Type == graph.Country {
		return known(c.node.ISO)
	}
	return known(strings.TrimPrefix(string(c.node.Country), "country:"))
}

// linked returns the entity that a field of the row names, loaded for the whole group.
func (c *common) linked(ctx context.Context, field string, id func(graph.Node) graph.EntityID) (Entity, error) {
	if id(c.node) == "" {
		return nil, nil
	}
	g, err := once(&c.group.shared, field, func() (*entities, error) {
		wanted := make([]graph.EntityID, len(c.group.list))
		for i, e := range c.group.list {
			wanted[i] = id(e.row())
		}
		return loadEntities(ctx, wanted, c.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(id(c.node)), nil
}
