package derive

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// mergeDates maps every date value of the claims to the date that names its edge: the only
// finer date inside a coarse one, the only date of all for an undated claim, else itself.
func mergeDates(claims []graph.Claim) map[string]string {
	var dates []graph.Date
	for _, c := range claims {
		dates = append(dates, graph.Date{Value: c.Date.Value})
	}
	slices.SortFunc(dates, finestFirst)
	dates = slices.Compact(dates)
	roots := make(map[string]string, len(dates))
	var own []graph.Date
	for _, d := range dates {
		root := d
		if inside := within(own, d); len(inside) == 1 {
			root = inside[0]
		} else {
			own = append(own, d)
		}
		roots[d.Value] = root.Value
	}
	return roots
}

func within(dates []graph.Date, d graph.Date) []graph.Date {
	var inside []graph.Date
	for _, e := range dates {
		if d.IsZero() || d.Contains(e) {
			inside = append(inside, e)
		}
	}
	return inside
}

func finestFirst(a, b graph.Date) int {
	if c := fineness(b) - fineness(a); c != 0 {
		return c
	}
	return strings.Compare(a.Value, b.Value)
}

// fineness ranks precisions, the finest highest.
func fineness(d graph.Date) int {
	ranks := []graph.Precision{"", graph.Before, graph.After, graph.Interval, graph.Year, graph.Month, graph.Day}
	return slices.Index(ranks, d.Precision())
}
