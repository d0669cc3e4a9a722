package sqlite

import (
	"slices"
	"strconv"
	"strings"

	"citygraph/graph"
)

// The places of a query file that fragments are put in.
const (
	andMark   = "/*and*/"
	orderMark = "/*order*/"
)

// fragments are conditions of a query, each a constant text with its parameters.
type fragments struct {
	where string
	args  []any
}

// and adds a condition.
func (f *fragments) and(condition string, args ...any) {
	f.where += " AND " + condition
	f.args = append(slices.Clip(f.args), args...) // a copied stream may share them
}

// in adds a condition with a list; condition holds "?" for a JSON array. An empty list is no
// condition.
func in[T any](f *fragments, condition string, values []T) error {
	if len(values) == 0 {
		return nil
	}
	array, err := marshal(values)
	if err != nil {
		return err
	}
	f.and(condition, array)
	return nil
}

// column is what an order sorts by, beside the id.
type column struct {
	id     string // the id's column, ascending
	value  string // column or expression, "" where the order is by id alone
	rising bool   // the value ascends
}

// segment is one ordered stretch of a list: conditions and how to sort.
type segment struct {
	condition string
	args      []any
	order     string
}

// segments cuts a side of a list where the sort value changes from that of the position: a
// condition on value and id together could not use an index on both.
func (k column) segments(s side, value any) []segment {
	up, rest := " > ?", " ASC"
	if s.backward {
		up, rest = " < ?", " DESC"
	}
	byID := k.id + rest
	if s.inclusive {
		up = strings.Replace(up, " ?", "= ?", 1)
	}
	if k.value == "" {
		if s.from.IsZero() {
			return []segment{{order: byID}}
		}
		return []segment{{k.id + up, []any{s.from.ID}, byID}}
	}
	next, turn := " < ?", " DESC"
	if k.rising != s.backward {
		next, turn = " > ?", " ASC"
	}
	all := k.value + turn + ", " + byID
	if s.from.IsZero() {
		return []segment{{order: all}}
	}
	return []segment{
		{k.value + " = ? AND " + k.id + up, []any{value, s.from.ID}, byID},
		{k.value + next, []any{value}, all},
	}
}

// stream is one query whose rows come in the list's order.
type stream struct {
	text string // of a query file
	own  []any  // its own parameters
	fragments
}

// compose puts a segment and a limit into the stream's text.
func (s stream) compose(g segment, limit int) (string, []any) {
	and := s.where
	args := slices.Concat(s.own, s.args)
	if g.condition != "" {
		and += " AND " + g.condition
		args = append(args, g.args...)
	}
	text := strings.Replace(s.text, andMark, and, 1)
	return strings.Replace(text, orderMark, "ORDER BY "+g.order+" LIMIT ?", 1), append(args, limit)
}

// counting is the query that counts the stream's rows.
func (s stream) counting() (string, []any) {
	text := strings.Replace(s.text, andMark, s.where, 1)
	text = strings.Replace(text, orderMark, "", 1)
	return "SELECT count(*) FROM (" + text + ")", slices.Concat(s.own, s.args)
}

// argument is a position's sort value as the column holds it.
func argument(p graph.Position, o graph.Order) any {
	switch o {
	case graph.ByDegree, graph.ByMatch, graph.BySupport:
		n, _ := strconv.Atoi(p.Value) // as Position.Compare reads it
		return n
	}
	return p.Value
}

// merged is the list that streams make together, in their common order.
func merged[T any](q *session, streams []stream, k column, o graph.Order, decode func(scanner) (T, error), position func(T) graph.Position) list[T] {
	return list[T]{
		order: o, position: position,
		read: func(s side, limit int) ([]T, error) {
			items := []T{}
			for _, one := range streams {
				found, err := readStream(q, one, k.segments(s, argument(s.from, o)), limit, decode)
				if err != nil {
					return nil, err
				}
				items = append(items, found...)
			}
			if len(streams) > 1 {
				slices.SortFunc(items, func(a, b T) int {
					if s.backward {
						a, b = b, a
					}
					return position(a).Compare(position(b), o)
				})
			}
			return items[:min(limit, len(items))], nil
		},
		count: func() (total int, err error) {
			for _, one := range streams {
				n, err := q.count(one)
				if err != nil {
					return 0, err
				}
				total += n
			}
			return total, nil
		},
	}
}

func readStream[T any](q *session, s stream, segments []segment, limit int, decode func(scanner) (T, error)) (items []T, err error) {
	for _, g := range segments {
		if len(items) == limit {
			break
		}
		text, args := s.compose(g, limit-len(items))
		found, err := rowsOf(q, text, args, decode)
		if err != nil {
			return nil, err
		}
		items = append(items, found...)
	}
	return items, nil
}

func (q *session) count(s stream) (n int, err error) {
	text, args := s.counting()
	err = q.c.eachOf(q.ctx, text, args, func(row scanner) error { return row.Scan(&n) })
	return n, err
}
