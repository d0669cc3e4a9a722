package graphtest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

// nearWords: a mistyped word leads to the words of the names that are there, and to no others.
func nearWords(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	ctx := context.Background()
	words := []string{
		"shannghai", "shangai", "shanghaii", "hsanghai", "shnaghia", "corc", "cork", "co", "dunedim", "dunedinnnn",
		"上", "شانغهي", "шанхай", "", "and", "not", `a"b*`, "rotterdam-", "x~2", "yokohama",
	}
	same := func(what string) {
		sameBoth(t, what, store, oracle, func(r graph.Reader) ([][]string, error) { return r.NearWords(ctx, words) })
	}
	same("all loaded")
	near := must[[][]string](t)(store.NearWords(ctx, []string{"shannghai", "shanghai", "sx"}))
	if !slices.Contains(near[0], "shanghai") || slices.Contains(near[1], "shanghai") || len(near[2]) > 0 {
		t.Errorf("near words: %q", near)
	}
	for i, a := range Reference() {
		if i%2 == 0 {
			retract(t, store, day(2), a.Article.ID)
			retract(t, oracle, day(2), a.Article.ID)
		}
	}
	same("half retracted")
	many := make([]string, graph.MaxPage+1)
	if _, err := store.NearWords(ctx, many[:graph.MaxPage]); err != nil {
		t.Errorf("as many words as are allowed: %v", err)
	}
	if _, err := store.NearWords(ctx, many); !errors.Is(err, graph.ErrLimit) {
		t.Errorf("more words than are allowed: %v", err)
	}
	if diff := cmp.Diff([][]string{}, must[[][]string](t)(store.NearWords(ctx, nil))); diff != "" {
		t.Error(diff)
	}
}
