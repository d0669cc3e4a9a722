package analyze

import (
	"cmp"
	"context"
	"slices"
	"time"

	"citygraph/graph"
)

// Round is one agreement of a chain of renewals.
type Round struct {
	Agreement graph.Node
	Number    int // as an article gives it, else one more than the round that it renews; the first is 1
}

// chain orders the agreements of a pair by what renews what: those that renew, are renewed, or
// name a round. Agreements that stand alone form no chain.
func (s *source) chain(ctx context.Context, agreements []graph.Node) ([]Round, error) {
	ids := make([]graph.EntityID, len(agreements))
	for i, a := range agreements {
		ids[i] = a.ID
	}
	lists, err := s.at(ctx, ids, graph.EdgeFilter{Types: []graph.EdgeType{graph.Renews}, AsOf: s.asOf})
	if err != nil {
		return nil, err
	}
	var links []graph.Edge
	for _, id := range unique(ids) {
		links = append(links, lists[id]...)
	}
	if err := s.loadEnds(ctx, links); err != nil {
		return nil, err
	}
	members := map[graph.EntityID]graph.Node{}
	older := map[graph.EntityID]graph.Edge{}
	for _, e := range links {
		members[e.From], members[e.To] = s.node(e.From), s.node(e.To)
		older[e.From] = e
	}
	for _, a := range agreements {
		if a.Round > 0 || a.Renewal {
			members[a.ID] = a
		}
	}
	return numbered(members, older), nil
}

func numbered(members map[graph.EntityID]graph.Node, older map[graph.EntityID]graph.Edge) []Round {
	rounds := make([]Round, 0, len(members))
	for _, n := range members {
		rounds = append(rounds, Round{Agreement: n, Number: n.Round})
	}
	slices.SortFunc(rounds, func(a, b Round) int {
		return byDate(a.Agreement.Date, b.Agreement.Date, string(a.Agreement.ID), string(b.Agreement.ID))
	})
	known := map[graph.EntityID]int{}
	for i := range rounds {
		id := rounds[i].Agreement.ID
		link, renews := older[id]
		switch {
		case rounds[i].Number > 0:
		case link.Round > 0:
			rounds[i].Number = link.Round
		case renews:
			rounds[i].Number = max(1, known[link.To]) + 1
		default:
			rounds[i].Number = 1
		}
		known[id] = rounds[i].Number
	}
	return rounds
}

// Term is what has become of an agreement's validity on a day.
type Term string

// The terms of an agreement.
const (
	TermLapsed  Term = "LAPSED"  // its end is past, and nothing renews it
	TermRenewed Term = "RENEWED" // a later agreement renews it
	TermDue     Term = "DUE"     // its end comes within the window
)

// Due is an agreement whose validity ended or is about to.
type Due struct {
	Agreement graph.Node
	Parties   []graph.Node // by id
	Term      Term
	RenewedBy []graph.Node // by date
}

// DueAgreements returns the agreements of a place that lapsed or were renewed up to a day, or
// whose end comes within so many days of it; the zero place stands for the whole graph. Earliest
// end first.
func DueAgreements(ctx context.Context, r graph.Reader, place graph.EntityID, on graph.Date, days int, f graph.EdgeFilter) ([]Due, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	today, horizon, err := window(on, days)
	if err != nil {
		return nil, err
	}
	s := newSource(r, f.AsOf)
	papers, parties, err := s.papers(ctx, place, f)
	if err != nil {
		return nil, err
	}
	renewals, err := s.at(ctx, papers, graph.EdgeFilter{Types: []graph.EdgeType{graph.Renews}, Direction: graph.In, AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, renewals); err != nil {
		return nil, err
	}
	var due []Due
	for _, id := range papers {
		d := Due{Agreement: s.node(id), Parties: parties[id]}
		for _, e := range renewals[id] {
			d.RenewedBy = append(d.RenewedBy, s.node(e.From))
		}
		if d.Term = term(d, today, horizon); d.Term != "" {
			due = append(due, d)
		}
	}
	slices.SortFunc(due, func(a, b Due) int {
		return byDate(a.Agreement.Until, b.Agreement.Until, string(a.Agreement.ID), string(b.Agreement.ID))
	})
	return due, nil
}

func term(d Due, today, horizon string) Term {
	_, end := d.Agreement.Until.Bounds()
	switch {
	case len(d.RenewedBy) > 0 || d.Agreement.Status == graph.StatusRenewed:
		return TermRenewed
	case d.Agreement.Status == graph.StatusExpired || end != "" && end < today:
		return TermLapsed
	case end != "" && end <= horizon:
		return TermDue
	}
	return ""
}

// papers reads the agreements of a place, or all of them, with their parties.
func (s *source) papers(ctx context.Context, place graph.EntityID, f graph.EdgeFilter) ([]graph.EntityID, map[graph.EntityID][]graph.Node, error) {
	var mine []graph.Edge
	if place != "" {
		if err := s.exist(ctx, place); err != nil {
			return nil, nil, err
		}
		lists, err := s.at(ctx, []graph.EntityID{place}, only(f, graph.PartyTo))
		if err != nil {
			return nil, nil, err
		}
		mine = lists[place]
	} else {
		all, err := s.all(ctx, only(f, graph.PartyTo))
		if err != nil {
			return nil, nil, err
		}
		mine = all
	}
	var ids []graph.EntityID
	for _, e := range mine {
		ids = append(ids, e.To)
	}
	ids = unique(ids)
	parties, err := s.partiesOf(ctx, ids, f)
	return ids, parties, err
}

// partiesOf reads the parties of agreements, by id, and makes the agreements ready too.
func (s *source) partiesOf(ctx context.Context, papers []graph.EntityID, f graph.EdgeFilter) (map[graph.EntityID][]graph.Node, error) {
	lists, err := s.at(ctx, papers, graph.EdgeFilter{Types: []graph.EdgeType{graph.PartyTo}, AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	if err := s.loadLists(ctx, lists); err != nil {
		return nil, err
	}
	parties := map[graph.EntityID][]graph.Node{}
	for _, id := range papers {
		for _, e := range lists[id] {
			parties[id] = append(parties[id], s.node(e.From))
		}
		sortNodes(parties[id])
	}
	return parties, nil
}

func sortNodes(nodes []graph.Node) {
	slices.SortFunc(nodes, func(a, b graph.Node) int { return cmp.Compare(a.ID, b.ID) })
}

// window returns a day and the one so many days after it.
func window(on graph.Date, days int) (from, to string, err error) {
	first, last := on.Bounds()
	if first == "" || last == "" {
		return "", "", &graph.InvalidError{Field: "on", Reason: "is no day"}
	}
	switch {
	case days < 0:
		return "", "", &graph.InvalidError{Field: "days", Reason: "is negative"}
	case days > MaxWindow:
		return "", "", &graph.LimitError{Limit: "MaxWindow", Max: MaxWindow, Got: days}
	}
	t, err := time.Parse(time.DateOnly, last)
	if err != nil {
		return "", "", &graph.InvalidError{Field: "on", Reason: "is no day"}
	}
	return first, t.AddDate(0, 0, days).Format(time.DateOnly), nil
}
