package resolver

import (
	"context"

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
