package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"citygraph/graph"
)

// nodeRow is a node as a query answers it.
func nodeRow(row scanner) (graph.Node, error) {
	var n graph.Node
	var b sql.RawBytes
	if err := row.Scan(&b, &n.Articles, &n.Degree); err != nil {
		return n, err
	}
	var of stored
	err := json.Unmarshal(b, &of)
	n.Entity, n.MergedFrom = of.Entity, of.MergedFrom
	return n, err
}

func (q *session) nodes(ids []graph.EntityID) ([]graph.Node, error) {
	array, err := marshal(ids)
	if err != nil {
		return nil, err
	}
	return rowsOf(q, q.c.text[listNodes], []any{array}, nodeRow)
}

// nodeColumn is what an order of nodes sorts by.
func nodeColumn(f graph.NodeFilter) (column, error) {
	k := column{id: "n.id"}
	switch f.Order {
	case graph.ByID:
	case graph.ByName:
		k.value, k.rising = "n.main_key", true
	case graph.ByDegree:
		k.value = "n.degree"
	case graph.ByMatch:
		k.value = "(m.class * 1000000000 + n.degree)" // graph.MatchRank
	default:
		return k, noOrder(f.Order)
	}
	return k, checkMatch(f)
}

func checkMatch(f graph.NodeFilter) error {
	if f.Order == graph.ByMatch && f.Name == "" {
		return &graph.InvalidError{Field: "order", Reason: "MATCH needs a name"}
	}
	if len(f.Name) > graph.MaxNameBytes {
		return &graph.LimitError{Limit: "MaxNameBytes", Max: graph.MaxNameBytes, Got: len(f.Name)}
	}
	return nil
}

func (q *session) findNodes(f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	k, err := nodeColumn(f)
	if err != nil {
		return graph.List[graph.Node]{}, err
	}
	streams, err := q.nodeStreams(f)
	if err != nil {
		return graph.List[graph.Node]{}, err
	}
	position := func(n graph.Node) graph.Position { return n.PositionIn(f.Order, f.Name) }
	return merged(q, streams, k, f.Order, nodeRow, position).page(p)
}

// nodeStreams is one stream for each type, in the order of an index; but where the filter
// names few nodes it is one stream over these.
func (q *session) nodeStreams(f graph.NodeFilter) ([]stream, error) {
	s := stream{text: q.c.text[findNodes]}
	few := f.Name != "" || f.GeoNames != 0 || f.ISO != "" || f.Country != "" || f.Region != ""
	if f.Name != "" {
		s = q.named(f.Name, f.Match)
	}
	if err := addNodeFilter(&s.fragments, f); err != nil {
		return nil, err
	}
	if few {
		// The plus keeps the planner from the indexes that begin with the type.
		return []stream{s}, in(&s.fragments, "+n.type"+inList, f.Types)
	}
	var streams []stream
	for _, t := range graph.EntityTypes() {
		if len(f.Types) == 0 || slices.Contains(f.Types, t) {
			one := s
			one.and("n.type = ?", t)
			streams = append(streams, one)
		}
	}
	return streams, nil
}

// named reads nodes by name key.
func (q *session) named(key string, match graph.NameMatch) stream {
	least := 1
	for !match.Fits(least) {
		least++
	}
	return stream{text: q.c.text[findNodesByName], own: []any{key, after(key), wordsQuery(key), least}}
}

// after is the smallest text after all that begin with key.
func after(key string) string {
	b := []byte(key)
	b[len(b)-1]++ // no byte of UTF-8 is the last
	return string(b)
}

// wordsQuery asks full-text search for names that hold every token.
func wordsQuery(key string) string {
	tokens := graph.NameTokens(key)
	slices.Sort(tokens)
	quoted := make([]string, 0, len(tokens))
	for _, token := range slices.Compact(tokens) {
		quoted = append(quoted, fmt.Sprintf(`"%x"`, token))
	}
	return cmp.Or(strings.Join(quoted, " "), `""`) // the empty phrase finds nothing
}

func addNodeFilter(f *fragments, filter graph.NodeFilter) error {
	if err := in(f, "n.kind"+inList, filter.Kinds); err != nil {
		return err
	}
	if err := in(f, "n.status"+inList, filter.Status); err != nil {
		return err
	}
	if err := in(f, anyInList("n.topics"), filter.Topics); err != nil {
		return err
	}
	if filter.Country != "" {
		f.and("n.country = ? AND n.country <> ''", filter.Country)
	}
	if filter.Region != "" {
		f.and("n.region = ? AND n.region <> ''", filter.Region)
	}
	if filter.GeoNames != 0 {
		f.and("n.geonames = ? AND n.geonames <> 0", filter.GeoNames)
	}
	if filter.ISO != "" {
		f.and("n.iso = ? AND n.iso <> ''", filter.ISO)
	}
	if !filter.Date.IsZero() {
		first, last := dayRange(filter.Date)
		f.and("n.first_day <= ? AND n.last_day >= ?", last, first)
	}
	if filter.MinDegree > 0 {
		f.and("+n.degree >= ?", filter.MinDegree)
	}
	return nil
}
