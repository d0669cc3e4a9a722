package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/graph/neo4j"
	"citygraph/graph/sqlite"
)

// openStore opens the store that --store names. Opening a file that does not exist makes it;
// a Neo4j with an older schema is refused unless migrate is set.
func openStore(cmd *cobra.Command, migrate bool) (graph.Store, error) {
	name, _ := cmd.Flags().GetString("store")
	if isServer(name) {
		return openNeo4j(cmd, name, migrate)
	}
	if strings.Contains(name, "://") {
		return nil, usageError("--store %s: neither a file nor a neo4j:// or bolt:// address", name)
	}
	store, err := sqlite.Open(cmd.Context(), name, sqlite.Options{})
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", name, err)
	}
	return store, nil
}

// openExisting is openStore for commands that only read: a file that does not exist is a
// mistake, not an empty graph.
func openExisting(cmd *cobra.Command) (graph.Store, error) {
	name, _ := cmd.Flags().GetString("store")
	if _, err := os.Stat(name); !isServer(name) && os.IsNotExist(err) {
		return nil, &exitError{exitStore, fmt.Errorf("store %s does not exist; make one with: citygraph load --store %s ARTICLES", name, name)}
	}
	return openStore(cmd, false)
}

func isServer(name string) bool {
	for _, scheme := range []string{"neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://"} {
		if strings.HasPrefix(name, scheme) {
			return true
		}
	}
	return false
}

func openNeo4j(cmd *cobra.Command, uri string, migrate bool) (graph.Store, error) {
	password, err := neo4jPassword(cmd)
	if err != nil {
		return nil, &exitError{exitConfig, err}
	}
	user := os.Getenv("NEO4J_USERNAME")
	if user == "" {
		user = "neo4j"
	}
	database, _ := cmd.Flags().GetString("database")
	store, err := neo4j.Open(cmd.Context(), uri, neo4j.Options{
		Username: user, Password: password, Database: database, Migrate: migrate,
	})
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", uri, err)
	}
	return store, nil
}

func neo4jPassword(cmd *cobra.Command) (string, error) {
	path, _ := cmd.Flags().GetString("password-file")
	password, err := secret("NEO4J_PASSWORD", path)
	if err != nil {
		return "", fmt.Errorf("password file: %w", err)
	}
	return password, nil
}

// withStore runs use on an existing store and closes it.
func withStore(cmd *cobra.Command, use func(context.Context, graph.Store) error) error {
	store, err := openExisting(cmd)
	if err != nil {
		return err
	}
	defer store.Close()
	return use(cmd.Context(), store)
}
