package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// FollowUp is what came after an event.
type FollowUp struct {
	Days int
	Step *TimelineStep
}

// Commitment is what a body undertook around a visit.
type Commitment struct {
	Institution *Institution
	Modality    graph.Modality
	Claims      []*Claim
}

// The pages of this file.
type (
	// FollowUpConnection is a page of things that followed.
	FollowUpConnection = Connection[*FollowUp]
	// FollowUpEdge is an item of a FollowUpConnection.
	FollowUpEdge = Item[*FollowUp]
	// CommitmentConnection is a page of commitments.
	CommitmentConnection = Connection[*Commitment]
	// CommitmentEdge is an item of a CommitmentConnection.
	CommitmentEdge = Item[*Commitment]
)

// FollowUps lists what happened after an event among its participants.
func (Query) FollowUps(ctx context.Context, event string, days int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*FollowUpConnection, error) {
	q := newInquiry(filter, asOf, validAt, "followUps", event, days)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.FollowUp, error) {
		return analyze.FollowUps(ctx, r, graph.EntityID(event), days, q.filter)
	}, func(f analyze.FollowUp) string { return string(f.Step.Edge.ID) }, func(f analyze.FollowUp) *FollowUp { return &FollowUp{f.Days, q.sheet.step(f.Step)} })
}

// Commitments lists what bodies undertook around the visits of two places.
func (Query) Commitments(ctx context.Context, a string, b string, period *graph.Date, kinds []string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CommitmentConnection, error) {
	q := newInquiry(filter, asOf, validAt, "commitments", a, b, period, kinds)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Commitment, error) {
		return analyze.Commitments(ctx, r, graph.EntityID(a), graph.EntityID(b), value(period), kinds, q.filter)
	}, func(c analyze.Commitment) string { return string(c.Institution.ID) }, func(c analyze.Commitment) *Commitment {
		return &Commitment{as[*Institution](q.sheet.entity(c.Institution)), c.Modality, q.sheet.claimList(c.Claims)}
	})
}
