package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"citygraph/schema"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the schema of the GraphQL API, for tools", Args: usage(cobra.NoArgs),
		Example: "  citygraph schema > schema.graphql",
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), schema.SDL())
			return err
		},
	}
}
