package entity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// body is an institution as the article names it, before an id is given.
type body struct {
	name     string
	kind     graph.InstitutionKind
	known    graph.EntityID // of the gazetteer, "" where unknown
	place    graph.EntityID
	mentions []int
}

// resolveInstitutions makes one institution of each name, locates it, and joins short names to
// long ones of the same kind and place.
func (c *casefile) resolveInstitutions() {
	byName := map[string]*body{}
	var order []*body
	for i, m := range c.mentions {
		if m.Type != graph.MentionInstitution || m.Definite {
			continue
		}
		key := fold(m.Name)
		if len(m.Candidates) > 0 && m.Candidates[0].ID.TypeOf() == graph.Institution {
			key = string(m.Candidates[0].ID)
		}
		b := byName[key]
		if b == nil {
			b = &body{name: m.Name, kind: m.Kind}
			if len(m.Candidates) > 0 && m.Candidates[0].ID.TypeOf() == graph.Institution {
				b.known = m.Candidates[0].ID
			}
			byName[key] = b
			order = append(order, b)
		}
		b.mentions = append(b.mentions, i)
		if b.place == "" {
			b.place = c.locate(m)
		}
	}
	for _, b := range joinBodies(order) {
		c.putBody(b)
	}
}

// locate returns the place inside the name of an institution, by what it names elsewhere in the
// article, else by prominence.
func (c *casefile) locate(m graph.Mention) graph.EntityID {
	for _, span := range m.Places {
		name := fold(span.Of(c.doc.Article.Text))
		for _, o := range c.mentions {
			if o.Type == graph.MentionPlace && len(o.Entities) == 1 && fold(o.Name) == name {
				return o.Entities[0]
			}
		}
		if list := c.gazetteer.Lookup(name); len(list) > 0 && list[0].ID.TypeOf().IsPlace() {
			return list[0].ID
		}
	}
	return ""
}

func (c *casefile) putBody(b *body) {
	e := graph.Entity{Type: graph.Institution, Main: b.name, Kind: string(b.kind)}
	if b.known != "" {
		p := c.place(b.known)
		e.ID, e.Main, e.Kind, e.Country, e.Region = b.known, p.Main, p.Kind, p.Country, p.Region
	} else {
		e.ID = graph.InstitutionID(b.kind, namekey.Key(b.name), b.place)
		if b.place != "" {
			e.Country, e.Region = c.countryOf(b.place), c.place(b.place).Region
			e.Place = b.place
			if _, named := c.entities[b.place]; !named {
				c.put(c.atlas.describe(b.place))
			}
		}
	}
	for _, i := range b.mentions {
		m := &c.mentions[i]
		m.Entities = []graph.EntityID{e.ID}
		c.put(e, c.name(m.Name), c.name(m.Span.Of(c.doc.Article.Text)))
	}
}

// joinBodies merges a short name into the one long name of the same kind and place that holds
// all its words.
func joinBodies(list []*body) []*body {
	var out []*body
	for _, b := range list {
		longer := -1
		for i, o := range list {
			if o != b && o.kind == b.kind && o.place == b.place && b.place != "" && b.known == "" && len(o.name) > len(b.name) && holdsWords(o.name, b.name) {
				if longer >= 0 {
					longer = -2
					break
				}
				longer = i
			}
		}
		if longer < 0 {
			out = append(out, b)
			continue
		}
		list[longer].mentions = append(list[longer].mentions, b.mentions...)
	}
	return out
}

// longestEnding is how many letters a name without spaces may have more than its short form.
const longestEnding = 2

// holdsWords reports whether every word of short stands in long; of a name without spaces,
// whether long is short with a short ending.
func holdsWords(long, short string) bool {
	if rest, ok := strings.CutPrefix(fold(long), fold(short)); ok && !strings.Contains(long, " ") {
		return utf8.RuneCountInString(rest) <= longestEnding
	}
	words := strings.Fields(fold(long))
	for _, w := range strings.Fields(fold(short)) {
		if !slices.ContainsFunc(words, func(x string) bool { return x == w || strings.HasSuffix(x, w) }) {
			return false
		}
	}
	return true
}
