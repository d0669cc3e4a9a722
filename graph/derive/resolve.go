package derive

import (
	"slices"

	"citygraph/graph"
)

// Survivor returns the id that stands for an entity, its own where it was joined with nothing.
type Survivor func(graph.EntityID) graph.EntityID

// Resolve returns the assertion with the ids of survivors in place of those that were joined
// with them, and whether anything changed. Entities that became one are one description, their
// mentions one entry; claims keep their ids, and a relation of an entity with itself is left
// out. The assertion given is not changed.
func Resolve(a graph.Assertion, of Survivor) (graph.Assertion, bool) {
	if !slices.ContainsFunc(a.Entities, func(e graph.Entity) bool { return of(e.ID) != e.ID }) {
		return a, false
	}
	a = a.Normal()
	a.Entities = resolveEntities(a.Entities, of)
	a.Mentions = resolveMentions(a.Mentions, of)
	claims := make([]graph.Claim, 0, len(a.Claims))
	for _, c := range a.Claims {
		if c = resolveClaim(c, of); c.Subject != c.Object {
			claims = append(claims, c)
		}
	}
	a.Claims = claims
	return a.Normal(), true
}

func resolveEntities(entities []graph.Entity, of Survivor) []graph.Entity {
	var out []graph.Entity
	at := map[graph.EntityID]int{}
	for _, e := range entities {
		e.ID = of(e.ID)
		i, twice := at[e.ID]
		if !twice {
			at[e.ID] = len(out)
			out = append(out, e)
			continue
		}
		fill(&out[i], e)
	}
	return out
}

func resolveMentions(mentions []graph.MentionRef, of Survivor) []graph.MentionRef {
	var out []graph.MentionRef
	at := map[graph.EntityID]int{}
	for _, m := range mentions {
		m.Entity = of(m.Entity)
		i, twice := at[m.Entity]
		if !twice {
			at[m.Entity] = len(out)
			out = append(out, m)
			continue
		}
		out[i].Spans = slices.Concat(out[i].Spans, m.Spans)
		slices.SortFunc(out[i].Spans, func(a, b graph.Span) int { return a.Start - b.Start })
	}
	return out
}

func resolveClaim(c graph.Claim, of Survivor) graph.Claim {
	c.Subject, c.PostedTo = of(c.Subject), of(c.PostedTo)
	if c.Object == "" {
		return c
	}
	c.Object = of(c.Object)
	if r, ok := graph.RelationOf(c.Type); ok && r.Symmetric && c.Object < c.Subject {
		c.Subject, c.Object = c.Object, c.Subject
		c.Evidence.Subject, c.Evidence.Object = c.Evidence.Object, c.Evidence.Subject
	}
	return c
}
