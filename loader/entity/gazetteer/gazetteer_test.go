package gazetteer_test

import (
	"slices"
	"testing"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

func open(tb testing.TB) *gazetteer.Gazetteer {
	tb.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func ids(list []gazetteer.Candidate) []graph.EntityID {
	var out []graph.EntityID
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

func TestLookup(t *testing.T) {
	g := open(t)
	for _, c := range []struct {
		name string
		want []graph.EntityID // all must be among the candidates
	}{
		{"شانغهاي", []graph.EntityID{"city:1796236", "region:CN-SH"}},
		{"上海", []graph.EntityID{"city:1796236", "region:CN-SH"}},
		{"Cork", []graph.EntityID{"city:2965140", "region:IE-CO"}},
		{"Georgia", []graph.EntityID{"country:GE", "region:US-GA"}},
		{"Valencia", []graph.EntityID{"city:2509954", "city:3625549"}},
		{"طرابلس", []graph.EntityID{"city:2210247", "city:266826"}},
		{"Córdoba", []graph.EntityID{"city:2519240", "city:3860259"}},
		{"Santiago", []graph.EntityID{"city:3871336"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(g.Lookup(c.name))
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%s is not among %v", w, got)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}
