package main

import (
	"fmt"
	"os"

	"github.com/rs/zerolog"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// newLogger makes the one logger of a run, on standard error: text on a terminal, else JSON.
func newLogger(cmd *cobra.Command) (zerolog.Logger, error) {
	name, _ := cmd.Flags().GetString("log-level")
	level, err := zerolog.ParseLevel(name)
	if err != nil {
		return zerolog.Nop(), fmt.Errorf("log-level: %w", err)
	}
	format, _ := cmd.Flags().GetString("log-format")
	out := cmd.ErrOrStderr()
	switch format {
	case "text":
		out = zerolog.ConsoleWriter{Out: out, NoColor: !colours(cmd)}
	case "auto":
		if isTerminal(out) {
			out = zerolog.ConsoleWriter{Out: out, NoColor: !colours(cmd)}
		}
	case "json":
	default:
		return zerolog.Nop(), fmt.Errorf("log-format: %q is none of auto, text, json", format)
	}
	return zerolog.New(out).Level(level).With().Timestamp().Logger(), nil
}

// colours reports whether standard error may carry colours.
func colours(cmd *cobra.Command) bool {
	off, _ := cmd.Flags().GetBool("no-color")
	_, noColor := os.LookupEnv("NO_COLOR")
	return !off && !noColor && os.Getenv("TERM") != "dumb" && isTerminal(cmd.ErrOrStderr())
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
