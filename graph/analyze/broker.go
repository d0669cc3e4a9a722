package analyze

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/graph"
)

// Broker is an institution that stands between two entities.
type Broker struct {
	Node         graph.Node
	WithA, WithB []Step // its contacts with the two, seen from them
	Paths        int    // ways from the one over the institution to the other
}

// Brokers returns the institutions that had to do with both entities: visits, partnerships,
// membership, agreements and events in common. Most paths first.
func Brokers(ctx context.Context, r graph.Reader, a, b graph.EntityID, f graph.EdgeFilter) ([]Broker, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, a, b); err != nil {
		return nil, err
	}
	withA, err := s.contacts(ctx, a, f)
	if err != nil {
		return nil, err
	}
	withB, err := s.contacts(ctx, b, f)
	if err != nil {
		return nil, err
	}
	var found []Broker
	for id, steps := range withA {
		if id.TypeOf() == graph.Institution && len(withB[id]) > 0 {
			found = append(found, Broker{s.node(id), steps, withB[id], len(steps) * len(withB[id])})
		}
	}
	slices.SortFunc(found, func(x, y Broker) int { return cmp.Or(y.Paths-x.Paths, cmp.Compare(x.Node.ID, y.Node.ID)) })
	return found, nil
}

// Bridge is a person who joins places.
type Bridge struct {
	Person graph.Node
	Own    []graph.Node // where the person holds or held office, by id
	Places []graph.Node // the counterpart places, by id
}

// Bridges ranks people by distinct counterpart places: those that they visited, those whose
// officials they met, and those that took part in an event with them. A person's own places do
// not count. Most places first; people without one are left out.
func Bridges(ctx context.Context, r graph.Reader, period graph.Date, f graph.EdgeFilter) ([]Bridge, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	f = only(f, graph.Visited, graph.Met, graph.ParticipatedIn)
	f.OtherTypes = []graph.EntityType{graph.Person}
	edges, err := s.all(ctx, f)
	if err != nil {
		return nil, err
	}
	edges = slices.DeleteFunc(edges, func(e graph.Edge) bool { return !inPeriod(e.Date, period) || e.Status == graph.StatusPlanned })
	own, attending, err := s.surroundings(ctx, edges, f)
	if err != nil {
		return nil, err
	}
	met := map[graph.EntityID]map[graph.EntityID]bool{}
	for _, e := range edges {
		note(met, e.From, counterparts(e, e.From, own, attending))
		if e.Type == graph.Met {
			note(met, e.To, counterparts(e, e.To, own, attending))
		}
	}
	return s.bridges(ctx, met, own)
}

// surroundings reads the places of all people on the edges, and the places at their events.
func (s *source) surroundings(ctx context.Context, edges []graph.Edge, f graph.EdgeFilter) (own, attending map[graph.EntityID][]graph.EntityID, err error) {
	var people, events []graph.EntityID
	for _, e := range edges {
		people = append(people, e.From)
		if e.Type == graph.Met {
			people = append(people, e.To)
		}
		if e.Type == graph.ParticipatedIn {
			events = append(events, e.To)
		}
	}
	offices, err := s.at(ctx, people, graph.EdgeFilter{Types: []graph.EdgeType{graph.HoldsOffice}, AsOf: f.AsOf})
	if err != nil {
		return nil, nil, err
	}
	guests, err := s.at(ctx, events, graph.EdgeFilter{Types: []graph.EdgeType{graph.ParticipatedIn, graph.HeldIn}, AsOf: f.AsOf})
	return farEnds(offices), farEnds(guests), err
}

// farEnds keeps the places at the far ends.
func farEnds(lists map[graph.EntityID][]graph.Edge) map[graph.EntityID][]graph.EntityID {
	out := map[graph.EntityID][]graph.EntityID{}
	for id, edges := range lists {
		for _, e := range edges {
			if other := e.Other(id); other.TypeOf().IsPlace() {
				out[id] = append(out[id], other)
			}
		}
	}
	return out
}

// counterparts lists the places that an edge brings a person together with.
func counterparts(e graph.Edge, person graph.EntityID, own, attending map[graph.EntityID][]graph.EntityID) []graph.EntityID {
	switch {
	case e.Type == graph.Met:
		return own[e.Other(person)]
	case e.Type == graph.ParticipatedIn:
		return attending[e.To]
	case e.To.TypeOf().IsPlace():
		return []graph.EntityID{e.To}
	}
	return nil
}

func note(met map[graph.EntityID]map[graph.EntityID]bool, person graph.EntityID, places []graph.EntityID) {
	if met[person] == nil {
		met[person] = map[graph.EntityID]bool{}
	}
	for _, p := range places {
		met[person][p] = true
	}
}

func (s *source) bridges(ctx context.Context, met map[graph.EntityID]map[graph.EntityID]bool, own map[graph.EntityID][]graph.EntityID) ([]Bridge, error) {
	wanted := slices.Collect(maps.Keys(met))
	for person, places := range met {
		wanted = append(append(wanted, slices.Collect(maps.Keys(places))...), own[person]...)
	}
	if err := s.load(ctx, wanted...); err != nil {
		return nil, err
	}
	var found []Bridge
	for person, places := range met {
		b := Bridge{Person: s.node(person), Own: s.nodesOf(own[person])}
		for _, p := range own[person] {
			delete(places, p)
		}
		if b.Places = s.nodesOf(slices.Collect(maps.Keys(places))); len(b.Places) > 0 && b.Person.Type == graph.Person {
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(x, y Bridge) int {
		return cmp.Or(len(y.Places)-len(x.Places), cmp.Compare(x.Person.ID, y.Person.ID))
	})
	return found, nil
}

// nodesOf returns loaded nodes, each once, by id.
func (s *source) nodesOf(ids []graph.EntityID) []graph.Node {
	nodes := []graph.Node{}
	for _, id := range unique(ids) {
		if n, ok := s.nodes[id]; ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// Counterpart is an institution of one place with one of another that it works with.
type Counterpart struct {
	A, B  graph.Node
	Edges []graph.Edge // ties, partnerships, and A's part in agreements that both are party to; by id
}

// Counterparts returns the institutions that lie in one place with those in another that they
// are tied to, partner with, or share an agreement with; with kinds, only where one of the two
// is of such a kind. By the ids of the two.
func Counterparts(ctx context.Context, r graph.Reader, a, b graph.EntityID, kinds []string, f graph.EdgeFilter) ([]Counterpart, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, a, b); err != nil {
		return nil, err
	}
	located, err := s.at(ctx, []graph.EntityID{a, b}, graph.EdgeFilter{
		Types: []graph.EdgeType{graph.LocatedIn}, Direction: graph.In, OtherTypes: []graph.EntityType{graph.Institution}, AsOf: f.AsOf,
	})
	if err != nil {
		return nil, err
	}
	inA, inB := startsOf(located[a]), startsOf(located[b])
	edges, err := s.at(ctx, append(slices.Clone(inA), inB...), only(f, graph.TwinnedWith, graph.PartnersWith, graph.PartyTo))
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, edges); err != nil {
		return nil, err
	}
	var found []Counterpart
	for _, x := range inA {
		for _, y := range inB {
			c := Counterpart{A: s.node(x), B: s.node(y), Edges: joining(edges[x], edges[y], y)}
			fits := len(kinds) == 0 || slices.Contains(kinds, c.A.Kind) || slices.Contains(kinds, c.B.Kind)
			if len(c.Edges) > 0 && fits {
				found = append(found, c)
			}
		}
	}
	return found, nil
}

// startsOf lists where edges start, each once, by id.
func startsOf(edges []graph.Edge) []graph.EntityID {
	var ids []graph.EntityID
	for _, e := range edges {
		ids = append(ids, e.From)
	}
	return unique(ids)
}

// joining keeps those edges of x that lead to y or to an agreement that y is party to.
func joining(ofX, ofY []graph.Edge, y graph.EntityID) []graph.Edge {
	return slices.DeleteFunc(slices.Clone(ofX), func(e graph.Edge) bool {
		shared := e.Type == graph.PartyTo && slices.ContainsFunc(ofY, func(other graph.Edge) bool { return other.To == e.To })
		return !shared && e.From != y && e.To != y
	})
}
