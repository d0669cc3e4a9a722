package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"strconv"

	"citygraph/graph"
)

// writeCSV writes two tables as Gephi and spreadsheets read them: nodes (Id, Label, …) and
// edges (Source, Target, Type, Weight, Label, …), where Type is Directed or Undirected, Label
// the edge type and Weight the support. RFC 4180 but for the line ends, UTF-8; lists stand in
// one cell, apart by "|". Cells are what the articles say, unchanged: import them as text, as a
// spreadsheet may take one that begins with "=" for a formula.
func writeCSV(ctx context.Context, src source, s *sink) error {
	err := s.next(func(w *bufio.Writer) error {
		t := newTable(w, src.opts.BOM)
		if err := t.row([]string{"Id", "Label"}, names(nodeColumns())); err != nil {
			return err
		}
		return t.end(src.nodes(ctx, func(n graph.Node) error {
			return t.row([]string{string(n.ID), n.Main}, cells(nodeColumns(), n))
		}))
	})
	if err != nil {
		return err
	}
	return s.next(func(w *bufio.Writer) error {
		t := newTable(w, src.opts.BOM)
		if err := t.row([]string{"Source", "Target", "Type", "Weight", "Label", "Id"}, names(edgeColumns())); err != nil {
			return err
		}
		return t.end(src.edges(ctx, func(e edge) error {
			lead := []string{string(e.From), string(e.To), directedness(e), strconv.Itoa(e.Support), string(e.Type), string(e.ID)}
			return t.row(lead, cells(edgeColumns(), e))
		}))
	})
}

func directedness(e edge) string {
	if symmetric(e.Type) {
		return "Undirected"
	}
	return "Directed"
}

// table is a CSV file whose rows are made of two parts.
type table struct{ w *csv.Writer }

func newTable(w *bufio.Writer, bom bool) table {
	if bom {
		_, _ = w.WriteString("\ufeff") // the writer keeps its first error for the rows
	}
	return table{csv.NewWriter(w)}
}

func (t table) row(lead, rest []string) error { return t.w.Write(append(lead, rest...)) }

// end flushes what was written after a walk without error.
func (t table) end(walk error) error {
	if walk != nil {
		return walk
	}
	t.w.Flush()
	return t.w.Error()
}

func names[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func cells[T any](columns []column[T], row T) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = cell(c.value(row))
	}
	return out
}
