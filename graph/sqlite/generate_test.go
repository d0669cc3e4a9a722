package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
)

// generator writes articles about a world of cities that meet more the bigger they are, and of
// people and agreements that mostly appear once: the shape of real news.
type generator struct{ cities int }

// article is the i-th article of this world, always the same.
func (g generator) article(i int) graph.Assertion {
	r := rand.New(rand.NewPCG(uint64(i), 1))
	s := graphtest.NewStory(fmt.Sprintf("Article %d", i), []string{"ar", "en", "zh-Hans"}[i%3],
		fmt.Sprintf("%d-%02d-%02d", 2000+r.IntN(25), 1+r.IntN(12), 1+r.IntN(28)), fmt.Sprintf("source %d", i%50))
	for range 8 {
		s.Text("The two sides exchanged views on trade, shipping, culture and the schools of their cities, and agreed to meet again before long.")
	}
	day := func() func(*graph.Claim) {
		return graphtest.On(fmt.Sprintf("%d-%02d-%02d", 1980+r.IntN(45), 1+r.IntN(12), 1+r.IntN(28)))
	}
	for range 2 {
		a, b := g.pair(r)
		s.Fact(a, graph.TwinnedWith, b, day(), graphtest.InTier("SISTER"))
		s.Fact(a, graph.Visited, b, day())
		agreement := graphtest.AgreementOf("MOU", fmt.Sprintf("%d-%02d-%02d", 1980+r.IntN(45), 1+r.IntN(12), 1+r.IntN(28)), a, b)
		s.Fact(a, graph.PartyTo, agreement).Fact(b, graph.PartyTo, agreement)
		person := graphtest.PersonNamed(a.ID, fmt.Sprintf("en:Person %d", r.IntN(1+i*2)))
		s.Fact(person, graph.HoldsOffice, a, graphtest.As("MAYOR"))
	}
	return s.Assertion()
}

// pair draws two cities, the low numbers more often.
func (g generator) pair(r *rand.Rand) (a, b graph.Entity) {
	draw := func() int { return int(float64(g.cities) * r.Float64() * r.Float64()) }
	x, y := draw(), draw()
	if x == y {
		y = (y + 1) % g.cities
	}
	return g.city(x), g.city(y)
}

func (g generator) city(n int) graph.Entity {
	return graphtest.Place(graph.CityID(int64(1+n)), graph.CountryID(fmt.Sprintf("C%d", n%100)),
		fmt.Sprintf("en:City %d", n), fmt.Sprintf("ar:مدينة %d", n), fmt.Sprintf("zh:城市%d", n))
}

// batch is n articles from the i-th on.
func (g generator) batch(i, n int) graph.Batch {
	b := graph.Batch{Run: "generated"}
	for k := range n {
		b.Assertions = append(b.Assertions, g.article(i+k))
	}
	return b
}

// hubStore is a store with one city that has ties with that many others.
func hubStore(t testing.TB, edges int) (*sqlite.Store, graph.EntityID) {
	t.Helper()
	store := open(t, filepath.Join(t.TempDir(), "graph.db"))
	world := generator{cities: edges + 1}
	hub := world.city(0)
	const ties = 50
	for i := 0; i < edges; i += ties * 20 {
		b := graph.Batch{Run: "hub"}
		for k := i; k < min(i+ties*20, edges); k += ties {
			s := graphtest.NewStory(fmt.Sprintf("Ties %d", k), "en", "2024", "s")
			for n := k; n < min(k+ties, edges); n++ {
				s.Fact(hub, graph.TwinnedWith, world.city(1+n), graphtest.On(fmt.Sprint(1980+n%40)))
			}
			b.Assertions = append(b.Assertions, s.Assertion())
		}
		if _, err := store.Apply(context.Background(), b, time.Unix(int64(i), 0)); err != nil {
			t.Fatal(err)
		}
	}
	return store, hub.ID
}
