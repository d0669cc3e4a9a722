package derive

import (
	"cmp"
	"slices"
	"strings"

	"citygraph/graph"
)

// Description is one way an entity is described, and how many current articles describe it so.
type Description struct {
	Entity   graph.Entity
	Articles int
}

// Node concludes a node from all current descriptions of one entity; Degree is the store's to
// set. Without a description there is no node, and the zero Node is returned.
func Node(descriptions []Description) graph.Node {
	if len(descriptions) == 0 {
		return graph.Node{}
	}
	sorted := slices.Clone(descriptions)
	slices.SortFunc(sorted, func(a, b Description) int {
		return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Entity.Hash(), b.Entity.Hash()))
	})
	node := graph.Node{Entity: sorted[0].Entity}
	node.Names, node.Topics = nil, nil
	for _, d := range sorted {
		node.Articles += d.Articles
		fill(&node.Entity, d.Entity)
	}
	node.Entity = node.Entity.Normal()
	return node
}

// fill adds what e tells and node does not have yet. Better described entities come first, so
// a value that is set stays.
func fill(node *graph.Entity, e graph.Entity) {
	for _, n := range e.Names {
		if len(node.Names) < graph.MaxNames && !slices.Contains(node.Names, n) {
			node.Names = append(node.Names, n)
		}
	}
	node.Topics = append(node.Topics, e.Topics...)
	node.Country = cmp.Or(node.Country, e.Country)
	node.Region = cmp.Or(node.Region, e.Region)
	node.Place = cmp.Or(node.Place, e.Place)
	node.Round = max(node.Round, e.Round)
	node.Renewal = node.Renewal || e.Renewal
	if node.Date.IsZero() || node.Date.Contains(e.Date) && node.Date.Value != e.Date.Value {
		node.Date = e.Date
	}
	if node.Until.IsZero() {
		node.Until = e.Until
	}
	if node.Status == "" || node.Status == graph.StatusPlanned && e.Status != "" {
		node.Status = e.Status
	}
}
