package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// scanner is a row of an answer.
type scanner interface{ Scan(dest ...any) error }

// conn is one connection with its prepared statements. It is not safe for concurrent use.
type conn struct {
	raw      *sql.Conn
	text     queries
	prepared map[string]*sql.Stmt
}

// maxPrepared bounds the statements kept on a connection: filters compose many.
const maxPrepared = 256

// beginRead and beginWrite open transactions. A write asks for the lock at once: a lock asked
// for later could not be waited for.
const (
	beginRead  = "BEGIN"
	beginWrite = "BEGIN IMMEDIATE"
)

// inTransaction runs body in a transaction and commits where it returns nil.
func (c *conn) inTransaction(ctx context.Context, begin string, body func() error) error {
	if _, err := c.raw.ExecContext(ctx, begin); err != nil {
		return err
	}
	ended := false
	always := context.WithoutCancel(ctx)
	defer func() {
		if !ended { // also where body panics
			_, _ = c.raw.ExecContext(always, "ROLLBACK") // the first error is the one that counts
		}
	}()
	if err := body(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := c.raw.ExecContext(always, "COMMIT"); err != nil {
		return err
	}
	ended = true
	return nil
}

// exec runs the named statement.
func (c *conn) exec(ctx context.Context, q query, args ...any) (sql.Result, error) {
	stmt, err := c.prepare(ctx, c.text[q]) //nolint:sqlclosecheck // kept for the next call
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(ctx, args...)
}

// each runs the named query and calls row for every row of the answer.
func (c *conn) each(ctx context.Context, q query, args []any, row func(scanner) error) error {
	return c.eachOf(ctx, c.text[q], args, row)
}

// eachOf is each for a composed text.
func (c *conn) eachOf(ctx context.Context, text string, args []any, row func(scanner) error) (err error) {
	stmt, err := c.prepare(ctx, text) //nolint:sqlclosecheck // kept for the next call
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// one scans the only row of the named query into dest; no row is sql.ErrNoRows.
func (c *conn) one(ctx context.Context, q query, dest []any, args ...any) error {
	stmt, err := c.prepare(ctx, c.text[q]) //nolint:sqlclosecheck // kept for the next call
	if err != nil {
		return err
	}
	return stmt.QueryRowContext(ctx, args...).Scan(dest...)
}

func (c *conn) prepare(ctx context.Context, text string) (*sql.Stmt, error) {
	if stmt, ok := c.prepared[text]; ok {
		return stmt, nil
	}
	if len(c.prepared) >= maxPrepared {
		c.forget()
	}
	stmt, err := c.raw.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	c.prepared[text] = stmt
	return stmt, nil
}

func (c *conn) forget() {
	for _, stmt := range c.prepared {
		stmt.Close()
	}
	clear(c.prepared)
}

func (c *conn) close() error {
	c.forget()
	return c.raw.Close()
}
