package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/graph/sqlite"
	"citygraph/loader"
)

func newLoad() *cobra.Command {
	cmd := &cobra.Command{
		Use: "load SOURCE...", Short: "Read articles into the store",
		Long: "Reads files, folders, globs, archives or standard input (-): text, Markdown, HTML, JSON Lines, CSV,\n" +
			"RSS and Atom, in any common encoding, and exports of citygraph. Claims made elsewhere load too:\n" +
			"lines in the form that extract prints, and tables of partner cities. Loading again changes nothing;\n" +
			"a changed version of an article replaces what it asserted. An article that cannot be read is\n" +
			"quarantined with its reason and the load goes on. Ctrl-C finishes the batch; run it again to\n" +
			"resume.",
		Example: "  citygraph load articles/ feed.xml archive.zip\n" +
			"  citygraph load --map title=headline,date=published news.csv\n" +
			"  citygraph load --map city=Ville,partner=Jumelage,partner_country=Pays,since=Depuis twins.csv\n" +
			"  citygraph load --store neo4j://localhost:7687 --shard 2/4 articles/",
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			run, err := load(cmd, func() (writerCloser, error) { return openLoadStore(cmd) }, args)
			if err != nil {
				return err
			}
			if err := report(cmd, run, func(t *table) { drawReport(t, run) }); err != nil {
				return err
			}
			if run.Quarantined > 0 {
				return &exitError{exitPartial, fmt.Errorf("%d of %d articles were quarantined", run.Quarantined, run.Read)}
			}
			return nil
		},
	}
	addSourceFlags(cmd)
	addExtractorFlags(cmd)
	cmd.Flags().String("shard", "", "I/N: load only the I-th of N parts, cut by a hash of the article")
	cmd.Flags().Int("workers", 0, "articles extracted at once (0: one a processor)")
	cmd.Flags().Int("batch", 0, "articles written in one transaction (0: what suits the store)")
	cmd.Flags().Bool("dry-run", false, "extract and count, write nothing")
	cmd.Flags().String("rejects", "", "file for the quarantined articles, as JSON lines")
	cmd.Flags().String("progress", "auto", "auto, bar, plain or none")
	return cmd
}

// writerCloser is what a load writes to.
type writerCloser interface {
	graph.Writer
	Close() error
}

func openLoadStore(cmd *cobra.Command) (writerCloser, error) {
	if dry, _ := cmd.Flags().GetBool("dry-run"); dry {
		return dryRun{}, nil
	}
	return openStore(cmd, false)
}

// load runs the loader on sources with the flags of the command. The store is opened last, so
// that a wrong flag makes no file.
func load(cmd *cobra.Command, open func() (writerCloser, error), sources []string) (run loader.Report, err error) {
	opts, done, err := loadOptions(cmd)
	if err != nil {
		return run, err
	}
	defer func() { err = errors.Join(err, done()) }()
	pipeline, told, err := newPipeline(cmd)
	if err != nil {
		return run, err
	}
	defer told()
	store, err := open()
	if err != nil {
		return run, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	run, err = loader.Load(cmd.Context(), sources, pipeline, store, opts)
	if err != nil {
		return run, fmt.Errorf("load, after %d of the articles read: %w", run.Read, err)
	}
	return run, run.Reconcile()
}

// loadOptions turns flags into options; done closes what they opened. A command without the
// flags of load gets their defaults.
func loadOptions(cmd *cobra.Command) (opts loader.Options, done func() error, err error) {
	done = func() error { return nil }
	opts.Workers, _ = cmd.Flags().GetInt("workers")
	opts.Read = sourceOptions(cmd)
	if opts.Batch, err = batchSize(cmd); err != nil {
		return opts, done, err
	}
	shard, _ := cmd.Flags().GetString("shard")
	if opts.Shard, err = parseShard(shard); err != nil {
		return opts, done, err
	}
	if opts.Progress, err = progress(cmd); err != nil {
		return opts, done, err
	}
	path, _ := cmd.Flags().GetString("rejects")
	if path == "" {
		opts.Quarantine = func(q loader.Quarantine) error {
			hint(cmd, "quarantined: %s: record %d: %s: %s", q.Source, q.Record, q.Reason, cmp.Or(q.Detail, q.Name))
			return nil
		}
		return opts, done, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return opts, done, usageError("--rejects: %w", err)
	}
	opts.Quarantine = loader.QuarantineWriter(f)
	return opts, f.Close, nil
}

// batchSize is the flag's, or what the store loads fastest with.
func batchSize(cmd *cobra.Command) (int, error) {
	size, _ := cmd.Flags().GetInt("batch")
	if size < 0 || size > graph.MaxBatch {
		return 0, usageError("--batch %d: want 0 to %d", size, graph.MaxBatch)
	}
	if store, _ := cmd.Flags().GetString("store"); size == 0 && !isServer(store) {
		return sqlite.LoadBatch, nil
	}
	return size, nil
}

func parseShard(s string) (loader.Shard, error) {
	if s == "" {
		return loader.Shard{}, nil
	}
	index, count, ok := strings.Cut(s, "/")
	i, errI := strconv.Atoi(index)
	n, errN := strconv.Atoi(count)
	if !ok || errI != nil || errN != nil || i < 1 || i > n {
		return loader.Shard{}, usageError("--shard %s: want I/N with I from 1 to N", s)
	}
	return loader.Shard{Index: i, Count: n}, nil
}

func drawReport(t *table, r loader.Report) {
	t.row("", "read", "loaded", "replaced", "unchanged", "duplicate", "quarantined")
	row := func(name string, c loader.Counts) {
		t.row(name, c.Read, c.Loaded, c.Replaced, c.Unchanged, c.Duplicate, c.Quarantined)
	}
	for _, lang := range sortedKeys(r.Languages) {
		row(lang, *r.Languages[lang])
	}
	row("all", r.Counts)
	for _, reason := range sortedKeys(r.Reasons) {
		t.row("quarantined", r.Reasons[reason], reason)
	}
	if r.Skipped > 0 {
		t.row("skipped", r.Skipped, "files of no known format")
	}
	t.row("claims", r.Claims)
	for _, reason := range sortedKeys(r.Drops) {
		t.row("not kept", r.Drops[reason], reason)
	}
}

// dryRun is a writer that keeps nothing: what passes its checks counts as loaded.
type dryRun struct{}

func (dryRun) Apply(ctx context.Context, b graph.Batch, _ time.Time) (graph.Applied, error) {
	if err := b.Validate(); err != nil {
		return graph.Applied{}, err
	}
	done := graph.Applied{Assertions: make([]graph.Outcome, len(b.Assertions)), Retract: make([]graph.Outcome, len(b.Retract))}
	for i := range done.Assertions {
		done.Assertions[i] = graph.Loaded
	}
	for i := range done.Retract {
		done.Retract[i] = graph.Absent
	}
	return done, ctx.Err()
}

func (dryRun) HasApplied(context.Context, graph.BatchID) (bool, error) { return false, nil }
func (dryRun) Judge(context.Context, graph.Verdicts, time.Time) error  { return nil }
func (dryRun) Identify(context.Context, graph.Rules, time.Time) error  { return nil }
func (dryRun) Rebuild(context.Context) error                           { return nil }
func (dryRun) Close() error                                            { return nil }
