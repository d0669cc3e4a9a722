package neo4j

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"citygraph/graph"
)

// reader implements graph.Reader: on the present, or within a View on one state.
type reader struct {
	begin func(context.Context, func(context.Context, runner) error) error
	view  *view // nil: the present
}

// view is a state of the store: all batches up to a revision.
type view struct {
	revision int
	over     atomic.Bool
}

// View implements graph.Store. It holds no transaction open: each read checks that no batch
// has come between, or leaves those that have out (moment).
func (s *Store) View(ctx context.Context, read func(graph.Reader) error) error {
	v := &view{}
	err := s.read(ctx, func(ctx context.Context, tx runner) error {
		var err error
		v.revision, err = revision(ctx, tx)
		return err
	})
	if err != nil {
		return fmt.Errorf("neo4j: view: %w", err)
	}
	defer v.over.Store(true)
	return read(reader{begin: s.read, view: v})
}

// moment is a state to read from history. The zero moment is the present.
type moment struct {
	asOf  time.Time // record time; zero: whatever is recorded
	later []any     // tokens of batches to leave out
}

// isNow reports whether the moment is the present, which needs no history.
func (m moment) isNow() bool { return m.asOf.IsZero() && len(m.later) == 0 }

// visible is the condition, on a claim or a version of an article called x, that a moment
// knows it.
const visible = `NOT x.batch IN $later AND ($asOf IS NULL OR x.recorded <= $asOf)
  AND (x.retracted IS NULL OR x.retiredBy IN $later OR $asOf IS NOT NULL AND x.retracted > $asOf)`

// params are those of visible.
func (m moment) params() params {
	p := params{"later": m.later, "asOf": nil}
	if m.later == nil {
		p["later"] = []any{}
	}
	if !m.asOf.IsZero() {
		p["asOf"] = m.asOf.UTC()
	}
	return p
}

// maxTries is how often a read starts again because a batch was committed during it.
const maxTries = 20

// at runs work on the state that reads as of a record time see.
func (r reader) at(ctx context.Context, asOf time.Time, work func(context.Context, runner, moment) error) error {
	if r.view != nil && r.view.over.Load() {
		return fmt.Errorf("%w: the view is over", graph.ErrClosed)
	}
	return r.begin(ctx, func(ctx context.Context, tx runner) error {
		if r.view == nil && asOf.IsZero() {
			return work(ctx, tx, moment{})
		}
		return r.steady(ctx, tx, asOf, work)
	})
}

// steady runs work again until no batch was committed while it ran: a statement of Neo4j sees
// what is committed while it runs, and work may need several.
func (r reader) steady(ctx context.Context, tx runner, asOf time.Time, work func(context.Context, runner, moment) error) error {
	before, err := revision(ctx, tx)
	if err != nil {
		return err
	}
	for range maxTries {
		m := moment{asOf: asOf}
		if r.view != nil && before != r.view.revision {
			if m.later, err = batchesSince(ctx, tx, r.view.revision); err != nil {
				return err
			}
		}
		if err := work(ctx, tx, m); err != nil {
			return err
		}
		after, err := revision(ctx, tx)
		if err != nil || after == before {
			return err
		}
		before = after
	}
	return fmt.Errorf("%w: batches are committed faster than one state can be read", graph.ErrUnavailable)
}

// revision is the number of the last batch that changed something.
func revision(ctx context.Context, tx runner) (int, error) {
	n := 0
	err := rows(ctx, tx, query("revision", nil), nil, func(r record) error {
		n = r.number("revision")
		return nil
	})
	return n, err
}

func batchesSince(ctx context.Context, tx runner, revision int) ([]any, error) {
	var tokens []any
	err := rows(ctx, tx, query("batches_since", nil), params{"revision": revision}, func(r record) error {
		tokens = append(tokens, r.text("token"))
		return nil
	})
	return tokens, err
}

// ask runs a read and names it in its error.
func ask[T any](ctx context.Context, r reader, name string, asOf time.Time, work func(context.Context, runner, moment) (T, error)) (T, error) {
	var answer T
	err := r.at(ctx, asOf, func(ctx context.Context, tx runner, m moment) error {
		var err error
		answer, err = work(ctx, tx, m)
		return err
	})
	if err != nil {
		var none T
		return none, fmt.Errorf("neo4j: %s: %w", name, err)
	}
	return answer, nil
}

// checkIDs bounds a bulk read.
func checkIDs(n int) error {
	if n > graph.MaxIDs {
		return &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: n}
	}
	return nil
}

// pick returns what is known of ids, in their order, each once.
func pick[ID comparable, T any](ids []ID, known map[ID]T) []T {
	out := []T{}
	seen := make(map[ID]bool, len(ids))
	for _, id := range ids {
		if t, ok := known[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, t)
		}
	}
	return out
}

// with returns the parameters of the span and more.
func (s span) with(more params) params {
	all := params{}
	for k, v := range s.params {
		all[k] = v
	}
	for k, v := range more {
		all[k] = v
	}
	return all
}
