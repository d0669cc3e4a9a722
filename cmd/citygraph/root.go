package main

import (
	"github.com/spf13/cobra"
)

// newRoot builds the tree of commands, one constructor a file.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "citygraph",
		Short:         "The knowledge graph of city diplomacy",
		Long:          "citygraph reads news about city diplomacy in Arabic, Chinese and English and gives a graph\nof cities, people, institutions and agreements, with the exact sentence behind every edge.",
		Example:       "  citygraph demo\n  citygraph load articles/\n  citygraph query '{ city(name: \"Cork\") { twins { nodes { name } } } }'",
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &exitError{exitUsage, err} })
	addGlobalFlags(root)
	root.PersistentPreRunE = prepare
	root.AddGroup(
		&cobra.Group{ID: "read", Title: "Reading articles:"},
		&cobra.Group{ID: "ask", Title: "Asking the graph:"},
		&cobra.Group{ID: "keep", Title: "Keeping the store:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	add("read", newLoad(), newExtract(), newExplain(), newRetract(), newEval())
	add("ask", newDemo(), newServe(), newQuery(), newQuestions(), newAsk(), newStats(), newExport(), newSchema(), newMCP())
	add("keep", newMigrate(), newRebuild(), newIdentity(), newDoctor(), newKey())
	root.AddCommand(newVersion(), newConfig(), newHealthcheck())
	return root
}
