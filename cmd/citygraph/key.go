package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"citygraph/schema/apikey"
)

func newKey() *cobra.Command {
	key := &cobra.Command{
		Use: "key", Short: "Make, list and revoke the API keys of a server",
		Long: "A server that other machines can reach asks every client for an API key. A key reads, or reads\n" +
			"and loads. The file of keys holds no key, only what tells one when it comes; a running server\n" +
			"sees every change of it at once.",
	}
	create := &cobra.Command{
		Use: "create NAME", Short: "Make a key and print it; it cannot be shown again", Args: usage(cobra.ExactArgs(1)),
		Example: "  citygraph key create dashboard\n  citygraph key create newsroom --role load",
		RunE: func(cmd *cobra.Command, args []string) error {
			role, _ := cmd.Flags().GetString("role")
			secret, err := keysFile(cmd).Create(args[0], apikey.Role(role), time.Now())
			if err != nil {
				return err
			}
			hint(cmd, "send it as: Authorization: Bearer KEY")
			return report(cmd, map[string]string{"name": args[0], "role": role, "key": secret}, func(t *table) { t.row(secret) })
		},
	}
	create.Flags().String("role", string(apikey.Read), "read, or load to send articles too")
	list := &cobra.Command{
		Use: "list", Short: "List the keys by name, role and when they were made", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			keys, err := keysFile(cmd).List()
			if err != nil {
				return err
			}
			return report(cmd, keys, func(t *table) {
				for _, k := range keys {
					t.row(k.Name, k.Role, k.Created.Format(time.RFC3339))
				}
			})
		},
	}
	revoke := &cobra.Command{
		Use: "revoke NAME", Short: "Take a key away, at once", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := keysFile(cmd).Revoke(args[0]); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "revoked %s\n", args[0])
			return nil
		},
	}
	for _, c := range []*cobra.Command{create, list, revoke} {
		addKeysFlag(c)
		key.AddCommand(c)
	}
	return key
}

func addKeysFlag(cmd *cobra.Command) {
	cmd.Flags().String("keys", "citygraph-keys.json", "file of the API keys (see citygraph key)")
}

func keysFile(cmd *cobra.Command) *apikey.File {
	path, _ := cmd.Flags().GetString("keys")
	return apikey.Open(path)
}
