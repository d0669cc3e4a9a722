package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"citygraph/cmd/citygraph/sample"
	"citygraph/graph"
)

func newDemo() *cobra.Command {
	cmd := &cobra.Command{
		Use: "demo", Short: "Load the sample articles and serve them on loopback",
		Long: "Loads the articles that the program carries, in Arabic, Chinese and English, and serves API and\n" +
			"explorer. Without --store the graph lives in a folder that is gone when the program ends.",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := os.MkdirTemp("", "citygraph-demo-")
			if err != nil {
				return fmt.Errorf("demo: %w", err)
			}
			defer os.RemoveAll(dir)
			if !cmd.Flags().Changed("store") {
				if err := cmd.Flags().Set("store", filepath.Join(dir, "demo.db")); err != nil {
					return err
				}
			}
			store, err := openStore(cmd, true)
			if err != nil {
				return err
			}
			defer store.Close()
			if err := os.CopyFS(filepath.Join(dir, "sample"), sample.Articles); err != nil {
				return fmt.Errorf("demo: %w", err)
			}
			run, err := load(cmd, func() (writerCloser, error) { return staysOpen{store}, nil }, []string{filepath.Join(dir, "sample")})
			if err != nil {
				return err
			}
			hint(cmd, "loaded %d sample articles", run.Loaded+run.Unchanged)
			if only, _ := cmd.Flags().GetBool("load-only"); only {
				return nil
			}
			return serve(cmd, store)
		},
	}
	addServeFlags(cmd)
	cmd.Flags().Bool("load-only", false, "load the articles and end")
	return cmd
}

// staysOpen is a store that a load does not close: it is served afterwards.
type staysOpen struct{ graph.Writer }

// Close does nothing.
func (staysOpen) Close() error { return nil }
