package neo4j

import (
	"slices"
	"strconv"

	"citygraph/graph"
)

// keyset is a total order in Cypher: a sort value, where the order has one, then the id.
type keyset struct {
	order      graph.Order
	value      string // expression; "" where the id alone orders
	id         string // expression
	descending bool   // by value; ids always ascend
	number     bool   // the value is a number
	seek       string // a condition that all rows pass and that lets an index give the order
}

// span is a stretch of an ordered list, ready for a query.
type span struct {
	where   []string // conditions
	orderBy string
	params  params // of the conditions, and limit
}

// stretch is the rows after one position and before another, limit of them from the front or,
// backward, from the end. A zero position is open; with touching, the positions themselves
// belong to it.
func (k keyset) stretch(after, before graph.Position, touching, backward bool, limit int) span {
	s := span{params: params{"limit": limit}}
	if k.seek != "" {
		s.where = append(s.where, k.seek)
	}
	if !after.IsZero() {
		s.where = append(s.where, k.beyond("after", after, true, touching, s.params))
	}
	if !before.IsZero() {
		s.where = append(s.where, k.beyond("before", before, false, touching, s.params))
	}
	s.orderBy = k.id + direction(backward)
	if k.value != "" {
		s.orderBy = k.value + direction(k.descending != backward) + ", " + s.orderBy
	}
	return s
}

func direction(descending bool) string {
	if descending {
		return " DESC"
	}
	return " ASC"
}

// beyond is the condition that a row lies after a position, or before it. It is written so that
// an index on the value can start there.
func (k keyset) beyond(name string, p graph.Position, after, touching bool, set params) string {
	set[name+"ID"] = p.ID
	byID := k.id + " " + comparison(after)
	if touching {
		byID += "="
	}
	byID += " $" + name + "ID"
	if k.value == "" {
		return byID
	}
	set[name+"Value"] = p.Value
	if k.number {
		n, _ := strconv.Atoi(p.Value) // as Position.Compare reads it
		set[name+"Value"] = n
	}
	op, value := comparison(after != k.descending), " $"+name+"Value"
	return k.value + " " + op + "=" + value + " AND (" + k.value + " " + op + value + " OR " + byID + ")"
}

func comparison(after bool) string {
	if after {
		return ">"
	}
	return "<"
}

// listing reads lists that share order and page.
type listing[T any] struct {
	keys     keyset
	lists    int
	fetch    func(span) ([][]T, error) // for each list what lies in the span, in any order
	count    func() ([]int, error)     // the size of each whole list
	position func(T) graph.Position
}

// page reads one page of each list.
func (l listing[T]) page(p graph.Page) ([]graph.List[T], error) {
	limit, err := pageLimit(p)
	if err != nil {
		return nil, err
	}
	found, err := l.fetch(l.keys.stretch(p.After, p.Before, false, p.Backward, limit+1))
	if err != nil {
		return nil, err
	}
	earlier, err := l.any(!p.After.IsZero(), graph.Position{}, p.After)
	if err != nil {
		return nil, err
	}
	later, err := l.any(!p.Before.IsZero(), p.Before, graph.Position{})
	if err != nil {
		return nil, err
	}
	total, err := l.totals(p.WithTotal)
	if err != nil {
		return nil, err
	}
	out := make([]graph.List[T], l.lists)
	for i := range out {
		out[i] = l.list(found[i], limit, p.Backward)
		out[i].HasPrev = out[i].HasPrev || earlier[i]
		out[i].HasNext = out[i].HasNext || later[i]
		out[i].Total = total[i]
	}
	return out, nil
}

// any reports for each list whether something lies in the stretch, its ends included.
func (l listing[T]) any(ask bool, after, before graph.Position) ([]bool, error) {
	out := make([]bool, l.lists)
	if !ask {
		return out, nil
	}
	found, err := l.fetch(l.keys.stretch(after, before, true, false, 1))
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i] = len(found[i]) > 0
	}
	return out, nil
}

func (l listing[T]) totals(ask bool) ([]int, error) {
	if ask {
		return l.count()
	}
	return slices.Repeat([]int{-1}, l.lists), nil
}

// list sorts what was found and cuts the row that only tells that there is more.
func (l listing[T]) list(found []T, limit int, backward bool) graph.List[T] {
	slices.SortFunc(found, func(a, b T) int { return l.position(a).Compare(l.position(b), l.keys.order) })
	list := graph.List[T]{Items: []T{}, Total: -1}
	more := len(found) > limit
	switch {
	case more && backward:
		found, list.HasPrev = found[len(found)-limit:], true
	case more:
		found, list.HasNext = found[:limit], true
	}
	for _, item := range found {
		list.Items = append(list.Items, item)
		list.Positions = append(list.Positions, l.position(item))
	}
	return list
}

func pageLimit(p graph.Page) (int, error) {
	switch {
	case p.Limit > graph.MaxScan:
		return 0, &graph.LimitError{Limit: "MaxScan", Max: graph.MaxScan, Got: p.Limit}
	case p.Limit < 0:
		return 0, &graph.InvalidError{Field: "limit", Reason: "is negative"}
	case p.Limit == 0:
		return graph.DefaultPage, nil
	}
	return p.Limit, nil
}

// cut takes one page of a list that is all there.
func cut[T any](all []T, o graph.Order, position func(T) graph.Position, p graph.Page) (graph.List[T], error) {
	limit, err := pageLimit(p)
	if err != nil {
		return graph.List[T]{}, err
	}
	slices.SortFunc(all, func(a, b T) int { return position(a).Compare(position(b), o) })
	from, to := 0, len(all)
	if !p.After.IsZero() {
		from = countWhile(all, func(t T) bool { return position(t).Compare(p.After, o) <= 0 })
	}
	if !p.Before.IsZero() {
		to = max(from, countWhile(all, func(t T) bool { return position(t).Compare(p.Before, o) < 0 }))
	}
	if p.Backward {
		from = max(from, to-limit)
	} else {
		to = min(to, from+limit)
	}
	list := graph.List[T]{Items: append([]T{}, all[from:to]...), HasPrev: from > 0, HasNext: to < len(all), Total: -1}
	for _, t := range list.Items {
		list.Positions = append(list.Positions, position(t))
	}
	if p.WithTotal {
		list.Total = len(all)
	}
	return list, nil
}

// countWhile is the length of the front of a sorted list that passes.
func countWhile[T any](sorted []T, passes func(T) bool) int {
	n := slices.IndexFunc(sorted, func(t T) bool { return !passes(t) })
	if n < 0 {
		return len(sorted)
	}
	return n
}
