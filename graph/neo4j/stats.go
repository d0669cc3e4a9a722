package neo4j

import (
	"context"
	"time"

	"citygraph/graph"
)

// Stats implements graph.Reader.
func (r reader) Stats(ctx context.Context) (graph.Stats, error) {
	return ask(ctx, r, "stats", time.Time{}, func(ctx context.Context, tx runner, m moment) (graph.Stats, error) {
		stats := graph.Stats{
			Nodes: map[graph.EntityType]int{}, Edges: map[graph.EdgeType]int{},
			Langs: map[string]int{}, Figures: map[graph.FigureType]int{},
		}
		err := rows(ctx, tx, query("last_load", nil), nil, func(r record) error {
			stats.LastLoad = props(r.r.AsMap()).time("at")
			return nil
		})
		if err != nil {
			return stats, err
		}
		if m.isNow() {
			return stats, countNow(ctx, tx, &stats)
		}
		return stats, m.count(ctx, tx, &stats)
	})
}

// countNow reads the counters that the database keeps for labels and types.
func countNow(ctx context.Context, tx runner, stats *graph.Stats) error {
	count := func(cypher string, take func(key string, n int)) error {
		return rows(ctx, tx, cypher, nil, func(r record) error {
			take(r.text("key"), r.number("count"))
			return nil
		})
	}
	label := func(label string, take func(key string, n int)) error {
		return count(query("count_label", parts{"label": label}), take)
	}
	steps := []func() error{
		func() error { return label("Article", func(_ string, n int) { stats.Articles = n }) },
		func() error { return label("Claim", func(_ string, n int) { stats.Claims = n }) },
		func() error {
			return count(query("count_langs", nil), func(key string, n int) { stats.Langs[key] = n })
		},
		func() error {
			return count(query("count_figures", nil), func(key string, n int) { stats.Figures[graph.FigureType(key)] = n })
		},
	}
	for _, t := range graph.EntityTypes() {
		steps = append(steps, func() error {
			return label(string(t), func(_ string, n int) { setCount(stats.Nodes, t, n) })
		})
	}
	for _, r := range graph.Ontology() {
		steps = append(steps, func() error {
			return count(query("count_type", parts{"type": string(r.Type)}), func(_ string, n int) { setCount(stats.Edges, r.Type, n) })
		})
	}
	return inOrder(steps...)
}

// setCount leaves out what there is none of.
func setCount[K comparable](counts map[K]int, key K, n int) {
	if n > 0 {
		counts[key] = n
	}
}

// count counts what a moment knows.
func (m moment) count(ctx context.Context, tx runner, stats *graph.Stats) error {
	p := m.params()
	err := rows(ctx, tx, query("past_langs", parts{"visible": visible}), p, func(r record) error {
		n := r.number("count")
		stats.Langs[r.text("key")] = n
		stats.Articles += n
		return nil
	})
	if err != nil {
		return err
	}
	claims, err := m.claimsAt(ctx, tx, nil)
	if err != nil {
		return err
	}
	stats.Claims = len(claims)
	for _, c := range claims {
		if c.Figure != "" {
			stats.Figures[c.Figure]++
		}
	}
	for _, e := range concludeFrom(claims).edges {
		stats.Edges[e.Type]++
	}
	nodes, err := m.nodes(ctx, tx, nil)
	for _, n := range nodes {
		stats.Nodes[n.Type]++
	}
	return err
}
