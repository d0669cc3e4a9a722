package sqlite

import (
	"context"
	"errors"
	"sync"

	"citygraph/graph"
)

// pool lends a fixed number of connections, each opened when first needed.
type pool struct {
	open   func(context.Context) (*conn, error)
	free   chan *conn // nil: a connection not yet opened
	closed chan struct{}
	once   sync.Once
}

func newPool(size int, open func(context.Context) (*conn, error)) *pool {
	p := &pool{open: open, free: make(chan *conn, size), closed: make(chan struct{})}
	for range size {
		p.free <- nil
	}
	return p
}

// with lends a connection to use, waiting for one until ctx ends or the pool closes.
func (p *pool) with(ctx context.Context, use func(*conn) error) (err error) {
	select {
	case <-p.closed:
		return graph.ErrClosed
	default:
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	var c *conn
	select {
	case <-p.closed:
		return graph.ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	case c = <-p.free:
	}
	defer func() { p.free <- c }()
	if c == nil {
		if c, err = p.open(ctx); err != nil {
			c = nil
			return err
		}
	}
	return use(c)
}

// close refuses new work, waits for what is running, and closes every connection.
func (p *pool) close() error {
	var errs []error
	p.once.Do(func() {
		close(p.closed)
		for range cap(p.free) {
			if c := <-p.free; c != nil {
				errs = append(errs, c.close())
			}
		}
	})
	return errors.Join(errs...)
}
