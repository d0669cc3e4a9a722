package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/match"
)

// MatchQuery is a name of a list.
type MatchQuery struct {
	Name    string
	Types   []graph.EntityType
	Country *string
}

// MatchResult is the candidates for one name.
type MatchResult struct {
	Name       string
	Candidates []*MatchCandidate
}

// MatchCandidate is an entity that a name may mean.
type MatchCandidate struct {
	Entity      Entity
	MatchedName *Name
	Score       float64
	Certain     bool
	Features    []*MatchFeature
}

// MatchFeature is one thing that a score is made of.
type MatchFeature = match.Feature

// Match finds what the names of a list mean.
func (Query) Match(ctx context.Context, queries []*MatchQuery, limit int, asOf *time.Time, validAt *graph.Date) ([]*MatchResult, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, len(queries), graph.Page{Limit: max(limit, 0)}); err != nil {
		return nil, err
	}
	asked := make([]match.Query, len(queries))
	for i, q := range queries {
		asked[i] = match.Query{Name: q.Name, Types: q.Types, Country: graph.EntityID(value(q.Country))}
	}
	s := newScope(asOf, validAt)
	all, err := match.Candidates(ctx, r, asked, limit, s.asOf)
	if err != nil {
		return nil, err
	}
	return matchResults(ctx, queries, all, s)
}

// matchResults makes the objects of an answer, all entities in one group.
func matchResults(ctx context.Context, queries []*MatchQuery, all [][]match.Candidate, s scope) ([]*MatchResult, error) {
	var nodes []graph.Node
	for _, list := range all {
		for _, c := range list {
			nodes = append(nodes, c.Node)
		}
	}
	group := newEntities(nodes, s)
	results := make([]*MatchResult, len(all))
	for i, list := range all {
		results[i] = &MatchResult{Name: queries[i].Name, Candidates: []*MatchCandidate{}}
		for _, c := range list {
			item := &MatchCandidate{Entity: group.get(c.Node.ID), MatchedName: &Name{c.Name}, Score: c.Score, Certain: c.Certain}
			for j := range c.Features {
				item.Features = append(item.Features, &c.Features[j])
			}
			results[i].Candidates = append(results[i].Candidates, item)
		}
	}
	return results, spendRows(ctx, len(nodes))
}
