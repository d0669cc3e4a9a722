package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/sound"
)

// hearing keeps, for each country asked about, its Latin names and sound models: in all no more
// than the data file holds.
type hearing struct {
	tables  []sound.Table
	general [sound.Scripts]func() *sound.Model
	members func() map[record.Ref][]record.Ref // by country: its regions and cities
	pools   sync.Map                           // poolKey to []spoken
	models  sync.Map                           // modelKey to *sound.Model
}

type poolKey struct {
	country graph.EntityID
	region  bool
}

type modelKey struct {
	script  sound.Script
	country string
}

// listen readies what ByEar needs; all of it is made when first asked for.
func (g *Gazetteer) listen(tables []sound.Table) {
	g.hearing.tables = tables
	for script := range sound.Scripts {
		g.hearing.general[script] = sync.OnceValue(func() *sound.Model {
			t, _ := g.hearing.table(script, "")
			return sound.NewModel(t)
		})
	}
	g.hearing.members = sync.OnceValue(func() map[record.Ref][]record.Ref {
		out := map[record.Ref][]record.Ref{}
		for _, group := range []record.Group{record.Region, record.City} {
			low, high := g.records.Range(group)
			for ref := low; ref < high; ref++ {
				home, _, _ := g.records.Home(ref)
				out[home] = append(out[home], ref)
			}
		}
		return out
	})
}

// table is what was learnt of a script in a country, in general where iso is "".
func (h *hearing) table(script sound.Script, iso string) (sound.Table, bool) {
	i := slices.IndexFunc(h.tables, func(t sound.Table) bool { return t.Script == script && t.Country == iso })
	if i < 0 {
		return sound.Table{Script: script}, false
	}
	return h.tables[i], true
}

// ear is the model of a script with the country's own costs over the general ones.
func (g *Gazetteer) ear(script sound.Script, country graph.EntityID) *sound.Model {
	iso := strings.TrimPrefix(string(country), prefixes()[record.Country])
	key := modelKey{script, iso}
	if m, ok := g.hearing.models.Load(key); ok {
		return m.(*sound.Model)
	}
	m := g.hearing.general[script]()
	if t, ok := g.hearing.table(script, iso); ok && iso != "" {
		m = m.With(t)
	}
	g.hearing.models.Store(key, m)
	return m
}

// spoken is a Latin name of a place.
type spoken struct {
	ref     record.Ref
	letters string
}

func (s spoken) in(g *Gazetteer, region graph.EntityID) bool {
	ref, ok := g.ref(region)
	_, first, second := g.records.Home(s.ref)
	return ok && (first == ref || second == ref)
}

// bands is how many steps of prominence a pool is laid out in: what is found among the prominent
// spares looking far into the names of the many small.
const bands = 16

// pool is the Latin names of all cities or regions of a country, the prominent first, each band
// in alphabetical order, as a sound.Scorer likes it.
func (g *Gazetteer) pool(country graph.EntityID, t graph.EntityType) []spoken {
	key := poolKey{country, t == graph.Region}
	if p, ok := g.hearing.pools.Load(key); ok {
		return p.([]spoken)
	}
	var out []spoken
	if home, ok := g.ref(country); ok {
		for _, ref := range g.hearing.members()[home] {
			if (g.records.GroupOf(ref) == record.Region) == key.region {
				out = append(out, g.spoken(ref)...)
			}
		}
	}
	band := func(s spoken) int { return int(g.priors[s.ref]) * bands / 256 }
	slices.SortFunc(out, func(a, b spoken) int {
		return cmp.Or(band(b)-band(a), strings.Compare(a.letters, b.letters), cmp.Compare(a.ref, b.ref))
	})
	g.hearing.pools.Store(key, out)
	return out
}

// spoken lists the different Latin names of a place.
func (g *Gazetteer) spoken(ref record.Ref) []spoken {
	e := g.records.Entity(ref)
	var out []spoken
	add := func(name string) {
		letters := string(sound.Letters(namekey.Key(name)))
		if letters != "" && !slices.Contains(out, spoken{ref, letters}) {
			out = append(out, spoken{ref, letters})
		}
	}
	add(e.Main)
	for _, n := range e.Names {
		add(n.Text)
	}
	return out
}
