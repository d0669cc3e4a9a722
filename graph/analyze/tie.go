package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// Tie is what the graph tells of two entities together.
type Tie struct {
	A, B   graph.Node
	Edge   graph.Edge    // the tie itself; its ID is "" where there is none
	Claims []graph.Claim // about the tie, denials included, by day, then id
	Steps  []Step        // everything between the two, seen from A: tie, visits, partnerships, and
	// the agreements and events of both; earliest first
	Agreements []graph.Node // both are party to them, earliest first
	Tiers      []Change     // by tier: when a claim first gives it, earliest first
	Statuses   []Change     // what claims say of its status, earliest first
	Topics     []TopicSpan  // in order of first appearance
	Conflicts  []Conflict   // what claims do not agree on
	Chain      []Round      // the agreements of the pair that renew each other, oldest first
}

// Change is one dated step of a tie's tier or status.
type Change struct {
	Date   graph.Date // of the claim: until, else date; zero where it gives none
	Tier   graph.Tier
	Status graph.Status
	Claim  graph.Claim
}

// TopicSpan is one topic of a relation with its first and last appearance.
type TopicSpan struct {
	Topic       graph.Topic
	First, Last graph.Date // zero where nothing that has the topic is dated
	Count       int        // edges, agreements and events with the topic
}

// Between returns what the graph tells of two entities. An unknown one is ErrNotFound.
func Between(ctx context.Context, r graph.Reader, a, b graph.EntityID, f graph.EdgeFilter) (Tie, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, a, b); err != nil {
		return Tie{}, err
	}
	t := Tie{A: s.node(a), B: s.node(b)}
	edges, err := s.between(ctx, a, b, f)
	if err != nil {
		return Tie{}, err
	}
	t.Steps = s.steps(a, edges)
	for _, step := range t.Steps {
		switch {
		case step.Edge.Type == graph.TwinnedWith:
			t.Edge = step.Edge
		case step.Edge.Type == graph.PartyTo:
			t.Agreements = append(t.Agreements, step.Other)
		}
	}
	if t.Claims, err = s.tieClaims(ctx, t, f); err != nil {
		return Tie{}, err
	}
	t.Tiers, t.Statuses, t.Topics = tierChanges(t.Claims), statusChanges(t.Claims), topicSpans(t.Steps)
	t.Chain, err = s.chain(ctx, t.Agreements)
	if err != nil {
		return Tie{}, err
	}
	t.Conflicts, err = s.conflicts(ctx, t.Claims)
	return t, err
}

// between reads the edges from a to b, and from a to the agreements and events that b shares.
func (s *source) between(ctx context.Context, a, b graph.EntityID, f graph.EdgeFilter) ([]graph.Edge, error) {
	direct := only(f, graph.TwinnedWith, graph.Visited, graph.PartnersWith)
	direct.Others = []graph.EntityID{b}
	edges, err := s.at(ctx, []graph.EntityID{a}, direct)
	if err != nil {
		return nil, err
	}
	shared, err := s.at(ctx, []graph.EntityID{a, b}, only(f, graph.PartyTo, graph.ParticipatedIn))
	if err != nil {
		return nil, err
	}
	others := map[graph.EntityID]bool{}
	for _, e := range shared[b] {
		others[e.To] = true
	}
	all := edges[a]
	for _, e := range shared[a] {
		if others[e.To] {
			all = append(all, e)
		}
	}
	return all, s.loadEnds(ctx, all)
}

// tieClaims reads all claims about the tie: those of its edge, or where denials are all there is,
// those that name both.
func (s *source) tieClaims(ctx context.Context, t Tie, f graph.EdgeFilter) ([]graph.Claim, error) {
	group := graph.Claim{Type: graph.TwinnedWith, Subject: t.A.ID, Object: t.B.ID}.Identify().Group()
	scope := graph.ClaimScope{Edges: []graph.EdgeID{t.Edge.ID}}
	if t.Edge.ID == "" {
		scope = graph.ClaimScope{Entities: []graph.EntityID{t.A.ID}}
		if t.B.Degree < t.A.Degree {
			scope.Entities[0] = t.B.ID
		}
	}
	lists, err := s.findClaims(ctx, scope, graph.ClaimFilter{Types: []graph.EdgeType{graph.TwinnedWith}, AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	claims := slices.DeleteFunc(slices.Clone(lists[0]), func(c graph.Claim) bool { return c.Group() != group })
	sortClaims(claims)
	return claims, nil
}

func sortClaims(claims []graph.Claim) {
	slices.SortFunc(claims, func(a, b graph.Claim) int {
		return cmp.Or(cmp.Compare(dayOf(claimDate(a)), dayOf(claimDate(b))), cmp.Compare(a.Asserted, b.Asserted), cmp.Compare(a.ID, b.ID))
	})
}

// claimDate is the day that a claim speaks of.
func claimDate(c graph.Claim) graph.Date { return firstKnown(c.Until, c.Date) }

// tierChanges keeps the first claim of each tier.
func tierChanges(claims []graph.Claim) []Change {
	var changes []Change
	for _, c := range claims {
		known := slices.ContainsFunc(changes, func(ch Change) bool { return ch.Tier == c.Tier })
		if c.Tier != "" && !known && c.Modality != graph.Denied {
			changes = append(changes, Change{Date: claimDate(c), Tier: c.Tier, Claim: c})
		}
	}
	return changes
}

// statusChanges keeps the claims that state a status.
func statusChanges(claims []graph.Claim) []Change {
	var changes []Change
	for _, c := range claims {
		if c.Status != "" && c.Modality != graph.Denied {
			changes = append(changes, Change{Date: claimDate(c), Status: c.Status, Claim: c})
		}
	}
	return changes
}

// topicSpans gathers the topics of edges, agreements and events; steps are in order of time.
func topicSpans(steps []Step) []TopicSpan {
	var spans []TopicSpan
	for _, step := range steps {
		for _, topic := range unique(append(slices.Clone(step.Edge.Topics), step.Other.Topics...)) {
			i := slices.IndexFunc(spans, func(t TopicSpan) bool { return t.Topic == topic })
			if i < 0 {
				i = len(spans)
				spans = append(spans, TopicSpan{Topic: topic, First: step.Date})
			}
			spans[i].Count++
			if !step.Date.IsZero() {
				spans[i].Last = step.Date
			}
		}
	}
	return spans
}
