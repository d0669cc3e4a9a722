package neo4j

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"citygraph/graph"
)

// Articles implements graph.ArticleReader.
func (r reader) Articles(ctx context.Context, ids []graph.ArticleID) ([]graph.Article, error) {
	if err := checkIDs(len(ids)); err != nil {
		return nil, err
	}
	return ask(ctx, r, "articles", time.Time{}, func(ctx context.Context, tx runner, m moment) ([]graph.Article, error) {
		known := make(map[graph.ArticleID]graph.Article, len(ids))
		err := m.versions(ctx, tx, "articles", ids, func(r record) error {
			a := articleOf(r.props("article"))
			known[a.ID] = a
			return nil
		})
		return pick(ids, known), err
	})
}

// versions asks a query about the versions of articles that the moment knows.
func (m moment) versions(ctx context.Context, tx runner, name string, ids []graph.ArticleID, each func(record) error) error {
	p := m.params()
	p["ids"] = strs(ids)
	return rows(ctx, tx, query(name, parts{"visible": visible}), p, each)
}

// Assertions implements graph.ArticleReader.
func (r reader) Assertions(ctx context.Context, ids []graph.ArticleID) ([]graph.Record, error) {
	if err := checkIDs(len(ids)); err != nil {
		return nil, err
	}
	return ask(ctx, r, "assertions", time.Time{}, func(ctx context.Context, tx runner, m moment) ([]graph.Record, error) {
		known, err := m.asserted(ctx, tx, ids)
		return pick(ids, known), err
	})
}

// asserted returns what articles assert themselves: from what is stored apart where they are
// read with other ids, else from mentions and claims.
func (m moment) asserted(ctx context.Context, tx runner, ids []graph.ArticleID) (map[graph.ArticleID]graph.Record, error) {
	known := make(map[graph.ArticleID]graph.Record, len(ids))
	var plain []graph.ArticleID
	err := m.versions(ctx, tx, "articles", ids, func(r record) error {
		p := r.props("article")
		a := articleOf(p)
		own := graph.Assertion{}
		if text := p.text("original"); text == "" {
			plain = append(plain, a.ID)
		} else if err := json.Unmarshal([]byte(text), &own); err != nil {
			return fmt.Errorf("read what %s asserts: %w", a.ID, err)
		}
		own.Article = a
		known[a.ID] = graph.Record{Assertion: own, Recorded: p.time("recorded")}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := m.addMentions(ctx, tx, plain, known); err != nil {
		return nil, err
	}
	return known, m.addClaims(ctx, tx, plain, known)
}

func (m moment) addMentions(ctx context.Context, tx runner, ids []graph.ArticleID, known map[graph.ArticleID]graph.Record) error {
	err := m.versions(ctx, tx, "article_mentions", ids, func(r record) error {
		e, err := described(r.text("json"))
		if err != nil {
			return err
		}
		a := known[graph.ArticleID(r.text("article"))]
		a.Entities = append(a.Entities, e)
		spans, _ := r.r.Get("spans")
		list, _ := spans.([]any)
		a.Mentions = append(a.Mentions, graph.MentionRef{Entity: e.ID, Spans: spansOf(list)})
		known[graph.ArticleID(r.text("article"))] = a
		return nil
	})
	for _, a := range known {
		slices.SortFunc(a.Entities, func(x, y graph.Entity) int { return cmp.Compare(x.ID, y.ID) })
		slices.SortFunc(a.Mentions, func(x, y graph.MentionRef) int { return cmp.Compare(x.Entity, y.Entity) })
	}
	return err
}

func (m moment) addClaims(ctx context.Context, tx runner, ids []graph.ArticleID, known map[graph.ArticleID]graph.Record) error {
	err := m.versions(ctx, tx, "article_claims", ids, func(r record) error {
		c := claimOf(r.props("claim"))
		a := known[c.Article]
		a.Claims = append(a.Claims, c)
		known[c.Article] = a
		return nil
	})
	for _, a := range known {
		slices.SortFunc(a.Claims, func(x, y graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
	}
	return err
}

// FindArticles implements graph.ArticleReader.
func (r reader) FindArticles(ctx context.Context, f graph.ArticleFilter, p graph.Page) (graph.List[graph.Article], error) {
	if _, err := pageLimit(p); err != nil {
		return graph.List[graph.Article]{}, err
	}
	return ask(ctx, r, "find articles", f.AsOf, func(ctx context.Context, tx runner, m moment) (graph.List[graph.Article], error) {
		if f.Mentions != "" {
			survivors, err := m.follow(ctx, tx, []graph.EntityID{f.Mentions})
			if err != nil {
				return graph.List[graph.Article]{}, err
			}
			f.Mentions = survivors[0]
		}
		return one(m.articleListing(ctx, tx, f).page(p))
	})
}

// articleListing lists articles, whose versions history holds whole: a moment only looks at
// those as well.
func (m moment) articleListing(ctx context.Context, tx runner, f graph.ArticleFilter) listing[graph.Article] {
	c := articleConditions(f)
	source, mention := "(x:Article)", "MENTIONS"
	if !m.isNow() {
		source, mention = "(x:Article|ArticleVersion)", "MENTIONS|MENTIONED"
		c.add(true, visible, m.params())
	}
	if f.Mentions != "" {
		source += "-[:" + mention + "]->(:EntityKey {id: $entity})"
		c.set["entity"] = string(f.Mentions)
	}
	read := func(s span, answer string, each func(record) error) error {
		slot := parts{"source": source, "where": where(c.list, s.where), "order": s.orderBy}
		return rows(ctx, tx, query(answer, slot), s.with(c.set), each)
	}
	keys := keyset{order: f.Order, id: "x.id", seek: "x.id >= ''"}
	if f.Order == graph.ByDate {
		keys.value, keys.descending, keys.seek = "x.date", true, "x.date >= ''"
	}
	return listing[graph.Article]{
		keys: keys, lists: 1, position: func(a graph.Article) graph.Position { return a.PositionIn(f.Order) },
		fetch: func(s span) ([][]graph.Article, error) {
			var list []graph.Article
			err := read(s, "find_articles", func(r record) error {
				list = append(list, articleOf(r.props("article")))
				return nil
			})
			return [][]graph.Article{list}, err
		},
		count: func() ([]int, error) {
			n := 0
			err := read(span{}, "count_articles", func(r record) error {
				n = r.number("count")
				return nil
			})
			return []int{n}, err
		},
	}
}
