package neo4j

import (
	"context"
	"strings"
	"time"

	"citygraph/graph"
)

// Edges implements graph.EdgeReader.
func (r reader) Edges(ctx context.Context, ids []graph.EdgeID, asOf time.Time) ([]graph.Edge, error) {
	if err := checkIDs(len(ids)); err != nil {
		return nil, err
	}
	return ask(ctx, r, "edges", asOf, func(ctx context.Context, tx runner, m moment) ([]graph.Edge, error) {
		if !m.isNow() {
			edges, _, err := m.edges(ctx, tx, ids)
			return pick(ids, edges), err
		}
		known := make(map[graph.EdgeID]graph.Edge, len(ids))
		err := rows(ctx, tx, query("edges", parts{"types": allTypes()}), params{"ids": strs(ids)}, func(r record) error {
			e := edgeOf(r)
			known[e.ID] = e
			return nil
		})
		return pick(ids, known), err
	})
}

// FindEdges implements graph.EdgeReader.
func (r reader) FindEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	if err := checkIDs(len(at)); err != nil {
		return nil, err
	}
	if _, err := pageLimit(p); err != nil {
		return nil, err
	}
	types := typePattern(f.Types)
	return ask(ctx, r, "find edges", f.AsOf, func(ctx context.Context, tx runner, m moment) ([]graph.List[graph.Edge], error) {
		at, f, err := m.followFilter(ctx, tx, at, f)
		switch {
		case err != nil:
			return nil, err
		case !m.isNow():
			return m.findEdges(ctx, tx, at, f, p)
		case len(at) == 0:
			return allEdges(ctx, tx, types, f).page(p)
		}
		return edgesAt(ctx, tx, at, types, f).page(p)
	})
}

// CountEdges implements graph.EdgeReader.
func (r reader) CountEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	if err := checkIDs(len(at)); err != nil {
		return nil, err
	}
	types := typePattern(f.Types)
	return ask(ctx, r, "count edges", f.AsOf, func(ctx context.Context, tx runner, m moment) ([][]graph.EdgeCount, error) {
		at, f, err := m.followFilter(ctx, tx, at, f)
		if err != nil {
			return nil, err
		}
		if !m.isNow() {
			return m.countEdges(ctx, tx, at, f)
		}
		byType := make([]map[graph.EdgeType]int, len(at))
		for i := range byType {
			byType[i] = map[graph.EdgeType]int{}
		}
		err = countAt(ctx, tx, at, types, f, func(i int, t graph.EdgeType, n int) { byType[i][t] = n })
		return ordered(byType), err
	})
}

// ordered lists counts in ontology order.
func ordered(byType []map[graph.EdgeType]int) [][]graph.EdgeCount {
	counts := make([][]graph.EdgeCount, len(byType))
	for i := range byType {
		for _, r := range graph.Ontology() {
			if n := byType[i][r.Type]; n > 0 {
				counts[i] = append(counts[i], graph.EdgeCount{Type: r.Type, Count: n})
			}
		}
	}
	return counts
}

func edgeKeys(o graph.Order) keyset {
	keys := keyset{order: o, id: "r.id"}
	switch o {
	case graph.ByDate:
		keys.value, keys.descending = "coalesce(r.sortDate, '')", true
	case graph.BySupport:
		keys.value, keys.number, keys.descending = "r.support", true, true
	}
	return keys
}

func positionOf(o graph.Order) func(graph.Edge) graph.Position {
	return func(e graph.Edge) graph.Position { return e.PositionIn(o) }
}

// edgesAt lists the edges at each of many nodes, in one statement a page.
func edgesAt(ctx context.Context, tx runner, at []graph.EntityID, types string, f graph.EdgeFilter) listing[graph.Edge] {
	c := edgeConditions(f)
	c.endConditions(f)
	c.set["at"] = strs(at)
	return listing[graph.Edge]{
		keys: edgeKeys(f.Order), lists: len(at), position: positionOf(f.Order),
		fetch: func(s span) ([][]graph.Edge, error) {
			lists := make([][]graph.Edge, len(at))
			slot := parts{"types": types, "where": where(c.list, s.where), "order": s.orderBy}
			err := rows(ctx, tx, query("find_edges_at", slot), s.with(c.set), func(r record) error {
				i := r.number("i")
				lists[i] = append(lists[i], edgeOf(r))
				return nil
			})
			return lists, err
		},
		count: func() ([]int, error) {
			totals := make([]int, len(at))
			err := countAt(ctx, tx, at, types, f, func(i int, _ graph.EdgeType, n int) { totals[i] += n })
			return totals, err
		},
	}
}

func countAt(ctx context.Context, tx runner, at []graph.EntityID, types string, f graph.EdgeFilter, each func(int, graph.EdgeType, int)) error {
	c := edgeConditions(f)
	c.endConditions(f)
	c.set["at"] = strs(at)
	slot := parts{"types": types, "where": where(c.list)}
	return rows(ctx, tx, query("count_edges_at", slot), c.set, func(r record) error {
		each(r.number("i"), graph.EdgeType(r.text("type")), r.number("count"))
		return nil
	})
}

// allEdges lists the edges of the whole graph.
func allEdges(ctx context.Context, tx runner, types string, f graph.EdgeFilter) listing[graph.Edge] {
	c := edgeConditions(f)
	c.eitherEndConditions(f)
	keys := edgeKeys(f.Order)
	if f.Order == graph.ByID {
		keys.id, keys.seek = "c.edge", "c.edge >= ''"
	}
	return listing[graph.Edge]{
		keys: keys, lists: 1, position: positionOf(f.Order),
		fetch: func(s span) ([][]graph.Edge, error) {
			cypher := query("find_edges", parts{"types": types, "where": where(c.list, s.where), "order": s.orderBy})
			if f.Order == graph.ByID {
				order := strings.Replace(s.orderBy, keys.id, "id", 1)
				cypher = query("find_edges_by_id", parts{"types": types, "stretch": where(s.where), "where": where(c.list), "order": order})
			}
			var edges []graph.Edge
			err := rows(ctx, tx, cypher, s.with(c.set), func(r record) error {
				edges = append(edges, edgeOf(r))
				return nil
			})
			return [][]graph.Edge{edges}, err
		},
		count: func() ([]int, error) {
			n := 0
			err := rows(ctx, tx, query("count_edges", parts{"types": types, "where": where(c.list)}), c.set, func(r record) error {
				n = r.number("count")
				return nil
			})
			return []int{n}, err
		},
	}
}
