package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"citygraph/loader"
)

// plainEvery is how often a load says where it is when nobody watches a bar.
const plainEvery = 5 * time.Second

// progress returns what tells of a load: a bar on a terminal, plain lines elsewhere.
func progress(cmd *cobra.Command) (func(loader.Progress), error) {
	quiet, _ := cmd.Flags().GetBool("quiet")
	kind := "auto"
	if f := cmd.Flags().Lookup("progress"); f != nil {
		kind = f.Value.String()
	}
	if kind == "auto" && isTerminal(cmd.ErrOrStderr()) {
		kind = "bar"
	}
	switch {
	case quiet || kind == "none":
		return nil, nil //nolint:nilnil // no progress is a nil callback
	case kind == "bar":
		return bar(cmd), nil
	case kind == "plain" || kind == "auto":
		return plain(cmd), nil
	}
	return nil, usageError("--progress %s: want auto, bar, plain or none", kind)
}

func bar(cmd *cobra.Command) func(loader.Progress) {
	var b *progressbar.ProgressBar
	return func(p loader.Progress) {
		if b == nil {
			b = progressbar.NewOptions(max(p.Total, -1), progressbar.OptionSetWriter(cmd.ErrOrStderr()),
				progressbar.OptionSetDescription("loading"), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
				progressbar.OptionSetItsString("articles"), progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionEnableColorCodes(colours(cmd)), progressbar.OptionClearOnFinish())
		}
		_ = b.Set(p.Seen) // a bar that cannot be drawn stops no load
		if p.Done {
			_ = b.Finish()
		}
	}
}

func plain(cmd *cobra.Command) func(loader.Progress) {
	last := time.Now()
	return func(p loader.Progress) {
		if now := time.Now(); now.Sub(last) >= plainEvery && !p.Done {
			last = now
			fmt.Fprintf(cmd.ErrOrStderr(), "read %d of %d articles, %d quarantined\n", p.Seen, max(p.Total, p.Seen), p.Report.Quarantined)
		}
	}
}
