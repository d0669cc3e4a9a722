package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citygraph/graph"
)

func newRetract() *cobra.Command {
	return &cobra.Command{
		Use: "retract ARTICLE-ID...", Short: "Take back what articles assert",
		Long: "Takes back everything that the named articles assert, and with it what rested on them alone.\n" +
			"Ids are those that extract prints; - reads them from standard input, one a line.",
		Example: "  citygraph retract article:6f1ed002ab5595859014",
		Args:    usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ids, err := articleIDs(cmd, args)
			if err != nil {
				return err
			}
			return withStore(cmd, func(ctx context.Context, s graph.Store) error { return retract(cmd, s, ids) })
		},
	}
}

func articleIDs(cmd *cobra.Command, args []string) ([]graph.ArticleID, error) {
	var ids []graph.ArticleID
	for _, arg := range args {
		if arg != "-" {
			ids = append(ids, graph.ArticleID(arg))
			continue
		}
		lines := bufio.NewScanner(cmd.InOrStdin())
		for lines.Scan() {
			if id := strings.TrimSpace(lines.Text()); id != "" {
				ids = append(ids, graph.ArticleID(id))
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
	}
	return ids, nil
}

// retract applies the retractions in batches and reports each outcome.
func retract(cmd *cobra.Command, s graph.Store, ids []graph.ArticleID) error {
	now := time.Now().UTC()
	type line struct {
		Article graph.ArticleID `json:"article"`
		Outcome graph.Outcome   `json:"outcome"`
	}
	var lines []line
	absent := 0
	for start := 0; start < len(ids); start += graph.MaxBatch {
		batch := graph.Batch{Retract: ids[start:min(start+graph.MaxBatch, len(ids))], Run: now.Format(time.RFC3339Nano)}
		done, err := s.Apply(cmd.Context(), batch, now)
		if err != nil {
			return fmt.Errorf("retract: %w", err)
		}
		for i, outcome := range done.Retract {
			lines = append(lines, line{batch.Retract[i], outcome})
			if outcome == graph.Absent {
				absent++
			}
		}
	}
	if err := identify(cmd.Context(), s); err != nil {
		return err
	}
	err := report(cmd, lines, func(t *table) {
		for _, l := range lines {
			t.row(l.Outcome, l.Article)
		}
	})
	if err == nil && absent > 0 {
		return &exitError{exitPartial, fmt.Errorf("%d of %d articles are not in the store", absent, len(ids))}
	}
	return err
}
