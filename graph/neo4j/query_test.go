package neo4j

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"citygraph/graph"
)

// TestQueriesHaveHeadersAndUses finds orphans, missing files and headers that say nothing.
func TestQueriesHaveHeadersAndUses(t *testing.T) {
	var code strings.Builder
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range sources {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code.Write(text)
	}
	entries, err := fs.ReadDir(queryFiles, "queries")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := fs.ReadFile(queryFiles, "queries/"+entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(entry.Name(), ".cypher")
		if !strings.HasPrefix(string(text), "// ") {
			t.Errorf("%s has no header", name)
		}
		if !strings.Contains(code.String(), `"`+name+`"`) {
			t.Errorf("%s is used nowhere", name)
		}
	}
}

// TestSchemaNamesTheOntology holds that every edge type has its index, and only those.
func TestSchemaNamesTheOntology(t *testing.T) {
	pattern := regexp.MustCompile(`\(\)-\[r:(\w+)\]-\(\)`)
	indexed := map[string]bool{}
	for _, m := range migrations() {
		if match := pattern.FindStringSubmatch(m.cypher); match != nil {
			indexed[match[1]] = true
		}
	}
	for _, r := range graph.Ontology() {
		if !indexed[string(r.Type)] {
			t.Errorf("edge type %s has no index", r.Type)
		}
		delete(indexed, string(r.Type))
	}
	for name := range indexed {
		t.Errorf("the schema knows %s, the ontology does not", name)
	}
}

func TestClassOf(t *testing.T) {
	for code, want := range map[string]error{
		"Neo.ClientError.Transaction.TransactionTimedOut":                    graph.ErrLimit,
		"Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": graph.ErrLimit,
		"Neo.TransientError.General.MemoryPoolOutOfMemoryError":              graph.ErrLimit,
		"Neo.TransientError.Transaction.DeadlockDetected":                    graph.ErrUnavailable,
		"Neo.TransientError.Transaction.LockAcquisitionTimeout":              graph.ErrUnavailable,
		"Neo.ClientError.Security.Unauthorized":                              graph.ErrUnavailable,
		"Neo.ClientError.Schema.ConstraintValidationFailed":                  graph.ErrConflict,
		"Neo.ClientError.Statement.SyntaxError":                              nil,
	} {
		if got := classOf(code); got != want { //nolint:errorlint // the sentinel itself
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}
