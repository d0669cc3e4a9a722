package export_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"citygraph/graph/export"
)

// readNetwork opens the files with networkx, an implementation of none of ours, and prints what
// it found.
const readNetwork = `
import json, sys, networkx as nx
read = {"gexf": lambda p: nx.read_gexf(p, version="1.3"), "graphml": lambda p: nx.read_graphml(p, force_multigraph=True), "pajek": nx.read_pajek}
g = read[sys.argv[1]](sys.argv[2])
names = [d.get("label", n) for n, d in g.nodes(data=True)]
print(json.dumps({"nodes": g.number_of_nodes(), "edges": g.number_of_edges(), "names": names}))
`

// pythonWith finds a Python with a package: the one that .ci/setup makes, else that of the
// machine. Where there is none the test is skipped, but never in CI.
func pythonWith(t *testing.T, pkg string) string {
	t.Helper()
	for _, python := range []string{filepath.Join("..", "..", ".cache", "python", "bin", "python"), "python3"} {
		if path, err := exec.LookPath(python); err == nil && exec.Command(path, "-c", "import "+pkg).Run() == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("no Python with %s: run .ci/setup", pkg)
	}
	t.Skipf("%s is not installed: .ci/setup installs it", pkg)
	return ""
}

// TestNetworkx: the network formats open in networkx with every node, edge and name.
func TestNetworkx(t *testing.T) {
	python := pythonWith(t, "networkx")
	store := reference(t)
	want := expected(t, store, export.Options{})
	for _, format := range []string{"gexf", "graphml", "pajek"} {
		t.Run(format, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph")
			if err := os.WriteFile(path, single(t, store, format, export.Options{}), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), python, "-c", readNetwork, format, path)
			cmd.Stderr = os.Stderr
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				Nodes, Edges int
				Names        []string
			}
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			if (counted{got.Nodes, got.Edges}) != want {
				t.Errorf("networkx has %d nodes and %d edges, the reader %+v", got.Nodes, got.Edges, want)
			}
			if !slices.ContainsFunc(got.Names, func(n string) bool { return strings.HasPrefix(n, "Shanghai") }) {
				t.Errorf("Shanghai is not among %v", got.Names)
			}
		})
	}
}
