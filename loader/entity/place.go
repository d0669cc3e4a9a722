package entity

import (
	"cmp"
	"math"
	"slices"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// sense is a name in a document with the type that the text states: one sense is one place.
type sense struct {
	name   string
	stated graph.EntityType
}

// choice is a candidate with its score.
type choice struct {
	id    graph.EntityID
	score float64
}

// The weights of the evidence for a candidate. They add up to a score whose best must lead the
// next by leadNeeded; set by the development articles as a whole, in steps of 0.05.
const (
	weightPrior       = 1.0
	weightStated      = 0.8 // the text states the candidate's type
	weightMisstated   = -0.8
	weightBeside      = 0.9 // its country or region stands beside the name
	weightOtherBeside = -0.6
	weightSentence    = 0.4  // … in the same sentence
	weightArticle     = 0.3  // … anywhere in the article
	weightCompany     = 0.35 // most of the article's other places lie in its country
	weightCity        = 0.3  // of a city and a region of one name, the city is meant
	weightCountry     = 0.3  // of a country and anything else
	weightCue         = -0.3
	leadNeeded        = 0.04
	farBeside         = 28 // bytes between a name and the country that still stands beside it
)

// resolvePlaces gives every place mention its entity, or leaves it open.
func (c *casefile) resolvePlaces() {
	groups := map[sense][]int{}
	var order []sense
	for i, m := range c.mentions {
		if m.Type != graph.MentionPlace || m.Definite {
			continue
		}
		s := sense{fold(m.Name), m.Stated}
		if groups[s] == nil {
			order = append(order, s)
		}
		groups[s] = append(groups[s], i)
	}
	c.scene = newScene(c.mentions)
	c.seats = map[graph.EntityID]graph.EntityID{}
	first := c.company(order, groups, nil)
	c.enter(c.company(order, groups, first))
	c.heard = map[sense]bool{}
	for _, s := range order { // names that are in the list first: they tell where to listen for the others
		if len(c.mentions[groups[s][0]].Candidates) > 0 {
			c.settle(s, groups[s])
		}
	}
	for _, s := range order {
		if len(c.mentions[groups[s][0]].Candidates) == 0 {
			c.settle(s, groups[s])
		}
	}
}

// company counts the countries that the article's places lie in, by its best guesses: each
// sense once.
func (c *casefile) company(order []sense, groups map[sense][]int, before map[graph.EntityID]int) map[graph.EntityID]int {
	c.enter(before)
	out := map[graph.EntityID]int{}
	for _, s := range order {
		if best := c.rank(groups[s]); len(best) > 0 {
			out[c.countryOf(best[0].id)]++
		}
	}
	return out
}

// enter makes countries the ones that the article is about.
func (c *casefile) enter(countries map[graph.EntityID]int) {
	c.countries, c.companions = countries, 0
	for _, n := range countries {
		c.companions += n
	}
}

// settle resolves all mentions of one sense.
func (c *casefile) settle(s sense, group []int) {
	ranked := c.rank(group)
	if len(ranked) == 0 {
		ranked = c.hear(s, group)
	}
	if len(ranked) == 0 {
		for _, i := range group {
			c.drop(graph.DropLowScore, c.mentions[i])
		}
		return
	}
	if !c.heard[s] && !c.backed(group, ranked[0].id) {
		for _, i := range group {
			c.drop(graph.DropNeedsCue, c.mentions[i])
		}
		return
	}
	if len(ranked) > 1 && ranked[0].score-ranked[1].score < leadNeeded {
		for _, i := range group {
			c.narrow(i, ranked)
			c.drop(graph.DropAmbiguous, c.mentions[i])
		}
		return
	}
	id := ranked[0].id
	described := c.atlas.describe(id)
	for _, i := range group {
		m := &c.mentions[i]
		c.narrow(i, ranked)
		m.Entities = []graph.EntityID{id}
		c.put(described, c.variant(described, m.Name)...)
	}
}

// variant is the article's own spelling, where the gazetteer does not have it: who searches for
// it finds the place.
func (c *casefile) variant(place graph.Entity, spelt string) []graph.Name {
	n := c.name(spelt)
	for _, known := range place.Names {
		if known.Key == n.Key {
			return nil
		}
	}
	return []graph.Name{n}
}

// The bounds of looking up by ear, which is dear: countries a name, and names a document.
const (
	maxWithin   = 3
	maxHearings = 24
)

// hear looks a name up by its sound: in the country or region beside it, else in those of its
// sentence, else in those that the article names most.
func (c *casefile) hear(s sense, group []int) []choice {
	if s.stated == graph.Country {
		return nil
	}
	var beside, near []graph.EntityID
	for _, i := range group {
		m := &c.mentions[i]
		for k := range c.mentions {
			o := &c.mentions[k]
			if o.Type != graph.MentionPlace || o.Definite || len(o.Entities) == 0 && len(o.Candidates) == 0 || o.Block != m.Block || o.Sentence != m.Sentence || o.Span == m.Span {
				continue
			}
			id := c.bestOf(o)
			if id.TypeOf() != graph.City && c.beside(m, o) {
				beside = append(beside, id)
			}
			near = append(near, c.countryOf(id))
		}
	}
	for _, within := range [][]graph.EntityID{beside, near, c.leadingCountries()} {
		within = distinct(within)
		if len(within) == 0 || len(within) > maxWithin || len(c.heard) == maxHearings {
			continue
		}
		found := c.ear.hear(c.mentions[group[0]].Name, within, s.stated)
		c.heard[s] = found.ID != ""
		if found.ID != "" {
			return []choice{{found.ID, 2 * found.Score}}
		}
		return nil
	}
	return nil
}

// bestOf is what a place mention was resolved to, or its first candidate.
func (c *casefile) bestOf(m *graph.Mention) graph.EntityID {
	if len(m.Entities) > 0 {
		return m.Entities[0]
	}
	return m.Candidates[0].ID
}

// leadingCountries lists the countries of the article's places, most named first.
func (c *casefile) leadingCountries() []graph.EntityID {
	var ids []graph.EntityID
	for id := range c.countries {
		if id != "" {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b graph.EntityID) int {
		return cmp.Or(cmp.Compare(c.countries[b], c.countries[a]), cmp.Compare(a, b))
	})
	return ids[:min(len(ids), maxWithin)]
}

func distinct(ids []graph.EntityID) []graph.EntityID {
	var out []graph.EntityID
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// backed reports whether the best candidate may stand: it needs no cue in one of the mentions,
// or the article speaks of its country.
func (c *casefile) backed(group []int, id graph.EntityID) bool {
	country := c.countryOf(id)
	for _, i := range group {
		for _, cand := range c.mentions[i].Candidates {
			if cand.ID == id && !cand.Cue {
				return true
			}
		}
	}
	return c.countries[country] > 1
}

// narrow leaves a mention the best of its candidates.
func (c *casefile) narrow(i int, ranked []choice) {
	c.mentions[i].Candidates = candidates(ranked)
	c.scene.enter(i, &c.mentions[i])
}

func candidates(ranked []choice) []graph.Candidate {
	out := make([]graph.Candidate, 0, min(len(ranked), 5))
	for _, r := range ranked[:min(len(ranked), 5)] {
		out = append(out, graph.Candidate{ID: r.id, Score: math.Max(0, math.Min(1, r.score/2))})
	}
	return out
}

// rank scores the candidates of a sense by the best that any of its mentions tells, best first.
func (c *casefile) rank(group []int) []choice {
	scores := map[graph.EntityID]float64{}
	var order []graph.EntityID
	for _, i := range group {
		m := &c.mentions[i]
		for _, cand := range c.withSeats(m) {
			if slices.ContainsFunc(group, func(k int) bool { return c.torn(k, cand) }) {
				continue
			}
			s := c.score(i, m, cand)
			if have, ok := scores[cand.ID]; !ok {
				order = append(order, cand.ID)
				scores[cand.ID] = s
			} else if s > have {
				scores[cand.ID] = s
			}
		}
	}
	out := make([]choice, 0, len(order))
	for _, id := range order {
		out = append(out, choice{id, scores[id]})
	}
	slices.SortStableFunc(out, func(a, b choice) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	return out
}

// withSeats returns the candidates of a mention, and where a region stands among them without a
// city of its own, the city that bears the region's name: a text that means the city may use a
// spelling that the gazetteer has for the region alone.
func (c *casefile) withSeats(m *graph.Mention) []graph.Candidate {
	if m.Stated == graph.Region || m.Stated == graph.Country || m.Demonym || m.Stated == "" && m.Rule == "place.stated" {
		return m.Candidates
	}
	out := m.Candidates
	for _, cand := range m.Candidates {
		if cand.ID.TypeOf() != graph.Region || c.hasCityIn(m.Candidates, cand.ID) {
			continue
		}
		if seat := c.seat(cand.ID); seat != "" {
			out = append(slices.Clip(out), graph.Candidate{ID: seat, Score: cand.Score * 0.9, Cue: cand.Cue})
		}
	}
	return out
}

// seat is the city that governs the region and bears its name, "" where there is none.
func (c *casefile) seat(region graph.EntityID) graph.EntityID {
	seat, ok := c.seats[region]
	if ok {
		return seat
	}
	for _, city := range c.gazetteer.Lookup(c.place(region).Main) {
		if city.ID.TypeOf() == graph.City && c.isSeat(city.ID) && c.contains(region, city.ID) {
			seat = city.ID
			break
		}
	}
	c.seats[region] = seat
	return seat
}

// contains reports whether the region holds the place.
func (c *casefile) contains(region, id graph.EntityID) bool {
	p := c.place(id)
	return p.Region == region || p.Subregion == region
}

// isSeat reports a city that governs a region of the first to third level.
func (c *casefile) isSeat(id graph.EntityID) bool {
	f := c.place(id).Feature
	return f == "PPLC" || f == "PPLA" || f == "PPLA2" || f == "PPLA3"
}

func (c *casefile) hasCityIn(list []graph.Candidate, region graph.EntityID) bool {
	for _, cand := range list {
		if cand.ID.TypeOf() == graph.City && c.contains(region, cand.ID) {
			return true
		}
	}
	return false
}

// score adds up the evidence for a candidate of a mention.
func (c *casefile) score(i int, m *graph.Mention, cand graph.Candidate) float64 {
	p := c.place(cand.ID)
	score := weightPrior * cand.Score
	if cand.Cue {
		score += weightCue
	}
	if m.Demonym {
		return score
	}
	switch {
	case m.Stated == "" && p.Type == graph.City && c.isSeatOf(p, cand.Score, m.Candidates):
		score += weightCity * min(1, 2*cand.Score)
	case p.ISO == "HK" || p.ISO == "MO": // cities by the coding scheme
		score += weightMisstated
	case m.Stated == "" && p.Type == graph.Country:
		score += weightCountry
	case m.Stated == p.Type:
		score += weightStated
	case m.Stated != "":
		score += weightMisstated
	}
	score += c.surroundings(i, p)
	if n := c.countries[c.countryOf(p.ID)]; n > 0 {
		score += weightCompany * float64(n) / float64(c.companions)
	}
	return score
}

// seatShare is how prominent a city must be beside the region of its name to be meant by it:
// New York is, Oregon City and Maryland City are not.
const seatShare = 0.9

// isSeatOf reports whether one of the candidates is a region that holds the city and does not
// outshine it.
func (c *casefile) isSeatOf(p *gazetteer.Place, score float64, list []graph.Candidate) bool {
	for _, cand := range list {
		if (cand.ID == p.Region || cand.ID == p.Subregion) && score >= seatShare*cand.Score {
			return true
		}
	}
	return false
}
