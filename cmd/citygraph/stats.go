package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"citygraph/graph"
)

func newStats() *cobra.Command {
	return &cobra.Command{
		Use: "stats", Short: "Count what the store holds", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				stats, err := s.Stats(ctx)
				if err != nil {
					return err
				}
				return report(cmd, stats, func(t *table) { drawStats(t, stats) })
			})
		},
	}
}

func drawStats(t *table, s graph.Stats) {
	t.row("articles", s.Articles)
	for _, lang := range sortedKeys(s.Langs) {
		t.row("  "+lang, s.Langs[lang])
	}
	t.row("claims", s.Claims)
	for _, kind := range graph.EntityTypes() {
		t.row(kind, s.Nodes[kind])
	}
	for _, r := range graph.Ontology() {
		t.row(r.Type, s.Edges[r.Type])
	}
	for _, figure := range graph.Codes("FigureType") {
		t.row(figure, s.Figures[graph.FigureType(figure)])
	}
	if !s.LastLoad.IsZero() {
		t.row("last load", s.LastLoad.Format(time.RFC3339))
	}
}
