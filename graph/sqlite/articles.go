package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"citygraph/graph"
)

func (q *session) findArticles(f graph.ArticleFilter, p graph.Page) (graph.List[graph.Article], error) {
	s, k := stream{text: q.c.text[findArticles]}, column{id: "a.article", value: "a.date"}
	naming := f.Mentions != "" && f.AsOf.IsZero()
	if naming {
		s, k = stream{text: q.c.text[findArticlesNaming], own: []any{f.Mentions}}, column{id: "m.article", value: "m.date"}
	}
	switch f.Order {
	case graph.ByID:
		k.value = ""
	case graph.ByDate:
	default:
		return graph.List[graph.Article]{}, noOrder(f.Order)
	}
	if err := addArticleFilter(&s.fragments, f, naming); err != nil {
		return graph.List[graph.Article]{}, err
	}
	position := func(a graph.Article) graph.Position { return a.PositionIn(f.Order) }
	return merged(q, []stream{s}, k, f.Order, body[graph.Article], position).page(p)
}

// namedAt are the assertions that name an entity, then or now.
const namedAt = `a.n IN (
  SELECT m.assertion FROM entity AS i JOIN mention AS m ON m.entity = i.n AND m.current = 1 WHERE i.id = ?
  UNION ALL SELECT m.assertion FROM entity AS i JOIN mention AS m ON m.entity = i.n AND m.current = 0 WHERE i.id = ?)`

func addArticleFilter(f *fragments, filter graph.ArticleFilter, naming bool) error {
	switch {
	case !filter.AsOf.IsZero():
		at := filter.AsOf.UTC().Format(recordTime)
		f.and("a.recorded_at <= ? AND (a.retracted_at IS NULL OR a.retracted_at > ?)", at, at)
		if filter.Mentions != "" {
			f.and(namedAt, filter.Mentions, filter.Mentions)
		}
	case !naming:
		f.and("a.retracted_at IS NULL")
	}
	if err := in(f, inLangs, filter.Langs); err != nil {
		return err
	}
	if err := in(f, "a.source"+inList, filter.Sources); err != nil {
		return err
	}
	if filter.URL != "" {
		f.and("a.url = ? AND a.url <> ''", filter.URL)
	}
	if filter.From != "" {
		f.and("a.date >= ?", filter.From)
	}
	if filter.To != "" {
		f.and("a.date <> '' AND substr(a.date, 1, ?) <= ?", len(filter.To), filter.To)
	}
	return nil
}

// records puts assertions together again.
func (q *session) records(ids []graph.ArticleID) ([]graph.Record, error) {
	records := []graph.Record{}
	for _, id := range ids {
		record, err := q.record(id)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	return records, nil
}

func (q *session) record(id graph.ArticleID) (r graph.Record, err error) {
	var n int64
	var recorded string
	if err := q.c.one(q.ctx, selectRecord, []any{&n, &recorded}, id); err != nil {
		return r, err
	}
	if r.Recorded, err = time.Parse(recordTime, recorded); err != nil {
		return r, err
	}
	r.Assertion, err = assertedBy(q.ctx, q.c, n)
	return r, err
}

// assertedBy puts together what an article asserted itself.
func assertedBy(ctx context.Context, c *conn, n int64) (a graph.Assertion, err error) {
	var own sql.NullString
	var article []byte
	if err := c.one(ctx, selectOriginal, []any{&own, &article}, n); err != nil {
		return a, err
	}
	if own.Valid {
		err := json.Unmarshal([]byte(own.String), &a)
		return a, errors.Join(err, json.Unmarshal(article, &a.Article))
	}
	a, err = readingOf(ctx, c, n)
	return a, errors.Join(err, json.Unmarshal(article, &a.Article))
}

// readingOf puts together what is stored of an assertion, without its article.
func readingOf(ctx context.Context, c *conn, n int64) (r graph.Assertion, err error) {
	r.Entities = []graph.Entity{}
	err = c.each(ctx, selectRecordMentions, []any{n}, func(row scanner) error {
		var m graph.MentionRef
		var spans, description []byte
		var e graph.Entity
		if err := row.Scan(&m.Entity, &spans, &description); err != nil {
			return err
		}
		if err := errors.Join(json.Unmarshal(spans, &m.Spans), json.Unmarshal(description, &e)); err != nil {
			return err
		}
		r.Entities, r.Mentions = append(r.Entities, e), append(r.Mentions, m)
		return nil
	})
	if err != nil {
		return r, err
	}
	err = c.each(ctx, selectRecordClaims, []any{n}, func(row scanner) error {
		claim, err := body[graph.Claim](row)
		r.Claims = append(r.Claims, claim)
		return err
	})
	return r, err
}

func (q *session) stats() (graph.Stats, error) {
	s := graph.Stats{
		Nodes: map[graph.EntityType]int{}, Edges: map[graph.EdgeType]int{},
		Langs: map[string]int{}, Figures: map[graph.FigureType]int{},
	}
	var err error
	if s.LastLoad, err = lastLoad(q.ctx, q.c); err != nil {
		return s, err
	}
	err = q.c.each(q.ctx, selectCounters, nil, func(row scanner) error {
		var kind, name string
		var count int
		if err := row.Scan(&kind, &name, &count); err != nil {
			return err
		}
		switch kind {
		case "article":
			s.Articles = count
		case "claim":
			s.Claims = count
		case "node":
			s.Nodes[graph.EntityType(name)] = count
		case "edge":
			s.Edges[graph.EdgeType(name)] = count
		case "lang":
			s.Langs[name] = count
		case "figure":
			s.Figures[graph.FigureType(name)] = count
		}
		return nil
	})
	return s, err
}

// lastLoad is when a batch was last applied, zero where none was.
func lastLoad(ctx context.Context, c *conn) (at time.Time, err error) {
	var text string
	if err := c.one(ctx, selectLastLoad, []any{&text}); err != nil || text == "" {
		return at, err
	}
	return time.Parse(recordTime, text)
}
