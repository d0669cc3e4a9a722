package loader

import (
	"cmp"
	"slices"

	"citygraph/graph"
	"citygraph/loader/claim"
	"citygraph/loader/entity"
)

// assertion puts together what the stages found. It keeps the entities that the text names or
// a claim needs.
func assertion(a graph.Article, resolved entity.Result, result claim.Result) graph.Assertion {
	spans := mentionSpans(resolved.Mentions)
	for _, m := range result.Mentions {
		spans[m.Entity] = append(spans[m.Entity], m.Spans...)
	}
	for _, c := range result.Claims {
		for _, id := range []graph.EntityID{c.Subject, c.Object, c.PostedTo} {
			if _, named := spans[id]; id != "" && !named {
				spans[id] = nil
			}
		}
	}
	out := graph.Assertion{Article: a, Claims: result.Claims}
	for _, e := range slices.Concat(resolved.Entities, result.Entities) {
		list, needed := spans[e.ID]
		if !needed {
			continue
		}
		delete(spans, e.ID) // an entity that two stages describe stands once
		out.Entities = append(out.Entities, e)
		out.Mentions = append(out.Mentions, graph.MentionRef{Entity: e.ID, Spans: sortedSpans(list)})
	}
	keepPlaces(out.Entities)
	return out.Normal()
}

// keepPlaces takes the place off a body whose place the article names nowhere else.
func keepPlaces(entities []graph.Entity) {
	named := make(map[graph.EntityID]bool, len(entities))
	for _, e := range entities {
		named[e.ID] = true
	}
	for i := range entities {
		if e := &entities[i]; e.Type == graph.Institution && !named[e.Place] {
			e.Place = ""
		}
	}
}

// mentionSpans gathers where each entity is named. A word that only refers back to it ("the
// city", "the two sides") counts where no name stands.
func mentionSpans(mentions []graph.Mention) map[graph.EntityID][]graph.Span {
	named := map[graph.EntityID][]graph.Span{}
	back := map[graph.EntityID][]graph.Span{}
	for _, m := range mentions {
		into := named
		if m.Type == graph.MentionGroup || m.Definite {
			into = back
		}
		for _, id := range m.Entities {
			into[id] = append(into[id], m.Span)
		}
	}
	for id, spans := range back {
		if len(named[id]) == 0 {
			named[id] = spans
		}
	}
	return named
}

func sortedSpans(spans []graph.Span) []graph.Span {
	out := make([]graph.Span, 0, len(spans))
	for _, s := range spans {
		if s.Len() > 0 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b graph.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return slices.Compact(out)
}

// settle validates the assertion. Where a claim breaks a rule of package graph, only that claim
// is taken out, and counted.
func settle(a *graph.Assertion) ([]graph.Drop, error) {
	if a.Validate() == nil {
		return nil, nil
	}
	claims := a.Claims
	if a.Claims = nil; a.Validate() != nil || len(claims) > graph.MaxClaims {
		a.Claims = claims
		return nil, a.Validate()
	}
	slices.SortStableFunc(claims, func(x, y graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
	claims = slices.CompactFunc(claims, func(x, y graph.Claim) bool { return x.ID == y.ID })
	kept, broken := sift(*a, claims)
	a.Claims = kept
	var drops []graph.Drop
	for _, c := range broken {
		drops = append(drops, graph.Drop{Reason: DropInvalid, Span: c.Evidence.Span, Rule: c.Rule})
	}
	return drops, a.Validate()
}

// sift parts the claims that hold from those that do not, by halves: validating looks through
// the whole text each time, and few are broken.
func sift(a graph.Assertion, claims []graph.Claim) (kept, broken []graph.Claim) {
	if a.Claims = claims; a.Validate() == nil {
		return claims, nil
	}
	if len(claims) == 1 {
		return nil, claims
	}
	k1, b1 := sift(a, claims[:len(claims)/2])
	k2, b2 := sift(a, claims[len(claims)/2:])
	return slices.Concat(k1, k2), slices.Concat(b1, b2)
}
