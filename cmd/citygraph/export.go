package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/graph/export"
)

func newExport() *cobra.Command {
	cmd := &cobra.Command{
		Use: "export", Short: "Write the graph as canonical JSON lines",
		Long: "Writes the canonical dump: assertions, nodes and edges as JSON lines, each sorted by id. Equal\n" +
			"graphs are equal bytes on every store, and load reads it back.",
		Example: "  citygraph export > graph.jsonl\n  citygraph load --store copy.db graph.jsonl",
		Args:    usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				return s.View(ctx, func(r graph.Reader) error { return exportTo(cmd, r) })
			})
		},
	}
	cmd.Flags().StringP("output", "o", "", "file to write (else standard output)")
	return cmd
}

func exportTo(cmd *cobra.Command, r graph.Reader) error {
	path, _ := cmd.Flags().GetString("output")
	if path == "" {
		return export.Canonical(cmd.Context(), r, cmd.OutOrStdout())
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := export.Canonical(cmd.Context(), r, f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
