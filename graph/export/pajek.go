package export

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strings"

	"citygraph/graph"
)

// writePajek writes a Pajek network: *Vertices, then directed edges as *Arcs and symmetric ones
// as *Edges, each with its support as value, its type as label (l) and where dated the years
// that it holds in brackets. A label is the name with the id behind it, as readers take labels
// for keys. Dates, coordinates and claims have no place in this form beyond that.
//
// Pajek numbers its vertices, so this format alone is not written in constant memory: it holds
// the ids of all nodes written, about 100 bytes each. A reader that is no View and changes
// between count and walk is an ErrConflict.
func writePajek(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		numbers, err := writeVertices(ctx, src, w)
		if err != nil {
			return err
		}
		if err := writePajekEdges(ctx, src, w, "*Arcs", false, numbers); err != nil {
			return err
		}
		return writePajekEdges(ctx, src, w, "*Edges", true, numbers)
	})
}

func writeVertices(ctx context.Context, src source, w *bufio.Writer) (map[graph.EntityID]int, error) {
	count, err := src.countNodes(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(w, "*Vertices %d\n", count); err != nil {
		return nil, err
	}
	numbers := make(map[graph.EntityID]int, count)
	err = src.nodes(ctx, func(n graph.Node) error {
		numbers[n.ID] = len(numbers) + 1
		_, err := fmt.Fprintf(w, "%d %s\n", numbers[n.ID], pajekQuoted(n.Main+" ("+string(n.ID)+")"))
		return err
	})
	if err == nil && len(numbers) != count {
		err = fmt.Errorf("%w: %d nodes were counted, then %d read", graph.ErrConflict, count, len(numbers))
	}
	return numbers, err
}

func writePajekEdges(ctx context.Context, src source, w *bufio.Writer, section string, symmetric bool, numbers map[graph.EntityID]int) error {
	f := src.opts.Edges
	f.Types = typesOf(src.opts.Edges.Types, symmetric)
	if len(f.Types) == 0 {
		return nil
	}
	if _, err := fmt.Fprintln(w, section); err != nil {
		return err
	}
	return src.edgePages(ctx, f, func(page []edge) error {
		for _, e := range page {
			if _, err := fmt.Fprintf(w, "%d %d %d l \"%s\"%s\n", numbers[e.From], numbers[e.To], e.Support, e.Type, years(e)); err != nil {
				return err
			}
		}
		return nil
	})
}

// typesOf are the edge types of a filter that are symmetric or not.
func typesOf(wanted []graph.EdgeType, symmetric bool) []graph.EdgeType {
	var types []graph.EdgeType
	for _, r := range graph.Ontology() {
		if r.Symmetric == symmetric && (len(wanted) == 0 || slices.Contains(wanted, r.Type)) {
			types = append(types, r.Type)
		}
	}
	return types
}

// years is the time of an edge as Pajek writes it, "" where its begin is unknown.
func years(e edge) string {
	start, end := e.holds()
	switch {
	case start == "":
		return ""
	case end == "":
		return " [" + start[:4] + "-*]"
	}
	return " [" + start[:4] + "-" + end[:4] + "]"
}

// pajekQuoted puts a label in quotes on one line; the form has no way to write a quote or a
// backslash that all readers know, so they become ' and /.
func pajekQuoted(label string) string {
	clean := strings.NewReplacer(`"`, "'", `\`, "/", "\n", " ", "\r", " ").Replace(label)
	return `"` + clean + `"`
}
