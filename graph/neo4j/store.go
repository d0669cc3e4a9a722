package neo4j

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"citygraph/graph"
)

// Store is a graph.Store on a Neo4j server or cluster. It is safe for concurrent use.
type Store struct {
	reader
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager
	options   Options
	version   string
	closed    atomic.Bool
}

var _ graph.Store = (*Store)(nil)

// Open connects to a server: bolt:// for one machine, neo4j:// for a cluster, neo4j+s:// for
// Aura. The server must answer and its schema be current, or Options.Migrate set; else the
// error is ErrUnavailable or ErrConflict.
func Open(ctx context.Context, uri string, opts Options) (*Store, error) {
	opts = opts.withDefaults()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(opts.Username, opts.Password, ""), func(c *config.Config) {
		c.MaxConnectionPoolSize = opts.Connections
		c.ConnectionAcquisitionTimeout = opts.AcquireTime
		c.MaxTransactionRetryTime = opts.RetryTime
		c.SocketConnectTimeout = opts.AcquireTime
		c.TelemetryDisabled = true
		c.UserAgent = "citygraph"
	})
	if err != nil {
		return nil, fmt.Errorf("neo4j: open: %w: %s", graph.ErrInvalid, err.Error())
	}
	s := &Store{driver: driver, options: opts, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	s.reader = reader{begin: s.read}
	if err := s.connect(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("neo4j: open: %w", err), driver.Close(ctx))
	}
	return s, nil
}

func (s *Store) connect(ctx context.Context) error {
	asking, cancel := context.WithTimeout(ctx, s.options.ReadTime)
	defer cancel()
	info, err := s.driver.GetServerInfo(asking)
	if err != nil {
		return translate(ctx, err)
	}
	s.version = info.Agent()
	if s.options.Migrate {
		return s.Migrate(ctx)
	}
	return s.checkSchema(ctx)
}

// Ping implements graph.Store.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.checkSchema(ctx); err != nil {
		return fmt.Errorf("neo4j: ping: %w", err)
	}
	return nil
}

// Features implements graph.Store.
func (s *Store) Features() graph.Features {
	return graph.Features{Name: "neo4j", Version: s.version, Schema: len(migrations()), Shared: true}
}

// Close implements graph.Store.
func (s *Store) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), s.options.ReadTime)
	defer cancel()
	if err := s.driver.Close(ctx); err != nil {
		return fmt.Errorf("neo4j: close: %w", translate(ctx, err))
	}
	return nil
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		DatabaseName: s.options.Database, AccessMode: mode, BookmarkManager: s.bookmarks, FetchSize: 5000,
	})
}

// usable says why nothing can be asked of the store.
func (s *Store) usable(ctx context.Context) error {
	if s.closed.Load() {
		return graph.ErrClosed
	}
	return ctx.Err()
}

// read runs work in a read transaction; on a failure that may pass it runs again.
func (s *Store) read(ctx context.Context, work func(context.Context, runner) error) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.ReadTime)
	defer cancel()
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(ctx, tx)
	}, neo4j.WithTxTimeout(timeLeft(ctx, s.options.ReadTime)))
	return translate(ctx, err)
}

// timeLeft is the shorter of limit and what ctx still has, so that the server stops when the
// caller has gone.
func timeLeft(ctx context.Context, limit time.Duration) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		return max(time.Millisecond, min(limit, time.Until(deadline)))
	}
	return limit
}
