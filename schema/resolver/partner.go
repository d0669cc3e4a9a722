package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Partner is a tied partner of one or both of two places.
type Partner struct {
	Entity   Entity
	Side     analyze.Side
	TieWithA *Edge
	TieWithB *Edge
}

// Triad is three entities that are all tied to each other.
type Triad struct {
	Entities []Entity
	Edges    []*Edge
}

// AgreementDue is an agreement whose validity ended, was renewed or is about to end.
type AgreementDue struct {
	Agreement *Agreement
	Term      analyze.Term
	Parties   []Entity
	RenewedBy []*Agreement
}

// The pages of this file.
type (
	// PartnerConnection is a page of partners.
	PartnerConnection = Connection[*Partner]
	// PartnerEdge is an item of a PartnerConnection.
	PartnerEdge = Item[*Partner]
	// TriadConnection is a page of triads.
	TriadConnection = Connection[*Triad]
	// TriadEdge is an item of a TriadConnection.
	TriadEdge = Item[*Triad]
	// AgreementDueConnection is a page of agreements by their end.
	AgreementDueConnection = Connection[*AgreementDue]
	// AgreementDueEdge is an item of a AgreementDueConnection.
	AgreementDueEdge = Item[*AgreementDue]
)

// ComparePartners lists the partners of two places.
func (Query) ComparePartners(ctx context.Context, a string, b string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*PartnerConnection, error) {
	q := newInquiry(filter, asOf, validAt, "comparePartners", a, b)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Partner, error) {
		return analyze.ComparePartners(ctx, r, graph.EntityID(a), graph.EntityID(b), q.filter)
	}, func(p analyze.Partner) string { return string(p.Node.ID) }, func(p analyze.Partner) *Partner {
		return &Partner{q.sheet.entity(p.Node), p.Side, q.sheet.edge(p.A, graph.EntityID(a)), q.sheet.edge(p.B, graph.EntityID(b))}
	})
}

// Triads lists closed triangles of ties.
func (Query) Triads(ctx context.Context, place *string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*TriadConnection, error) {
	q := newInquiry(filter, asOf, validAt, "triads", place)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Triad, error) {
		return analyze.Triads(ctx, r, idOf(place), q.filter)
	}, func(t analyze.Triad) string { return string(t.Edges[0].ID + t.Edges[1].ID + t.Edges[2].ID) }, func(t analyze.Triad) *Triad {
		return &Triad{q.sheet.entities(t.Nodes[:]), q.sheet.edgeList(t.Edges[:], "")}
	})
}

// MultipartyAgreements lists agreements with many parties.
func (Query) MultipartyAgreements(ctx context.Context, place *string, parties int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AgreementConnection, error) {
	q := newInquiry(filter, asOf, validAt, "multipartyAgreements", place, parties)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Paper, error) {
		return analyze.Multiparty(ctx, r, idOf(place), parties, q.filter)
	}, func(p analyze.Paper) string { return string(p.Agreement.ID) }, func(p analyze.Paper) *Agreement { return q.sheet.agreement(p.Agreement) })
}

// AgreementsDue lists agreements that lapsed, were renewed or fall due.
func (Query) AgreementsDue(ctx context.Context, place *string, on graph.Date, days int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AgreementDueConnection, error) {
	q := newInquiry(filter, asOf, validAt, "agreementsDue", place, on, days)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Due, error) {
		return analyze.DueAgreements(ctx, r, idOf(place), on, days, q.filter)
	}, func(d analyze.Due) string { return string(d.Agreement.ID) }, func(d analyze.Due) *AgreementDue {
		return &AgreementDue{q.sheet.agreement(d.Agreement), d.Term, q.sheet.entities(d.Parties), q.sheet.agreements(d.RenewedBy)}
	})
}
