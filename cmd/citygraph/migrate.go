package main

import (
	"github.com/spf13/cobra"
)

func newMigrate() *cobra.Command {
	return &cobra.Command{
		Use: "migrate", Short: "Bring the store's schema up to date", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := openStore(cmd, true)
			if err != nil {
				return err
			}
			defer store.Close()
			f := store.Features()
			return report(cmd, f, func(t *table) { t.row(f.Name, f.Version, "schema", f.Schema) })
		},
	}
}
