package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
)

// translate turns the driver's errors into the sentinels of package graph, by code. No driver
// type escapes; errors of graph and of the context pass through.
func translate(ctx context.Context, err error) error {
	var server *neo4j.Neo4jError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &server):
		if class := classOf(server.Code); class != nil {
			return fmt.Errorf("%w: %s: %s", class, server.Code, server.Msg)
		}
		return fmt.Errorf("%s: %s", server.Code, server.Msg)
	case ctx.Err() != nil:
		return ctx.Err()
	case fromDriver(err):
		return fmt.Errorf("%w: %s", graph.ErrUnavailable, err.Error())
	}
	return err
}

// classOf maps a status code of the server to a sentinel, nil where none fits.
func classOf(code string) error {
	switch {
	case strings.HasPrefix(code, "Neo.ClientError.Transaction.TransactionTimedOut"),
		code == "Neo.ClientError.Transaction.LockClientStopped",
		code == "Neo.ClientError.Transaction.Terminated",
		code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
		code == "Neo.TransientError.General.TransactionOutOfMemoryError":
		return graph.ErrLimit
	case code == "Neo.ClientError.Schema.ConstraintValidationFailed":
		return graph.ErrConflict
	case strings.HasPrefix(code, "Neo.TransientError."), strings.HasPrefix(code, "Neo.DatabaseError."),
		strings.HasPrefix(code, "Neo.ClientError.Security."), strings.HasPrefix(code, "Neo.ClientError.Cluster."),
		strings.HasPrefix(code, "Neo.ClientError.Database."):
		return graph.ErrUnavailable
	}
	return nil
}

// fromDriver reports whether the driver gave up reaching or using the server.
func fromDriver(err error) bool {
	var connectivity *neo4j.ConnectivityError
	var exhausted *neo4j.TransactionExecutionLimit
	var credentials *neo4j.InvalidAuthenticationError
	return errors.As(err, &connectivity) || errors.As(err, &exhausted) || errors.As(err, &credentials) ||
		neo4j.IsRetryable(err)
}

// isUnknownCommit reports whether the connection was lost while the server committed: the one
// failure that the driver does not repeat, because the commit may have happened.
func isUnknownCommit(err error) bool {
	var connectivity *neo4j.ConnectivityError
	return errors.As(err, &connectivity) && !neo4j.IsRetryable(err)
}
