package resolver

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// mentions is the group of all mentions that one place of the document yields.
type mentions struct {
	shared
	scope scope
	ids   []graph.EntityID
}

// entities reads the entities of the whole group.
func (g *mentions) entities(ctx context.Context) (*entities, error) {
	return once(&g.shared, "entities", func() (*entities, error) { return loadEntities(ctx, g.ids, g.scope) })
}

// MentionConnection is a page of the entities that an article names, by id.
type MentionConnection struct {
	*Connection[graph.MentionRef]
	text  string
	group *mentions
}

// MentionEdge is an entity that an article names.
type MentionEdge struct {
	*Item[graph.MentionRef]
	text  string
	group *mentions
}

// Edges is the items with their cursors.
func (c *MentionConnection) Edges() []*MentionEdge {
	list := make([]*MentionEdge, len(c.Connection.Edges))
	for i, item := range c.Connection.Edges {
		list[i] = &MentionEdge{item, c.text, c.group}
	}
	return list
}

// Nodes is the entities.
func (c *MentionConnection) Nodes(ctx context.Context) ([]Entity, error) {
	g, err := c.group.entities(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]Entity, len(c.Connection.Edges))
	for i, item := range c.Connection.Edges {
		list[i] = g.get(item.Node.Entity)
	}
	return list, nil
}

// Node is the entity, nil where the graph did not hold it at the record time.
func (e *MentionEdge) Node(ctx context.Context) (Entity, error) {
	g, err := e.group.entities(ctx)
	if err != nil {
		return nil, err
	}
	return g.get(e.Item.Node.Entity), nil
}

// Spans is where the article names the entity.
func (e *MentionEdge) Spans() []*Span {
	spans := make([]*Span, len(e.Item.Node.Spans))
	for i, s := range e.Item.Node.Spans {
		spans[i] = spanIn(s, graph.Span{End: len(e.text)}, e.text)
	}
	return spans
}

// Mentions is the entities that the article names.
func (a *Article) Mentions(ctx context.Context, first *int, after *string, last *int, before *string) (*MentionConnection, error) {
	p, err := cut{first, after, last, before}.page(ctx, "mentions")
	if err != nil {
		return nil, err
	}
	pages, err := once(&a.group.shared, fingerprint("mentions", p), func() ([]*MentionConnection, error) {
		return a.group.mentions(ctx, p)
	})
	if err != nil {
		return nil, err
	}
	return pages[a.group.at[a.article.ID]], nil
}

// mentions reads what the whole group asserts and cuts one page for each article.
func (g *articles) mentions(ctx context.Context, p graph.Page) ([]*MentionConnection, error) {
	records, err := once(&g.shared, "assertions", func() ([]graph.Record, error) {
		r, err := reader(ctx)
		if err != nil {
			return nil, err
		}
		return r.Assertions(ctx, g.ids)
	})
	if err != nil {
		return nil, err
	}
	refs := make([]graph.List[graph.MentionRef], len(g.ids))
	for _, record := range records {
		refs[g.at[record.Article.ID]] = cutMentions(record.Mentions, p)
	}
	group := &mentions{scope: g.scope}
	pages := make([]*MentionConnection, len(g.ids))
	for i, list := range refs {
		for _, ref := range list.Items {
			group.ids = append(group.ids, ref.Entity)
		}
		page, err := connect(ctx, "mentions", list, func(m graph.MentionRef) graph.MentionRef { return m })
		if err != nil {
			return nil, err
		}
		pages[i] = &MentionConnection{page, g.list[i].article.Text, group}
	}
	return pages, nil
}

// cutMentions cuts a page out of a list of mentions in order of entity id.
func cutMentions(refs []graph.MentionRef, p graph.Page) graph.List[graph.MentionRef] {
	sorted := slices.SortedFunc(slices.Values(refs), func(a, b graph.MentionRef) int { return cmp.Compare(a.Entity, b.Entity) })
	from, to := 0, len(sorted)
	if !p.After.IsZero() {
		from, _ = slices.BinarySearchFunc(sorted, graph.EntityID(p.After.ID+"\x00"), byEntity)
	}
	if !p.Before.IsZero() {
		to, _ = slices.BinarySearchFunc(sorted, graph.EntityID(p.Before.ID), byEntity)
	}
	to = max(from, to)
	if p.Backward {
		from = max(from, to-p.Limit)
	} else {
		to = min(to, from+p.Limit)
	}
	list := graph.List[graph.MentionRef]{Items: sorted[from:to], HasPrev: from > 0, HasNext: to < len(sorted), Total: len(sorted)}
	for _, m := range list.Items {
		list.Positions = append(list.Positions, graph.Position{ID: string(m.Entity)})
	}
	return list
}

func byEntity(m graph.MentionRef, id graph.EntityID) int { return cmp.Compare(m.Entity, id) }
