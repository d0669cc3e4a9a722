package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// MaxNodesRead is how many nodes one answer may read.
const MaxNodesRead = 200_000

// Ambiguity is names that the same entities of one kind bear.
type Ambiguity struct {
	Keys       []string // the name keys, ascending
	Texts      []string // one a key: the name as the best known candidate writes it
	Candidates []Candidate
}

// Candidate is an entity that a name may mean.
type Candidate struct {
	Node  graph.Node
	Score float64 // its share of the articles that mention any of the candidates, to four digits
}

// Ambiguities returns the names that at least two entities bear which one could take for each
// other: places among places, people among people, institutions among institutions. With types,
// only entities of these; with a name key, only that name. Names of the same entities are one
// ambiguity. Most candidates first, then by key; candidates by score, then id.
func Ambiguities(ctx context.Context, r graph.Reader, key string, types []graph.EntityType, f graph.EdgeFilter) ([]Ambiguity, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	if len(types) == 0 {
		types = []graph.EntityType{graph.City, graph.Region, graph.Country, graph.Person, graph.Institution}
	}
	nodes, err := allNodes(ctx, r, graph.NodeFilter{Types: types, Name: key, AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	type bearer struct {
		key  string
		kind graph.EntityType
	}
	bearers := map[bearer][]Candidate{}
	for _, n := range nodes {
		kind := n.Type
		if kind.IsPlace() {
			kind = graph.City
		}
		keys := map[string]bool{}
		for _, name := range n.Names {
			if !keys[name.Key] && (key == "" || name.Key == key) {
				keys[name.Key] = true
				bearers[bearer{name.Key, kind}] = append(bearers[bearer{name.Key, kind}], Candidate{Node: n})
			}
		}
	}
	byBearers := map[string]*Ambiguity{}
	for b, candidates := range bearers {
		if len(candidates) < 2 {
			continue
		}
		set := ""
		for _, c := range candidates { // in order of id, as they were read
			set += string(c.Node.ID) + " "
		}
		if byBearers[set] == nil {
			byBearers[set] = &Ambiguity{Candidates: scored(candidates)}
		}
		byBearers[set].Keys = append(byBearers[set].Keys, b.key)
	}
	return sortedAmbiguities(byBearers), nil
}

func sortedAmbiguities(sets map[string]*Ambiguity) []Ambiguity {
	found := make([]Ambiguity, 0, len(sets))
	for _, a := range sets {
		slices.Sort(a.Keys)
		for _, key := range a.Keys {
			a.Texts = append(a.Texts, textOf(a.Candidates[0].Node, key))
		}
		found = append(found, *a)
	}
	slices.SortFunc(found, func(a, b Ambiguity) int {
		return cmp.Or(len(b.Candidates)-len(a.Candidates), cmp.Compare(a.Keys[0], b.Keys[0]), cmp.Compare(a.Candidates[0].Node.ID, b.Candidates[0].Node.ID))
	})
	return found
}

func scored(candidates []Candidate) []Candidate {
	all := 0
	for _, c := range candidates {
		all += c.Node.Articles
	}
	for i := range candidates {
		candidates[i].Score = round4(float64(candidates[i].Node.Articles) / float64(max(1, all)))
	}
	slices.SortFunc(candidates, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Node.ID, b.Node.ID))
	})
	return candidates
}

func textOf(n graph.Node, key string) string {
	for _, name := range n.Names {
		if name.Key == key {
			return name.Text
		}
	}
	return key
}

// allNodes reads every node that passes, in order of id.
func allNodes(ctx context.Context, r graph.Reader, f graph.NodeFilter) ([]graph.Node, error) {
	f.Order = graph.ByID
	var all []graph.Node
	page := graph.Page{Limit: graph.MaxScan}
	for {
		list, err := r.FindNodes(ctx, f, page)
		if err != nil {
			return nil, err
		}
		if all = append(all, list.Items...); len(all) > MaxNodesRead {
			return nil, &graph.LimitError{Limit: "MaxNodesRead", Max: MaxNodesRead, Got: len(all)}
		}
		if !list.HasNext {
			return all, nil
		}
		page.After = list.Positions[len(list.Positions)-1]
	}
}
