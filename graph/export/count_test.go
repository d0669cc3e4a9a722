package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/export"
)

// counted is what a reader of a format finds in it.
type counted struct{ nodes, edges int }

// counters read each format that holds the whole graph, without any of the writers' code.
var counters = map[string]func(*testing.T, files) counted{
	"csv": func(t *testing.T, f files) counted {
		return counted{len(rows(t, f, "nodes.csv")) - 1, len(rows(t, f, "edges.csv")) - 1}
	},
	"neo4j-admin": func(t *testing.T, f files) counted {
		return counted{len(rows(t, f, "nodes.csv")) - 1, len(rows(t, f, "edges.csv")) - 1}
	},
	"gexf":    func(t *testing.T, f files) counted { return elements(t, f["graph.gexf"]) },
	"graphml": func(t *testing.T, f files) counted { return elements(t, f["graph.graphml"]) },
	"cytoscape": func(t *testing.T, f files) counted {
		var doc struct{ Elements struct{ Nodes, Edges []any } }
		parse(t, f["graph.cyjs"].Bytes(), &doc)
		return counted{len(doc.Elements.Nodes), len(doc.Elements.Edges)}
	},
	"geojson": func(t *testing.T, f files) counted {
		var doc collection
		parse(t, f["graph.geojson"].Bytes(), &doc)
		n := counted{doc.Omitted.Nodes, doc.Omitted.Edges}
		for _, feature := range doc.Features {
			if feature.Geometry.Type == "Point" {
				n.nodes++
			} else {
				n.edges++
			}
		}
		return n
	},
	"turtle": func(t *testing.T, f files) counted {
		var n counted
		for _, tr := range triples(t, f["graph.ttl"].String()) {
			if tr.predicate == "urn:citygraph:term:main" {
				n.nodes++
			}
			if tr.object == "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>" {
				n.edges++
			}
		}
		return n
	},
	"pajek": func(t *testing.T, f files) counted {
		net := readPajek(t, f["graph.net"].String())
		return counted{len(net.labels), len(net.lines)}
	},
}

// TestCounts: under every selection each format holds as many nodes and edges as the reader.
func TestCounts(t *testing.T) {
	store := reference(t)
	selections := map[string]export.Options{
		"all":         {},
		"cities":      {Types: []graph.EntityType{graph.City}},
		"ties":        {Edges: graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}},
		"one article": {Edges: graph.EdgeFilter{MinSupport: 2}},
		"people":      {Types: []graph.EntityType{graph.Person, graph.City}, Edges: graph.EdgeFilter{Order: graph.BySupport}},
		"nothing":     {Types: []graph.EntityType{graph.Event}},
	}
	for name, opts := range selections {
		want := expected(t, store, opts)
		for format, count := range counters {
			t.Run(name+"/"+format, func(t *testing.T) {
				if got := count(t, write(t, store, format, opts)); got != want {
					t.Errorf("%+v, the reader has %+v", got, want)
				}
			})
		}
	}
}

// expected counts by the reader alone.
func expected(t *testing.T, r graph.Reader, opts export.Options) counted {
	t.Helper()
	nodes, err := r.FindNodes(t.Context(), graph.NodeFilter{Types: opts.Types}, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		t.Fatal(err)
	}
	edges, err := r.FindEdges(t.Context(), nil, opts.Edges, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		t.Fatal(err)
	}
	in := map[graph.EntityID]bool{}
	for _, n := range nodes.Items {
		in[n.ID] = true
	}
	n := counted{nodes: len(nodes.Items)}
	for _, e := range edges[0].Items {
		if in[e.From] && in[e.To] {
			n.edges++
		}
	}
	return n
}

func rows(t *testing.T, f files, name string) [][]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(f[name].String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func elements(t *testing.T, b *bytes.Buffer) counted {
	t.Helper()
	var doc struct {
		Graph struct {
			Nodes      []struct{} `xml:"node"`
			Edges      []struct{} `xml:"edge"`
			GEXFNodes  []struct{} `xml:"nodes>node"`
			GEXFEdges  []struct{} `xml:"edges>edge"`
			Attributes []struct{} `xml:"attributes"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	return counted{len(doc.Graph.Nodes) + len(doc.Graph.GEXFNodes), len(doc.Graph.Edges) + len(doc.Graph.GEXFEdges)}
}

func parse(t *testing.T, b []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}
