package gazetteer

import (
	"math"
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
	maxHeard    = 40  // characters of a name that is tried at all
	deafness    = 3   // a character, on average, from which Alike hears nothing
)

// ByEar returns the place within the given countries or regions that a name spells; false where
// none is near enough or two are too near each other.
func (g *Gazetteer) ByEar(h Hearing) (Heard, bool) {
	name, script, ok := heardName(h.Name)
	if !ok {
		return Heard{}, false
	}
	c := contest{winner: ranked{record.None, math.Inf(1)}, second: math.Inf(1)}
	length := 0
	for _, within := range h.Within {
		country := g.CountryOf(within)
		scorer := g.ear(script, country).Scorer(name)
		length = scorer.Len()
		c.limit = farthest*float64(length) + priorWeight
		for _, s := range g.pool(country, h.Type) {
			handicap := priorWeight * (1 - float64(g.priors[s.ref])/255)
			cost := handicap + scorer.Cost(s.letters, c.bar()-leastHandicap(g.priors[s.ref]))
			if cost <= c.bar() && (within == country || s.in(g, within)) {
				c.enter(ranked{s.ref, cost})
			}
		}
	}
	if c.winner.cost > c.limit || c.second-c.winner.cost < margin {
		return Heard{}, false
	}
	return Heard{g.id(c.winner.ref), math.Exp(-c.winner.cost / float64(length))}, true
}

// leastHandicap is what the most prominent place of a band is charged, the same for the whole
// band, so that a Scorer's limit stays as it is.
func leastHandicap(prior byte) float64 {
	return priorWeight * (1 - float64(prior|(256/bands-1))/255)
}

// Alike is how well a name in Arabic or Chinese script could be the sound of one in Latin
// letters, from 0 to 1, by the costs of the script in general; 0 for names of other scripts and
// where it is below deafness.
func (g *Gazetteer) Alike(name, latin string) float64 {
	key, script, ok := heardName(name)
	letters := sound.Letters(namekey.Key(latin))
	if !ok || len(letters) == 0 {
		return 0
	}
	scorer := g.ear(script, "").Scorer(key)
	length := float64(scorer.Len())
	return math.Exp(-scorer.Cost(string(letters), deafness*length) / length)
}

// ranked is a place with its cost, prominence counted in.
type ranked struct {
	ref  record.Ref
	cost float64
}

// contest keeps the nearest of the places that enter it, and how near the next one is. Of two
// at one cost the earlier in the file is the nearer.
type contest struct {
	limit  float64
	winner ranked
	second float64 // cost of the nearest other place
}

// bar is the cost beyond which a place would change nothing.
func (c *contest) bar() float64 { return min(c.limit, c.winner.cost) + margin }

func (c *contest) enter(r ranked) {
	switch {
	case r.ref == c.winner.ref: // a place may have several Latin names
		c.winner.cost = min(c.winner.cost, r.cost)
	case r.cost < c.winner.cost || r.cost == c.winner.cost && r.ref < c.winner.ref:
		c.winner, c.second = r, c.winner.cost
	default:
		c.second = min(c.second, r.cost)
	}
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
