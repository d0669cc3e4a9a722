package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// FollowUp is what came after an event between those who took part in it.
type FollowUp struct {
	Step Step // seen from a participant
	Days int  // after the event's last day, by the first day that the step may mean
}

// FollowUps returns what happened within so many days after an event among its participants,
// its host, and the places that its guests hold office in: visits, ties and partnerships of two
// of them, agreements and events that two of them are in. Earliest first, each once. It says what
// followed, not what was caused.
func FollowUps(ctx context.Context, r graph.Reader, event graph.EntityID, days int, f graph.EdgeFilter) ([]FollowUp, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, event); err != nil {
		return nil, err
	}
	held := lastDayOf(firstKnown(s.node(event).Until, s.node(event).Date))
	_, horizon, err := window(graph.Date{Value: held}, days)
	if err != nil {
		return nil, &graph.InvalidError{Field: "event, days", Reason: "the event has no day, or days are out of range"}
	}
	parties, err := s.attendance(ctx, event)
	if err != nil {
		return nil, err
	}
	edges, err := s.at(ctx, parties, only(f, graph.Visited, graph.TwinnedWith, graph.PartnersWith, graph.PartyTo, graph.ParticipatedIn))
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, edges); err != nil {
		return nil, err
	}
	var found []FollowUp
	met := map[string]int{} // how many participants have the edge or lead to the hub
	for _, party := range parties {
		for _, step := range s.steps(party, edges[party]) {
			day := step.Date.SortKey()
			if step.Other.ID == event || day <= held || day > horizon {
				continue
			}
			key := string(step.Edge.ID)
			if isShared(step.Edge) {
				key = string(step.Other.ID)
			}
			if met[key]++; met[key] == 2 {
				found = append(found, FollowUp{step, daysBetween(graph.Date{Value: held}, step.Date)})
			}
		}
	}
	slices.SortFunc(found, func(a, b FollowUp) int {
		return cmp.Or(byDate(a.Step.Date, b.Step.Date, string(a.Step.Edge.ID), string(b.Step.Edge.ID)))
	})
	return found, nil
}

// attendance lists who took part in an event, where it was, and the places of the people; by id.
func (s *source) attendance(ctx context.Context, event graph.EntityID) ([]graph.EntityID, error) {
	at, err := s.at(ctx, []graph.EntityID{event}, graph.EdgeFilter{Types: []graph.EdgeType{graph.ParticipatedIn, graph.HeldIn}, AsOf: s.asOf})
	if err != nil {
		return nil, err
	}
	var parties, people []graph.EntityID
	for _, e := range at[event] {
		parties = append(parties, e.Other(event))
		if e.From.TypeOf() == graph.Person {
			people = append(people, e.From)
		}
	}
	if place := s.node(event).Place; place != "" {
		parties = append(parties, place)
	}
	offices, err := s.at(ctx, people, graph.EdgeFilter{Types: []graph.EdgeType{graph.HoldsOffice}, AsOf: s.asOf})
	for _, id := range unique(people) {
		for _, e := range offices[id] {
			parties = append(parties, e.To)
		}
	}
	return unique(parties), err
}

// Commitment is what a body undertook around a visit.
type Commitment struct {
	Institution graph.Node
	Modality    graph.Modality // the firmest of its claims
	Claims      []graph.Claim  // by day, then id
}

// Commitments returns the institutions of the given kinds that the articles about the visits of
// two places connect with something: a partnership, an agreement, a signing, an event. Firmest
// first, then by id. Visits count either way, with their people's left out.
func Commitments(ctx context.Context, r graph.Reader, guest, host graph.EntityID, period graph.Date, kinds []string, f graph.EdgeFilter) ([]Commitment, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, guest, host); err != nil {
		return nil, err
	}
	f = only(f, graph.Visited)
	f.Others = []graph.EntityID{host}
	visits, err := s.at(ctx, []graph.EntityID{guest}, f)
	if err != nil {
		return nil, err
	}
	claims, err := s.claimsOf(ctx, slices.DeleteFunc(visits[guest], func(e graph.Edge) bool { return !inPeriod(e.Date, period) }))
	if err != nil {
		return nil, err
	}
	var articles []graph.ArticleID
	for _, list := range claims {
		for _, c := range list {
			articles = append(articles, c.Article)
		}
	}
	return s.commitments(ctx, unique(articles), kinds)
}

func (s *source) commitments(ctx context.Context, articles []graph.ArticleID, kinds []string) ([]Commitment, error) {
	if len(articles) == 0 {
		return nil, nil
	}
	lists, err := s.findClaims(ctx, graph.ClaimScope{Articles: articles}, graph.ClaimFilter{
		Types: []graph.EdgeType{graph.PartnersWith, graph.PartyTo, graph.Signed, graph.ParticipatedIn, graph.TwinnedWith}, AsOf: s.asOf,
	})
	if err != nil {
		return nil, err
	}
	byBody := map[graph.EntityID][]graph.Claim{}
	var bodies []graph.EntityID
	for _, list := range lists {
		for _, c := range list {
			for _, id := range []graph.EntityID{c.Subject, c.Object} {
				if id.TypeOf() == graph.Institution {
					byBody[id] = append(byBody[id], c)
					bodies = append(bodies, id)
				}
			}
		}
	}
	if err := s.load(ctx, bodies...); err != nil {
		return nil, err
	}
	var found []Commitment
	for _, id := range unique(bodies) {
		if len(kinds) == 0 || slices.Contains(kinds, s.node(id).Kind) {
			sortClaims(byBody[id])
			found = append(found, Commitment{s.node(id), firmest(byBody[id]), byBody[id]})
		}
	}
	slices.SortStableFunc(found, func(a, b Commitment) int { return firmness(a.Modality) - firmness(b.Modality) })
	return found, nil
}

func firmest(claims []graph.Claim) graph.Modality {
	return slices.MinFunc(claims, func(a, b graph.Claim) int { return firmness(a.Modality) - firmness(b.Modality) }).Modality
}

// firmness ranks modalities, the firmest lowest; a denial commits to nothing.
func firmness(m graph.Modality) int {
	return slices.Index([]graph.Modality{graph.Fact, graph.Past, graph.Reported, graph.Quoted, graph.Planned, graph.Intended, graph.Denied}, m)
}

// Acquaintance is a place that another one met without being tied to it.
type Acquaintance struct {
	Place    graph.Node
	Networks []graph.Node // both are members, by id
	Events   []graph.Node // both took part, by id
}

// Acquaintances returns the places that share a network or an event with a place and never had a
// tie with it: most shared first.
func Acquaintances(ctx context.Context, r graph.Reader, place graph.EntityID, f graph.EdgeFilter) ([]Acquaintance, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	ties, err := s.ties(ctx, place, graph.EdgeFilter{AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	hubs, members, err := s.hubs(ctx, place, only(f, graph.MemberOf, graph.ParticipatedIn))
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, members); err != nil {
		return nil, err
	}
	tied := map[graph.EntityID]bool{place: true}
	for _, e := range ties {
		tied[e.Other(place)] = true
	}
	return s.acquaintances(unique(hubs), members, tied), nil
}

func (s *source) acquaintances(hubs []graph.EntityID, members map[graph.EntityID][]graph.Edge, tied map[graph.EntityID]bool) []Acquaintance {
	byPlace := map[graph.EntityID]*Acquaintance{}
	for _, hub := range hubs {
		for _, e := range members[hub] {
			if tied[e.From] || !e.From.TypeOf().IsPlace() {
				continue
			}
			a := byPlace[e.From]
			if a == nil {
				a = &Acquaintance{Place: s.node(e.From)}
				byPlace[e.From] = a
			}
			if e.Type == graph.MemberOf {
				a.Networks = append(a.Networks, s.node(hub))
			} else {
				a.Events = append(a.Events, s.node(hub))
			}
		}
	}
	var found []Acquaintance
	for _, a := range byPlace {
		found = append(found, *a)
	}
	slices.SortFunc(found, func(a, b Acquaintance) int {
		return cmp.Or(len(b.Networks)+len(b.Events)-len(a.Networks)-len(a.Events), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	return found
}
