package export_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph/export"
)

// readTriples parses the files with rdflib, an implementation of none of ours, and prints what
// it found: statements, and subjects by type.
const readTriples = `
import collections, json, sys, rdflib
g = rdflib.Graph()
g.parse(sys.argv[2], format=sys.argv[1])
types = collections.Counter(str(o).rsplit("/", 1)[-1].rsplit("#", 1)[-1] for o in g.objects(None, rdflib.RDF.type))
print(json.dumps({"triples": len(g), "types": types}))
`

type statements struct {
	Triples int
	Types   map[string]int
}

// TestRDF: Turtle and JSON-LD open in rdflib, hold the same statements, and all the cities.
func TestRDF(t *testing.T) {
	python := pythonWith(t, "rdflib")
	store := reference(t)
	read := func(format, parser string) (got statements) {
		path := filepath.Join(t.TempDir(), "graph")
		if err := os.WriteFile(path, single(t, store, format, export.Options{}), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), python, "-c", readTriples, parser, path)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		return got
	}
	turtle := read("turtle", "turtle")
	if diff := cmp.Diff(turtle, read("jsonld", "json-ld")); diff != "" {
		t.Errorf("Turtle and JSON-LD differ: %s", diff)
	}
	if turtle.Triples == 0 || turtle.Types["City"] == 0 {
		t.Errorf("rdflib has %+v", turtle)
	}
}
