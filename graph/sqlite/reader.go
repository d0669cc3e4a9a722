package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"citygraph/graph"
)

// reader is graph.Reader over whatever lends it a session: a Store gives each question a
// transaction of its own, a view gives all of them the same.
type reader struct {
	run func(ctx context.Context, op string, ask func(*session) error) error
}

// session answers questions in one read transaction. It is not safe for concurrent use.
type session struct {
	ctx context.Context
	c   *conn
}

// ask runs a question that has one answer.
func ask[T any](ctx context.Context, r reader, op string, question func(*session) (T, error)) (answer T, err error) {
	err = r.run(ctx, op, func(q *session) (err error) {
		answer, err = question(q)
		return err
	})
	if err != nil {
		var none T
		return none, err
	}
	return answer, nil
}

// Nodes implements graph.NodeReader.
func (r reader) Nodes(ctx context.Context, ids []graph.EntityID, asOf time.Time) ([]graph.Node, error) {
	return ask(ctx, r, "nodes", func(q *session) ([]graph.Node, error) {
		if err := within(len(ids)); err != nil {
			return nil, err
		}
		if !asOf.IsZero() {
			p, err := newPast(q, asOf)
			if err != nil {
				return nil, err
			}
			return p.nodesOf(distinct(p.follow(ids)))
		}
		ids, err := q.follow(ids)
		if err != nil {
			return nil, err
		}
		return q.nodes(distinct(ids))
	})
}

// FindNodes implements graph.NodeReader.
func (r reader) FindNodes(ctx context.Context, f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	return ask(ctx, r, "find nodes", func(q *session) (graph.List[graph.Node], error) {
		if !f.AsOf.IsZero() {
			past, err := newPast(q, f.AsOf)
			if err != nil {
				return graph.List[graph.Node]{}, err
			}
			return past.findNodes(f, p)
		}
		return q.findNodes(f, p)
	})
}

// Edges implements graph.EdgeReader.
func (r reader) Edges(ctx context.Context, ids []graph.EdgeID, asOf time.Time) ([]graph.Edge, error) {
	return ask(ctx, r, "edges", func(q *session) ([]graph.Edge, error) {
		if err := within(len(ids)); err != nil {
			return nil, err
		}
		ids := distinct(ids)
		if !asOf.IsZero() {
			p, err := newPast(q, asOf)
			if err != nil {
				return nil, err
			}
			return p.edgesByID(ids)
		}
		return byID[graph.Edge](q, listEdges, ids)
	})
}

// FindEdges implements graph.EdgeReader.
func (r reader) FindEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	return ask(ctx, r, "find edges", func(q *session) ([]graph.List[graph.Edge], error) {
		if err := within(len(at)); err != nil {
			return nil, err
		}
		if !f.AsOf.IsZero() {
			past, err := newPast(q, f.AsOf)
			if err != nil {
				return nil, err
			}
			at, f.Others = past.follow(at), past.follow(f.Others)
			return past.findEdges(at, f, p)
		}
		var err error
		if at, f.Others, err = q.followBoth(at, f.Others); err != nil {
			return nil, err
		}
		return q.findEdges(at, f, p)
	})
}

// CountEdges implements graph.EdgeReader.
func (r reader) CountEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	return ask(ctx, r, "count edges", func(q *session) ([][]graph.EdgeCount, error) {
		if err := within(len(at)); err != nil {
			return nil, err
		}
		if !f.AsOf.IsZero() {
			past, err := newPast(q, f.AsOf)
			if err != nil {
				return nil, err
			}
			at, f.Others = past.follow(at), past.follow(f.Others)
			return past.countEdges(at, f)
		}
		var err error
		if at, f.Others, err = q.followBoth(at, f.Others); err != nil {
			return nil, err
		}
		return q.countEdges(at, f)
	})
}

// Claims implements graph.ClaimReader: of a claim that was made more than once, the current
// one, else the one recorded last.
func (r reader) Claims(ctx context.Context, ids []graph.ClaimID) ([]graph.Claim, error) {
	return ask(ctx, r, "claims", func(q *session) ([]graph.Claim, error) {
		if err := within(len(ids)); err != nil {
			return nil, err
		}
		ids := distinct(ids)
		return byID[graph.Claim](q, listClaims, ids)
	})
}

// FindClaims implements graph.ClaimReader.
func (r reader) FindClaims(ctx context.Context, s graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	return ask(ctx, r, "find claims", func(q *session) ([]graph.List[graph.Claim], error) {
		if err := checkScope(s); err != nil {
			return nil, err
		}
		if !f.AsOf.IsZero() {
			past, err := newPast(q, f.AsOf)
			if err != nil {
				return nil, err
			}
			s.Entities = past.follow(s.Entities)
			return past.findClaims(s, f, p)
		}
		var err error
		if s.Entities, err = q.follow(s.Entities); err != nil {
			return nil, err
		}
		return q.findClaims(s, f, p)
	})
}

// Articles implements graph.ArticleReader.
func (r reader) Articles(ctx context.Context, ids []graph.ArticleID) ([]graph.Article, error) {
	return ask(ctx, r, "articles", func(q *session) ([]graph.Article, error) {
		if err := within(len(ids)); err != nil {
			return nil, err
		}
		ids := distinct(ids)
		return byID[graph.Article](q, listArticles, ids)
	})
}

// FindArticles implements graph.ArticleReader.
func (r reader) FindArticles(ctx context.Context, f graph.ArticleFilter, p graph.Page) (graph.List[graph.Article], error) {
	return ask(ctx, r, "find articles", func(q *session) (list graph.List[graph.Article], err error) {
		if f.Mentions, err = q.survivorAt(f.Mentions, f.AsOf); err != nil {
			return list, err
		}
		return q.findArticles(f, p)
	})
}

// Assertions implements graph.ArticleReader.
func (r reader) Assertions(ctx context.Context, ids []graph.ArticleID) ([]graph.Record, error) {
	return ask(ctx, r, "assertions", func(q *session) ([]graph.Record, error) {
		if err := within(len(ids)); err != nil {
			return nil, err
		}
		ids := distinct(ids)
		return q.records(ids)
	})
}

// Stats implements graph.Reader.
func (r reader) Stats(ctx context.Context) (graph.Stats, error) {
	return ask(ctx, r, "stats", (*session).stats)
}

// within checks the length of a bulk read.
func within(n int) error {
	if n > graph.MaxIDs {
		return &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: n}
	}
	return nil
}

// distinct returns ids once each, in the order of their first.
func distinct[ID ~string](ids []ID) []ID {
	seen := make(map[ID]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool {
		had := seen[id]
		seen[id] = true
		return had
	})
}

// byID runs a query that takes ids as a JSON array and answers JSON bodies.
func byID[T any, ID ~string](q *session, named query, ids []ID) ([]T, error) {
	array, err := marshal(ids)
	if err != nil {
		return nil, err
	}
	return rowsOf(q, q.c.text[named], []any{array}, body[T])
}

// rowsOf decodes every row of an answer; no row is an empty list.
func rowsOf[T any](q *session, text string, args []any, decode func(scanner) (T, error)) ([]T, error) {
	items := []T{}
	err := q.c.eachOf(q.ctx, text, args, func(row scanner) error {
		item, err := decode(row)
		items = append(items, item)
		return err
	})
	return items, err
}

// body decodes the JSON in a row's first column.
func body[T any](row scanner) (item T, err error) {
	var b sql.RawBytes
	if err := row.Scan(&b); err != nil {
		return item, err
	}
	return item, json.Unmarshal(b, &item)
}
