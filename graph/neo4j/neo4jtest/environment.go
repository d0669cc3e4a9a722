package neo4jtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// borrowed is a server that someone else runs, held for this process alone.
type borrowed struct {
	server *Server
	unlock func() error
}

// fromEnvironment returns the server of NEO4J_TEST_URI, or nil where it is not set.
func fromEnvironment(ctx context.Context) (*Server, error) {
	uri := os.Getenv("NEO4J_TEST_URI")
	if uri == "" {
		return nil, nil //nolint:nilnil // absent is no error: the next kind is tried
	}
	server := &Server{
		URI: uri, Username: cmp.Or(os.Getenv("NEO4J_USERNAME"), "neo4j"), Password: os.Getenv("NEO4J_PASSWORD"),
		How: "using the disposable server of NEO4J_TEST_URI at " + uri,
	}
	unlock, err := lock("server-" + uri)
	if err != nil {
		return nil, err
	}
	server.engine = &borrowed{server, unlock}
	err = server.session(ctx, func(session neo4j.SessionWithContext) error {
		marks, err := single(ctx, session, "MATCH (d:Disposable) RETURN count(d)")
		if err == nil && marks == 0 {
			err = errors.New("the database is not marked: run CREATE (:Disposable) in it if its data may be lost")
		}
		return err
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("neo4jtest: NEO4J_TEST_URI: %w", err), unlock())
	}
	return server, nil
}

func (b *borrowed) start(context.Context) error { return ErrFixed }
func (b *borrowed) kill() error                 { return ErrFixed }

func (b *borrowed) stop() error {
	return errors.Join(b.server.Wipe(context.Background()), b.unlock())
}
