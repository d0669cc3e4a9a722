package sqlite

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"citygraph/graph"
)

// minVersion is the first SQLite without the bug that could lose committed pages when one
// connection wrote while another reset the write-ahead log.
const minVersion = "3.51.3"

// Options tune a store. The zero value is right for one machine.
type Options struct {
	// Readers is how many reads run at once; 0: the number of processors, between 2 and 8.
	Readers int
	// BusyTimeout is how long a writer waits for the writer of another process; 0: 30 s.
	BusyTimeout time.Duration
}

// Store is a graph.Store in one file, with its write-ahead log beside it. It is safe for
// concurrent use; several processes on one machine may open the same file.
type Store struct {
	reader
	db      database
	writers *pool // one connection: SQLite has one writer at a time
	readers *pool
	version string
	schema  int
	closing sync.Once
}

// Open opens the store at path, creates it where the file is missing and brings its schema up
// to date. The caller closes it. A file that is something else is an ErrInvalid; a schema from
// a later version is an ErrConflict.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	if path == "" || strings.HasPrefix(path, ":memory:") {
		return nil, &graph.InvalidError{Field: "path", Reason: "a store needs a file"}
	}
	opts = opts.withDefaults()
	db, err := newDatabase(path, opts.BusyTimeout)
	if err != nil {
		return nil, translate("open "+path, err)
	}
	s := &Store{db: db, writers: newPool(1, db.openWriter), readers: newPool(opts.Readers, db.openReader)}
	s.reader = reader{run: s.read}
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, translate("open "+path, err)
	}
	return s, nil
}

func (o Options) withDefaults() Options {
	if o.Readers <= 0 {
		o.Readers = min(max(runtime.GOMAXPROCS(0), 2), 8)
	}
	if o.BusyTimeout <= 0 {
		o.BusyTimeout = 30 * time.Second
	}
	return o
}

// prepare checks the engine and migrates.
func (s *Store) prepare(ctx context.Context) error {
	return s.writers.with(ctx, func(c *conn) error {
		version, err := engineVersion(ctx, c)
		if err != nil {
			return err
		}
		if !atLeast(version, minVersion) {
			return fmt.Errorf("%w: SQLite %s is older than %s", graph.ErrUnavailable, version, minVersion)
		}
		s.version = version
		s.schema, err = migrate(ctx, c)
		return err
	})
}

func engineVersion(ctx context.Context, c *conn) (version string, err error) {
	err = c.one(ctx, selectVersion, []any{&version})
	return version, err
}

// atLeast compares dotted versions number by number.
func atLeast(version, least string) bool {
	have, want := strings.Split(version, "."), strings.Split(least, ".")
	for i := range want {
		h := 0
		if i < len(have) {
			h, _ = strconv.Atoi(have[i])
		}
		w, _ := strconv.Atoi(want[i])
		if h != w {
			return h > w
		}
	}
	return true
}

// read runs one question in a read transaction of its own.
func (s *Store) read(ctx context.Context, op string, ask func(*session) error) error {
	err := s.readers.with(ctx, func(c *conn) error {
		return c.inTransaction(ctx, beginRead, func() error { return ask(&session{ctx: ctx, c: c}) })
	})
	return translate(op, err)
}

// write runs one change in an immediate transaction: it has the write lock from the start.
func (s *Store) write(ctx context.Context, op string, change func(*conn) error) error {
	err := s.writers.with(ctx, func(c *conn) error {
		return c.inTransaction(ctx, beginWrite, func() error { return change(c) })
	})
	return translate(op, err)
}

// View implements graph.Store: all reads share one connection in one read transaction, one
// after the other.
func (s *Store) View(ctx context.Context, read func(graph.Reader) error) error {
	var failed error
	err := s.readers.with(ctx, func(c *conn) error {
		return c.inTransaction(ctx, beginRead, func() error {
			if _, err := lastLoad(ctx, c); err != nil { // the first read fixes the state
				return err
			}
			v := &view{c: c}
			defer v.end()
			failed = read(reader{run: v.read})
			return failed
		})
	})
	if failed != nil {
		return failed
	}
	return translate("view", err)
}

// view lends one connection to readers in turn until the view ends.
type view struct {
	mu    sync.Mutex
	c     *conn
	ended bool
}

func (v *view) read(ctx context.Context, op string, ask func(*session) error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ended {
		return fmt.Errorf("sqlite %s: the view has ended: %w", op, graph.ErrClosed)
	}
	if err := ctx.Err(); err != nil {
		return translate(op, err)
	}
	return translate(op, ask(&session{ctx: ctx, c: v.c}))
}

func (v *view) end() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ended = true
}

// Ping implements graph.Store.
func (s *Store) Ping(ctx context.Context) error {
	return s.read(ctx, "ping", func(q *session) error {
		level, err := schemaLevel(ctx, q.c)
		if err == nil && level != s.schema {
			return fmt.Errorf("%w: schema %d was changed to %d by another process", graph.ErrConflict, s.schema, level)
		}
		return err
	})
}

// Features implements graph.Store.
func (s *Store) Features() graph.Features {
	return graph.Features{Name: "sqlite", Version: s.version, Schema: s.schema}
}

// Close waits for what is running, then closes the file. Closing again does nothing.
func (s *Store) Close() (err error) {
	s.closing.Do(func() {
		err = s.readers.close()
		if e := s.writers.close(); err == nil {
			err = e
		}
		if e := s.db.close(); err == nil {
			err = e
		}
	})
	return translate("close", err)
}
