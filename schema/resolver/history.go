package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Anniversary is a round number of years since a tie began.
type Anniversary struct {
	Edge  *Edge
	Years int
}

// Ending is a tie that was suspended or ended.
type Ending struct {
	Edge         *Edge
	Claims       []*Claim
	ContactAfter []*TimelineStep
}

// Silence is a tie of which nothing was heard for long.
type Silence struct {
	Edge      *Edge
	LastHeard *graph.Date
	Inactive  bool
}

// Upgrade is a tie that rose through tiers.
type Upgrade struct {
	Edge  *Edge
	Steps []*TieChange
	Days  int
}

// The pages of this file.
type (
	// AnniversaryConnection is a page of anniversaries.
	AnniversaryConnection = Connection[*Anniversary]
	// AnniversaryEdge is an item of a AnniversaryConnection.
	AnniversaryEdge = Item[*Anniversary]
	// EndingConnection is a page of endings.
	EndingConnection = Connection[*Ending]
	// EndingEdge is an item of a EndingConnection.
	EndingEdge = Item[*Ending]
	// SilenceConnection is a page of silent ties.
	SilenceConnection = Connection[*Silence]
	// SilenceEdge is an item of a SilenceConnection.
	SilenceEdge = Item[*Silence]
	// UpgradeConnection is a page of upgrades.
	UpgradeConnection = Connection[*Upgrade]
	// UpgradeEdge is an item of a UpgradeConnection.
	UpgradeEdge = Item[*Upgrade]
)

// Anniversaries lists the ties of a place that turn round years old.
func (Query) Anniversaries(ctx context.Context, place string, year int, step int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AnniversaryConnection, error) {
	q := newInquiry(filter, asOf, validAt, "anniversaries", place, year, step)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Anniversary, error) {
		return analyze.Anniversaries(ctx, r, graph.EntityID(place), year, step, q.filter)
	}, func(a analyze.Anniversary) string { return string(a.Edge.ID) }, func(a analyze.Anniversary) *Anniversary { return &Anniversary{q.sheet.edge(a.Edge, a.Near), a.Years} })
}

// Endings lists the ties of a place that were suspended or ended.
func (Query) Endings(ctx context.Context, place string, period *graph.Date, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*EndingConnection, error) {
	q := newInquiry(filter, asOf, validAt, "endings", place, period)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Ending, error) {
		return analyze.Endings(ctx, r, graph.EntityID(place), value(period), q.filter)
	}, func(e analyze.Ending) string { return string(e.Edge.ID) }, func(e analyze.Ending) *Ending {
		return &Ending{q.sheet.edge(e.Edge, e.Near), q.sheet.claimList(e.Claims), q.sheet.steps(e.After)}
	})
}

// SilentTies lists the ties of a place of which nothing was heard for years.
func (Query) SilentTies(ctx context.Context, place string, on graph.Date, years int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*SilenceConnection, error) {
	q := newInquiry(filter, asOf, validAt, "silentTies", place, on, years)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Silence, error) {
		return analyze.SilentTies(ctx, r, graph.EntityID(place), on, years, q.filter)
	}, func(s analyze.Silence) string { return string(s.Edge.ID) }, func(s analyze.Silence) *Silence {
		return &Silence{q.sheet.edge(s.Edge, s.Near), day(s.Last), s.Inactive}
	})
}

// Upgrades lists the ties of a place that rose through tiers.
func (Query) Upgrades(ctx context.Context, place string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*UpgradeConnection, error) {
	q := newInquiry(filter, asOf, validAt, "upgrades", place)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Upgrade, error) {
		return analyze.Upgrades(ctx, r, graph.EntityID(place), q.filter)
	}, func(u analyze.Upgrade) string { return string(u.Edge.ID) }, func(u analyze.Upgrade) *Upgrade {
		return &Upgrade{q.sheet.edge(u.Edge, u.Near), q.sheet.changes(u.Steps), u.Days}
	})
}

func (s *sheet) steps(rows []analyze.Step) []*TimelineStep {
	list := make([]*TimelineStep, len(rows))
	for i, row := range rows {
		list[i] = s.step(row)
	}
	return list
}
