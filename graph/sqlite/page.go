package sqlite

import (
	"slices"

	"citygraph/graph"
)

// side is where a page's items are read from: beyond a position, in one direction.
type side struct {
	from      graph.Position // zero: from the very end
	inclusive bool           // the item at from too
	backward  bool
}

// source reads up to limit items on one side of a list, nearest first.
type source[T any] func(s side, limit int) ([]T, error)

// list is what a page is cut from.
type list[T any] struct {
	order    graph.Order
	position func(T) graph.Position
	read     source[T]
	count    func() (int, error)
}

// limitOf checks a page and returns its limit.
func limitOf(p graph.Page) (int, error) {
	switch {
	case p.Limit < 0:
		return 0, &graph.InvalidError{Field: "limit", Reason: "is negative"}
	case p.Limit > graph.MaxScan:
		return 0, &graph.LimitError{Limit: "MaxScan", Max: graph.MaxScan, Got: p.Limit}
	case p.Limit == 0:
		return graph.DefaultPage, nil
	}
	return p.Limit, nil
}

// page cuts one page. One item more than asked tells whether the list goes on; whether there
// is something on the other side is asked for only where a bound may hide it.
func (l list[T]) page(p graph.Page) (graph.List[T], error) {
	limit, err := limitOf(p)
	if err != nil {
		return graph.List[T]{}, err
	}
	near, far := p.After, p.Before
	if p.Backward {
		near, far = far, near
	}
	items, err := l.read(side{from: near, backward: p.Backward}, limit+1)
	if err != nil {
		return graph.List[T]{}, err
	}
	cut, beyond := l.bound(items, far, limit, p.Backward)
	out := graph.List[T]{Items: items[:cut:cut], Total: -1}
	behind, err := l.exists(side{from: near, inclusive: true, backward: !p.Backward})
	if err != nil {
		return graph.List[T]{}, err
	}
	out.HasPrev, out.HasNext = behind, beyond
	if p.Backward {
		out.HasPrev, out.HasNext = beyond, behind
		slices.Reverse(out.Items)
	}
	for _, item := range out.Items {
		out.Positions = append(out.Positions, l.position(item))
	}
	if p.WithTotal {
		out.Total, err = l.count()
	}
	return out, err
}

// bound says how many of the items belong to the page, and whether the list goes on after.
func (l list[T]) bound(items []T, far graph.Position, limit int, backward bool) (cut int, beyond bool) {
	for i, item := range items {
		c := l.position(item).Compare(far, l.order)
		if i == limit || !far.IsZero() && (c >= 0 && !backward || c <= 0 && backward) {
			return i, true
		}
	}
	return len(items), false
}

// exists reports whether anything lies on the side; from the very end nothing does.
func (l list[T]) exists(s side) (bool, error) {
	if s.from.IsZero() {
		return false, nil
	}
	items, err := l.read(s, 1)
	return len(items) > 0, err
}

// sorted is a list that is already in memory.
func sorted[T any](items []T, o graph.Order, position func(T) graph.Position) list[T] {
	slices.SortFunc(items, func(a, b T) int { return position(a).Compare(position(b), o) })
	return list[T]{
		order: o, position: position,
		count: func() (int, error) { return len(items), nil },
		read: func(s side, limit int) ([]T, error) {
			found := []T{}
			for i := range items {
				item := items[i]
				if s.backward {
					item = items[len(items)-1-i]
				}
				if s.holds(position(item), o) && len(found) < limit {
					found = append(found, item)
				}
			}
			return found, nil
		},
	}
}

// holds reports whether a position lies on the side.
func (s side) holds(p graph.Position, o graph.Order) bool {
	if s.from.IsZero() {
		return true
	}
	c := p.Compare(s.from, o)
	return c == 0 && s.inclusive || c > 0 && !s.backward || c < 0 && s.backward
}
