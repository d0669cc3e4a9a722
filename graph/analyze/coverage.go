package analyze

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// round4 rounds to four digits, so that answers are the same however sums were taken.
func round4(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// Coverage is who tells of a tie.
type Coverage struct {
	Edge    graph.Edge
	Near    graph.EntityID
	Langs   []FacetCount // articles by language, most first
	Sources []FacetCount // articles by publisher, most first; "" where it is not named
}

// TieCoverage returns the ties of a place, or of the whole graph, with the languages and
// publishers of the articles that assert them: fewest languages first, then fewest publishers.
// Denials attest nothing.
func TieCoverage(ctx context.Context, r graph.Reader, place graph.EntityID, f graph.EdgeFilter) ([]Coverage, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	ties, err := s.atOrAll(ctx, place, only(f, graph.TwinnedWith))
	if err != nil {
		return nil, err
	}
	claims, err := s.claimsOf(ctx, ties)
	if err != nil {
		return nil, err
	}
	var all []graph.Claim
	for _, e := range ties {
		all = append(all, claims[e.ID]...)
	}
	articles, err := s.articles(ctx, all)
	if err != nil {
		return nil, err
	}
	found := make([]Coverage, len(ties))
	for i, e := range ties {
		found[i] = coverage(e, place, claims[e.ID], articles)
	}
	slices.SortFunc(found, func(a, b Coverage) int {
		return cmp.Or(len(a.Langs)-len(b.Langs), len(a.Sources)-len(b.Sources), cmp.Compare(a.Edge.ID, b.Edge.ID))
	})
	return found, nil
}

func coverage(e graph.Edge, near graph.EntityID, claims []graph.Claim, articles map[graph.ArticleID]graph.Article) Coverage {
	langs, sources := map[string]int{}, map[string]int{}
	counted := map[graph.ArticleID]bool{}
	for _, c := range claims {
		a, current := articles[c.Article]
		if c.Modality == graph.Denied || counted[c.Article] || !current {
			continue
		}
		counted[c.Article] = true
		langs[a.Lang]++
		sources[a.Source]++
	}
	return Coverage{e, near, ranked(langs), ranked(sources)}
}

// Witnesses returns, for each edge, its claims by independent text: equal and near-equal copies of
// one text are one group. Denials are left out. Groups are in order of their text's mark.
func Witnesses(ctx context.Context, r graph.Reader, edges []graph.Edge, asOf time.Time) (map[graph.EdgeID][][]graph.Claim, error) {
	s := newSource(r, asOf)
	claims, err := s.claimsOf(ctx, edges)
	if err != nil {
		return nil, err
	}
	found := make(map[graph.EdgeID][][]graph.Claim, len(claims))
	for id, list := range claims {
		found[id] = derive.Witnesses(slices.DeleteFunc(list, func(c graph.Claim) bool { return c.Modality == graph.Denied }))
	}
	return found, nil
}
