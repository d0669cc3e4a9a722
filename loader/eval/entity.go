package eval

import (
	"fmt"
	"slices"
	"strconv"

	"citygraph/graph"
	"citygraph/loader"
)

// goldSide is one article's gold made ready for matching.
type goldSide struct {
	facts Facts
	names [][]string // folded, by entity
	types map[string]graph.EntityType
}

func newGoldSide(f Facts) *goldSide {
	g := &goldSide{facts: f, types: map[string]graph.EntityType{}}
	for _, e := range f.Entities {
		g.names = append(g.names, folded(e.Names))
		g.types[e.Key] = e.Type
	}
	return g
}

// matching says which gold key each found entity is. A found entity without one stands for
// itself, under its own id.
type matching struct {
	key   map[graph.EntityID]string
	found map[string][]graph.EntityID // by gold key, the one that counts first
}

func (m matching) of(id graph.EntityID) string {
	if k, ok := m.key[id]; ok {
		return k
	}
	return string(id)
}

// likenessOf tells how well a found entity is the i-th gold entity, 0 for not at all.
func (g *goldSide) likenessOf(i int, e loader.RecordEntity) float64 {
	want := g.facts.Entities[i]
	if want.Type.IsPlace() {
		own, also := want.register()
		id := e.ISO
		if e.GeoNames != 0 {
			id = strconv.FormatInt(e.GeoNames, 10)
		}
		switch {
		case id != "" && id == own && e.Type == want.Type:
			return 1
		case id != "" && e.Type.IsPlace() && slices.Contains(also, id):
			return 0.9
		}
		return 0
	}
	if e.Type != want.Type {
		return 0
	}
	return likeness(g.names[i], folded(append(slices.Clone(e.Names), e.Name)))
}

// match pairs found entities with gold ones, the most alike first; what is left over may share
// a gold entity with another.
func (g *goldSide) match(found []loader.RecordEntity) matching {
	type candidate struct {
		gold, found int
		score       float64
	}
	var all []candidate
	for i := range g.facts.Entities {
		for j, e := range found {
			if s := g.likenessOf(i, e); s > 0 {
				all = append(all, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	m := matching{key: map[graph.EntityID]string{}, found: map[string][]graph.EntityID{}}
	for _, sharing := range []bool{false, true} {
		for _, c := range all {
			key, id := g.facts.Entities[c.gold].Key, found[c.found].ID
			if _, done := m.key[id]; done || !sharing && len(m.found[key]) > 0 {
				continue
			}
			m.key[id] = key
			m.found[key] = append(m.found[key], id)
		}
	}
	return m
}

// scoreEntities counts the article's entities.
func (a *articleScore) scoreEntities() {
	gold := map[string]GoldEntity{}
	for _, e := range a.gold.facts.Entities {
		gold[e.Key] = e
		if !e.Optional && len(a.match.found[e.Key]) == 0 {
			a.entity(e.Type, Tally{Missed: 1})
			a.missed("%s %s %v", e.Type, e.Key, e.Names)
		}
	}
	for _, e := range a.record.Entities {
		key, matched := a.match.key[e.ID]
		want := gold[key]
		switch {
		case !matched:
			a.entity(e.Type, Tally{Wrong: 1})
			a.wrong("%s %s %q %v", e.Type, e.ID, e.Name, e.Names)
		case want.Optional:
		case a.match.found[key][0] == e.ID:
			a.entity(want.Type, Tally{Right: 1})
			if want.Kind != "" {
				a.part.attribute("kinds", e.Kind == want.Kind)
			}
		case !want.Type.IsPlace():
			a.entity(e.Type, Tally{Wrong: 1})
			a.wrong("%s %s %q is %s once more", e.Type, e.ID, e.Name, key)
		}
	}
	a.scorePlaceIDs()
}

func (a *articleScore) entity(t graph.EntityType, n Tally) {
	a.part.Entities.add(n)
	sum := a.part.EntityTypes[t]
	sum.add(n)
	a.part.EntityTypes[t] = sum
}

// scorePlaceIDs asks, of every gold place whose name was found as a place, whether its id is
// right.
func (a *articleScore) scorePlaceIDs() {
	for i, want := range a.gold.facts.Entities {
		if !want.Type.IsPlace() {
			continue
		}
		named := ""
		for _, e := range a.record.Entities {
			if e.Type.IsPlace() && likeness(a.gold.names[i], folded(e.Names)) == 1 {
				named = fmt.Sprintf("%s %q", e.ID, e.Name)
			}
		}
		right := len(a.match.found[want.Key]) > 0
		if named == "" && !right {
			continue
		}
		a.part.attribute("places", right)
		if !right {
			a.wrong("place %v is %s, not %s", want.Names, named, want.Key)
		}
	}
}
