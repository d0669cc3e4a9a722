package main

import (
	"context"
	"io"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/schema/assist"
	"citygraph/schema/server"
)

func newMCP() *cobra.Command {
	return &cobra.Command{
		Use: "mcp", Short: "Answer an AI assistant over standard input and output",
		Long: "Serves the read side of the graph as tools of the Model Context Protocol: search, entity, ties,\n" +
			"path, evidence, and the prepared questions by number. Every answer brings its sentences and\n" +
			"sources. Put the command into your assistant's configuration; it ends when its input does.",
		Example: "  citygraph mcp --store graph.db",
		Args:    usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				api := server.New(server.Config{Store: s, Version: version, Closed: true})
				transport := &mcp.IOTransport{Reader: io.NopCloser(cmd.InOrStdin()), Writer: open{cmd.OutOrStdout()}}
				return assist.New(s, api, version).Run(ctx, transport)
			})
		},
	}
}
