package graph

import (
	"slices"
	"strconv"
	"strings"
)

// The classes of a name match, as ByMatch ranks them.
const (
	noMatch = iota
	wordsMatch
	prefixMatch
	exactMatch
)

// MainKey is the name key of Main, by which ByName orders.
func (e Entity) MainKey() string {
	for _, n := range e.Names {
		if n.Text == e.Main {
			return n.Key
		}
	}
	return e.Main
}

// MatchClass says how well the best of the entity's names fits a name key: 3 equal, 2 begins
// with it, 1 holds all its tokens, 0 not at all.
func (e Entity) MatchClass(key string) int {
	best := noMatch
	for _, n := range e.Names {
		best = max(best, matchClass(n.Key, key))
	}
	return best
}

func matchClass(name, key string) int {
	if name == key {
		return exactMatch
	}
	if strings.HasPrefix(name, key) {
		return prefixMatch
	}
	tokens := NameTokens(name)
	wanted := NameTokens(key)
	for _, t := range wanted {
		if !slices.Contains(tokens, t) {
			return noMatch
		}
	}
	if len(wanted) == 0 {
		return noMatch
	}
	return wordsMatch
}

// Fits reports whether a match of this class is wide enough for m.
func (m NameMatch) Fits(class int) bool {
	switch m {
	case MatchExact:
		return class >= exactMatch
	case MatchPrefix:
		return class >= prefixMatch
	}
	return class >= wordsMatch
}

// MatchRank is the number that ByMatch descends by: the class of the match, then the degree.
func MatchRank(class, degree int) int { return class*1_000_000_000 + degree }

// SortKey is the day that ByDate orders by: the first that the date may mean, or the last of an
// open beginning; "" where unknown.
func (d Date) SortKey() string {
	first, last := d.Bounds()
	if first == "" {
		return last
	}
	return first
}

// PositionIn is the node's place in an order; key is the name key of ByMatch.
func (n Node) PositionIn(o Order, key string) Position {
	p := Position{ID: string(n.ID)}
	switch o {
	case ByName:
		p.Value = n.MainKey()
	case ByDegree:
		p.Value = strconv.Itoa(n.Degree)
	case ByMatch:
		p.Value = strconv.Itoa(MatchRank(n.MatchClass(key), n.Degree))
	}
	return p
}

// PositionIn is the edge's place in an order.
func (e Edge) PositionIn(o Order) Position {
	p := Position{ID: string(e.ID)}
	switch o {
	case ByDate:
		p.Value = e.Date.SortKey()
	case BySupport:
		p.Value = strconv.Itoa(e.Support)
	}
	return p
}

// PositionIn is the article's place in an order.
func (a Article) PositionIn(o Order) Position {
	p := Position{ID: string(a.ID)}
	if o == ByDate {
		p.Value = a.Date
	}
	return p
}

// Compare orders two positions of the same list: negative where p comes first.
func (p Position) Compare(q Position, o Order) int {
	c := 0
	switch o {
	case ByName:
		c = strings.Compare(p.Value, q.Value)
	case ByDate:
		c = strings.Compare(q.Value, p.Value)
	case ByDegree, ByMatch, BySupport:
		a, _ := strconv.Atoi(p.Value)
		b, _ := strconv.Atoi(q.Value)
		c = b - a
	}
	if c != 0 {
		return c
	}
	return strings.Compare(p.ID, q.ID)
}
