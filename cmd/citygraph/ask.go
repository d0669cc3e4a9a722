package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citygraph/graph"
	"citygraph/schema/questions"
)

func newQuestions() *cobra.Command {
	return &cobra.Command{
		Use: "questions", Short: "List the questions that ask answers, with their variables", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			all, err := questions.All()
			if err != nil {
				return err
			}
			return report(cmd, all, func(t *table) {
				for _, q := range all {
					t.row(q.Number, q.Text)
					t.row("", sampleFlags(q))
				}
			})
		},
	}
}

// sampleFlags writes a question's variables as the flags that set them.
func sampleFlags(q questions.Question) string {
	var flags []string
	for _, v := range q.Variables {
		if string(v.Sample) != "null" {
			flags = append(flags, fmt.Sprintf("--%s %s", v.Name, v.Sample))
		} else {
			flags = append(flags, fmt.Sprintf("[--%s %s]", v.Name, strings.Trim(v.Type(), "!")))
		}
	}
	return strings.Join(flags, " ")
}

func newAsk() *cobra.Command {
	cmd := &cobra.Command{
		Use: "ask NUMBER|NAME", Short: "Answer one of the forty questions",
		Long: "Runs the GraphQL document of a question with its sample variables, or those that flags give. A\n" +
			"name stands for the entity that it fits best. The answer is printed as JSON; errors in it make\n" +
			"the exit code 1. See questions for the list; --document prints the document instead.",
		Example: "  citygraph ask 22\n  citygraph ask 22 --from Cork --to Lima\n  citygraph ask 1 --place 上海",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := questions.Find(args[0])
			if errors.Is(err, graph.ErrNotFound) {
				return usageError("%w; see: citygraph questions", err)
			}
			if err != nil {
				return err
			}
			if document, _ := cmd.Flags().GetBool("document"); document {
				fmt.Fprint(cmd.OutOrStdout(), q.Document)
				return nil
			}
			return withStore(cmd, func(ctx context.Context, s graph.Store) error { return askQuestion(ctx, cmd, s, q) })
		},
	}
	cmd.Flags().Bool("document", false, "print the GraphQL document and stop")
	addVariableFlags(cmd)
	return cmd
}

// addVariableFlags gives every variable of every question a flag, so that help lists them and a
// misspelt one is refused.
func addVariableFlags(cmd *cobra.Command) {
	all, err := questions.All()
	if err != nil {
		panic("questions: " + err.Error()) // a broken document in the binary; the package's test forbids it
	}
	users := map[string][]string{}
	for _, q := range all {
		for _, v := range q.Variables {
			users[v.Name] = append(users[v.Name], fmt.Sprint(q.Number))
		}
	}
	for _, name := range sortedKeys(users) {
		cmd.Flags().String(name, "", "variable of "+strings.Join(users[name], ", "))
		cmd.Flags().Lookup(name).Annotations = map[string][]string{variableFlag: users[name]}
	}
}

// variableFlag marks the flags that set variables.
const variableFlag = "citygraph_variable"

func askQuestion(ctx context.Context, cmd *cobra.Command, s graph.Store, q questions.Question) error {
	given := map[string]string{}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Annotations[variableFlag] != nil {
			given[f.Name] = f.Value.String()
		}
	})
	bound, err := q.Bind(ctx, s, given)
	if errors.Is(err, graph.ErrInvalid) || errors.Is(err, graph.ErrNotFound) {
		return usageError("%w", err)
	}
	if err != nil {
		return err
	}
	variables, err := json.Marshal(bound)
	if err != nil {
		return err
	}
	return askStore(cmd, s, queryRequest{Query: q.Document, Variables: variables})
}
