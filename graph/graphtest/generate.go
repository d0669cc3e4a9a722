package graphtest

import (
	"fmt"
	"math/rand/v2"

	"citygraph/graph"
)

// Generator makes assertions for benchmarks: articles about ties, visits and offices among a
// fixed set of cities whose degrees are skewed, with one hub. The same seed gives the same
// articles.
type Generator struct {
	cities []graph.Entity
	rng    *rand.Rand
	n      int
}

// NewGenerator prepares a generator over the given number of cities.
func NewGenerator(cities int, seed uint64) *Generator {
	g := &Generator{rng: rand.New(rand.NewPCG(seed, seed))}
	for i := range cities {
		country := graph.CountryID([]string{"CN", "EG", "IE", "PE", "JP", "DE"}[i%6])
		g.cities = append(g.cities, Place(graph.CityID(int64(1_000_000+i)), country, fmt.Sprintf("en:City %d", i), fmt.Sprintf("zh-Hans:城市%d", i)))
	}
	return g
}

// City returns the i-th city; 0 is the hub.
func (g *Generator) City(i int) graph.Entity { return g.cities[i] }

// Next makes the next article, with the given number of facts.
func (g *Generator) Next(facts int) graph.Assertion {
	g.n++
	s := NewStory(fmt.Sprintf("Generated %d", g.n), []string{"ar", "en", "zh-Hans"}[g.n%3],
		fmt.Sprintf("%d-%02d-%02d", 1990+g.rng.IntN(35), 1+g.rng.IntN(12), 1+g.rng.IntN(28)), fmt.Sprintf("source %d", g.n%20))
	for range facts {
		a, b := g.pick(), g.pick()
		if a.ID == b.ID {
			continue
		}
		date := On(fmt.Sprint(1960 + g.rng.IntN(65)))
		switch g.rng.IntN(10) {
		case 0:
			s.Fact(PersonNamed(a.ID, fmt.Sprintf("en:Mayor %d", g.rng.IntN(len(g.cities)))), graph.HoldsOffice, a, As("MAYOR"))
		case 1, 2, 3:
			s.Fact(a, graph.Visited, b, date)
		default:
			s.Fact(a, graph.TwinnedWith, b, date, InTier("SISTER"))
		}
	}
	return s.Mention(g.pick()).Assertion() // about something, even when every fact fell away
}

// pick draws a city: the hub in one of fifty, else by a square law.
func (g *Generator) pick() graph.Entity {
	if g.rng.IntN(50) == 0 {
		return g.cities[0]
	}
	f := g.rng.Float64()
	return g.cities[int(f*f*float64(len(g.cities)))]
}
