package server_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
)

// TestRecordTime takes an article back and asks what the graph knew before.
func TestRecordTime(t *testing.T) {
	store := graphtest.NewMemory()
	story := graphtest.NewStory("Cork and Shanghai", "en", "2005-05-19", "sample").
		Fact(graphtest.Cork, graph.TwinnedWith, graphtest.Shanghai, graphtest.On("2005-05-19")).Assertion()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: []graph.Assertion{story}}, loadedAt); err != nil {
		t.Fatal(err)
	}
	retract := graph.Batch{Retract: []graph.ArticleID{story.Article.ID}}
	if _, err := store.Apply(t.Context(), retract, loadedAt.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	h := newServer(store)
	query := `query($then: DateTime) { city(id: "city:2965140", asOf: $then) { twins { nodes {
	  other { name degree } claims { nodes { article { title } evidence { text lang } subject { name } } } } } } }`

	if got := mustAsk(t, h, query, nil)["city"]; got != nil {
		t.Errorf("now: %v", got)
	}
	got := mustAsk(t, h, query, map[string]any{"then": loadedAt.AddDate(0, 0, 1).Format(time.RFC3339)})
	want := map[string]any{
		"other": map[string]any{"name": "Shanghai", "degree": 1.0},
		"claims": map[string]any{"nodes": []any{map[string]any{
			"article":  nil, // taken back since
			"evidence": map[string]any{"text": "Cork TWINNED_WITH Shanghai.", "lang": nil},
			"subject":  map[string]any{"name": "Shanghai"},
		}}},
	}
	if diff := cmp.Diff(want, dig(t, got, "city", "twins", "nodes", 0)); diff != "" {
		t.Error(diff)
	}
	before := map[string]any{"then": loadedAt.AddDate(0, 0, -1).Format(time.RFC3339)}
	if got := mustAsk(t, h, query, before)["city"]; got != nil {
		t.Errorf("before: %v", got)
	}
	claim := mustAsk(t, h, `{ claim(id: "`+string(story.Claims[0].ID)+`") { type article { id } } }`, nil)
	if diff := cmp.Diff(map[string]any{"type": "TWINNED_WITH", "article": nil}, claim["claim"]); diff != "" {
		t.Errorf("a claim that was taken back: %s", diff)
	}
}
