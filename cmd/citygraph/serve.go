package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"

	"citygraph/cmd/citygraph/explorer"
	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/intake"
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
	cmd.Flags().Bool("require-keys", false, "ask for an API key on loopback too; elsewhere one is always asked for")
	cmd.Flags().StringSlice("allow-origin", nil, "sites whose pages may use the API, like https://example.org")
	cmd.Flags().String("trusted-documents", "", "folder of *.graphql files: run these documents and the explorer's only")
	addKeysFlag(cmd)
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
	config, err := serverConfig(cmd, store)
	if err == nil {
		config.Keys, err = requiredKeys(cmd, listener.Addr())
	}
	if err == nil && config.Keys != nil {
		config.Articles, err = articles(store)
	}
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	api := server.New(config)
	hint(cmd, "explorer at http://%s/, GraphQL at /graphql; stop with Ctrl-C", listener.Addr())
	if err := api.Serve(cmd.Context(), listener, drainTime); err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// serverConfig is what the flags say of a server, but for the keys.
func serverConfig(cmd *cobra.Command, store graph.Store) (server.Config, error) {
	config := server.Config{Store: store, Version: version, Log: *zerolog.Ctx(cmd.Context())}
	config.Closed, _ = cmd.Flags().GetBool("closed")
	config.Metrics, _ = cmd.Flags().GetBool("metrics")
	config.Operations, _ = cmd.Flags().GetStringSlice("operations")
	config.Origins, _ = cmd.Flags().GetStringSlice("allow-origin")
	for _, origin := range config.Origins {
		if err := server.CheckOrigin(origin); err != nil {
			return config, usageError("--allow-origin %s: %w", origin, err)
		}
	}
	var err error
	if config.Explorer, err = explorer.Files(); err != nil {
		return config, err
	}
	if dir, _ := cmd.Flags().GetString("trusted-documents"); dir != "" {
		if config.Documents, err = server.ReadDocuments(os.DirFS(dir)); err != nil {
			return config, usageError("--trusted-documents %s: %w", dir, err)
		}
		own, err := explorer.Documents()
		if err != nil {
			return config, err
		}
		config.Documents.Trust(own...)
	}
	return config, nil
}

// articles loads what is sent into the store.
func articles(store graph.Store) (http.Handler, error) {
	pipeline, err := loader.New()
	if err != nil {
		return nil, err
	}
	return intake.New(pipeline, store), nil
}

// requiredKeys are the keys that a server at the address asks for; nil on loopback, unless they
// are asked for there too. Keys that are needed and missing are a wrong configuration.
func requiredKeys(cmd *cobra.Command, address net.Addr) (server.Keys, error) {
	always, _ := cmd.Flags().GetBool("require-keys")
	tcp, ok := address.(*net.TCPAddr)
	if ok && tcp.IP.IsLoopback() && !always {
		return nil, nil
	}
	file := keysFile(cmd)
	keys, err := file.List()
	if err == nil && len(keys) == 0 {
		err = fmt.Errorf("%s can be reached from other machines, and there is no API key; make one with: citygraph key create NAME", address)
	}
	if err != nil {
		return nil, &exitError{exitConfig, err}
	}
	return file, nil
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
