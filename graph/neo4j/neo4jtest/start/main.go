// Command start runs a disposable Neo4j until it is interrupted. It prints the lines that a
// shell or a Makefile needs to hand the server to tests:
//
//	NEO4J_TEST_URI=bolt://127.0.0.1:PORT
//	NEO4J_USERNAME=neo4j
//	NEO4J_PASSWORD=…
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"citygraph/graph/neo4j/neo4jtest"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	server, err := neo4jtest.Open(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, "neo4jtest:", server.How)
	fmt.Printf("NEO4J_TEST_URI=%s\nNEO4J_USERNAME=%s\nNEO4J_PASSWORD=%s\n", server.URI, server.Username, server.Password)
	<-ctx.Done()
	return server.Stop()
}
