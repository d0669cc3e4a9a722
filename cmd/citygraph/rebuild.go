package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"citygraph/graph"
)

func newRebuild() *cobra.Command {
	return &cobra.Command{
		Use: "rebuild", Short: "Judge anew who is who and derive every node and edge from the claims", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				if err := identify(ctx, s); err != nil {
					return err
				}
				if err := s.Rebuild(ctx); err != nil {
					return fmt.Errorf("rebuild: %w", err)
				}
				hint(cmd, "rebuilt")
				return nil
			})
		},
	}
}
