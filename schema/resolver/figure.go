package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// FigurePoint is one number that articles claim for one day under one counting rule.
type FigurePoint struct {
	Figure     graph.FigureType
	Date       *PartialDate
	DateStated bool
	Value      int64
	Rule       *string
	Tier       *graph.Tier
	Claims     []*Claim
}

// The pages of this file.
type (
	// FigurePointConnection is a page of points of a series.
	FigurePointConnection = Connection[*FigurePoint]
	// FigurePointEdge is an item of a FigurePointConnection.
	FigurePointEdge = Item[*FigurePoint]
)

// FigureSeries lists the numbers claimed about a place over time.
func (Query) FigureSeries(ctx context.Context, place string, types []graph.FigureType, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*FigurePointConnection, error) {
	q := newInquiry(filter, asOf, validAt, "figureSeries", place, types)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.FigurePoint, error) {
		return analyze.FigureSeries(ctx, r, graph.EntityID(place), types, q.filter)
	}, func(p analyze.FigurePoint) string { return string(p.Claims[0].ID) }, func(p analyze.FigurePoint) *FigurePoint {
		return &FigurePoint{p.Figure, partial(p.Date), p.Stated, p.Value, known(p.Rule), known(p.Tier), q.sheet.claimList(p.Claims)}
	})
}
