package neo4j

import (
	"context"
	"slices"
	"time"

	"citygraph/graph"
)

// changes are what a batch adds to the feed.
type changes struct{ list []graph.Change }

func (c *changes) note(kind graph.ChangeKind, id string) {
	c.list = append(c.list, graph.Change{Kind: kind, ID: id})
}

// noteArticles notes what became of the articles of a batch.
func (c *changes) noteArticles(l *load, applied graph.Applied) {
	for i, o := range applied.Assertions {
		if kind := o.Change(); kind != "" {
			c.note(kind, string(l.assert[i].Article.ID))
		}
	}
	for i, o := range applied.Retract {
		if kind := o.Change(); kind != "" {
			c.note(kind, string(l.take[i]))
		}
	}
}

// noteRows runs a query for rows, as execRows does, and notes every id that it answers: with
// the kind that it answers too, else with kind.
func (c *changes) noteRows(ctx context.Context, tx runner, cypher string, list []any, p params, kind graph.ChangeKind) error {
	return chunks(ctx, tx, cypher, list, p, func(r record) error {
		if told := graph.ChangeKind(r.text("kind")); told != "" {
			c.note(told, r.text("id"))
		} else if kind != "" {
			c.note(kind, r.text("id"))
		}
		return nil
	})
}

// params are what advance_revision writes.
func (c *changes) params() params {
	slices.SortFunc(c.list, graph.CompareChanges)
	kinds, ids := []any{}, []any{}
	for _, change := range c.list {
		kinds, ids = append(kinds, string(change.Kind)), append(ids, change.ID)
	}
	return params{"kinds": kinds, "ids": ids}
}

// Changes implements graph.ChangeReader. The feed stands on the markers of batches, which are
// numbered one after the other: the head is read first, and nothing at or before it is missing.
func (r reader) Changes(ctx context.Context, after int64, limit int) (graph.Feed, error) {
	return ask(ctx, r, "changes", time.Time{}, func(ctx context.Context, tx runner, _ moment) (graph.Feed, error) {
		limit, err := pageLimit(graph.Page{Limit: limit})
		if err != nil {
			return graph.Feed{}, err
		}
		p := params{"after": after, "limit": limit, "revision": nil}
		if r.view != nil {
			p["revision"] = r.view.revision
		}
		var feed graph.Feed
		err = rows(ctx, tx, query("head", nil), p, func(r record) error {
			feed.Head = props(r.r.AsMap()).long("head")
			return nil
		})
		if err != nil {
			return feed, err
		}
		p["head"] = feed.Head
		feed.Changes = []graph.Change{}
		err = rows(ctx, tx, query("changes", nil), p, func(r record) error {
			row := props(r.r.AsMap())
			feed.Changes = append(feed.Changes, graph.Change{
				N: row.long("n"), At: row.time("at"), Kind: graph.ChangeKind(row.text("kind")), ID: row.text("id"),
			})
			return nil
		})
		return feed, err
	})
}
