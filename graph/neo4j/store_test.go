package neo4j_test

import (
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
)

var shared neo4jtest.Shared

func TestMain(m *testing.M) { shared.Main(m) }

// open returns an empty store on the shared server.
func open(t *testing.T) graph.Store {
	t.Helper()
	return openAt(t, shared.Start(t))
}

func openAt(t testing.TB, server *neo4jtest.Server) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), server.URI, neo4j.Options{
		Username: server.Username, Password: server.Password, Migrate: true,
	})
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
