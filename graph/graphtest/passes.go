package graphtest

import (
	"slices"

	"citygraph/graph"
)

func in[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

func anyOf(wanted, has []graph.Topic) bool {
	return len(wanted) == 0 || slices.ContainsFunc(has, func(t graph.Topic) bool { return slices.Contains(wanted, t) })
}

func nodePasses(n graph.Node, f graph.NodeFilter) bool {
	return in(f.Types, n.Type) && in(f.Kinds, n.Kind) && in(f.Status, n.Status) && anyOf(f.Topics, n.Topics) &&
		(f.Country == "" || n.Country == f.Country) && (f.Region == "" || n.Region == f.Region) &&
		(f.GeoNames == 0 || n.GeoNames == f.GeoNames) && (f.ISO == "" || n.ISO == f.ISO) &&
		(f.Date.IsZero() || n.Date.Overlaps(f.Date)) && n.Degree >= f.MinDegree &&
		(f.Name == "" || f.Match.Fits(n.MatchClass(f.Name)))
}

// edgePasses judges an edge read from the node at; "" reads it from nowhere.
func edgePasses(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	return touches(e, at, f.Direction) && farEndPasses(e, at, f) &&
		in(f.Types, e.Type) && in(f.Tiers, e.Tier) && in(f.Statuses, e.Status) && in(f.Modalities, e.Modality) &&
		in(f.Offices, e.Office) && anyOf(f.Topics, e.Topics) &&
		(f.Date.IsZero() || e.Date.Overlaps(f.Date)) && e.HoldsAt(f.ValidAt) &&
		e.Confidence >= f.MinConfidence && e.Support >= f.MinSupport
}

func touches(e graph.Edge, at graph.EntityID, d graph.Direction) bool {
	if at == "" {
		return true
	}
	r, _ := graph.RelationOf(e.Type)
	out := e.From == at || r.Symmetric && e.To == at
	into := e.To == at || r.Symmetric && e.From == at
	switch d {
	case graph.Out:
		return out
	case graph.In:
		return into
	}
	return out || into
}

func farEndPasses(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	ends := []graph.EntityID{e.Other(at)}
	if at == "" {
		ends = []graph.EntityID{e.From, e.To}
	}
	fits := func(test func(graph.EntityID) bool) bool { return slices.ContainsFunc(ends, test) }
	return fits(func(id graph.EntityID) bool { return in(f.Others, id) }) &&
		fits(func(id graph.EntityID) bool { return in(f.OtherTypes, id.TypeOf()) })
}

func claimPasses(c graph.Claim, a graph.Article, f graph.ClaimFilter) bool {
	relation := len(f.Types) == 0 && len(f.Figures) == 0 ||
		c.Type != "" && slices.Contains(f.Types, c.Type) || c.Figure != "" && slices.Contains(f.Figures, c.Figure)
	return relation && in(f.Modalities, c.Modality) && hasLang(f.Langs, a.Lang) && in(f.Sources, a.Source) &&
		c.Confidence >= f.MinConfidence
}

func articlePasses(a graph.Assertion, f graph.ArticleFilter) bool {
	mentions := f.Mentions == "" || slices.ContainsFunc(a.Mentions, func(m graph.MentionRef) bool { return m.Entity == f.Mentions })
	return mentions && hasLang(f.Langs, a.Article.Lang) && in(f.Sources, a.Article.Source) &&
		(f.URL == "" || a.Article.URL == f.URL) &&
		(f.From == "" || a.Article.Date >= f.From) &&
		(f.To == "" || a.Article.Date != "" && prefix(a.Article.Date, len(f.To)) <= f.To)
}

func prefix(s string, n int) string { return s[:min(n, len(s))] }
