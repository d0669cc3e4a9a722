package graphtest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

// Open yields an empty store for one case; the suite closes nothing that Open did not give.
type Open func(t *testing.T) graph.Store

// Run is the conformance suite: every sentence of the store contract has a case here.
func Run(t *testing.T, open Open) {
	cases := []struct {
		name string
		run  func(*testing.T, Open)
	}{
		{"empty store", emptyStore},
		{"reads equal the oracle", readsEqualOracle},
		{"applying again changes nothing", applyAgain},
		{"a changed version replaces", replaceVersion},
		{"retract and reload restores", retractAndReload},
		{"retract takes only what rested on it alone", retractShared},
		{"any order, any cut", anyOrder},
		{"writers at once", writersAtOnce},
		{"invalid batch writes nothing", invalidBatch},
		{"ties end only on a claim that says so", endings},
		{"reprints are one witness", reprints},
		{"names in every script", namesInEveryScript},
		{"words near a mistyped one", nearWords},
		{"paging both ways in every order", paging},
		{"pages bound to many nodes", pagesOfManyNodes},
		{"edge filters", edgeFilters},
		{"node and article filters", nodeAndArticleFilters},
		{"claims of edges, entities and articles", claimScopes},
		{"as of a record time", asOf},
		{"judgements join, part and are undone", judgementsUndone},
		{"judgements weigh", judgementsWeigh},
		{"judgements hold for articles to come", judgedBefore},
		{"identity by rule, any order and at once", identifyAtOnce},
		{"identity as of a record time", identityAsOf},
		{"judgements by filter and page", judgementPages},
		{"invalid judgements write nothing", invalidJudgements},
		{"limits", limits},
		{"hostile strings are data", hostileStrings},
		{"batch beyond parameter limits", largeBatch},
		{"view sees one state", viewIsOneState},
		{"the feed of changes", changes},
		{"changes within bounds", changesWithinBounds},
		{"rebuild changes nothing", rebuild},
		{"cancelled and closed", cancelledAndClosed},
		{"random graphs equal the oracle", randomGraphs},
		{"traversal", traversal},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.run(t, open) })
	}
}

// day is record time for tests: the n-th day of a fixed month.
func day(n int) time.Time { return time.Date(2025, 1, n, 12, 0, 0, 0, time.UTC) }

func apply(t testing.TB, s graph.Writer, at time.Time, as ...graph.Assertion) graph.Applied {
	t.Helper()
	done, err := s.Apply(context.Background(), graph.Batch{Assertions: as, Run: at.String()}, at)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	return done
}

func retract(t testing.TB, s graph.Writer, at time.Time, ids ...graph.ArticleID) graph.Applied {
	t.Helper()
	done, err := s.Apply(context.Background(), graph.Batch{Retract: ids, Run: at.String()}, at)
	if err != nil {
		t.Fatalf("retract: %v", err)
	}
	return done
}

// loaded opens a store and an oracle that both hold the reference graph.
func loaded(t *testing.T, open Open) (graph.Store, *Memory) {
	t.Helper()
	store, oracle := open(t), NewMemory()
	for _, s := range []graph.Writer{store, oracle} {
		apply(t, s, day(1), Reference()...)
	}
	return store, oracle
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s: (-oracle +store)\n%s", what, d)
	}
}

// sameBoth asks store and oracle the same question and compares answer and error class.
func sameBoth[T any](t testing.TB, what string, store, oracle graph.Reader, ask func(graph.Reader) (T, error)) {
	t.Helper()
	want, wantErr := ask(oracle)
	got, gotErr := ask(store)
	if (wantErr == nil) != (gotErr == nil) {
		t.Errorf("%s: oracle error %v, store error %v", what, wantErr, gotErr)
		return
	}
	same(t, what, want, got)
}
