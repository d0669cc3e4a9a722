package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"citygraph/loader"
	"citygraph/loader/article"
)

func newExtract() *cobra.Command {
	cmd := &cobra.Command{
		Use: "extract SOURCE...", Short: "Print what articles assert, without a store",
		Long: "Prints one JSON object for each article, a line each: its entities, relations, agreements, events\n" +
			"and figures with the sentence behind each. Names and codes are those of the graph, offsets are\n" +
			"bytes of the stored text (title, empty line, body).",
		Example: "  citygraph extract articles/ | jq '.relations[]'\n  citygraph extract - < article.txt",
		Args:    usage(cobra.MinimumNArgs(1)),
		RunE:    extract,
	}
	addSourceFlags(cmd)
	addExtractorFlags(cmd)
	return cmd
}

func extract(cmd *cobra.Command, sources []string) error {
	pipeline, told, err := newPipeline(cmd)
	if err != nil {
		return err
	}
	defer told()
	enc := json.NewEncoder(cmd.OutOrStdout())
	enc.SetEscapeHTML(false)
	quarantined := 0
	for a, err := range article.Read(cmd.Context(), sources, sourceOptions(cmd)) {
		record, err := recordOf(cmd.Context(), pipeline, a, err)
		var rejected *article.RejectError
		var refused *loader.StageError
		switch {
		case errors.As(err, &rejected), errors.As(err, &refused):
			quarantined++
			fmt.Fprintln(cmd.ErrOrStderr(), "quarantined:", err)
			continue
		case err != nil:
			return err
		}
		if err := enc.Encode(record); err != nil {
			return err
		}
	}
	if quarantined > 0 {
		return &exitError{exitPartial, fmt.Errorf("%d articles were quarantined", quarantined)}
	}
	return nil
}

func recordOf(ctx context.Context, p *loader.Pipeline, a article.Article, err error) (loader.Record, error) {
	if err != nil {
		return loader.Record{}, err
	}
	x, err := p.Extract(ctx, a)
	if err != nil {
		return loader.Record{}, fmt.Errorf("%s: %w", a.Origin.Source, err)
	}
	return loader.NewRecord(a.Origin.Source, x.Assertion), nil
}

// addSourceFlags adds the flags that say how articles are read.
func addSourceFlags(cmd *cobra.Command) {
	cmd.Flags().String("encoding", "", "encoding of the sources, such as gb18030 (else detected)")
	cmd.Flags().StringToString("map", nil, "fields of JSON Lines and CSV, such as title=headline,date=published or city=Town,partner=Twin")
}

func sourceOptions(cmd *cobra.Command) article.Options {
	encoding, _ := cmd.Flags().GetString("encoding")
	fields, _ := cmd.Flags().GetStringToString("map") // checked when the flags were parsed
	return article.Options{
		Encoding: encoding, Map: fields, Stdin: cmd.InOrStdin(),
		Mapped: func(source string, m article.Mapping) { hint(cmd, "%s: reading %v", source, map[string]string(m)) },
	}
}
