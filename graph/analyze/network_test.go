package analyze_test

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"citygraph/graph"
	"citygraph/graph/analyze"
	"citygraph/graph/graphtest"
)

// standing is degree, betweenness and eigenvector of a town.
type standing struct {
	degree          int
	between, vector float64
}

func TestCentrality(t *testing.T) {
	for name, c := range map[string]struct {
		pairs [][2]int
		want  map[int]standing
	}{
		// the values of these small graphs follow from the definitions by hand
		"path of three": {[][2]int{{0, 1}, {1, 2}}, map[int]standing{0: {1, 0, 0.5}, 1: {2, 1, math.Sqrt2 / 2}}},
		"star of five":  {[][2]int{{0, 1}, {0, 2}, {0, 3}, {0, 4}}, map[int]standing{0: {4, 1, math.Sqrt2 / 2}, 4: {1, 0, math.Sqrt(1. / 8)}}},
		"triangle":      {[][2]int{{0, 1}, {1, 2}, {0, 2}}, map[int]standing{2: {2, 0, math.Sqrt(1. / 3)}}},
		"square":        {[][2]int{{0, 1}, {1, 2}, {2, 3}, {0, 3}}, map[int]standing{0: {2, 1. / 6, 0.5}}},
	} {
		rows := must[[]analyze.Centrality](t)(analyze.Centralities(t.Context(), tied(t, c.pairs...), analyze.Projection{}, analyze.ByBetweenness, graph.EdgeFilter{}))
		for n, want := range c.want {
			for _, got := range rows {
				if got.Node.ID == city(n, "IE").ID && (got.Degree != want.degree || off(got.Betweenness, want.between) || off(got.Eigenvector, want.vector)) {
					t.Errorf("%s: town %d: %+v, want %+v", name, n, got, want)
				}
			}
		}
		for i := 1; i < len(rows); i++ {
			if rows[i].Betweenness > rows[i-1].Betweenness {
				t.Errorf("%s: not ranked", name)
			}
		}
	}
}

func off(a, b float64) bool { return math.Abs(a-b) > 1e-5 }

// TestBetweennessByPaths compares with counting every shortest path.
func TestBetweennessByPaths(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var pairs [][2]int
		for a := range 6 {
			for b := a + 1; b < 6; b++ {
				if rapid.Bool().Draw(rt, "tied") {
					pairs = append(pairs, [2]int{a, b})
				}
			}
		}
		if len(pairs) == 0 {
			return
		}
		rows, err := analyze.Centralities(context.Background(), tied(t, pairs...), analyze.Projection{}, analyze.ByDegree, graph.EdgeFilter{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, row := range rows {
			for n := range 6 {
				if want := plainBetweenness(pairs, n, len(rows)); row.Node.ID == city(n, "IE").ID && off(row.Betweenness, want) {
					rt.Fatalf("town %d: %v, want %v in %v", n, row.Betweenness, want, pairs)
				}
			}
		}
	})
}

// plainBetweenness lists all simple paths and keeps the shortest of each pair.
func plainBetweenness(pairs [][2]int, node, nodes int) float64 {
	next := map[int][]int{}
	for _, p := range pairs {
		next[p[0]], next[p[1]] = append(next[p[0]], p[1]), append(next[p[1]], p[0])
	}
	sum := 0.0
	for from := range 6 {
		for to := from + 1; to < 6; to++ {
			if from == node || to == node {
				continue
			}
			shortest, over, all := math.MaxInt, 0, 0
			var walk func(at int, path []int)
			walk = func(at int, path []int) {
				if at == to {
					if len(path) < shortest {
						shortest, over, all = len(path), 0, 0
					}
					if len(path) == shortest {
						all++
						over += count(path, node)
					}
					return
				}
				for _, n := range next[at] {
					if count(path, n) == 0 {
						walk(n, append(path[:len(path):len(path)], n))
					}
				}
			}
			walk(from, []int{from})
			if all > 0 {
				sum += float64(over) / float64(all)
			}
		}
	}
	if nodes < 3 {
		return 0
	}
	return sum * 2 / float64((nodes-1)*(nodes-2))
}

func count(path []int, node int) int {
	n := 0
	for _, p := range path {
		if p == node {
			n++
		}
	}
	return n
}

func TestCommunities(t *testing.T) {
	barbell := [][2]int{{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}}
	d := must[analyze.Division](t)(analyze.Communities(t.Context(), tied(t, barbell...), analyze.Projection{}, graph.EdgeFilter{}))
	if len(d.Communities) != 2 || len(d.Communities[0].Members) != 3 || d.Modularity != 0.3571 { // 6/7 - 1/2
		t.Errorf("two triangles joined by a tie: %+v", d)
	}
	if d.Country != nil {
		t.Errorf("country assortativity of one country: %v", *d.Country)
	}
	countries := graphOf(t, graphtest.NewStory("two countries", "en", "2020", "test").
		Fact(city(0, "IE"), graph.TwinnedWith, city(1, "IE")).Fact(city(2, "CN"), graph.TwinnedWith, city(3, "CN")))
	d = must[analyze.Division](t)(analyze.Communities(t.Context(), countries, analyze.Projection{}, graph.EdgeFilter{}))
	if d.Country == nil || *d.Country != 1 || d.Degree != nil {
		t.Errorf("ties at home only: %+v", d)
	}
	if d := must[analyze.Division](t)(analyze.Communities(t.Context(), graphtest.NewMemory(), analyze.Projection{}, graph.EdgeFilter{})); d.Nodes != 0 || len(d.Communities) != 0 {
		t.Errorf("an empty graph: %+v", d)
	}
}

func TestProjection(t *testing.T) {
	m := diplomacy(t)
	nodes := func(p analyze.Projection, f graph.EdgeFilter) int {
		return len(must[[]analyze.Centrality](t)(analyze.Centralities(t.Context(), m, p, analyze.ByDegree, f)))
	}
	located := analyze.Projection{Types: []graph.EdgeType{graph.LocatedIn}}
	withCountries := located
	withCountries.WithCountries = true
	if a, b := nodes(located, graph.EdgeFilter{}), nodes(withCountries, graph.EdgeFilter{}); a >= b {
		t.Errorf("%d nodes without countries, %d with", a, b)
	}
	if a, b := nodes(analyze.Projection{Period: graph.Date{Value: "1990"}}, graph.EdgeFilter{}), nodes(analyze.Projection{}, graph.EdgeFilter{}); a >= b {
		t.Errorf("%d nodes in 1990, %d ever", a, b)
	}
	if n := nodes(analyze.Projection{}, graph.EdgeFilter{Tiers: []graph.Tier{graph.TierProject}}); n != 0 {
		t.Errorf("%d nodes of a tier that nothing has", n)
	}
}
