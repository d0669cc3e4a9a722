package entity

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// holder is a person as the article describes him or her, before an id is given.
type holder struct {
	name     string // full surface name
	mentions []int
	office   graph.Office
	anchor   graph.EntityID // place or body of the office
}

// resolvePeople makes one person of each full name, finds the place that anchors the id, and
// joins spellings that share a name and an office.
func (c *casefile) resolvePeople() {
	byName := map[string]*holder{}
	var order []*holder
	for i, m := range c.mentions {
		if m.Type != graph.MentionPerson || m.Definite {
			continue
		}
		key := fold(m.Name)
		h := byName[key]
		if h == nil {
			h = &holder{name: m.Name}
			byName[key] = h
			order = append(order, h)
		}
		h.mentions = append(h.mentions, i)
	}
	for _, h := range order {
		c.anchor(h)
	}
	order = join(shorten(order))
	for _, h := range order {
		id := graph.PersonID(namekey.Key(h.name), h.anchor)
		e := graph.Entity{ID: id, Type: graph.Person, Main: h.name}
		for _, i := range h.mentions {
			m := &c.mentions[i]
			m.Entities = []graph.EntityID{id}
			c.put(e, c.name(h.name), c.name(m.Span.Of(c.doc.Article.Text)), c.name(m.Name))
		}
	}
}

// anchor finds the first office beside a mention of the person, and what it is held of.
func (c *casefile) anchor(h *holder) {
	for _, i := range h.mentions {
		office, ok := c.officeBeside(c.mentions[i])
		if !ok {
			continue
		}
		h.office = office.Office
		for _, span := range office.Places {
			for _, t := range []graph.MentionType{graph.MentionPlace, graph.MentionInstitution} {
				if o, ok := c.at(span, t); ok && len(o.Entities) == 1 {
					h.anchor = o.Entities[0]
					return
				}
			}
		}
		return
	}
}

// maxOfficeGap is how many bytes may stand between a person and the office, what the office is
// held of aside.
const maxOfficeGap = 8

// officeBeside returns the office that stands next to a person in the same sentence.
func (c *casefile) officeBeside(m graph.Mention) (graph.Mention, bool) {
	best, bestGap := graph.Mention{}, maxOfficeGap+1
	for _, o := range c.mentions {
		if o.Type != graph.MentionOffice || o.Block != m.Block || o.Sentence != m.Sentence {
			continue
		}
		reach := o.Span
		for _, p := range o.Places {
			reach.Start, reach.End = min(reach.Start, p.Start), max(reach.End, p.End)
		}
		gap := min(distance(m.Span, reach), distance(m.Span, o.Span))
		if gap < bestGap {
			best, bestGap = o, gap
		}
	}
	return best, bestGap <= maxOfficeGap
}

func distance(a, b graph.Span) int {
	switch {
	case a.End <= b.Start:
		return b.Start - a.End
	case b.End <= a.Start:
		return a.Start - b.End
	}
	return 0
}

// shorten merges a name into the one longer name of the article that it is the beginning or the
// end of.
func shorten(list []*holder) []*holder {
	var out []*holder
	for _, h := range list {
		var longer []*holder
		for _, o := range list {
			if o != h && isPart(parts(o.name), parts(h.name)) {
				longer = append(longer, o)
			}
		}
		if len(longer) != 1 {
			out = append(out, h)
			continue
		}
		o := longer[0]
		o.mentions = append(o.mentions, h.mentions...)
		if o.anchor == "" {
			o.office, o.anchor = h.office, h.anchor
		}
	}
	return out
}

func isPart(long, short []string) bool {
	n := len(short)
	return n > 0 && n < len(long) && (slices.Equal(long[:n], short) || slices.Equal(long[len(long)-n:], short))
}

// join merges holders of one office in one place who share a part of their names: the same
// person, spelt twice.
func join(list []*holder) []*holder {
	var out []*holder
	for _, h := range list {
		at := slices.IndexFunc(out, func(o *holder) bool { return sameHolder(o, h) })
		if at < 0 {
			out = append(out, h)
			continue
		}
		out[at].mentions = append(out[at].mentions, h.mentions...)
		if len(h.name) > len(out[at].name) && !strings.Contains(out[at].name, " ") {
			out[at].name = h.name
		}
	}
	return out
}

func sameHolder(a, b *holder) bool {
	if a.office == "" || a.office != b.office || a.anchor == "" || a.anchor != b.anchor {
		return false
	}
	for _, x := range parts(a.name) {
		if slices.Contains(parts(b.name), x) {
			return true
		}
	}
	return false
}

func parts(name string) []string {
	return strings.FieldsFunc(fold(name), func(r rune) bool { return r == ' ' || r == '·' })
}
