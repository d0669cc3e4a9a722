package graph_test

import (
	"slices"
	"testing"

	"citygraph/graph"
)

func TestOntologyIsClosed(t *testing.T) {
	seen := map[graph.EdgeType]bool{}
	for _, r := range graph.Ontology() {
		if seen[r.Type] {
			t.Errorf("%s stands twice", r.Type)
		}
		seen[r.Type] = true
		if r.Symmetric && !slices.Equal(r.From, r.To) {
			t.Errorf("%s is symmetric but joins different types", r.Type)
		}
		for _, e := range append(slices.Clone(r.From), r.To...) {
			if !slices.Contains(graph.EntityTypes(), e) {
				t.Errorf("%s names unknown type %s", r.Type, e)
			}
		}
	}
	r, ok := graph.RelationOf(graph.Signed)
	if !ok || !r.Allows(graph.Person, graph.Agreement) || r.Allows(graph.City, graph.Agreement) {
		t.Error("SIGNED joins a person and an agreement, and nothing else")
	}
	if _, ok := graph.RelationOf("LOVES"); ok {
		t.Error("an unknown edge type has a relation")
	}
}

func TestIDs(t *testing.T) {
	if a, b := graph.PersonID("ab", "c"), graph.PersonID("a", "bc"); a == b {
		t.Error("parts of an id run into each other")
	}
	ids := []graph.EntityID{
		graph.CityID(1), graph.RegionID("AU-QLD"), graph.CountryID("PE"), graph.PersonID("x", ""),
		graph.InstitutionID("PORT", "x", ""), graph.AgreementID("MOU", nil, ""), graph.EventID("FORUM", "x", "", ""),
	}
	for i, want := range graph.EntityTypes() {
		if ids[i].TypeOf() != want {
			t.Errorf("%s is of type %q, want %s", ids[i], ids[i].TypeOf(), want)
		}
	}
	parties := []graph.EntityID{"city:2", "city:1"}
	if graph.AgreementID("MOU", parties, "") != graph.AgreementID("MOU", []graph.EntityID{"city:1", "city:2"}, "") {
		t.Error("an agreement's id depends on the order of its parties")
	}
	if graph.NewArticleID("u", "s", "t", "") != graph.NewArticleID("u", "other", "t2", "d") {
		t.Error("an article with an address is known by more than the address")
	}
}

func TestNameTokens(t *testing.T) {
	for key, want := range map[string][]string{
		"port of hamburg": {"port", "of", "hamburg"},
		"ميناء شانغهاي":   {"ميناء", "شانغهاي"},
		"上海abc港":          {"上", "海", "abc", "港"},
		"":                nil,
	} {
		if got := graph.NameTokens(key); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", key, got, want)
		}
	}
}
