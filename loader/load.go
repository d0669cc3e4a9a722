package loader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"citygraph/graph"
	"citygraph/loader/article"
)

// The bounds of a batch. It also ends where its articles weigh BatchBytesEach on average; one
// article alone may weigh more.
const (
	DefaultBatch   = 200
	BatchBytesEach = 20 << 10
)

// How far reading and extracting may be ahead of the writer, which stands still while a batch
// is committed: by so many articles, and by so many bytes of their text.
const (
	aheadArticles = 256
	aheadBytes    = 8 << 20
)

// Shard is the part of the articles that one of several loaders takes: those whose id hashes
// to Index of Count. The zero Shard is all.
type Shard struct {
	Index int // from 1
	Count int
}

func (s Shard) has(key articleKey) bool {
	return s.Count <= 1 || shardOf(key, s.Count) == s.Index-1
}

// Progress is what Options.Progress is told.
type Progress struct {
	Report *Report // not to be kept; counts what is written
	Seen   int     // records taken so far, written or not
	Total  int     // records of the sources that can be read twice
	Done   bool
}

// Options of a load. The zero value loads everything with all processors.
type Options struct {
	Read    article.Options
	Shard   Shard
	Workers int // 0: one a processor
	Batch   int // articles written in one transaction, at most graph.MaxBatch; 0: DefaultBatch
	// Patience is how long one batch is tried again while the store is unavailable; 0 is
	// DefaultPatience.
	Patience time.Duration
	// Progress, if set, is called after each record, by one goroutine.
	Progress func(Progress)
	// Quarantine, if set, is given each row; its error ends the load.
	Quarantine func(Quarantine) error
	// Settled, if set, is told what became of each record, by one goroutine, as soon as that is
	// known. A record whose better version comes after it was written has been told as loaded.
	Settled func(Item)
	// Now and Sleep stand for the clock in tests; nil is the real one.
	Now   func() time.Time
	Sleep func(ctx context.Context, d time.Duration) error
}

// Load reads the sources, extracts and writes them. When ctx ends, the batch in hand is still
// written, and the error is ctx's. A load that ends well has the store judge anew who is who.
// The report holds for what was written, whatever the error.
// Errors of the store wrap its sentinel; a source that does not exist is a graph.ErrNotFound.
func Load(ctx context.Context, sources []string, p *Pipeline, w graph.Writer, opts Options) (Report, error) {
	if opts.Shard.Count > 1 && (opts.Shard.Index < 1 || opts.Shard.Index > opts.Shard.Count) {
		return newReport(), fmt.Errorf("loader: %w", &graph.InvalidError{Field: "shard", Reason: "is not between 1 and its count"})
	}
	if opts.Batch < 0 || opts.Batch > graph.MaxBatch {
		return newReport(), fmt.Errorf("loader: %w", &graph.LimitError{Limit: "MaxBatch", Max: graph.MaxBatch, Got: opts.Batch})
	}
	l := &load{pipeline: p, opts: opts, report: newReport(), seen: versions{}, outcomes: map[articleKey]told{}}
	l.ahead = semaphore.NewWeighted(aheadBytes)
	l.batch = batcher{writer: w, size: cmp.Or(opts.Batch, DefaultBatch), patience: opts.Patience, now: opts.Now, sleep: opts.Sleep}
	for _, s := range sources {
		l.streams = l.streams || !readableTwice(s)
	}
	var err error
	if l.total, err = scan(ctx, sources, opts.Read, opts.Shard, l.seen); err != nil {
		return l.report, fmt.Errorf("loader: %w", err)
	}
	if err = l.run(ctx, sources); err == nil {
		err = l.identify(ctx)
	}
	if opts.Progress != nil {
		opts.Progress(Progress{Report: &l.report, Seen: l.taken, Total: l.total, Done: true})
	}
	return l.report, err
}

// load is one run. The fields up to seen are read only while it goes on; seen belongs to the
// reading goroutine, the rest to the writing one.
type load struct {
	pipeline *Pipeline
	opts     Options
	total    int
	streams  bool // some source cannot be read twice: a better version may still come
	seen     versions
	judged   [][]byte            // judgements of exports; the reading goroutine's, while it runs
	ahead    *semaphore.Weighted // bytes of text between reader and writer

	report   Report
	taken    int
	batch    batcher
	outcomes map[articleKey]told
}

// told is what was counted for an article that a better version may yet replace.
type told struct {
	lang    string
	outcome graph.Outcome
}

// item is one record on its way. done is closed when result and err are set.
type item struct {
	article    article.Article
	key        articleKey
	readErr    error
	duplicate  bool
	supersedes bool
	otherShard bool
	result     Extraction
	err        error
	done       chan struct{}
}

// bytes is what an item weighs while it is ahead of the writer.
func (it *item) bytes() int64 { return min(int64(len(it.article.Body)), aheadBytes) }

// run starts the goroutines and waits for all of them: one reads, workers extract, and this
// one writes, in the order of reading.
func (l *load) run(ctx context.Context, sources []string) error {
	workers := l.opts.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	reading, stop := context.WithCancel(ctx)
	ordered := make(chan *item, aheadArticles)
	jobs := make(chan *item)
	var wg sync.WaitGroup
	wg.Go(func() { l.read(reading, sources, ordered, jobs) })
	for range workers {
		wg.Go(func() {
			for it := range jobs {
				it.result, it.err = l.pipeline.Extract(reading, it.article)
				close(it.done)
			}
		})
	}
	err := l.write(ctx, ordered)
	stop()
	for range ordered { // let the reader end
	}
	wg.Wait()
	return err
}

// read hands each record to the writer, in order, and to the workers where it is to be
// extracted. It ends when the context does.
func (l *load) read(ctx context.Context, sources []string, ordered, jobs chan<- *item) {
	defer close(jobs)
	defer close(ordered)
	opts := l.opts.Read
	skipped := opts.Skipped
	opts.Skipped = func(name string) {
		select {
		case ordered <- &item{readErr: errSkipped}:
		case <-ctx.Done():
		}
		if skipped != nil {
			skipped(name)
		}
	}
	opts.Judged = func(line []byte) { l.judged = append(l.judged, slices.Clone(line)) }
	for a, err := range article.Read(ctx, sources, opts) {
		it := &item{article: a, readErr: err, done: make(chan struct{})}
		var reject *article.RejectError
		switch {
		case err == nil:
			l.admit(it)
		case errors.As(err, &reject):
			it.otherShard = !l.opts.Shard.has(placeKey(reject.Origin))
		}
		wanted := err == nil && !it.duplicate && !it.otherShard
		if !wanted {
			close(it.done)
		}
		if l.ahead.Acquire(ctx, it.bytes()) != nil {
			return
		}
		select {
		case ordered <- it:
		case <-ctx.Done():
			return
		}
		if !wanted {
			continue
		}
		select {
		case jobs <- it:
		case <-ctx.Done():
			it.err = ctx.Err()
			close(it.done)
			return
		}
	}
}

// errSkipped marks a file of no known format.
var errSkipped = errors.New("skipped")

func (l *load) admit(it *item) {
	key, v := identify(it.article)
	it.key = key
	if it.otherShard = !l.opts.Shard.has(key); it.otherShard {
		return
	}
	admitted, supersedes := l.seen.admit(key, v)
	it.duplicate, it.supersedes = !admitted, supersedes
}
