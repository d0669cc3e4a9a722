package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"citygraph/graph"
)

// note remembers a change for the feed.
func (w *work) note(kind graph.ChangeKind, id string) {
	w.changes = append(w.changes, graph.Change{Kind: kind, ID: id})
}

// noteArticle notes what became of an article.
func (w *work) noteArticle(o graph.Outcome, id graph.ArticleID) {
	if kind := o.Change(); kind != "" {
		w.note(kind, string(id))
	}
}

// noteIf notes a change where a statement changed something.
func (w *work) noteIf(result sql.Result, err error, kind graph.ChangeKind, id string) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if n > 0 {
		w.note(kind, id)
	}
	return err
}

// publish adds what was noted to the feed, as the last of a writer's acts. Writers have the
// file to themselves, so the numbers follow the order of commits.
func (w *work) publish() error {
	if len(w.changes) == 0 {
		return nil
	}
	slices.SortFunc(w.changes, graph.CompareChanges)
	rows := make([][2]string, len(w.changes))
	for i, c := range w.changes {
		rows[i] = [2]string{string(c.Kind), c.ID}
	}
	text, err := marshal(rows)
	if err != nil {
		return err
	}
	return w.exec(insertChanges, w.at, text)
}

// Changes implements graph.ChangeReader.
func (r reader) Changes(ctx context.Context, after int64, limit int) (graph.Feed, error) {
	return ask(ctx, r, "changes", func(q *session) (graph.Feed, error) {
		limit, err := limitOf(graph.Page{Limit: limit})
		if err != nil {
			return graph.Feed{}, err
		}
		var feed graph.Feed
		if err := q.c.one(q.ctx, selectHead, []any{&feed.Head}); err != nil {
			return feed, err
		}
		feed.Changes, err = rowsOf(q, q.c.text[listChanges], []any{after, limit}, func(row scanner) (c graph.Change, err error) {
			var at string
			if err := row.Scan(&c.N, &at, &c.Kind, &c.ID); err != nil {
				return c, err
			}
			c.At, err = time.Parse(recordTime, at)
			return c, err
		})
		return feed, err
	})
}
