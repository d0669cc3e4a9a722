package loader

import (
	"context"
	"errors"
	"slices"
	"time"

	"citygraph/graph"
	"citygraph/loader/article"
)

// How a batch is tried again while the store is unavailable.
const (
	DefaultPatience = 10 * time.Minute
	firstPause      = 200 * time.Millisecond
	longestPause    = 10 * time.Second
)

// batcher gathers assertions and writes them. It is used by one goroutine.
type batcher struct {
	writer     graph.Writer
	size       int // articles
	patience   time.Duration
	now        func() time.Time
	sleep      func(ctx context.Context, d time.Duration) error
	assertions []graph.Assertion
	keys       []articleKey
	origins    []article.Origin
	bytes      int
}

func (b *batcher) add(key articleKey, from article.Origin, a graph.Assertion) {
	b.assertions = append(b.assertions, a)
	b.keys = append(b.keys, key)
	b.origins = append(b.origins, from)
	b.bytes += weight(a)
}

// weight estimates the bytes that an assertion takes on its way: text, and what its claims and
// entities hold beside their evidence.
func weight(a graph.Assertion) int {
	const fixed = 512 // ids, codes, spans and numbers of one claim or entity
	n := len(a.Article.Text)
	for _, c := range a.Claims {
		n += fixed + len(c.Evidence.Text)
	}
	for _, e := range a.Entities {
		n += fixed
		for _, name := range e.Names {
			n += len(name.Text) + len(name.Key)
		}
	}
	return n
}

// fits reports whether the assertion may join the batch; the first always may.
func (b *batcher) fits(a graph.Assertion) bool {
	return len(b.assertions) == 0 || len(b.assertions) < b.size && b.bytes+weight(a) <= b.size*BatchBytesEach
}

// remove takes back an article that is not written yet, and returns it with its origin.
func (b *batcher) remove(key articleKey) (graph.Article, article.Origin, bool) {
	i := slices.Index(b.keys, key)
	if i < 0 {
		return graph.Article{}, article.Origin{}, false
	}
	a, from := b.assertions[i], b.origins[i]
	b.bytes -= weight(a)
	b.assertions = slices.Delete(b.assertions, i, i+1)
	b.keys = slices.Delete(b.keys, i, i+1)
	b.origins = slices.Delete(b.origins, i, i+1)
	return a.Article, from, true
}

func (b *batcher) reset() {
	b.assertions, b.keys, b.origins, b.bytes = nil, nil, nil, 0
}

// apply writes the batch. While the store is unavailable it is sent again, with growing pauses:
// sending twice changes nothing, since the state decides. Where the second answer is that all
// was there and the marker stands, the first sending had been committed, and its articles count
// as loaded.
func (b *batcher) apply(ctx context.Context) (graph.Applied, error) {
	batch := graph.Batch{Assertions: b.assertions}
	var applied graph.Applied
	retried := false
	err := b.patiently(ctx, func() (err error) {
		applied, err = b.writer.Apply(context.WithoutCancel(ctx), batch, b.clock())
		if err == nil && retried && b.committedBefore(ctx, batch, applied) {
			applied = graph.Applied{}
		}
		retried = true
		return err
	})
	return applied, err
}

// patiently does something again while the store is unavailable, as long as patience lasts.
func (b *batcher) patiently(ctx context.Context, do func() error) error {
	pause, left := firstPause, b.patience
	if left <= 0 {
		left = DefaultPatience
	}
	for {
		err := do()
		if !errors.Is(err, graph.ErrUnavailable) || left <= 0 {
			return err
		}
		if stopped := b.pause(ctx, pause); stopped != nil {
			return errors.Join(err, stopped)
		}
		left -= pause
		pause = min(2*pause, longestPause)
	}
}

func (b *batcher) committedBefore(ctx context.Context, batch graph.Batch, applied graph.Applied) bool {
	for _, o := range applied.Assertions {
		if o != graph.Unchanged {
			return false
		}
	}
	marked, err := b.writer.HasApplied(context.WithoutCancel(ctx), batch.ID())
	return err == nil && marked
}

func (b *batcher) clock() time.Time {
	if b.now != nil {
		return b.now()
	}
	return time.Now()
}

func (b *batcher) pause(ctx context.Context, d time.Duration) error {
	if b.sleep != nil {
		return b.sleep(ctx, d)
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
