package graph_test

import (
	"errors"
	"testing"

	"citygraph/graph"
)

func assertion() graph.Assertion {
	city := graph.Entity{ID: graph.CityID(2965140), Type: graph.City, Main: "Cork", GeoNames: 2965140}
	return graph.Assertion{
		Article:  graph.Article{ID: "article:1", Title: "Cork", Lang: "en", Text: "Cork", Witness: "w"},
		Entities: []graph.Entity{city},
		Mentions: []graph.MentionRef{{Entity: city.ID, Spans: []graph.Span{{Start: 0, End: 4}}}},
	}
}

func TestEqualAssertionsHaveEqualHashes(t *testing.T) {
	unset, empty := assertion(), assertion()
	empty.Claims, empty.Entities[0].Names = []graph.Claim{}, []graph.Name{}
	if unset.Hash() != empty.Hash() {
		t.Error("a list unset and a list empty hash differently")
	}
	other := assertion()
	other.Article.Title = "Cork City"
	if unset.Hash() == other.Hash() {
		t.Error("another title hashes the same")
	}
}

func TestEveryTextIsUTF8(t *testing.T) {
	const broken = "C\xf4rk"
	for name, spoil := range map[string]func(*graph.Assertion){
		"article id": func(a *graph.Assertion) { a.Article.ID = broken },
		"text":       func(a *graph.Assertion) { a.Article.Text = broken },
		"title":      func(a *graph.Assertion) { a.Article.Title = broken },
		"source":     func(a *graph.Assertion) { a.Article.Source = broken },
		"address":    func(a *graph.Assertion) { a.Article.URL = broken },
		"main name":  func(a *graph.Assertion) { a.Entities[0].Main = broken },
		"name":       func(a *graph.Assertion) { a.Entities[0].Names = []graph.Name{{Text: broken, Key: "k"}} },
		"name key":   func(a *graph.Assertion) { a.Entities[0].Names = []graph.Name{{Text: "Cork", Key: broken}} },
	} {
		t.Run(name, func(t *testing.T) {
			a := assertion()
			if err := a.Validate(); err != nil {
				t.Fatalf("before: %v", err)
			}
			spoil(&a)
			if err := a.Validate(); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("accepted: %v", err)
			}
		})
	}
}
