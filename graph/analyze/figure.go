package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// FigurePoint is one number that articles claim about a place, for one day and counting rule.
type FigurePoint struct {
	Figure graph.FigureType
	Date   graph.Date // as of which the number is given, else the article's
	Stated bool       // the article gives the as-of date itself
	Value  int64
	Rule   string     // what is counted, in the source's words; "" where it does not say
	Tier   graph.Tier // of the ties counted, where the text gives one
	Claims []graph.Claim
}

// FigureSeries returns the numbers that articles claim about a place over time: by figure in the
// order of the domain, then by day, value and rule. Equal numbers under one rule for one day are
// one point. Numbers under different rules are no contradiction.
func FigureSeries(ctx context.Context, r graph.Reader, place graph.EntityID, types []graph.FigureType, f graph.EdgeFilter) ([]FigurePoint, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, place); err != nil {
		return nil, err
	}
	if len(types) == 0 {
		for _, code := range graph.Codes("FigureType") {
			types = append(types, graph.FigureType(code))
		}
	}
	lists, err := s.findClaims(ctx, graph.ClaimScope{Entities: []graph.EntityID{place}}, graph.ClaimFilter{
		Figures: types, Modalities: f.Modalities, MinConfidence: f.MinConfidence, AsOf: f.AsOf,
	})
	if err != nil {
		return nil, err
	}
	var points []FigurePoint
	for _, c := range lists[0] {
		p := FigurePoint{c.Figure, firstKnown(c.Date, graph.Date{Value: c.Asserted}), !c.Date.IsZero(), c.Value, c.Title, c.Tier, nil}
		i := slices.IndexFunc(points, func(q FigurePoint) bool { return comparePoints(p, q) == 0 })
		if i < 0 {
			i = len(points)
			points = append(points, p)
		}
		points[i].Claims = append(points[i].Claims, c)
	}
	slices.SortFunc(points, comparePoints)
	return points, nil
}

func comparePoints(a, b FigurePoint) int {
	order := graph.Codes("FigureType")
	return cmp.Or(
		slices.Index(order, string(a.Figure))-slices.Index(order, string(b.Figure)),
		cmp.Compare(dayOf(a.Date), dayOf(b.Date)), cmp.Compare(a.Date.Value, b.Date.Value),
		cmp.Compare(a.Value, b.Value), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Tier, b.Tier),
	)
}
