package server_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
)

// wide returns a store in which a hub has n twins, each with as many visitors and claims.
func wide(t *testing.T, n int) *counting {
	t.Helper()
	hub := graphtest.Place("city:1", "country:XA", "en:Hub")
	story := graphtest.NewStory("hub", "en", "2024-01-01", "sample")
	for i := range n {
		twin := graphtest.Place(graph.CityID(int64(100+i)), "country:XB", fmt.Sprintf("en:Twin %d", i))
		story.Fact(hub, graph.TwinnedWith, twin)
		for j := range n {
			guest := graphtest.PersonNamed(twin.ID, fmt.Sprintf("en:Guest %d %d", i, j))
			story.Fact(guest, graph.Visited, twin)
		}
	}
	store := &counting{Memory: graphtest.NewMemory()}
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: []graph.Assertion{story.Assertion()}}, loadedAt); err != nil {
		t.Fatal(err)
	}
	return store
}

// TestCallsGrowWithDepth runs documents over a narrow and a wide graph: the calls to the store
// are the same, one a level.
func TestCallsGrowWithDepth(t *testing.T) {
	tests := map[string]struct {
		query string
		want  []string
	}{
		"one level": {
			`{ city(id: "city:1") { twins { nodes { id } } } }`,
			[]string{"Nodes", "FindEdges"},
		},
		"four levels with claims and articles": {
			`{ city(id: "city:1") { twins { nodes { other { edges(filter: {types: VISITED}) { nodes {
			     from { name } claims { nodes { evidence { text lang } article { title } subject { name } } } } } } } } } }`,
			[]string{"Nodes", "FindEdges", "Nodes", "FindEdges", "Articles", "FindClaims", "Nodes", "Nodes"},
		},
		"two fields of one level": {
			`{ city(id: "city:1") { twins { nodes { other { edgeCounts { count } ... on City { country { name } region { name } twins { nodes { id } } } } } } } }`,
			[]string{"CountEdges", "FindEdges", "FindEdges", "Nodes", "Nodes", "Nodes"}, // no twin has a region
		},
		"both ends and the far end": {
			`{ city(id: "city:1") { twins { nodes { from { name } to { name } other { name } } } } }`,
			[]string{"Nodes", "FindEdges", "Nodes", "Nodes"},
		},
		"below both ends": {
			`{ edges { nodes { from { edgeCounts { count } } to { edgeCounts { count } } } } }`,
			[]string{"FindEdges", "Nodes", "CountEdges", "CountEdges"},
		},
		"mentions of articles": {
			`{ articles { nodes { mentions { nodes { name } edges { node { id } } } claims { totalCount } } } }`,
			[]string{"FindArticles", "Assertions", "Nodes", "FindClaims"},
		},
		"equal fields under two names": {
			`{ city(id: "city:1") { a: twins(first: 5) { nodes { id } } b: twins(first: 5) { nodes { id } } } }`,
			[]string{"Nodes", "FindEdges"},
		},
		"total only where it is selected": {
			`{ city(id: "city:1") { a: twins(first: 1) { nodes { id } } b: twins(first: 2) { totalCount } } }`,
			[]string{"Nodes", "FindEdges", "FindEdges with total"},
		},
		"a tie": {
			`{ tie(a: "city:1", b: "city:100") { timeline { nodes { edge { other { name } } } } claims { evidence { text } } } }`,
			[]string{"Nodes", "FindEdges", "FindEdges", "FindClaims", "Articles", "Nodes"},
		},
		"suggested twins": {
			`{ suggestedTwins(place: "city:1") { nodes { score } } }`,
			[]string{"Nodes", "FindEdges", "FindEdges", "FindEdges", "FindEdges", "Nodes"},
		},
		"people between places": {
			`{ bridgingPeople { nodes { person { name } places { name } } } }`,
			[]string{"FindEdges", "FindEdges", "Nodes"},
		},
		"claims by witness": {
			`{ edges { nodes { witnesses { claims { article { title } } } } } }`,
			[]string{"FindEdges", "FindClaims", "Articles"},
		},
		"what changed": {
			`{ changes(first: 100) { changes { node { id } } } }`,
			[]string{"Nodes", "Edges", "Articles"},
		},
		"mixed ids": {
			`{ nodes(ids: ["city:1", "city:100", "claim:x", "edge:x", "article:x"]) { id } }`,
			[]string{"Nodes", "Edges", "Claims", "Articles"},
		},
	}
	for name, tt := range tests {
		for _, width := range []int{2, 9} {
			t.Run(fmt.Sprintf("%s, width %d", name, width), func(t *testing.T) {
				store := wide(t, width)
				mustAsk(t, newServer(store), tt.query, nil)
				if diff := cmp.Diff(sorted(tt.want), sorted(store.calls)); diff != "" {
					t.Error(diff)
				}
				if store.views != 1 {
					t.Errorf("%d views for one operation", store.views)
				}
			})
		}
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }
