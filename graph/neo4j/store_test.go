package neo4j_test

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
)

var shared neo4jtest.Shared

// TestMain draws fewer random graphs than rapid's 100, for each needs an emptied server; the
// flag -rapid.checks asks for more.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "30"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	shared.Main(m)
}

// open returns an empty store on the shared server.
func open(t *testing.T) graph.Store {
	t.Helper()
	return openAt(t, shared.Start(t), neo4j.Options{})
}

func openAt(t testing.TB, server *neo4jtest.Server, opts neo4j.Options) *neo4j.Store {
	t.Helper()
	opts.Username, opts.Password, opts.Migrate = server.Username, server.Password, true
	store, err := neo4j.Open(t.Context(), server.URI, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return store
}

func TestConformance(t *testing.T) { graphtest.Run(t, open) }
