package sqlite

import (
	"slices"

	"citygraph/graph"
)

// edgeColumn is what an order of edges sorts by.
func edgeColumn(o graph.Order) (column, error) {
	switch o {
	case graph.ByID:
		return column{id: "e.id"}, nil
	case graph.ByDate:
		return column{id: "e.id", value: "e.date"}, nil
	case graph.BySupport:
		return column{id: "e.id", value: "e.support"}, nil
	}
	return column{}, noOrder(o)
}

func noOrder(o graph.Order) error {
	return &graph.InvalidError{Field: "order", Reason: string(o) + " is no order of this list"}
}

func (q *session) findEdges(at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	k, err := edgeColumn(f.Order)
	if err != nil {
		return nil, err
	}
	position := func(e graph.Edge) graph.Position { return e.PositionIn(f.Order) }
	if len(at) == 0 {
		s, err := q.allEdges(f)
		if err != nil {
			return nil, err
		}
		one, err := merged(q, []stream{s}, k, f.Order, body[graph.Edge], position).page(p)
		return []graph.List[graph.Edge]{one}, err
	}
	lists := make([]graph.List[graph.Edge], len(at))
	for i, id := range at {
		streams, err := q.edgesAt(id, f)
		if err != nil {
			return nil, err
		}
		if lists[i], err = merged(q, streams, k, f.Order, body[graph.Edge], position).page(p); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func (q *session) countEdges(at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	counts := make([][]graph.EdgeCount, len(at))
	for i, id := range at {
		streams, err := q.edgesAt(id, f)
		if err != nil {
			return nil, err
		}
		of := map[graph.EdgeType]int{}
		for _, s := range streams {
			n, err := q.count(s)
			if err != nil {
				return nil, err
			}
			of[s.own[1].(graph.EdgeType)] += n
		}
		counts[i] = inOntologyOrder(of)
	}
	return counts, nil
}

func inOntologyOrder(of map[graph.EdgeType]int) (counts []graph.EdgeCount) {
	for _, r := range graph.Ontology() {
		if n := of[r.Type]; n > 0 {
			counts = append(counts, graph.EdgeCount{Type: r.Type, Count: n})
		}
	}
	return counts
}

// edgesAt is one stream for each type and end that a node can have: only so can an index give
// a page of a hub in order.
func (q *session) edgesAt(id graph.EntityID, f graph.EdgeFilter) ([]stream, error) {
	var streams []stream
	node := id.TypeOf()
	for _, r := range graph.Ontology() {
		if len(f.Types) > 0 && !slices.Contains(f.Types, r.Type) {
			continue
		}
		if slices.Contains(r.From, node) && (f.Direction != graph.In || r.Symmetric) {
			s := stream{text: q.c.text[findEdgesFrom], own: []any{id, r.Type}}
			if err := addFarEnd(&s.fragments, "e.to_n", "e.to_type", f); err != nil {
				return nil, err
			}
			streams = append(streams, s)
		}
		if slices.Contains(r.To, node) && (f.Direction != graph.Out || r.Symmetric) {
			s := stream{text: q.c.text[findEdgesTo], own: []any{id, r.Type}}
			if err := addFarEnd(&s.fragments, "e.from_n", "e.from_type", f); err != nil {
				return nil, err
			}
			streams = append(streams, s)
		}
	}
	for i := range streams {
		if err := addEdgeFilter(&streams[i].fragments, f); err != nil {
			return nil, err
		}
	}
	return streams, nil
}

// allEdges reads edges from no node: either end may be the far one.
func (q *session) allEdges(f graph.EdgeFilter) (stream, error) {
	s := stream{text: q.c.text[findEdges]}
	if err := in(&s.fragments, "e.type"+inList, f.Types); err != nil {
		return s, err
	}
	if len(f.Others) > 0 {
		array, err := marshal(f.Others)
		if err != nil {
			return s, err
		}
		s.and("(e.from_n"+inEntities+" OR e.to_n"+inEntities+")", array, array)
	}
	if len(f.OtherTypes) > 0 {
		array, err := marshal(f.OtherTypes)
		if err != nil {
			return s, err
		}
		s.and("(e.from_type"+inList+" OR e.to_type"+inList+")", array, array)
	}
	return s, addEdgeFilter(&s.fragments, f)
}

// inList compares a column with a JSON array.
const inList = " IN (SELECT value FROM json_each(?))"

// inEntities compares an entity's number with a JSON array of ids.
const inEntities = " IN (SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(?)))"

// anyInList compares the members of a JSON column with a JSON array.
func anyInList(column string) string {
	return "EXISTS (SELECT 1 FROM json_each(" + column + ") AS t WHERE t.value" + inList + ")"
}

func addFarEnd(f *fragments, number, kind string, filter graph.EdgeFilter) error {
	if err := in(f, number+inEntities, filter.Others); err != nil {
		return err
	}
	return in(f, kind+inList, filter.OtherTypes)
}

// addEdgeFilter adds what does not depend on the end that an edge is read from. The plus keeps
// the planner from leaving the index of the order for that of a filter.
func addEdgeFilter(f *fragments, filter graph.EdgeFilter) error {
	if err := in(f, "e.tier"+inList, filter.Tiers); err != nil {
		return err
	}
	if err := in(f, "e.status"+inList, filter.Statuses); err != nil {
		return err
	}
	if err := in(f, "e.modality"+inList, filter.Modalities); err != nil {
		return err
	}
	if err := in(f, "e.office"+inList, filter.Offices); err != nil {
		return err
	}
	if err := in(f, anyInList("e.topics"), filter.Topics); err != nil {
		return err
	}
	if err := addTold(f, filter); err != nil {
		return err
	}
	if !filter.Date.IsZero() {
		first, last := dayRange(filter.Date)
		f.and("e.first_day <= ? AND e.last_day >= ?", last, first)
	}
	if !filter.ValidAt.IsZero() {
		first, last := dayRange(filter.ValidAt)
		f.and("e.holds_from <= ? AND e.holds_until >= ?", last, first)
	}
	if filter.MinConfidence > 0 {
		f.and("e.confidence >= ?", filter.MinConfidence)
	}
	if filter.MinSupport > 0 {
		f.and("+e.support >= ?", filter.MinSupport)
	}
	return nil
}

// addTold asks for a claim of the edge whose article passes. The claims of a group lie together
// in an index.
func addTold(f *fragments, filter graph.EdgeFilter) error {
	if len(filter.Langs)+len(filter.Sources) == 0 {
		return nil
	}
	var told fragments
	if err := in(&told, inLangs, filter.Langs); err != nil {
		return err
	}
	if err := in(&told, "a.source"+inList, filter.Sources); err != nil {
		return err
	}
	f.and(`EXISTS (SELECT 1 FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
  WHERE c.current = 1 AND c.subject = e.from_n AND c.object = e.to_n AND c.type = e.type AND c.edge = e.id`+told.where+")", told.args...)
	return nil
}
