package graphtest

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// state is a whole graph, derived from a set of records.
type state struct {
	records []record
	classes graph.Classes
	claims  []graph.Claim // by id
	edgeOf  map[graph.ClaimID]graph.EdgeID
	edges   []graph.Edge // by id
	nodes   []graph.Node // by id
	article map[graph.ArticleID]graph.Article
}

func newState(records []record, classes graph.Classes) *state {
	s := &state{records: records, classes: classes, edgeOf: map[graph.ClaimID]graph.EdgeID{}, article: map[graph.ArticleID]graph.Article{}}
	groups := map[graph.Group][]graph.Claim{}
	descriptions := map[graph.EntityID]map[string]derive.Description{}
	for _, r := range records {
		s.article[r.Article.ID] = r.Article
		for _, c := range r.read.Claims {
			s.claims = append(s.claims, c)
			if c.Figure == "" {
				groups[c.Group()] = append(groups[c.Group()], c)
			}
		}
		for _, e := range r.read.Entities {
			if descriptions[e.ID] == nil {
				descriptions[e.ID] = map[string]derive.Description{}
			}
			d := descriptions[e.ID][e.Hash()]
			descriptions[e.ID][e.Hash()] = derive.Description{Entity: e, Articles: d.Articles + 1}
		}
	}
	degree := s.deriveEdges(groups)
	for _, of := range descriptions {
		var all []derive.Description
		for _, d := range of {
			all = append(all, d)
		}
		node := derive.Node(all)
		node.Degree = degree[node.ID]
		node.MergedFrom = classes.MergedFrom(node.ID)
		s.nodes = append(s.nodes, node)
	}
	slices.SortFunc(s.nodes, func(a, b graph.Node) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(s.claims, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return s
}

func (s *state) deriveEdges(groups map[graph.Group][]graph.Claim) map[graph.EntityID]int {
	degree := map[graph.EntityID]int{}
	for _, claims := range groups {
		edges, of := derive.Edges(claims)
		s.edges = append(s.edges, edges...)
		for claim, edge := range of {
			s.edgeOf[claim] = edge
		}
		for _, e := range edges {
			degree[e.From]++
			degree[e.To]++
		}
	}
	slices.SortFunc(s.edges, func(a, b graph.Edge) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return degree
}

// follow returns the survivors that ids answer with.
func (s *state) follow(ids []graph.EntityID) []graph.EntityID {
	out := make([]graph.EntityID, len(ids))
	for i, id := range ids {
		out[i] = s.classes.Survivor(id)
	}
	return out
}

// told reports whether an article that passes the filter tells of an edge.
func (s *state) told(e graph.Edge, f graph.EdgeFilter) bool {
	return slices.ContainsFunc(s.claims, func(c graph.Claim) bool {
		a := s.article[c.Article]
		return s.edgeOf[c.ID] == e.ID && hasLang(f.Langs, a.Lang) && in(f.Sources, a.Source)
	})
}
