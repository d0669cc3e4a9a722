package graphtest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"citygraph/graph"
)

// feed reads all changes, so many at a time.
func feed(t testing.TB, r graph.Reader, limit int) []graph.Change {
	t.Helper()
	var all []graph.Change
	var after int64
	for {
		f := must[graph.Feed](t)(r.Changes(context.Background(), after, limit))
		if len(f.Changes) > limit {
			t.Fatalf("%d changes, asked for %d", len(f.Changes), limit)
		}
		for i, c := range f.Changes {
			if c.N != after+int64(i)+1 {
				t.Fatalf("change %d comes after %d", c.N, after+int64(i))
			}
		}
		all = append(all, f.Changes...)
		after += int64(len(f.Changes))
		if after == f.Head {
			return all
		}
		if len(f.Changes) < limit {
			t.Fatalf("%d changes of %d, and no more", after, f.Head)
		}
	}
}

// changes: the feed tells every write, in its order, and nothing else; however it is cut.
func changes(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	reference := Reference()
	writers := []graph.Writer{store, oracle}
	for _, w := range writers {
		retract(t, w, day(3), reference[2].Article.ID)
		apply(t, w, day(2), reference...) // committed later, whatever its record time
		apply(t, w, day(4), reference...) // changes nothing
		apply(t, w, day(5), spellings()...)
	}
	p := people()
	judge(t, day(6), put(judged(p[0], p[1], graph.Same)), store, oracle)
	for _, w := range writers {
		apply(t, w, day(7), replaced(spellings()[0]))
	}
	want := feed(t, oracle, graph.MaxScan)
	for _, limit := range []int{1, 7, len(want) - 1, len(want), graph.MaxScan} {
		same(t, "feed", want, feed(t, store, limit))
	}
	if err := store.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	same(t, "feed after a rebuild", want, feed(t, store, graph.MaxScan))
}

// changesWithinBounds: what is no stretch of the feed is refused or empty, and a view ends where
// it began.
func changesWithinBounds(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	ctx := context.Background()
	head := must[graph.Feed](t)(store.Changes(ctx, 0, 1)).Head
	beyond := must[graph.Feed](t)(store.Changes(ctx, head+1, 1))
	if diff := cmp.Diff(graph.Feed{Head: head}, beyond, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if n := len(must[graph.Feed](t)(store.Changes(ctx, 0, 0)).Changes); n != graph.DefaultPage {
		t.Errorf("%d changes without a limit", n)
	}
	if _, err := store.Changes(ctx, 0, graph.MaxScan+1); !errors.Is(err, graph.ErrLimit) {
		t.Errorf("MaxScan + 1: %v", err)
	}
	if _, err := store.Changes(ctx, 0, -1); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("negative limit: %v", err)
	}
	err := store.View(ctx, func(r graph.Reader) error {
		before := feed(t, r, graph.MaxScan)
		apply(t, store, day(2), stories(3)...)
		same(t, "feed inside the view", before, feed(t, r, graph.MaxScan))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if now := must[graph.Feed](t)(store.Changes(ctx, head, 1)); now.Head == head || now.Changes[0].N != head+1 {
		t.Errorf("the write during the view is lost: %v", now)
	}
}

// replaced is another version of an article.
func replaced(a graph.Assertion) graph.Assertion {
	a.Article.Date = "2031-01-01"
	for i := range a.Claims {
		a.Claims[i].Asserted = a.Article.Date
	}
	return a
}
