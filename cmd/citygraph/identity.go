package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/loader"
)

func newIdentity() *cobra.Command {
	cmd := &cobra.Command{
		Use: "identity", Short: "Say which people and institutions are one",
		Long: "Every load judges by rule which people and institutions, named in several scripts, are one: by\n" +
			"office, place and time, never by spelling alone. Where the rules are unsure they ask. What you\n" +
			"confirm or reject stands over the rules, and undo takes it back as if it had never been said.\n" +
			"An id that was joined with others answers with the one that stands for all.",
		Example: "  citygraph identity list --verdict UNSURE\n" +
			"  citygraph identity confirm person:47b7d22a3b722e119f4a person:faf978843fe99edb7719\n" +
			"  citygraph identity reject person:47b7d22a3b722e119f4a person:faf978843fe99edb7719 --because 'father and son'\n" +
			"  citygraph identity undo person:47b7d22a3b722e119f4a person:faf978843fe99edb7719",
	}
	list := &cobra.Command{
		Use: "list [ID]", Short: "Print what is judged, of one entity or of all", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error { return listJudgements(ctx, cmd, s, args) })
		},
	}
	list.Flags().StringSlice("verdict", nil, "SAME, DIFFERENT, UNSURE")
	list.Flags().String("by", "", "HAND or RULE")
	cmd.AddCommand(
		list,
		newVerdict("confirm", "Join two entities: they are one", graph.Same),
		newVerdict("reject", "Keep two entities apart, whatever the rules say", graph.Different),
		&cobra.Command{
			Use: "undo ID ID", Short: "Take back what was confirmed or rejected", Args: usage(cobra.ExactArgs(2)),
			RunE: func(cmd *cobra.Command, args []string) error {
				pair := graph.NewPair(graph.EntityID(args[0]), graph.EntityID(args[1]))
				return withStore(cmd, func(ctx context.Context, s graph.Store) error {
					return s.Judge(ctx, graph.Verdicts{Withdraw: []graph.Pair{pair}}, time.Now())
				})
			},
		},
	)
	return cmd
}

func newVerdict(name, short string, v graph.Verdict) *cobra.Command {
	cmd := &cobra.Command{
		Use: name + " ID ID", Short: short, Args: usage(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error { return judge(ctx, cmd, s, args, v) })
		},
	}
	cmd.Flags().String("because", "", "a note that is kept with it")
	return cmd
}

// judge stores a verdict by hand on two entities that are there.
func judge(ctx context.Context, cmd *cobra.Command, s graph.Store, args []string, v graph.Verdict) error {
	pair := graph.NewPair(graph.EntityID(args[0]), graph.EntityID(args[1]))
	j := graph.Judgement{A: pair.A, B: pair.B, Verdict: v, By: graph.ByHand}
	if v == graph.Same {
		j.Score = 1
	}
	if note, _ := cmd.Flags().GetString("because"); note != "" {
		j.Reasons = []string{note}
	}
	for _, id := range []graph.EntityID{pair.A, pair.B} {
		found, err := s.Nodes(ctx, []graph.EntityID{id}, time.Time{})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("%s: %w", id, graph.ErrNotFound)
		}
	}
	if err := s.Judge(ctx, graph.Verdicts{Put: []graph.Judgement{j}}, time.Now()); err != nil {
		if errors.Is(err, graph.ErrInvalid) {
			return &exitError{exitUsage, err}
		}
		return err
	}
	hint(cmd, "%s: %s and %s", v, pair.A, pair.B)
	return nil
}

// judgedPair is a judgement with the names that the two go by.
type judgedPair struct {
	graph.Judgement
	Names [2]string `json:"names"`
}

func listJudgements(ctx context.Context, cmd *cobra.Command, s graph.Store, args []string) error {
	filter, err := judgementFilter(cmd, args)
	if err != nil {
		return err
	}
	all := []judgedPair{}
	err = s.View(ctx, func(r graph.Reader) error {
		page := graph.Page{Limit: graph.MaxScan}
		for {
			list, err := r.FindJudgements(ctx, filter, page)
			if err != nil {
				return err
			}
			for _, j := range list.Items {
				names, err := namesOf(ctx, r, j)
				if err != nil {
					return err
				}
				all = append(all, judgedPair{j, names})
			}
			if !list.HasNext {
				return nil
			}
			page.After = list.Positions[len(list.Positions)-1]
		}
	})
	if err != nil {
		return err
	}
	return report(cmd, all, func(t *table) {
		t.row("verdict", "score", "by", "one", "other", "reasons")
		for _, l := range all {
			t.row(l.Verdict, fmt.Sprintf("%.2f", l.Score), l.By, l.Names[0]+" "+string(l.A), l.Names[1]+" "+string(l.B), strings.Join(l.Reasons, "; "))
		}
	})
}

func judgementFilter(cmd *cobra.Command, args []string) (f graph.JudgementFilter, err error) {
	if len(args) > 0 {
		f.Entity = graph.EntityID(args[0])
	}
	by, _ := cmd.Flags().GetString("by")
	if f.By = graph.Judge(by); f.By != "" && f.By != graph.ByHand && f.By != graph.ByRule {
		return f, usageError("--by %s: want HAND or RULE", by)
	}
	verdicts, _ := cmd.Flags().GetStringSlice("verdict")
	for _, name := range verdicts {
		v := graph.Verdict(name)
		if v != graph.Same && v != graph.Different && v != graph.Unsure {
			return f, usageError("--verdict %s: want SAME, DIFFERENT or UNSURE", name)
		}
		f.Verdicts = append(f.Verdicts, v)
	}
	return f, nil
}

// namesOf returns what each of the two is called by the articles that name it; "" where none
// does any more.
func namesOf(ctx context.Context, r graph.Reader, j graph.Judgement) (names [2]string, err error) {
	for i, id := range []graph.EntityID{j.A, j.B} {
		list, err := r.FindArticles(ctx, graph.ArticleFilter{Mentions: id}, graph.Page{Limit: graph.DefaultPage})
		if err != nil {
			return names, err
		}
		ids := make([]graph.ArticleID, len(list.Items))
		for k, a := range list.Items {
			ids[k] = a.ID
		}
		records, err := r.Assertions(ctx, ids)
		if err != nil {
			return names, err
		}
		names[i] = ownName(records, id)
	}
	return names, nil
}

func ownName(records []graph.Record, id graph.EntityID) string {
	for _, record := range records {
		for _, e := range record.Entities {
			if e.ID == id {
				return e.Main
			}
		}
	}
	return ""
}

// identify has the store judge anew by rule who is who.
func identify(ctx context.Context, s graph.Writer) error {
	pipeline, err := loader.New()
	if err != nil {
		return err
	}
	if err := s.Identify(ctx, pipeline.Judge, time.Now()); err != nil {
		return fmt.Errorf("identify: %w", err)
	}
	return nil
}
