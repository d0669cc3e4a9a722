package entity

import (
	"slices"
	"sort"

	"citygraph/graph"
)

// resolveBacks resolves definite forms and groups to what the text has just spoken of.
func (c *casefile) resolveBacks() {
	for i := range c.mentions {
		m := &c.mentions[i]
		if !m.Definite || len(m.Entities) > 0 {
			continue
		}
		switch m.Type {
		case graph.MentionGroup:
			if pair := c.pair(i); len(pair) == 2 {
				m.Entities = pair
			}
		case graph.MentionPlace, graph.MentionPerson, graph.MentionInstitution:
			if id := c.single(i); id != "" {
				m.Entities = []graph.EntityID{id}
			}
		}
	}
}

// maxBack is how many sentences back a form may reach.
const maxBack = 3

// spoken lists the entities of a type named before mention i, latest first, each once, sentence
// by sentence up to maxBack sentences back; reach is how many sentences back each stands.
func (c *casefile) spoken(i int, t graph.EntityType) (ids []graph.EntityID, reach []int) {
	m := c.mentions[i]
	back, block, sentence := 0, m.Block, m.Sentence
	for k := i - 1; k >= 0; k-- {
		o := c.mentions[k]
		if o.Block != block || o.Sentence != sentence {
			back++
			block, sentence = o.Block, o.Sentence
		}
		if back > maxBack {
			break
		}
		if o.Definite || o.Demonym || len(o.Entities) != 1 {
			continue
		}
		id := o.Entities[0]
		if !fits(id.TypeOf(), t) || slices.Contains(ids, id) || !c.ofNation(m, id) {
			continue
		}
		ids, reach = append(ids, id), append(reach, back)
	}
	return ids, reach
}

// ofNation reports whether the place lies in the country whose adjective stands with the form:
// "the Turkish city". A form without one fits any.
func (c *casefile) ofNation(m graph.Mention, id graph.EntityID) bool {
	if len(m.Candidates) == 0 {
		return true
	}
	return slices.ContainsFunc(m.Candidates, func(n graph.Candidate) bool { return n.ID == c.gazetteer.CountryOf(id) })
}

// fits reports whether an entity type answers to the type of a form; "" is a side of any kind
// but a person.
func fits(have, want graph.EntityType) bool {
	if want == "" {
		return have == graph.City || have == graph.Region || have == graph.Institution
	}
	return have == want
}

// single returns the one entity that a definite form means: the only one of its type in the
// same or the sentence before, or the article's leading one where that was just named.
func (c *casefile) single(i int) graph.EntityID {
	ids, reach := c.spoken(i, c.mentions[i].Stated)
	if len(ids) == 0 {
		return ""
	}
	if c.ofOffice(i) && reach[0] == 0 {
		return ids[0] // "a delegation from X led by Y, mayor of the city"
	}
	near := 0
	for k := range ids {
		if reach[k] <= 1 {
			near++
		}
	}
	if near == 1 || near == 0 && len(ids) == 1 {
		return ids[0]
	}
	lead := c.leading(c.mentions[i].Stated, 1)
	if len(lead) == 1 && slices.Contains(ids, lead[0]) {
		return lead[0]
	}
	return ""
}

// ofOffice reports a definite form that an office holds: "mayor of the city".
func (c *casefile) ofOffice(i int) bool {
	for k := i - 1; k >= 0 && c.mentions[k].Sentence == c.mentions[i].Sentence && c.mentions[k].Block == c.mentions[i].Block; k-- {
		if o := c.mentions[k]; o.Type == graph.MentionOffice && o.Span.Covers(c.mentions[i].Span) {
			return true
		}
	}
	return false
}

// pair returns the two entities that a group means: the two just named, or the article's two
// leading ones.
func (c *casefile) pair(i int) []graph.EntityID {
	want := c.mentions[i].Stated
	ids, reach := c.spoken(i, want)
	for back := 0; back <= maxBack; back++ {
		n := 0
		for k := range ids {
			if reach[k] <= back {
				n++
			}
		}
		if n == 2 {
			return slices.Clone(ids[:2])
		}
		if n > 2 {
			break
		}
	}
	if want == "" {
		want = graph.City
	}
	lead := c.leading(want, 2)
	if len(lead) == 2 {
		return lead
	}
	return nil
}

// leading returns the n entities of a type that the article names most, or none where the n-th
// does not stand out from the next.
func (c *casefile) leading(t graph.EntityType, n int) []graph.EntityID {
	count := map[graph.EntityID]int{}
	for _, m := range c.mentions {
		if m.Definite || m.Demonym || len(m.Entities) != 1 || !fits(m.Entities[0].TypeOf(), t) {
			continue
		}
		count[m.Entities[0]]++
		if m.Zone == graph.ZoneTitle {
			count[m.Entities[0]] += 2
		}
	}
	ids := make([]graph.EntityID, 0, len(count))
	for id := range count {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(a, b int) bool {
		if count[ids[a]] != count[ids[b]] {
			return count[ids[a]] > count[ids[b]]
		}
		return ids[a] < ids[b]
	})
	if len(ids) < n || len(ids) > n && count[ids[n-1]] == count[ids[n]] {
		return nil
	}
	return ids[:n]
}
