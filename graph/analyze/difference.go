package analyze

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"time"

	"citygraph/graph"
)

// DifferenceKind is what became of an edge between two record times.
type DifferenceKind string

// The kinds of difference.
const (
	EdgeAdded   DifferenceKind = "ADDED"
	EdgeChanged DifferenceKind = "CHANGED"
	EdgeRemoved DifferenceKind = "REMOVED"
)

// Difference is an edge that is not the same at two record times.
type Difference struct {
	Kind          DifferenceKind
	Before, After graph.Edge // the zero Edge where there was none
}

// Differences compares the edges that the graph knew at two record times: by kind, then by id.
// The filter's own record time is ignored.
func Differences(ctx context.Context, r graph.Reader, from, to time.Time, f graph.EdgeFilter) ([]Difference, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	if !from.Before(to) {
		return nil, &graph.InvalidError{Field: "from, to", Reason: "from is not before to"}
	}
	s := newSource(r, time.Time{})
	f.AsOf = from
	before, err := s.all(ctx, f)
	if err != nil {
		return nil, err
	}
	f.AsOf = to
	now, err := s.all(ctx, f)
	if err != nil {
		return nil, err
	}
	earlier := make(map[graph.EdgeID]graph.Edge, len(before))
	for _, e := range before {
		earlier[e.ID] = e
	}
	var found []Difference
	for _, e := range now {
		was, known := earlier[e.ID]
		delete(earlier, e.ID)
		switch {
		case !known:
			found = append(found, Difference{Kind: EdgeAdded, After: e})
		case !reflect.DeepEqual(was, e):
			found = append(found, Difference{EdgeChanged, was, e})
		}
	}
	for _, e := range before {
		if _, gone := earlier[e.ID]; gone {
			found = append(found, Difference{Kind: EdgeRemoved, Before: e})
		}
	}
	slices.SortFunc(found, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Before.ID+a.After.ID, b.Before.ID+b.After.ID))
	})
	return found, nil
}
