package export

import (
	"bufio"
	"context"
	"strings"
	"unicode"

	"citygraph/graph"
)

// arrayMark stands between the items of a list: a control character, which no cell holds.
const arrayMark = "\x1f"

const importReadme = `A city graph for neo4j-admin (Neo4j 5 and later). In this folder, with the server stopped, run:

neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=edges.csv --array-delimiter=U+001F --overwrite-destination

It replaces the whole database called neo4j. Nodes are labelled Entity and with their type.
`

// writeNeo4jAdmin writes nodes.csv and edges.csv with typed headers for neo4j-admin database
// import, and README.txt with the command to run. Labels, relationship types and property names
// are those of graph/neo4j; lists are arrays. Control characters in a cell become spaces, so
// that every record is one line.
func writeNeo4jAdmin(ctx context.Context, src source, s *sink) error {
	err := s.next(func(w *bufio.Writer) error {
		t := newTable(w, false)
		if err := t.row([]string{"id:ID", ":LABEL", "name:string"}, typedNames(nodeColumns())); err != nil {
			return err
		}
		return t.end(src.nodes(ctx, func(n graph.Node) error {
			label := "Entity" + arrayMark + string(n.Type)
			return t.row([]string{string(n.ID), label, oneLine(n.Main)}, typedCells(nodeColumns(), n))
		}))
	})
	if err != nil {
		return err
	}
	err = s.next(func(w *bufio.Writer) error {
		t := newTable(w, false)
		if err := t.row([]string{":START_ID", ":END_ID", ":TYPE", "id:string"}, typedNames(edgeColumns())); err != nil {
			return err
		}
		return t.end(src.edges(ctx, func(e edge) error {
			return t.row([]string{string(e.From), string(e.To), string(e.Type), string(e.ID)}, typedCells(edgeColumns(), e))
		}))
	})
	if err != nil {
		return err
	}
	return s.next(func(w *bufio.Writer) error {
		_, err := w.WriteString(importReadme)
		return err
	})
}

func typedNames[T any](columns []column[T]) []string {
	types := map[kind]string{text: "string", integer: "long", real: "double", boolean: "boolean", list: "string[]"}
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name + ":" + types[c.kind]
	}
	return out
}

func typedCells[T any](columns []column[T], row T) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		switch v := c.value(row).(type) {
		case []string:
			items := make([]string, len(v))
			for j, item := range v {
				items[j] = oneLine(item)
			}
			out[i] = strings.Join(items, arrayMark)
		default:
			out[i] = oneLine(cell(v))
		}
	}
	return out
}

func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}
