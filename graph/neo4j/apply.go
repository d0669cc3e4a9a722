package neo4j

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
)

// Apply implements graph.Writer. What fails for a moment (a deadlock, a restarting server) is
// sent again for Options.RetryTime.
func (s *Store) Apply(ctx context.Context, b graph.Batch, at time.Time) (graph.Applied, error) {
	if err := s.usable(ctx); err != nil {
		return graph.Applied{}, err
	}
	if err := b.Validate(); err != nil {
		return graph.Applied{}, err
	}
	load := newLoad(b, at.UTC())
	var applied graph.Applied
	err := s.settle(ctx, func(ctx context.Context, tx runner, token string) error {
		var err error
		applied, err = load.run(ctx, tx, token)
		return err
	})
	if err != nil {
		return graph.Applied{}, fmt.Errorf("neo4j: apply %s: %w", b.ID(), err)
	}
	return applied, nil
}

// settle runs work in a write transaction until it is known to be committed or to have failed.
// Where the connection is lost in the middle of a commit, the marker that work leaves with its
// token tells what became of it; an absent one means that work runs again, which is safe even
// if the server still commits the first.
func (s *Store) settle(ctx context.Context, work func(context.Context, runner, string) error) error {
	deadline := time.Now().Add(s.options.RetryTime)
	for {
		token := rand.Text()
		err := s.write(ctx, func(ctx context.Context, tx runner) error { return work(ctx, tx, token) })
		if !isUnknownCommit(err) || ctx.Err() != nil || time.Now().After(deadline) {
			return translate(ctx, err)
		}
		if done, err := s.find(ctx, "has_application", token); done || err != nil {
			return err
		}
	}
}

// write runs work in a write transaction; on a failure that may pass it runs again. The error
// is the driver's.
func (s *Store) write(ctx context.Context, work func(context.Context, runner) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(ctx, tx)
	}, neo4j.WithTxTimeout(timeLeft(ctx, s.options.WriteTime)))
	return err
}

// HasApplied implements graph.Writer.
func (s *Store) HasApplied(ctx context.Context, id graph.BatchID) (bool, error) {
	found, err := s.find(ctx, "has_batch", string(id))
	if err != nil {
		return false, fmt.Errorf("neo4j: ask for %s: %w", id, err)
	}
	return found, nil
}

// find asks a query that answers found for an id. It goes to the leader, which alone is sure to
// know of a commit whose bookmark was lost with the connection.
func (s *Store) find(ctx context.Context, name, id string) (bool, error) {
	if err := s.usable(ctx); err != nil {
		return false, err
	}
	found := false
	err := s.write(ctx, func(ctx context.Context, tx runner) error {
		return rows(ctx, tx, query(name, nil), params{"id": id}, func(r record) error {
			found = props(r.r.AsMap()).flag("found")
			return nil
		})
	})
	return found, translate(ctx, err)
}
