package graphtest

import (
	"bytes"
	"context"
	"testing"

	"citygraph/graph"
	"citygraph/graph/export"
)

// Dump returns the canonical dump of a store.
func Dump(t testing.TB, r graph.Reader) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Canonical(context.Background(), r, &b); err != nil {
		t.Fatalf("dump: %v", err)
	}
	return b.String()
}
