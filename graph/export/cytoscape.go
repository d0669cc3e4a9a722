package export

import (
	"bufio"
	"context"

	"citygraph/graph"
)

// writeCytoscape writes Cytoscape JSON (cyjs), which Cytoscape opens and cytoscape.js takes as
// its elements: lists are arrays, what is unknown is absent.
func writeCytoscape(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		err := around(w, `{"format_version":"1.0","generated_by":"citygraph","data":{"name":"citygraph"},"elements":{"nodes":[`, "\n],", func() error {
			nodes := jsonList{w: w}
			return src.nodes(ctx, func(n graph.Node) error { return nodes.add(element{cytoscapeNode(n)}) })
		})
		if err != nil {
			return err
		}
		return around(w, `"edges":[`, "\n]}}\n", func() error {
			edges := jsonList{w: w}
			return src.edges(ctx, func(e edge) error { return edges.add(element{cytoscapeEdge(e)}) })
		})
	})
}

type element struct {
	Data map[string]any `json:"data"`
}

func cytoscapeNode(n graph.Node) map[string]any {
	data := properties(nodeColumns(), n)
	data["id"], data["name"] = n.ID, n.Main
	return data
}

func cytoscapeEdge(e edge) map[string]any {
	data := properties(edgeColumns(), e)
	data["id"], data["source"], data["target"], data["interaction"] = e.ID, e.From, e.To, e.Type
	return data
}
