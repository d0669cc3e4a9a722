package analyze

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/graph"
)

// ReasonKind is why a place is suggested.
type ReasonKind string

// The reasons, each with the points that it gives.
const (
	ReasonPartners  ReasonKind = "COMMON_PARTNERS" // 2 for each, 10 at most
	ReasonIntent    ReasonKind = "INTENT"          // 5: a letter of intent or a planned tie
	ReasonContacts  ReasonKind = "CONTACTS"        // 1 for each visit, partnership, agreement or event, 6 at most
	ReasonNetworks  ReasonKind = "NETWORKS"        // 1 for each network in common, 3 at most
	ReasonTopics    ReasonKind = "TOPICS"          // 1 for each topic of the contacts, 3 at most
	ReasonLevel     ReasonKind = "SAME_LEVEL"      // 1: both of one type and level
	ReasonInhabited ReasonKind = "SIMILAR_SIZE"    // 1: neither has more than three times the inhabitants
)

// Exclusion is why a place is no candidate.
type Exclusion string

// The exclusions.
const (
	ExcludedTied    Exclusion = "ALREADY_TIED"
	ExcludedEnded   Exclusion = "ENDED" // a tie was suspended or ended
	ExcludedCountry Exclusion = "SAME_COUNTRY"
)

// Suggestion is a place that might become a partner.
type Suggestion struct {
	Place     graph.Node
	Score     int // sum of the points of the reasons
	Reasons   []Reason
	Exclusion Exclusion // "" where nothing speaks against it
}

// Reason is one reason with what it rests on.
type Reason struct {
	Kind  ReasonKind
	Count int
	Nodes []graph.Node // partners or networks in common, by id
	Steps []Step       // contacts, earliest first
}

// Suggest ranks the places that a place might tie itself to: those that it had contact with,
// shares partners or networks with, or has a letter of intent with. Candidates come before what
// is excluded, then the highest score, then by id.
func Suggest(ctx context.Context, r graph.Reader, place graph.EntityID, f graph.EdgeFilter) ([]Suggestion, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	ties, err := s.ties(ctx, place, f)
	if err != nil {
		return nil, err
	}
	contacts, err := s.contacts(ctx, place, f)
	if err != nil {
		return nil, err
	}
	second, err := s.secondTies(ctx, place, ties, f)
	if err != nil {
		return nil, err
	}
	networks, err := s.networks(ctx, place, f)
	if err != nil {
		return nil, err
	}
	own := map[graph.EntityID]graph.Edge{}
	for _, e := range ties {
		own[e.Other(place)] = e
	}
	wanted := slices.Concat(slices.Collect(maps.Keys(own)), slices.Collect(maps.Keys(contacts)), slices.Collect(maps.Keys(second)), slices.Collect(maps.Keys(networks)))
	if err := s.load(ctx, wanted...); err != nil {
		return nil, err
	}
	var found []Suggestion
	for _, id := range unique(wanted) {
		if id == place || !id.TypeOf().IsPlace() || id.TypeOf() == graph.Country {
			continue
		}
		found = append(found, s.suggestion(s.node(place), id, own[id], contacts[id], second[id], networks[id]))
	}
	found = slices.DeleteFunc(found, func(s Suggestion) bool { return s.Score == 0 })
	slices.SortFunc(found, func(a, b Suggestion) int {
		return cmp.Or(boolRank(a.Exclusion != "")-boolRank(b.Exclusion != ""), b.Score-a.Score, cmp.Compare(a.Place.ID, b.Place.ID))
	})
	return found, nil
}

// secondTies maps the partners of a place's active partners to those partners.
func (s *source) secondTies(ctx context.Context, place graph.EntityID, ties []graph.Edge, f graph.EdgeFilter) (map[graph.EntityID][]graph.EntityID, error) {
	var partners []graph.EntityID
	for _, e := range ties {
		if e.Status == graph.StatusActive {
			partners = append(partners, e.Other(place))
		}
	}
	f = only(f, graph.TwinnedWith)
	f.Statuses = []graph.Status{graph.StatusActive}
	lists, err := s.at(ctx, partners, f)
	second := map[graph.EntityID][]graph.EntityID{}
	for _, partner := range unique(partners) {
		for _, e := range lists[partner] {
			second[e.Other(partner)] = append(second[e.Other(partner)], partner)
		}
	}
	return second, err
}

// hubs returns what the filtered edges of a place lead to, and of each hub the edges that lead to
// it, the place's own included.
func (s *source) hubs(ctx context.Context, place graph.EntityID, f graph.EdgeFilter) ([]graph.EntityID, map[graph.EntityID][]graph.Edge, error) {
	f.Direction = graph.Out
	mine, err := s.at(ctx, []graph.EntityID{place}, f)
	if err != nil {
		return nil, nil, err
	}
	var hubs []graph.EntityID
	for _, e := range mine[place] {
		hubs = append(hubs, e.To)
	}
	f.Direction = graph.In
	members, err := s.at(ctx, hubs, f)
	return hubs, members, err
}

// networks maps the fellow members of a place to the networks that they share.
func (s *source) networks(ctx context.Context, place graph.EntityID, f graph.EdgeFilter) (map[graph.EntityID][]graph.EntityID, error) {
	hubs, members, err := s.hubs(ctx, place, only(f, graph.MemberOf))
	shared := map[graph.EntityID][]graph.EntityID{}
	for _, hub := range unique(hubs) {
		for _, e := range members[hub] {
			shared[e.From] = append(shared[e.From], hub)
		}
	}
	if err != nil {
		return nil, err
	}
	return shared, s.load(ctx, hubs...)
}

func (s *source) suggestion(place graph.Node, id graph.EntityID, tie graph.Edge, contacts []Step, second, networks []graph.EntityID) Suggestion {
	g := Suggestion{Place: s.node(id), Exclusion: exclusion(place, s.node(id), tie)}
	g.add(ReasonPartners, min(10, 2*len(unique(second))), Reason{Count: len(unique(second)), Nodes: s.nodesOf(second)})
	if isIntent(tie) {
		g.add(ReasonIntent, 5, Reason{Count: 1})
	}
	g.add(ReasonContacts, min(6, len(contacts)), Reason{Count: len(contacts), Steps: contacts})
	g.add(ReasonNetworks, min(3, len(networks)), Reason{Count: len(networks), Nodes: s.nodesOf(networks)})
	topics := len(topicSpans(contacts))
	g.add(ReasonTopics, min(3, topics), Reason{Count: topics})
	if g.Score == 0 {
		return g // likeness alone suggests nothing
	}
	other := g.Place
	g.add(ReasonLevel, boolRank(place.Type == other.Type && place.Level == other.Level), Reason{Count: 1})
	small, large := min(place.Population, other.Population), max(place.Population, other.Population)
	g.add(ReasonInhabited, boolRank(small > 0 && large <= 3*small), Reason{Count: 1})
	return g
}

func (g *Suggestion) add(kind ReasonKind, points int, r Reason) {
	if points > 0 {
		r.Kind = kind
		g.Score += points
		g.Reasons = append(g.Reasons, r)
	}
}

// isIntent reports whether a tie is no more than intended.
func isIntent(tie graph.Edge) bool {
	return tie.ID != "" && (tie.Tier == graph.TierIntent || tie.Status == graph.StatusPlanned)
}

func exclusion(place, other graph.Node, tie graph.Edge) Exclusion {
	switch {
	case tie.Status == graph.StatusEnded || tie.Status == graph.StatusSuspended:
		return ExcludedEnded
	case tie.ID != "" && !isIntent(tie):
		return ExcludedTied
	case place.CountryCode() != "" && place.CountryCode() == other.CountryCode():
		return ExcludedCountry
	}
	return ""
}
