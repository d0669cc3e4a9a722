package resolver

import (
	"context"
	"strconv"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// VisitYear is the visits of a place in a year.
type VisitYear struct {
	Year           *int
	Sent           int
	Received       int
	Planned        int
	Leaders        []*LeaderVisits
	Visits         []*Edge
	PersonalVisits []*Edge
}

// LeaderVisits is the visits of people by office.
type LeaderVisits struct {
	Office   *graph.Office
	Sent     int
	Received int
}

// Visitor is a person who visited two places in one year.
type Visitor struct {
	Person *Person
	Year   int
	Visits []*Edge
}

// The pages of this file.
type (
	// VisitYearConnection is a page of years of visits.
	VisitYearConnection = Connection[*VisitYear]
	// VisitYearEdge is an item of a VisitYearConnection.
	VisitYearEdge = Item[*VisitYear]
	// VisitorConnection is a page of visitors.
	VisitorConnection = Connection[*Visitor]
	// VisitorEdge is an item of a VisitorConnection.
	VisitorEdge = Item[*Visitor]
)

// VisitBalance counts the visits of a place by year.
func (Query) VisitBalance(ctx context.Context, place string, period *graph.Date, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*VisitYearConnection, error) {
	q := newInquiry(filter, asOf, validAt, "visitBalance", place, period)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.VisitYear, error) {
		return analyze.VisitBalance(ctx, r, graph.EntityID(place), value(period), q.filter)
	}, func(y analyze.VisitYear) string { return "year:" + strconv.Itoa(y.Year) }, func(y analyze.VisitYear) *VisitYear { return q.sheet.visitYear(y, graph.EntityID(place)) })
}

func (s *sheet) visitYear(y analyze.VisitYear, place graph.EntityID) *VisitYear {
	out := &VisitYear{
		Year: known(y.Year), Sent: y.Sent, Received: y.Received, Planned: y.Planned, Leaders: []*LeaderVisits{},
		Visits: s.edgeList(y.Visits, place), PersonalVisits: s.edgeList(y.Persons, ""),
	}
	for _, l := range y.Leaders {
		out.Leaders = append(out.Leaders, &LeaderVisits{known(l.Office), l.Sent, l.Received})
	}
	return out
}

// UnconfirmedVisits lists the visits that were announced and never confirmed.
func (Query) UnconfirmedVisits(ctx context.Context, place *string, on graph.Date, days int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	q := newInquiry(filter, asOf, validAt, "unconfirmedVisits", place, on, days)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]graph.Edge, error) {
		return analyze.Unconfirmed(ctx, r, idOf(place), on, days, q.filter)
	}, func(e graph.Edge) string { return string(e.ID) }, func(e graph.Edge) *Edge { return q.sheet.edge(e, idOf(place)) })
}

// VisitorsOfBoth lists the people who visited two places in the same year.
func (Query) VisitorsOfBoth(ctx context.Context, a string, b string, offices []graph.Office, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*VisitorConnection, error) {
	q := newInquiry(filter, asOf, validAt, "visitorsOfBoth", a, b, offices)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Visitor, error) {
		return analyze.VisitorsOfBoth(ctx, r, graph.EntityID(a), graph.EntityID(b), offices, q.filter)
	}, func(v analyze.Visitor) string { return strconv.Itoa(v.Year) + string(v.Person.ID) }, func(v analyze.Visitor) *Visitor {
		return &Visitor{as[*Person](q.sheet.entity(v.Person)), v.Year, q.sheet.edgeList(v.Visits, v.Person.ID)}
	})
}
