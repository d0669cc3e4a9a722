package derive

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// Edges concludes the edges of one group from all its current claims, in ascending id order,
// and says which edge each claim belongs to. Claims without an edge (denials where nothing
// else is said) are not in the map. Claims of several groups are a caller's error and give
// edges of the first.
func Edges(claims []graph.Claim) ([]graph.Edge, map[graph.ClaimID]graph.EdgeID) {
	asserted, denied := split(claims)
	of := make(map[graph.ClaimID]graph.EdgeID, len(claims))
	if len(asserted) == 0 {
		return nil, of
	}
	group := asserted[0].Group()
	var edges []graph.Edge
	for key, part := range partition(asserted) {
		edge := conclude(part)
		edge.ID = graph.NewEdgeID(group, key)
		edge.Type, edge.From, edge.To = group.Type, group.Subject, group.Object
		edges = append(edges, edge)
		for _, c := range part {
			of[c.ID] = edge.ID
		}
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, c := range denied {
		of[c.ID] = edges[0].ID
	}
	return edges, of
}

// split sorts the claims by id, so that nothing depends on the order they came in.
func split(claims []graph.Claim) (asserted, denied []graph.Claim) {
	sorted := slices.Clone(claims)
	slices.SortFunc(sorted, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, c := range sorted {
		if c.Modality == graph.Denied {
			denied = append(denied, c)
		} else {
			asserted = append(asserted, c)
		}
	}
	return asserted, denied
}

// partition cuts a group into edges by what sets them apart.
func partition(claims []graph.Claim) map[string][]graph.Claim {
	key := func(c graph.Claim) string { return "" }
	switch claims[0].Type {
	case graph.HoldsOffice:
		key = func(c graph.Claim) string { return string(c.Office) + "|" + string(c.PostedTo) }
	case graph.ParticipatedIn:
		key = func(c graph.Claim) string { return string(c.Role) }
	case graph.Visited, graph.Met:
		roots := mergeDates(claims)
		key = func(c graph.Claim) string { return roots[c.Date.Value] }
	}
	parts := map[string][]graph.Claim{}
	for _, c := range claims {
		parts[key(c)] = append(parts[key(c)], c)
	}
	return parts
}
