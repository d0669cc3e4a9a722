package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"citygraph/cmd/citygraph/explorer"
	"citygraph/graph"
	"citygraph/schema/server"
)

// drainTime is how long running requests may take after a signal to stop.
const drainTime = 10 * time.Second

func newServe() *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve", Short: "Serve the GraphQL API and the explorer",
		Example: "  citygraph serve --store graph.db\n  citygraph serve --store neo4j://localhost:7687 --listen 127.0.0.1:9000",
		Args:    usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			migrate, _ := cmd.Flags().GetBool("migrate")
			if migrate {
				return serveStore(cmd, func() (graph.Store, error) { return openStore(cmd, true) })
			}
			return serveStore(cmd, func() (graph.Store, error) { return openExisting(cmd) })
		},
	}
	addServeFlags(cmd)
	cmd.Flags().Bool("migrate", false, "bring the store's schema up to date first")
	return cmd
}

func addServeFlags(cmd *cobra.Command) {
	cmd.Flags().String("listen", "127.0.0.1:8080", "HOST:PORT to listen on; port 0 takes a free one")
	cmd.Flags().Bool("closed", false, "hide the schema: no introspection, no suggestions")
	cmd.Flags().Bool("metrics", false, "serve Prometheus metrics at /metrics")
	cmd.Flags().StringSlice("operations", nil, "operation names that metrics tell apart")
}

func serveStore(cmd *cobra.Command, open func() (graph.Store, error)) error {
	store, err := open()
	if err != nil {
		return err
	}
	defer store.Close()
	return serve(cmd, store)
}

// serve answers until the context ends, then lets running requests finish.
func serve(cmd *cobra.Command, store graph.Store) error {
	address, _ := cmd.Flags().GetString("listen")
	listener, err := (&net.ListenConfig{}).Listen(cmd.Context(), "tcp", address)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	if tcp, ok := listener.Addr().(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		hint(cmd, "warning: %s is reachable from other machines, and the API asks nobody who they are", address)
	}
	api, err := newServer(cmd, store)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	hint(cmd, "explorer at http://%s/, GraphQL at /graphql; stop with Ctrl-C", listener.Addr())
	if err := api.Serve(cmd.Context(), listener, drainTime); err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

func newServer(cmd *cobra.Command, store graph.Store) (*server.Server, error) {
	pages, err := explorer.Files()
	if err != nil {
		return nil, err
	}
	closed, _ := cmd.Flags().GetBool("closed")
	metrics, _ := cmd.Flags().GetBool("metrics")
	operations, _ := cmd.Flags().GetStringSlice("operations")
	return server.New(server.Config{
		Store: store, Version: version, Log: *zerolog.Ctx(cmd.Context()), Explorer: pages,
		Closed: closed, Metrics: metrics, Operations: operations,
	}), nil
}

func newHealthcheck() *cobra.Command {
	cmd := &cobra.Command{
		Use: "healthcheck", Short: "Ask a running server whether it is ready", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			address, _ := cmd.Flags().GetString("address")
			ctx, cancel := context.WithTimeout(cmd.Context(), 3*time.Second)
			defer cancel()
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/readyz", nil)
			if err != nil {
				return usageError("--address: %w", err)
			}
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				return fmt.Errorf("healthcheck: %w", err)
			}
			defer res.Body.Close()
			if res.StatusCode != http.StatusOK {
				return fmt.Errorf("healthcheck: %s", res.Status)
			}
			return nil
		},
	}
	cmd.Flags().String("address", "127.0.0.1:8080", "HOST:PORT of the server")
	return cmd
}
