package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"strconv"

	"citygraph/graph"
)

// writeGEXF writes GEXF 1.3 (https://gexf.net/schema.html) without viz. Every edge is directed,
// a symmetric one from the smaller id with symmetric true: networkx refuses files with both.
// Parallel edges have different kinds: the type with the office, role or date that sets the
// edge apart. start and end are days, on edges only; weight is the support.
func writeGEXF(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		f := newXML(w)
		f.begin("gexf", attr("xmlns", "http://gexf.net/1.3"), attr("version", "1.3"))
		f.begin("graph", attr("mode", "dynamic"), attr("timeformat", "date"), attr("timerepresentation", "interval"), attr("defaultedgetype", "directed"))
		gexfAttributes(f, "node", nodeColumns())
		gexfAttributes(f, "edge", edgeColumns())
		f.begin("nodes")
		each(ctx, f, src.nodes, func(n graph.Node) {
			f.begin("node", attr("id", string(n.ID)), attr("label", n.Main))
			gexfValues(f, "n", nodeColumns(), n)
			f.end(1)
		})
		f.end(1)
		f.begin("edges")
		each(ctx, f, src.edges, func(e edge) {
			f.begin("edge", append([]xml.Attr{
				attr("id", string(e.ID)), attr("source", string(e.From)), attr("target", string(e.To)),
				attr("label", string(e.Type)), attr("kind", parallelKind(e)), attr("weight", strconv.Itoa(e.Support)),
			}, interval(e)...)...)
			gexfValues(f, "e", edgeColumns(), e)
			f.end(1)
		})
		return f.close()
	})
}

func gexfAttributes[T any](f *xmlFile, class string, columns []column[T]) {
	types := map[kind]string{text: "string", integer: "long", real: "double", boolean: "boolean", list: "string"}
	f.begin("attributes", attr("class", class), attr("mode", "static"))
	for i, c := range columns {
		f.leaf("attribute", "", attr("id", class[:1]+strconv.Itoa(i)), attr("title", c.name), attr("type", types[c.kind]))
	}
	f.end(1)
}

func gexfValues[T any](f *xmlFile, prefix string, columns []column[T], row T) {
	f.begin("attvalues")
	for i, c := range columns {
		if v := c.value(row); v != nil {
			f.leaf("attvalue", "", attr("for", prefix+strconv.Itoa(i)), attr("value", cell(v)))
		}
	}
	f.end(1)
}

// parallelKind tells an edge from its parallels by what graph/derive sets edges of a group
// apart with.
func parallelKind(e edge) string {
	kind := string(e.Type)
	apart := []string{string(e.Office), string(e.PostedTo), string(e.Role)}
	if happens(e.Type) {
		apart = append(apart, e.Date.Value)
	}
	for _, part := range apart {
		if part != "" {
			kind += " " + part
		}
	}
	return kind
}

// interval is when the edge holds, as attributes.
func interval(e edge) []xml.Attr {
	var attrs []xml.Attr
	start, end := e.holds()
	if start != "" {
		attrs = append(attrs, attr("start", start))
	}
	if end != "" {
		attrs = append(attrs, attr("end", end))
	}
	return attrs
}
