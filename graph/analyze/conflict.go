package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// Aspect is what claims about one tie may differ on.
type Aspect string

// The aspects of a conflict.
const (
	AspectDate      Aspect = "DATE"
	AspectTier      Aspect = "TIER"
	AspectStatus    Aspect = "STATUS"
	AspectExistence Aspect = "EXISTENCE" // some assert the tie, some deny it
)

// Conflict is claims about one tie that cannot all be right.
type Conflict struct {
	Aspect    Aspect
	Positions []Position // the one with most sources first, then by value
}

// Position is one value with those who hold it.
type Position struct {
	Value   string // a date, tier or status; ASSERTED or DENIED of an existence
	Sources []string
	Claims  []graph.Claim
}

// conflicts compares claims about one tie by source. Dates agree where one lies inside the
// other; a claim that does not speak of an aspect takes no position.
func (s *source) conflicts(ctx context.Context, claims []graph.Claim) ([]Conflict, error) {
	articles, err := s.articles(ctx, claims)
	if err != nil {
		return nil, err
	}
	var found []Conflict
	for _, a := range []struct {
		aspect Aspect
		value  func(graph.Claim) string
	}{
		{AspectDate, func(c graph.Claim) string { return c.Date.Value }},
		{AspectTier, func(c graph.Claim) string { return string(c.Tier) }},
		{AspectStatus, func(c graph.Claim) string { return string(c.Status) }},
		{AspectExistence, existence},
	} {
		positions := positionsOf(claims, articles, a.value)
		if len(positions) > 1 && !(a.aspect == AspectDate && allAgree(positions)) {
			found = append(found, Conflict{a.aspect, positions})
		}
	}
	return found, nil
}

func existence(c graph.Claim) string {
	if c.Modality == graph.Denied {
		return string(graph.Denied)
	}
	return "ASSERTED"
}

func positionsOf(claims []graph.Claim, articles map[graph.ArticleID]graph.Article, value func(graph.Claim) string) []Position {
	var positions []Position
	for _, c := range claims {
		v := value(c)
		if v == "" {
			continue
		}
		i := slices.IndexFunc(positions, func(p Position) bool { return p.Value == v })
		if i < 0 {
			i = len(positions)
			positions = append(positions, Position{Value: v})
		}
		positions[i].Claims = append(positions[i].Claims, c)
		if source := articles[c.Article].Source; source != "" {
			positions[i].Sources = unique(append(positions[i].Sources, source))
		}
	}
	slices.SortFunc(positions, func(a, b Position) int {
		return cmp.Or(len(b.Sources)-len(a.Sources), cmp.Compare(a.Value, b.Value))
	})
	return positions
}

// allAgree reports whether every date lies inside, or holds, every other.
func allAgree(positions []Position) bool {
	for i, p := range positions {
		for _, q := range positions[:i] {
			a, b := graph.Date{Value: p.Value}, graph.Date{Value: q.Value}
			if !a.Contains(b) && !b.Contains(a) {
				return false
			}
		}
	}
	return true
}
