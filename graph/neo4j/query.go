package neo4j

import (
	"context"
	"embed"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
)

//go:embed queries/*.cypher
var queryFiles embed.FS

// runner is a transaction, whoever opened it.
type runner interface {
	Run(ctx context.Context, cypher string, params map[string]any) (neo4j.ResultWithContext, error)
}

type params = map[string]any

// parts fill the ‹slots› of a query that parameters cannot fill: labels, relationship types,
// and conditions that are left out so that an index serves the rest. All come from constants of
// this package and of the ontology, never from input.
type parts map[string]string

// query reads an embedded query, fills its slots and drops its header.
func query(name string, p parts) string {
	text, err := queryFiles.ReadFile("queries/" + name + ".cypher")
	if err != nil {
		panic("neo4j: " + err.Error()) // the names are constants
	}
	var lines []string
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	out := strings.Join(lines, "\n")
	for slot, value := range p {
		out = strings.ReplaceAll(out, "‹"+slot+"›", value)
	}
	return out
}

// rows runs a query and hands every record to each, in order.
func rows(ctx context.Context, tx runner, cypher string, p params, each func(record) error) error {
	result, err := tx.Run(ctx, cypher, p)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if err := each(record{result.Record()}); err != nil {
			return err
		}
	}
	return result.Err()
}

// exec runs a query that answers nothing.
func exec(ctx context.Context, tx runner, cypher string, p params) error {
	return rows(ctx, tx, cypher, p, func(record) error { return nil })
}

// chunk is how many rows one statement takes: above it the list of parameters costs more
// memory than the round trip saves time.
const chunk = 1000

// execRows runs a query that answers nothing once for every chunk of rows, which it finds as
// $rows.
func execRows(ctx context.Context, tx runner, cypher string, list []any, p params) error {
	return chunks(ctx, tx, cypher, list, p, func(record) error { return nil })
}

// chunks runs a query once for every chunk of rows, which it finds as $rows, and hands every
// record to each.
func chunks(ctx context.Context, tx runner, cypher string, list []any, p params, each func(record) error) error {
	for len(list) > 0 {
		n := min(chunk, len(list))
		all := params{"rows": list[:n]}
		for k, v := range p {
			all[k] = v
		}
		if err := rows(ctx, tx, cypher, all, each); err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}

// allTypes is the relationship pattern of every edge type.
func allTypes() string {
	var types []string
	for _, r := range graph.Ontology() {
		types = append(types, string(r.Type))
	}
	return strings.Join(types, "|")
}

// noType is a relationship type that no edge has.
const noType = "NONE"

// typePattern is the relationship pattern of these edge types, of all where there are none.
// What is not in the ontology is no edge's type and never stands in a query.
func typePattern(types []graph.EdgeType) string {
	if len(types) == 0 {
		return allTypes()
	}
	var known []string
	for _, r := range graph.Ontology() {
		if slices.Contains(types, r.Type) {
			known = append(known, string(r.Type))
		}
	}
	if len(known) == 0 {
		return noType
	}
	return strings.Join(known, "|")
}

// strs makes a parameter of a list of text.
func strs[T ~string](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
