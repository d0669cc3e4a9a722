package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"citygraph/graph"
)

// LoadBatch is the number of assertions that a load does well to write in one batch: the more a
// transaction holds, the less often it writes an index page that many of them touch; more than
// this would take a load beyond 512 MiB of memory.
const LoadBatch = 500

// recordTime writes record times so that they sort as text.
const recordTime = "2006-01-02T15:04:05.000000000Z"

// Apply implements graph.Writer.
func (s *Store) Apply(ctx context.Context, b graph.Batch, at time.Time) (graph.Applied, error) {
	if err := b.Validate(); err != nil {
		return graph.Applied{}, translate("apply", err)
	}
	coded, err := encodeAll(b.Assertions)
	if err != nil {
		return graph.Applied{}, translate("apply", err)
	}
	id, recorded := b.ID(), at.UTC().Format(recordTime)
	var done graph.Applied
	err = s.write(ctx, "apply", func(c *conn) error {
		w := newWork(ctx, c, recorded)
		if done, err = w.assertions(coded, b.Retract); err != nil {
			return err
		}
		if err := w.derive(); err != nil {
			return err
		}
		if err := w.publish(); err != nil {
			return err
		}
		if err := w.exec(putLastLoad, recorded); err != nil {
			return err
		}
		return w.exec(insertBatch, id, recorded)
	})
	if err != nil {
		return graph.Applied{}, err
	}
	return done, nil
}

// HasApplied implements graph.Writer.
func (s *Store) HasApplied(ctx context.Context, id graph.BatchID) (applied bool, err error) {
	err = s.read(ctx, "has applied", func(q *session) error {
		return q.c.one(ctx, selectBatch, []any{&applied}, id)
	})
	return applied, err
}

// assertions stores and retracts what a batch says.
func (w *work) assertions(coded []encoded, retract []graph.ArticleID) (graph.Applied, error) {
	var done graph.Applied
	for _, a := range coded {
		outcome, err := w.assert(a)
		if err != nil {
			return done, err
		}
		done.Assertions = append(done.Assertions, outcome)
		w.noteArticle(outcome, a.article.ID)
	}
	for _, id := range retract {
		outcome, err := w.retractArticle(id)
		if err != nil {
			return done, err
		}
		done.Retract = append(done.Retract, outcome)
		w.noteArticle(outcome, id)
	}
	return done, nil
}

func (w *work) assert(a encoded) (graph.Outcome, error) {
	if err := w.asked.Err(); err != nil {
		return "", err
	}
	n, hash, err := w.current(a.article.ID)
	switch {
	case err != nil:
		return "", err
	case hash == a.hash:
		return graph.Unchanged, nil
	case n == 0:
		return graph.Loaded, w.insert(a)
	}
	if err := w.retract(n); err != nil {
		return "", err
	}
	return graph.Replaced, w.insert(a)
}

func (w *work) retractArticle(id graph.ArticleID) (graph.Outcome, error) {
	if err := w.asked.Err(); err != nil {
		return "", err
	}
	n, _, err := w.current(id)
	switch {
	case err != nil:
		return "", err
	case n == 0:
		return graph.Absent, nil
	}
	return graph.Retracted, w.retract(n)
}

// current returns the number and hash of an article's current assertion, 0 where it has none.
func (w *work) current(id graph.ArticleID) (n int64, hash string, err error) {
	err = w.c.one(w.ctx, selectCurrent, []any{&n, &hash}, id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return n, hash, err
}
