package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"citygraph/graph"
)

// translate wraps an error with the operation and one of graph's sentinels, chosen by SQLite's
// result code; no driver type escapes.
func translate(op string, err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{
		context.Canceled, context.DeadlineExceeded, graph.ErrInvalid, graph.ErrLimit,
		graph.ErrConflict, graph.ErrNotFound, graph.ErrClosed, graph.ErrUnavailable,
	} {
		if errors.Is(err, known) {
			return fmt.Errorf("sqlite %s: %w", op, err)
		}
	}
	return fmt.Errorf("sqlite %s: %w: %s", op, sentinel(err), err.Error()) // no driver type escapes
}

func sentinel(err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return graph.ErrUnavailable // a row that cannot be read: the file is damaged
	}
	switch failure.Code() & 0xff {
	case lib.SQLITE_CONSTRAINT:
		return graph.ErrConflict
	case lib.SQLITE_TOOBIG:
		return graph.ErrLimit
	case lib.SQLITE_NOTADB:
		return graph.ErrInvalid
	case lib.SQLITE_INTERRUPT:
		return context.Canceled
	}
	return graph.ErrUnavailable
}
