package sqlite

import (
	"database/sql"

	"citygraph/graph"
)

// openEnd sorts after every day; "" sorts before.
const openEnd = "~"

// dayRange is what a date may mean as columns that compare as text: two dates overlap where
// each begins no later than the other ends. Undated is NULL, which no comparison passes.
func dayRange(d graph.Date) (first, last sql.NullString) {
	if d.IsZero() {
		return first, last
	}
	from, to := d.Bounds()
	return known(from), known(orOpen(to))
}

// holdingRange is the same for graph.Edge.HoldsAt: what happens at a time holds on its date
// alone; all else holds from its date, or else the first article that tells of it, until it ended.
func holdingRange(e graph.Edge) (from, until sql.NullString) {
	if momentary(e.Type) {
		return dayRange(e.Date)
	}
	begin, _ := e.Date.Bounds()
	if e.Date.IsZero() {
		begin = e.First
	}
	_, end := e.Until.Bounds()
	return known(begin), known(orOpen(end))
}

func momentary(t graph.EdgeType) bool {
	return t == graph.Visited || t == graph.Met || t == graph.Signed || t == graph.ParticipatedIn
}

func known(day string) sql.NullString { return sql.NullString{String: day, Valid: true} }

func orOpen(day string) string {
	if day == "" {
		return openEnd
	}
	return day
}
