package resolver

import "citygraph/graph"

// PartialDate is a date as exactly as it is known.
type PartialDate struct{ date graph.Date }

// partial is nil for an unknown date.
func partial(d graph.Date) *PartialDate {
	if d.IsZero() {
		return nil
	}
	return &PartialDate{d}
}

// Value is the date in EDTF.
func (d *PartialDate) Value() graph.Date { return d.date }

// Precision is how exactly the date is known.
func (d *PartialDate) Precision() graph.Precision { return d.date.Precision() }

// Method is how the date was come by.
func (d *PartialDate) Method() *graph.Method { return known(d.date.Method) }

// Anchor is the date that it was worked out from.
func (d *PartialDate) Anchor() *graph.Date { return day(d.date.Anchor) }

// day is nil for "".
func day(edtf string) *graph.Date {
	if edtf == "" {
		return nil
	}
	return &graph.Date{Value: edtf}
}
