package export

import (
	"bufio"
	"context"
	"fmt"

	"citygraph/graph"
)

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

// writeGeoJSON writes GeoJSON (RFC 7946): every node with coordinates as a point, every edge
// between two of them as its great circle, cut at the antimeridian. What has no place on a map
// is counted in the foreign member "omitted" at the end.
func writeGeoJSON(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		features := &jsonList{w: w}
		var nodes, edges int // omitted
		return around(w, `{"type":"FeatureCollection","features":[`, "", func() error {
			if err := writePoints(ctx, src, features, &nodes); err != nil {
				return err
			}
			if err := writeLines(ctx, src, features, &edges); err != nil {
				return err
			}
			_, err := fmt.Fprintf(w, "\n],\"omitted\":{\"nodes\":%d,\"edges\":%d}}\n", nodes, edges)
			return err
		})
	})
}

func writePoints(ctx context.Context, src source, features *jsonList, omitted *int) error {
	return src.nodes(ctx, func(n graph.Node) error {
		if !located(n) {
			*omitted++
			return nil
		}
		data := properties(nodeColumns(), n)
		data["name"] = n.Main
		return features.add(feature{"Feature", string(n.ID), geometry{"Point", pointOf(n).position()}, data})
	})
}

func writeLines(ctx context.Context, src source, features *jsonList, omitted *int) error {
	return src.edgePages(ctx, src.opts.Edges, func(page []edge) error {
		ends, err := locate(ctx, src, page)
		if err != nil {
			return err
		}
		for _, e := range page {
			from, known := ends[e.From]
			to, too := ends[e.To]
			if !known || !too {
				*omitted++
				continue
			}
			data := properties(edgeColumns(), e)
			data["type"], data["from"], data["to"] = e.Type, e.From, e.To
			if err := features.add(feature{"Feature", string(e.ID), lineGeometry(greatCircle(from, to)), data}); err != nil {
				return err
			}
		}
		return nil
	})
}

// locate finds the coordinates of the ends of edges, where the graph has them.
func locate(ctx context.Context, src source, page []edge) (map[graph.EntityID]point, error) {
	ids := make([]graph.EntityID, 0, 2*len(page))
	for _, e := range page {
		ids = append(ids, e.From, e.To)
	}
	nodes, err := src.r.Nodes(ctx, ids, src.opts.Edges.AsOf)
	if err != nil {
		return nil, err
	}
	ends := make(map[graph.EntityID]point, len(nodes))
	for _, n := range nodes {
		if located(n) {
			ends[n.ID] = pointOf(n)
		}
	}
	return ends, nil
}

func pointOf(n graph.Node) point { return point{lon: n.Lon, lat: n.Lat} }

func lineGeometry(parts [][]point) geometry {
	lines := make([][][2]float64, len(parts))
	for i, part := range parts {
		for _, p := range part {
			lines[i] = append(lines[i], p.position())
		}
	}
	if len(lines) == 1 {
		return geometry{"LineString", lines[0]}
	}
	return geometry{"MultiLineString", lines}
}
