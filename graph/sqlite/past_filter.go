package sqlite

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// The filters again, on what was derived on the fly; the conformance suite holds them and the
// fragments of SQL to one oracle.

func among[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

func anyAmong[T comparable](list, values []T) bool {
	return len(list) == 0 || slices.ContainsFunc(values, func(v T) bool { return slices.Contains(list, v) })
}

func nodePasses(n graph.Node, f graph.NodeFilter) bool {
	return among(f.Types, n.Type) && among(f.Kinds, n.Kind) && among(f.Status, n.Status) && anyAmong(f.Topics, n.Topics) &&
		(f.Country == "" || f.Country == n.Country) && (f.Region == "" || f.Region == n.Region) &&
		(f.GeoNames == 0 || f.GeoNames == n.GeoNames) && (f.ISO == "" || f.ISO == n.ISO) &&
		(f.Date.IsZero() || n.Date.Overlaps(f.Date)) && n.Degree >= f.MinDegree &&
		(f.Name == "" || f.Match.Fits(n.MatchClass(f.Name)))
}

// passing concludes from claims the edges that a filter selects at a node; "" is no node.
func passing(claims []knownClaim, at graph.EntityID, f graph.EdgeFilter) []graph.Edge {
	edges, of := edgesOf(claims)
	told := map[graph.EdgeID]bool{}
	for _, c := range claims {
		if claimPasses(c, graph.ClaimFilter{Langs: f.Langs, Sources: f.Sources}) {
			told[of[c.ID]] = true
		}
	}
	return slices.DeleteFunc(edges, func(e graph.Edge) bool { return !told[e.ID] || !edgePasses(e, at, f) })
}

func edgePasses(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	return liesIn(e, at, f.Direction) && reaches(e, at, f) && among(f.Types, e.Type) && among(f.Tiers, e.Tier) &&
		among(f.Statuses, e.Status) && among(f.Modalities, e.Modality) && among(f.Offices, e.Office) &&
		anyAmong(f.Topics, e.Topics) && (f.Date.IsZero() || e.Date.Overlaps(f.Date)) && e.HoldsAt(f.ValidAt) &&
		e.Confidence >= f.MinConfidence && e.Support >= f.MinSupport
}

func liesIn(e graph.Edge, at graph.EntityID, d graph.Direction) bool {
	if r, ok := graph.RelationOf(e.Type); at == "" || d == graph.Both || ok && r.Symmetric {
		return true
	}
	return d == graph.Out && e.From == at || d == graph.In && e.To == at
}

func reaches(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	ends := []graph.EntityID{e.Other(at)}
	if at == "" {
		ends = []graph.EntityID{e.From, e.To}
	}
	types := []graph.EntityType{ends[0].TypeOf(), ends[len(ends)-1].TypeOf()}
	return anyAmong(f.Others, ends) && anyAmong(f.OtherTypes, types)
}

func claimPasses(c knownClaim, f graph.ClaimFilter) bool {
	kind := len(f.Types)+len(f.Figures) == 0 ||
		c.Type != "" && slices.Contains(f.Types, c.Type) || c.Figure != "" && slices.Contains(f.Figures, c.Figure)
	return kind && among(f.Modalities, c.Modality) && among(f.Sources, c.source) && c.Confidence >= f.MinConfidence &&
		(len(f.Langs) == 0 || slices.ContainsFunc(f.Langs, func(lang string) bool {
			return c.lang == lang || strings.HasPrefix(c.lang, lang+"-")
		}))
}
