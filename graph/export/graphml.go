package export

import (
	"bufio"
	"context"

	"citygraph/graph"
)

// writeGraphML writes GraphML (http://graphml.graphdrawing.org/specification.html) with flat
// scalar attributes only, as networkx, igraph, yEd and Gephi read it; lists stand in one
// string, apart by "|". Every edge is directed, a symmetric one from the smaller id with
// symmetric true: networkx refuses files with both.
func writeGraphML(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		f := newXML(w)
		f.begin("graphml", attr("xmlns", "http://graphml.graphdrawing.org/xmlns"))
		nodes := append([]column[graph.Node]{{"label", text, func(n graph.Node) any { return n.Main }}}, nodeColumns()...)
		edges := append([]column[edge]{
			{"type", text, func(e edge) any { return string(e.Type) }},
			{"weight", integer, func(e edge) any { return int64(e.Support) }},
		}, edgeColumns()...)
		graphmlKeys(f, "node", nodes)
		graphmlKeys(f, "edge", edges)
		f.begin("graph", attr("id", "citygraph"), attr("edgedefault", "directed"))
		each(ctx, f, src.nodes, func(n graph.Node) {
			f.begin("node", attr("id", string(n.ID)))
			graphmlData(f, "node", nodes, n)
			f.end(1)
		})
		each(ctx, f, src.edges, func(e edge) {
			f.begin("edge", attr("id", string(e.ID)), attr("source", string(e.From)), attr("target", string(e.To)))
			graphmlData(f, "edge", edges, e)
			f.end(1)
		})
		return f.close()
	})
}

func graphmlKeys[T any](f *xmlFile, class string, columns []column[T]) {
	types := map[kind]string{text: "string", integer: "long", real: "double", boolean: "boolean", list: "string"}
	for _, c := range columns {
		f.leaf("key", "", attr("id", class+"-"+c.name), attr("for", class), attr("attr.name", c.name), attr("attr.type", types[c.kind]))
	}
}

func graphmlData[T any](f *xmlFile, class string, columns []column[T], row T) {
	for _, c := range columns {
		if v := c.value(row); v != nil {
			f.leaf("data", cell(v), attr("key", class+"-"+c.name))
		}
	}
}
