package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"citygraph/graph"
)

// The exit codes that the manual promises.
const (
	exitOK = iota
	exitFailure
	exitUsage
	exitConfig
	exitStore
	exitPartial
	exitInterrupted = 130
)

// exitError carries the exit code of an error that a command returns.
type exitError struct {
	code int
	err  error // nil: the command has said all there is to say
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func usageError(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

// run is the whole program with its streams; it returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := interruptible(errs)
	defer stop()
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	code := exitCode(ctx, err)
	if message := err.Error(); message != "" {
		fmt.Fprintf(errs, "%s: %s\n", command.CommandPath(), message)
	}
	if code == exitUsage {
		fmt.Fprintf(errs, "see: %s --help\n", command.CommandPath())
	}
	return code
}

func exitCode(ctx context.Context, err error) int {
	var coded *exitError
	switch {
	case errors.As(err, &coded):
		return coded.code
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return exitInterrupted
	case errors.Is(err, graph.ErrUnavailable):
		return exitStore
	}
	return exitFailure
}

// interruptible returns a context that the first interrupt ends, so that a load finishes its
// batch; a second one ends the program.
func interruptible(errs io.Writer) (context.Context, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-signals; !ok {
			return
		}
		fmt.Fprintln(errs, "interrupted: finishing what was begun; interrupt again to stop at once")
		cancel()
		if _, ok := <-signals; ok {
			os.Exit(exitInterrupted)
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(signals)
		cancel()
	}
}

// usage marks an argument check's error as wrong usage.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return &exitError{exitUsage, err}
		}
		return nil
	}
}
