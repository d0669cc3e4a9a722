package main

import (
	"github.com/spf13/cobra"

	"citygraph/loader"
	"citygraph/loader/eval"
)

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use: "eval PATH…", Short: "Score the extraction against articles with known facts",
		Long: "Scores every NAME.txt below the folders named, and every article file named, that has a NAME.json\n" +
			"with its facts beside it: precision, recall and F1 by language, entity type and relation, and the\n" +
			"errors one by one. --totals prints figures only; of a folder called blind nothing else is ever printed.",
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			pipeline, err := loader.New()
			if err != nil {
				return err
			}
			totals, _ := cmd.Flags().GetBool("totals")
			scores, err := eval.Run(cmd.Context(), args, pipeline, eval.Options{Totals: totals, Rules: pipeline.Judge})
			if err != nil {
				return err
			}
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return printJSON(cmd.OutOrStdout(), scores)
			}
			if !totals {
				if err := scores.WriteErrors(cmd.OutOrStdout()); err != nil {
					return err
				}
			}
			return scores.WriteTable(cmd.OutOrStdout())
		},
	}
	cmd.Flags().Bool("totals", false, "figures only, no errors one by one")
	return cmd
}
