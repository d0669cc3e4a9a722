package graphtest

import (
	"cmp"
	"slices"

	"citygraph/graph"
)

// plainPaths lists every path of at most depth edges by trying all of them: shortest first,
// then by edge ids.
func plainPaths(edges []graph.Edge, from, to graph.EntityID, depth int) [][]graph.EdgeID {
	var found [][]graph.EdgeID
	var visit func(at graph.EntityID, path []graph.EdgeID, on []graph.EntityID)
	visit = func(at graph.EntityID, path []graph.EdgeID, on []graph.EntityID) {
		if at == to {
			found = append(found, slices.Clone(path))
			return
		}
		if len(path) == depth {
			return
		}
		for _, e := range edges {
			if e.From != at && e.To != at || slices.Contains(on, e.Other(at)) {
				continue
			}
			visit(e.Other(at), append(path, e.ID), append(on, e.Other(at)))
		}
	}
	visit(from, nil, []graph.EntityID{from})
	slices.SortFunc(found, func(a, b []graph.EdgeID) int {
		return cmp.Or(len(a)-len(b), slices.Compare(a, b))
	})
	return found
}
