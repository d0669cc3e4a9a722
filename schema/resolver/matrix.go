package resolver

import (
	"context"
	"fmt"
	"strings"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// MatrixCell is what two countries have between them in a year.
type MatrixCell struct {
	cell  analyze.Cell
	group *cells
}

// cells is the group of the cells of one page.
type cells struct {
	shared
	scope     scope
	countries []graph.EntityID
}

// The pages of this file.
type (
	// MatrixCellConnection is a page of cells.
	MatrixCellConnection = Connection[*MatrixCell]
	// MatrixCellEdge is an item of a MatrixCellConnection.
	MatrixCellEdge = Item[*MatrixCell]
	// CoverageConnection is a page of ties by coverage.
	CoverageConnection = Connection[*Coverage]
	// CoverageEdge is an item of a CoverageConnection.
	CoverageEdge = Item[*Coverage]
)

// CountryMatrix counts what countries have between them by year.
func (Query) CountryMatrix(ctx context.Context, a *string, b *string, period *graph.Date, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*MatrixCellConnection, error) {
	q := newInquiry(filter, asOf, validAt, "countryMatrix", a, b, period)
	group := &cells{scope: q.sheet.nodes.scope}
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Cell, error) {
		return analyze.CountryMatrix(ctx, r, idOf(a), idOf(b), value(period), q.filter)
	}, func(c analyze.Cell) string { return fmt.Sprint(c.A, c.B, c.Year) }, func(c analyze.Cell) *MatrixCell {
		group.countries = append(group.countries, c.A, c.B)
		return &MatrixCell{c, group}
	})
}

// A is the one country.
func (c *MatrixCell) A(ctx context.Context) (*Country, error) { return c.country(ctx, c.cell.A) }

// B is the other country.
func (c *MatrixCell) B(ctx context.Context) (*Country, error) { return c.country(ctx, c.cell.B) }

func (c *MatrixCell) country(ctx context.Context, id graph.EntityID) (*Country, error) {
	g, err := once(&c.group.shared, "countries", func() (*entities, error) {
		return loadEntities(ctx, c.group.countries, c.group.scope)
	})
	if err != nil {
		return nil, err
	}
	country, _ := g.get(id).(*Country)
	return country, nil
}

// CodeA is the code of the one country.
func (c *MatrixCell) CodeA() string { return strings.TrimPrefix(string(c.cell.A), "country:") }

// CodeB is the code of the other country.
func (c *MatrixCell) CodeB() string { return strings.TrimPrefix(string(c.cell.B), "country:") }

// Year is the year.
func (c *MatrixCell) Year() *int { return known(c.cell.Year) }

// Ties is how many ties began.
func (c *MatrixCell) Ties() int { return c.cell.Ties }

// Agreements is how many agreements were made.
func (c *MatrixCell) Agreements() int { return c.cell.Agreements }

// Visits is how many visits took place.
func (c *MatrixCell) Visits() int { return c.cell.Visits }

// TieDynamics is how ties come and go.
type TieDynamics struct {
	analyze.Dynamics
}

// Years is the years in which something changed.
func (d *TieDynamics) Years() []*analyze.TieYear { return pointers(d.Dynamics.Years) }

// Survival is how long ties last.
func (d *TieDynamics) Survival() []*analyze.Survival { return pointers(d.Dynamics.Survival) }

// Before is what changed in the window before.
func (d *TieDynamics) Before() *analyze.TieChangeCount { return &d.Dynamics.Before }

// After is what changed in the window after.
func (d *TieDynamics) After() *analyze.TieChangeCount { return &d.Dynamics.After }

// TieDynamics counts how ties come and go.
func (Query) TieDynamics(ctx context.Context, place *string, on graph.Date, years int, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date) (*TieDynamics, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	d, err := analyze.TieDynamics(ctx, r, idOf(place), on, years, filter.read(newScope(asOf, validAt), nil))
	if err != nil {
		return nil, err
	}
	return &TieDynamics{d}, nil
}

// pointers is the items as gqlgen wants them.
func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
