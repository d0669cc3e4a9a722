package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Tie is what the graph tells of two entities together.
type Tie struct {
	A          Entity
	B          Entity
	Edge       *Edge
	Claims     []*Claim
	Agreements []*Agreement
	Tiers      []*TieChange
	Statuses   []*TieChange
	Topics     []*TopicSpan
	Conflicts  []*Conflict
	Renewals   []*RenewalRound
	steps      []analyze.Step
	sheet      *sheet
}

// TieChange is one dated step of a tie's tier or status.
type TieChange struct {
	Date   *PartialDate
	Tier   *graph.Tier
	Status *graph.Status
	Claim  *Claim
}

// TopicSpan is one topic with its first and last appearance.
type TopicSpan struct {
	Topic graph.Topic
	First *PartialDate
	Last  *PartialDate
	Count int
}

// Conflict is claims about one tie that cannot all be right.
type Conflict struct {
	Aspect    analyze.Aspect
	Positions []*ConflictPosition
}

// ConflictPosition is one value with those who hold it.
type ConflictPosition struct {
	Value   string
	Sources []string
	Claims  []*Claim
}

// RenewalRound is one agreement of a chain of renewals.
type RenewalRound struct {
	Agreement *Agreement
	Number    int
}

// The pages of a history.
type (
	// TimelineConnection is a page of steps of a history.
	TimelineConnection = Connection[*TimelineStep]
	// TimelineEdge is an item of a TimelineConnection.
	TimelineEdge = Item[*TimelineStep]
)

// TimelineStep is one dated thing of a history.
type TimelineStep struct {
	Date *PartialDate
	Edge *Edge
}

// Tie is what the graph tells of two entities together.
func (Query) Tie(ctx context.Context, a, b string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date) (*Tie, error) {
	q := newInquiry(filter, asOf, validAt, "tie", a, b)
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	found, err := analyze.Between(ctx, r, graph.EntityID(a), graph.EntityID(b), q.filter)
	if err != nil {
		return nil, err
	}
	t := newTie(q.sheet, found)
	return t, q.sheet.spend(ctx)
}

func newTie(sh *sheet, found analyze.Tie) *Tie {
	t := &Tie{
		A: sh.entity(found.A), B: sh.entity(found.B), Edge: sh.edge(found.Edge, found.A.ID),
		Claims: sh.claimList(found.Claims), Agreements: sh.agreements(found.Agreements),
		Tiers: sh.changes(found.Tiers), Statuses: sh.changes(found.Statuses),
		steps: found.Steps, sheet: sh,
	}
	for _, span := range found.Topics {
		t.Topics = append(t.Topics, &TopicSpan{span.Topic, partial(span.First), partial(span.Last), span.Count})
	}
	for _, c := range found.Conflicts {
		t.Conflicts = append(t.Conflicts, sh.conflict(c))
	}
	for _, round := range found.Chain {
		t.Renewals = append(t.Renewals, &RenewalRound{sh.agreement(round.Agreement), round.Number})
	}
	return t
}

func (s *sheet) changes(list []analyze.Change) []*TieChange {
	out := make([]*TieChange, len(list))
	for i, c := range list {
		out[i] = &TieChange{partial(c.Date), known(c.Tier), known(c.Status), s.claim(c.Claim)}
	}
	return out
}

func (s *sheet) conflict(c analyze.Conflict) *Conflict {
	out := &Conflict{Aspect: c.Aspect}
	for _, p := range c.Positions {
		out.Positions = append(out.Positions, &ConflictPosition{p.Value, listed(p.Sources), s.claimList(p.Claims)})
	}
	return out
}

// Tier is the tier of the tie.
func (t *Tie) Tier() *graph.Tier {
	if t.Edge == nil {
		return nil
	}
	return t.Edge.Tier()
}

// Status is the status of the tie.
func (t *Tie) Status() *graph.Status {
	if t.Edge == nil {
		return nil
	}
	return t.Edge.Status()
}

// Since is since when the tie holds.
func (t *Tie) Since() *PartialDate {
	if t.Edge == nil {
		return nil
	}
	return t.Edge.Date()
}

// Round is the number of the newest round, nil where nothing renews anything.
func (t *Tie) Round() *int {
	if len(t.Renewals) == 0 {
		return nil
	}
	return &t.Renewals[len(t.Renewals)-1].Number
}

// Timeline is everything between the two, earliest first.
func (t *Tie) Timeline(ctx context.Context, first *int, after *string, last *int, before *string) (*TimelineConnection, error) {
	return pageOf(ctx, t.sheet, fingerprint("tie", t.A.ID(), t.B.ID()), t.steps, stepKey, cut{first, after, last, before}, t.sheet.step)
}

func stepKey(s analyze.Step) string { return string(s.Edge.ID) }

func (s *sheet) step(row analyze.Step) *TimelineStep {
	return &TimelineStep{partial(row.Date), s.edge(row.Edge, row.Near)}
}

// Timeline is what the graph tells of one entity in a period, earliest first.
func (Query) Timeline(ctx context.Context, entity string, period *graph.Date, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*TimelineConnection, error) {
	q := newInquiry(filter, asOf, validAt, "timeline", entity, period)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Step, error) {
		return analyze.Timeline(ctx, r, graph.EntityID(entity), value(period), q.filter)
	}, stepKey, q.sheet.step)
}
