package loader

import (
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
	return out.Normal()
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
	bare := *a
	bare.Claims = nil
	if err := bare.Validate(); err != nil {
		return nil, err
	}
	var drops []graph.Drop
	var kept []graph.Claim
	seen := map[graph.ClaimID]bool{}
	for _, c := range a.Claims {
		bare.Claims = []graph.Claim{c}
		if seen[c.ID] || bare.Validate() != nil {
			drops = append(drops, graph.Drop{Reason: DropInvalid, Span: c.Evidence.Span, Rule: c.Rule})
			continue
		}
		seen[c.ID] = true
		kept = append(kept, c)
	}
	a.Claims = kept
	return drops, a.Validate()
}
