package resolver

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// articles is the group of all articles that one place of the document yields.
type articles struct {
	shared
	scope scope
	ids   []graph.ArticleID
	at    map[graph.ArticleID]int
	list  []*Article
}

// Article is one article.
type Article struct {
	article graph.Article
	group   *articles
}

func newArticles(rows []graph.Article, s scope) *articles {
	g := &articles{scope: s, at: index(rows, func(a graph.Article) graph.ArticleID { return a.ID })}
	for _, a := range rows {
		g.ids = append(g.ids, a.ID)
		g.list = append(g.list, &Article{a, g})
	}
	return g
}

func (g *articles) get(id graph.ArticleID) *Article {
	if i, ok := g.at[id]; ok {
		return g.list[i]
	}
	return nil
}

// loadArticles reads articles for a group of other objects, spending their rows.
func loadArticles(ctx context.Context, ids []graph.ArticleID, s scope) (*articles, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	ids = unique(ids)
	if err := spendRows(ctx, len(ids)); err != nil || len(ids) == 0 {
		return newArticles(nil, s), err
	}
	rows, err := r.Articles(ctx, ids)
	if err != nil {
		return nil, err
	}
	return newArticles(rows, s), nil
}

// ID is the global id.
func (a *Article) ID() string { return string(a.article.ID) }

// URL is the address.
func (a *Article) URL() *string { return known(a.article.URL) }

// Source is the publisher.
func (a *Article) Source() *string { return known(a.article.Source) }

// Title is the title.
func (a *Article) Title() string { return a.article.Title }

// Lang is the language.
func (a *Article) Lang() string { return a.article.Lang }

// Direction is which way the article is written.
func (a *Article) Direction() TextDirection { return directionOf(a.article.Text) }

// Date is when it was published.
func (a *Article) Date() *graph.Date { return day(a.article.Date) }

// Text is title and body.
func (a *Article) Text(ctx context.Context) (string, error) { return spendText(ctx, a.article.Text) }

// RawHash is the hash of the bytes that were read.
func (a *Article) RawHash() string { return a.article.RawHash }

// Claims is the claims that the article asserts.
func (a *Article) Claims(ctx context.Context, filter *ClaimFilter, first *int, after *string, last *int, before *string) (*ClaimConnection, error) {
	g := a.group
	return findClaims(ctx, &g.shared, graph.ClaimScope{Articles: g.ids}, g.at[a.article.ID], filter.read(g.scope),
		cut{first, after, last, before}, g.scope)
}

// Mentions is the entities that the article names.
func (a *Article) Mentions(ctx context.Context, first *int, after *string, last *int, before *string) (*MentionConnection, error) {
	p, err := cut{first, after, last, before}.page(ctx, "mentions")
	if err != nil {
		return nil, err
	}
	pages, err := once(&a.group.shared, fingerprint("mentions", p), func() (map[graph.ArticleID]*MentionConnection, error) {
		return a.group.mentions(ctx, p)
	})
	if err != nil {
		return nil, err
	}
	if page := pages[a.article.ID]; page != nil {
		return page, nil
	}
	return connect(ctx, "mentions", graph.List[graph.MentionRef]{}, func(graph.MentionRef) *Mention { return nil })
}

// mentions reads the mentions of the whole group and cuts one page for each article.
func (g *articles) mentions(ctx context.Context, p graph.Page) (map[graph.ArticleID]*MentionConnection, error) {
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
	group := &mentions{scope: g.scope}
	pages := make(map[graph.ArticleID]*MentionConnection, len(records))
	for _, record := range records {
		refs := cutMentions(record.Mentions, p)
		for _, ref := range refs.Items {
			group.ids = append(group.ids, ref.Entity)
		}
		text := record.Article.Text
		pages[record.Article.ID], err = connect(ctx, "mentions", refs, func(m graph.MentionRef) *Mention {
			return &Mention{m, text, group}
		})
		if err != nil {
			return nil, err
		}
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

// mentions is the group of all mentions that one place of the document yields.
type mentions struct {
	shared
	scope scope
	ids   []graph.EntityID
}

// Mention is an entity that an article names.
type Mention struct {
	ref   graph.MentionRef
	text  string
	group *mentions
}

// Entity is the entity, nil where the graph does not hold it any more.
func (m *Mention) Entity(ctx context.Context) (Entity, error) {
	g, err := once(&m.group.shared, "entities", func() (*entities, error) {
		return loadEntities(ctx, m.group.ids, m.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(m.ref.Entity), nil
}

// Spans is where the article names the entity.
func (m *Mention) Spans() []*Span {
	spans := make([]*Span, len(m.ref.Spans))
	for i, s := range m.ref.Spans {
		spans[i] = spanIn(s, graph.Span{End: len(m.text)}, m.text)
	}
	return spans
}
