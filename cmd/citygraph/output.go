package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

// report prints a result on standard output: value as JSON with --json, else a table.
func report(cmd *cobra.Command, value any, draw func(*table)) error {
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return printJSON(cmd.OutOrStdout(), value)
	}
	t := &table{w: tabwriter.NewWriter(cmd.OutOrStdout(), 0, 8, 2, ' ', 0)}
	draw(t)
	return t.w.Flush()
}

func printJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// table prints aligned columns. Names in scripts that a terminal may reorder go last.
type table struct{ w *tabwriter.Writer }

func (t *table) row(cells ...any) {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = fmt.Sprint(c)
	}
	fmt.Fprintln(t.w, strings.Join(texts, "\t"))
}

// hint tells a person what to do next; --quiet and --json leave it out.
func hint(cmd *cobra.Command, format string, args ...any) {
	quiet, _ := cmd.Flags().GetBool("quiet")
	asJSON, _ := cmd.Flags().GetBool("json")
	if !quiet && !asJSON {
		fmt.Fprintf(cmd.ErrOrStderr(), format+"\n", args...)
	}
}
