package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"citygraph/graph"
)

// ErrBlind refuses the error listing of a blind set. It is a graph.ErrInvalid.
var ErrBlind = fmt.Errorf("eval: a blind set is scored by totals alone: %w", graph.ErrInvalid)

// WriteTable writes the figures as a text table, languages side by side.
func (s Scores) WriteTable(w io.Writer) error {
	b := bufio.NewWriter(w)
	names := append(s.Languages(), "all")
	parts := make([]*Part, len(names))
	for i, n := range names {
		parts[i] = s.Language[n]
	}
	parts[len(parts)-1] = &s.All
	fmt.Fprintf(b, "%-18s", s.Set)
	for i, n := range names {
		fmt.Fprintf(b, " | %-28s", fmt.Sprintf("%s (%d articles)", n, parts[i].Articles))
	}
	fmt.Fprintf(b, "\n%-18s%s\n", "", strings.Repeat(" |     P     R    F1  ok/bad/miss", len(names)))
	row := func(label string, of func(*Part) Tally) {
		fmt.Fprintf(b, "%-18s", label)
		for _, p := range parts {
			t := of(p)
			fmt.Fprintf(b, " | %5.3f %5.3f %5.3f %11s", t.Precision(), t.Recall(), t.F1(), fmt.Sprintf("%d/%d/%d", t.Right, t.Wrong, t.Missed))
		}
		fmt.Fprintln(b)
	}
	row("FACTS", func(p *Part) Tally { return p.Facts })
	row("ENTITIES", func(p *Part) Tally { return p.Entities })
	for _, t := range EntityTypes() {
		row("  "+string(t), func(p *Part) Tally { return p.EntityTypes[t] })
	}
	row("RELATIONS", func(p *Part) Tally { return p.Relations })
	for _, t := range RelationTypes() {
		row("  "+string(t), func(p *Part) Tally { return p.Types[t] })
	}
	row("AGREEMENTS", func(p *Part) Tally { return p.Agreements })
	row("EVENTS", func(p *Part) Tally { return p.Events })
	row("FIGURES", func(p *Part) Tally { return p.Figures })
	for _, name := range Attributes() {
		fmt.Fprintf(b, "%-18s", name)
		for _, p := range parts {
			share := p.Attributes[name]
			fmt.Fprintf(b, " | %5.3f %23s", share.Rate(), fmt.Sprintf("%d/%d", share.Right, share.Of))
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintf(b, "identity: %d of %d people and institutions in several articles split, %d of %d ids merged\n",
		s.Identity.Split, s.Identity.Keys, s.Identity.Merged, s.Identity.IDs)
	if s.All.Quarantined > 0 {
		fmt.Fprintf(b, "quarantined: %d of %d articles\n", s.All.Quarantined, s.All.Articles)
	}
	return b.Flush()
}

// WriteErrors lists what was missed and wrong, article by article. Of a blind set it writes
// nothing and returns ErrBlind.
func (s Scores) WriteErrors(w io.Writer) error {
	if s.Blind {
		return ErrBlind
	}
	b := bufio.NewWriter(w)
	for _, e := range s.Errors {
		fmt.Fprintf(b, "%s\n", e.Article)
		for _, line := range e.Missed {
			fmt.Fprintf(b, "  missed %s\n", line)
		}
		for _, line := range e.Wrong {
			fmt.Fprintf(b, "  wrong  %s\n", line)
		}
	}
	for _, line := range s.Identity.Listed {
		fmt.Fprintf(b, "%s\n", line)
	}
	return b.Flush()
}
