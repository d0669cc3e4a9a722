package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
	"citygraph/graph/neo4j/neo4jtest"
)

// TestNeo4jAdminImport exports the sample graph for neo4j-admin, imports it with the real tool as
// its README.txt says, and finds every node and edge of the store in the server.
func TestNeo4jAdminImport(t *testing.T) {
	dir := t.TempDir()
	store, folder := filepath.Join(dir, "graph.db"), filepath.Join(dir, "import")
	mustRun(t, "demo", "--load-only", "--quiet", "--store", store)
	mustRun(t, "export", "--store", store, "--format", "neo4j-admin", "-o", folder)
	server, err := neo4jtest.OpenImported(t.Context(), "--nodes="+filepath.Join(folder, "nodes.csv"),
		"--relationships="+filepath.Join(folder, "edges.csv"), "--array-delimiter=U+001F", "--overwrite-destination")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	driver, err := neo4j.NewDriverWithContext(server.URI, neo4j.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeDriver(t, driver) })
	nodes, edges := canonical(t, mustRun(t, "export", "--store", store, "--format", "jsonl"))
	if len(nodes) == 0 || len(edges) == 0 {
		t.Fatalf("the store has %d nodes and %d edges", len(nodes), len(edges))
	}
	if diff := cmp.Diff(nodes, cypherRows(t, driver, "MATCH (n:Entity) RETURN n.id, [l IN labels(n) WHERE l <> 'Entity'][0], n.name")); diff != "" {
		t.Errorf("nodes (-store +imported):\n%s", diff)
	}
	if diff := cmp.Diff(edges, cypherRows(t, driver, "MATCH (a)-[r]->(b) RETURN r.id, type(r), a.id, b.id, coalesce(r.tier, ''), coalesce(r.date, ''), r.support")); diff != "" {
		t.Errorf("edges (-store +imported):\n%s", diff)
	}
}

// canonical lists the nodes and edges of a canonical dump, a line for each, sorted.
func canonical(t *testing.T, dump string) (nodes, edges []string) {
	t.Helper()
	for line := range strings.Lines(dump) {
		var row struct {
			Node *graph.Node
			Edge *graph.Edge
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(errors.Join(err, errors.New(line)))
		}
		if n := row.Node; n != nil {
			nodes = append(nodes, cells(n.ID, n.Type, n.Main))
		}
		if e := row.Edge; e != nil {
			edges = append(edges, cells(e.ID, e.Type, e.From, e.To, e.Tier, e.Date.Value, e.Support))
		}
	}
	slices.Sort(nodes)
	slices.Sort(edges)
	return nodes, edges
}

func cells(values ...any) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = cell(v)
	}
	return strings.Join(texts, " | ")
}
