package eval

import (
	"fmt"
	"maps"
	"slices"

	"citygraph/graph"
)

// Identity says how well people and institutions are held together across the set's articles.
type Identity struct {
	Keys   int      `json:"keys"`   // gold people and institutions found in two articles or more
	Split  int      `json:"split"`  // of them, those under two ids or more
	IDs    int      `json:"ids"`    // ids found
	Merged int      `json:"merged"` // of them, those that stand for two keys or more
	Listed []string `json:"listed,omitempty"`
}

// identities gathers which id each gold key was found under.
type identities struct {
	ids      map[string]map[graph.EntityID]bool
	keys     map[graph.EntityID]map[string]bool
	articles map[string]int
}

func newIdentities() *identities {
	return &identities{map[string]map[graph.EntityID]bool{}, map[graph.EntityID]map[string]bool{}, map[string]int{}}
}

func (x *identities) add(g *goldSide, m matching, classes graph.Classes) {
	for key, found := range m.found {
		if t := g.types[key]; t != graph.Person && t != graph.Institution {
			continue
		}
		x.articles[key]++
		for _, id := range found {
			id = classes.Survivor(id)
			if x.ids[key] == nil {
				x.ids[key] = map[graph.EntityID]bool{}
			}
			if x.keys[id] == nil {
				x.keys[id] = map[string]bool{}
			}
			x.ids[key][id] = true
			x.keys[id][key] = true
		}
	}
}

// scores counts; the listing is left out where errors may not be shown.
func (x *identities) scores(list bool) Identity {
	out := Identity{IDs: len(x.keys)}
	for _, key := range slices.Sorted(maps.Keys(x.ids)) {
		if x.articles[key] < 2 {
			continue
		}
		out.Keys++
		if len(x.ids[key]) > 1 {
			out.Split++
			if list {
				out.Listed = append(out.Listed, fmt.Sprintf("split %s: %v", key, slices.Sorted(maps.Keys(x.ids[key]))))
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(x.keys)) {
		if len(x.keys[id]) > 1 {
			out.Merged++
			if list {
				out.Listed = append(out.Listed, fmt.Sprintf("merged %s: %v", id, slices.Sorted(maps.Keys(x.keys[id]))))
			}
		}
	}
	return out
}
