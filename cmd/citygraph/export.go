package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/graph/export"
)

func newExport() *cobra.Command {
	cmd := &cobra.Command{
		Use: "export", Short: "Write the graph in an exchange format",
		Long: "Writes the graph, by default as the canonical dump: assertions, nodes and edges as JSON lines,\n" +
			"each sorted by id. Equal graphs are equal bytes on every store, and load reads it back. The\n" +
			"other formats can be narrowed with the filters of the API.\n" +
			"Formats: " + strings.Join(formatNames(), ", ") + ".",
		Example: "  citygraph export > graph.jsonl\n  citygraph export --format gexf -o graph.gexf\n" +
			"  citygraph export --format csv -o folder/",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			out, err := exportTarget(cmd)
			if err != nil {
				return err
			}
			name, _ := cmd.Flags().GetString("format")
			opts, err := selection(cmd)
			if err != nil {
				return err
			}
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				return s.View(ctx, func(r graph.Reader) error { return export.Write(ctx, r, name, opts, out) })
			})
		},
	}
	cmd.Flags().StringP("output", "o", "", "file to write, or folder where a format has several files (else standard output)")
	cmd.Flags().String("format", "jsonl", "one of "+strings.Join(formatNames(), ", "))
	for _, f := range export.Fields() {
		cmd.Flags().StringSlice(flagName(f.Name), nil, f.Help)
	}
	return cmd
}

// selection reads the flags that narrow an export.
func selection(cmd *cobra.Command) (export.Options, error) {
	values := map[string][]string{}
	for _, f := range export.Fields() {
		if given, _ := cmd.Flags().GetStringSlice(flagName(f.Name)); len(given) > 0 {
			values[f.Name] = given
		}
	}
	opts, err := export.Select(values)
	if err != nil {
		err = &exitError{exitUsage, err}
	}
	return opts, err
}

// flagName spells a name of the API as a flag: minSupport is --min-support.
func flagName(field string) string {
	var b strings.Builder
	for _, r := range field {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// exportTarget says where the files of the format go.
func exportTarget(cmd *cobra.Command) (func(string) (io.WriteCloser, error), error) {
	name, _ := cmd.Flags().GetString("format")
	path, _ := cmd.Flags().GetString("output")
	format, err := export.Find(name)
	if err != nil {
		return nil, usageError("--format: %w; want one of %s", err, strings.Join(formatNames(), ", "))
	}
	several := len(format.Files) > 1
	switch {
	case several && path == "":
		return nil, usageError("--format %s has several files: name a folder with --output", name)
	case several:
		return func(file string) (io.WriteCloser, error) { return createIn(path, file) }, nil
	case path == "":
		return func(string) (io.WriteCloser, error) { return open{cmd.OutOrStdout()}, nil }, nil
	}
	return func(string) (io.WriteCloser, error) { return os.Create(path) }, nil
}

func createIn(dir, file string) (io.WriteCloser, error) {
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("export: %w", err)
	}
	return os.Create(filepath.Join(dir, file))
}

// open is a stream that stays open when a format is done with it.
type open struct{ io.Writer }

// Close does nothing.
func (open) Close() error { return nil }
