package loader

import (
	"context"
	"errors"

	"citygraph/graph"
	"citygraph/loader/article"
)

// write takes the items in order until they end, the context does, or something fails. What is
// gathered by then is written in any case.
func (l *load) write(ctx context.Context, ordered <-chan *item) error {
	var err error
	for err == nil {
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case it, ok := <-ordered:
			if !ok {
				return l.flush(ctx)
			}
			err = l.take(ctx, it)
		}
	}
	if storeFailed(err) {
		return err
	}
	return errors.Join(err, l.flush(context.WithoutCancel(ctx)))
}

// storeError is a batch that could not be written: nothing more is tried.
type storeError struct{ err error }

func (e *storeError) Error() string { return "loader: write batch: " + e.err.Error() }
func (e *storeError) Unwrap() error { return e.err }

func storeFailed(err error) bool {
	var s *storeError
	return errors.As(err, &s)
}

// take counts one item, or gathers what it asserts.
func (l *load) take(ctx context.Context, it *item) error {
	if errors.Is(it.readErr, errSkipped) {
		l.report.Skipped++
		return nil
	}
	select {
	case <-it.done:
		l.ahead.Release(it.bytes())
	case <-ctx.Done():
		return ctx.Err()
	}
	var reject *article.RejectError
	var err error
	switch {
	case it.otherShard:
		l.report.OtherShard++
		return nil
	case errors.As(it.readErr, &reject):
		err = l.quarantine(rejected(reject))
	case it.readErr != nil:
		return it.readErr
	case it.duplicate:
		l.report.duplicate(it.article.Lang)
		l.settle(Item{Origin: it.article.Origin, Article: it.article.ID(), Outcome: Duplicate})
	case it.err != nil && ctx.Err() != nil && errors.Is(it.err, ctx.Err()):
		return ctx.Err()
	case it.err != nil:
		err = l.quarantine(refused(it.article, it.result.Document.Article.Lang, it.err))
	default:
		err = l.gather(ctx, it)
	}
	l.taken++
	l.progress()
	return err
}

func (l *load) progress() {
	if l.opts.Progress != nil {
		l.opts.Progress(Progress{Report: &l.report, Seen: l.taken, Total: l.total})
	}
}

func (l *load) quarantine(q Quarantine) error {
	l.report.quarantined(q)
	l.settle(Item{Origin: q.Origin, Outcome: Quarantined, Reason: q.Reason, Detail: q.Detail})
	if l.opts.Quarantine == nil {
		return nil
	}
	return l.opts.Quarantine(q)
}

// gather adds what an article asserts to the batch, and writes the one before when it is full.
func (l *load) gather(ctx context.Context, it *item) error {
	if it.supersedes {
		l.supersede(it.key)
	}
	for _, d := range it.result.Drops {
		l.report.Drops[d.Reason]++
	}
	for _, u := range it.result.Unlinked {
		if l.opts.Quarantine == nil {
			break
		}
		if err := l.opts.Quarantine(unlinked(it.article, u)); err != nil {
			return err
		}
	}
	if !l.batch.fits(it.result.Assertion) {
		if err := l.flush(ctx); err != nil {
			return err
		}
	}
	l.batch.add(it.key, it.article.Origin, it.result.Assertion)
	return nil
}

// supersede counts the version before as a duplicate, in the batch or in the store.
func (l *load) supersede(key articleKey) {
	if a, from, ok := l.batch.remove(key); ok {
		l.report.duplicate(a.Lang)
		l.settle(Item{Origin: from, Article: a.ID, Outcome: Duplicate})
	} else if t, ok := l.outcomes[key]; ok {
		l.report.superseded(t.lang, t.outcome)
	}
}

// flush writes the batch. The write itself is not cancelled half-way: waiting for the store to
// come back is.
func (l *load) flush(ctx context.Context) error {
	if len(l.batch.assertions) == 0 {
		return nil
	}
	applied, err := l.batch.apply(ctx)
	if err != nil {
		return &storeError{err}
	}
	l.report.Batches++
	for i, a := range l.batch.assertions {
		outcome := graph.Loaded
		if i < len(applied.Assertions) {
			outcome = applied.Assertions[i]
		}
		l.report.outcome(a.Article.Lang, outcome)
		l.settle(Item{Origin: l.batch.origins[i], Article: a.Article.ID, Outcome: outcome})
		l.report.Entities += len(a.Entities)
		l.report.Claims += len(a.Claims)
		if l.streams {
			l.outcomes[l.batch.keys[i]] = told{a.Article.Lang, outcome}
		}
	}
	l.batch.reset()
	l.progress()
	return nil
}
