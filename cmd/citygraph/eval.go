package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"citygraph/loader"
	"citygraph/loader/eval"
)

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use: "eval DIR", Short: "Score the extraction against articles with known facts",
		Long: "Scores every NAME.txt below DIR that has a NAME.json with its facts: precision, recall and F1 by\n" +
			"language, entity type and relation, and the errors one by one. --totals prints figures only;\n" +
			"of a folder called blind nothing else is ever printed.",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			pipeline, err := loader.New()
			if err != nil {
				return err
			}
			totals, _ := cmd.Flags().GetBool("totals")
			scores, err := eval.Run(cmd.Context(), args[0], pipeline, eval.Options{Totals: totals})
			if err != nil {
				return fmt.Errorf("eval %s: %w", args[0], err)
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
