package graphtest_test

import (
	"testing"

	"citygraph/graph"
	"citygraph/graph/graphtest"
)

// The oracle passes its own suite: cases that state an expectation of their own are checked by
// it, and every validation runs.
func TestMemory(t *testing.T) {
	graphtest.Run(t, func(*testing.T) graph.Store { return graphtest.NewMemory() })
}
