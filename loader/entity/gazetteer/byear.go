package gazetteer

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"unicode"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/generic"
	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/sound"
)

// Hearing asks which place a name in Arabic or Chinese script spells by ear.
type Hearing struct {
	Name   string           // as written, or its key
	Within []graph.EntityID // countries or regions that the text names; required
	Type   graph.EntityType // City (also where empty) or Region
}

// Heard is a place whose Latin name sounds like the name asked for.
type Heard struct {
	ID    graph.EntityID
	Score float64 // likeness from 0 to 1
}

// The bounds of an answer, in nats of the sound model, set on half of the places that were held
// out of learning: what is further off, or hardly nearer than the next place, gets no answer.
const (
	farthest    = 1.4 // a character, on average
	margin      = 1.2 // between the nearest place and the next, over the whole name
	priorWeight = 12  // what the whole range of prominence is worth
	runnersUp   = 4   // further places that are told
	maxHeard    = 40  // characters of a name that is tried at all
)

// ByEar returns the places within the given countries or regions that a name could spell, best
// first; nil where none is near enough or two are too near each other. The first is the answer,
// the others tell what came next.
func (g *Gazetteer) ByEar(h Hearing) []Heard {
	name, script, ok := heardName(h.Name)
	if !ok {
		return nil
	}
	var found []ranked
	length := 0
	for _, within := range h.Within {
		country := g.CountryOf(within)
		pool := g.pool(country, h.Type)
		scorer := g.ear(script, country).Scorer(name)
		length = scorer.Len()
		limit := farthest*float64(length) + margin + priorWeight
		for _, s := range pool {
			if within != country && !s.in(g, within) {
				continue
			}
			if cost := scorer.Cost([]byte(s.letters), limit); !math.IsInf(cost, 1) {
				found = append(found, ranked{s.ref, cost + priorWeight*(1-float64(g.priors[s.ref])/255)})
			}
		}
	}
	return g.decide(found, length)
}

// ranked is a place with its cost, prominence counted in.
type ranked struct {
	ref  record.Ref
	cost float64
}

func (g *Gazetteer) decide(found []ranked, length int) []Heard {
	slices.SortFunc(found, func(a, b ranked) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.ref, b.ref)) })
	seen := map[record.Ref]bool{}
	best := found[:0]
	for _, f := range found { // a place may have several Latin names
		if !seen[f.ref] && len(best) <= runnersUp {
			seen[f.ref] = true
			best = append(best, f)
		}
	}
	if len(best) == 0 || best[0].cost > farthest*float64(length)+priorWeight {
		return nil
	}
	if len(best) > 1 && best[1].cost-best[0].cost < margin {
		return nil
	}
	out := make([]Heard, len(best))
	for i, f := range best {
		out[i] = Heard{g.id(f.ref), math.Exp(-f.cost / float64(length))}
	}
	return out
}

// heardName is the name as the matcher reads it: folded and without its generic part.
func heardName(name string) (string, sound.Script, bool) {
	key := namekey.Fold(name)
	if s, ok := generic.Stem(key); ok {
		key = s
	}
	arabic, han, letters := 0, 0, 0
	for _, r := range key {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Han, r):
			han++
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	switch {
	case letters < 2 || letters > maxHeard:
		return "", 0, false
	case arabic == letters && letters > 2:
		return key, sound.Arabic, true
	case han == letters:
		return key, sound.Han, true
	}
	return "", 0, false
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

// hearing caches, for each country asked about, its Latin names and sound models.
type hearing struct {
	tables []sound.Table
	pools  sync.Map // poolKey to []spoken
	models sync.Map // modelKey to *sound.Model
}

type poolKey struct {
	country graph.EntityID
	region  bool
}

type modelKey struct {
	script  sound.Script
	country string
}

// pool is the Latin names of all cities or regions of a country.
func (g *Gazetteer) pool(country graph.EntityID, t graph.EntityType) []spoken {
	key := poolKey{country, t == graph.Region}
	if p, ok := g.hearing.pools.Load(key); ok {
		return p.([]spoken)
	}
	group := record.City
	if key.region {
		group = record.Region
	}
	var out []spoken
	want, ok := g.ref(country)
	low, high := g.records.Range(group)
	for ref := low; ok && ref < high; ref++ {
		if home, _, _ := g.records.Home(ref); home == want {
			out = append(out, g.spoken(ref)...)
		}
	}
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

// ear is the model of a script with the country's own costs over the general ones.
func (g *Gazetteer) ear(script sound.Script, country graph.EntityID) *sound.Model {
	iso := ""
	if len(country) > len("country:") {
		iso = string(country[len("country:"):])
	}
	key := modelKey{script, iso}
	if m, ok := g.hearing.models.Load(key); ok {
		return m.(*sound.Model)
	}
	var tables []sound.Table
	for _, t := range g.hearing.tables {
		if t.Script == script && (t.Country == "" || t.Country == iso) {
			tables = append(tables, t)
		}
	}
	m := sound.NewModel(tables...)
	g.hearing.models.Store(key, m)
	return m
}
