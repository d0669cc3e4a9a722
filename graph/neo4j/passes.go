package neo4j

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// The filters, in Go, for what is derived from history; filter.go has them in Cypher.

func in[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

func nodePasses(n graph.Node, f graph.NodeFilter) bool {
	return in(f.Types, n.Type) && in(f.Kinds, n.Kind) && in(f.Status, n.Status) && shareTopic(f.Topics, n.Topics) &&
		(f.Country == "" || n.Country == f.Country) && (f.Region == "" || n.Region == f.Region) &&
		(f.GeoNames == 0 || n.GeoNames == f.GeoNames) && (f.ISO == "" || n.ISO == f.ISO) &&
		(f.Date.IsZero() || n.Date.Overlaps(f.Date)) && n.Degree >= f.MinDegree &&
		(f.Name == "" || f.Match.Fits(n.MatchClass(f.Name)))
}

func shareTopic(wanted, has []graph.Topic) bool {
	return len(wanted) == 0 || slices.ContainsFunc(has, func(t graph.Topic) bool { return slices.Contains(wanted, t) })
}

// edgePasses judges an edge read from the node at, "" where it is read from nowhere.
func edgePasses(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	return endsPass(e, at, f) && in(f.Types, e.Type) && in(f.Tiers, e.Tier) && in(f.Statuses, e.Status) &&
		in(f.Modalities, e.Modality) && in(f.Offices, e.Office) && shareTopic(f.Topics, e.Topics) &&
		(f.Date.IsZero() || e.Date.Overlaps(f.Date)) && e.HoldsAt(f.ValidAt) &&
		e.Confidence >= f.MinConfidence && e.Support >= f.MinSupport
}

func endsPass(e graph.Edge, at graph.EntityID, f graph.EdgeFilter) bool {
	far := []graph.EntityID{e.From, e.To}
	if at != "" {
		both := slices.Contains(symmetric(), e.Type)
		out, into := e.From == at, e.To == at
		if !out && !into || f.Direction == graph.Out && !out && !both || f.Direction == graph.In && !into && !both {
			return false
		}
		far = []graph.EntityID{e.Other(at)}
	}
	return slices.ContainsFunc(far, func(id graph.EntityID) bool { return in(f.Others, id) }) &&
		slices.ContainsFunc(far, func(id graph.EntityID) bool { return in(f.OtherTypes, id.TypeOf()) })
}

func claimPasses(c told, f graph.ClaimFilter) bool {
	kind := len(f.Types)+len(f.Figures) == 0 || c.Type != "" && slices.Contains(f.Types, c.Type) ||
		c.Figure != "" && slices.Contains(f.Figures, c.Figure)
	lang := len(f.Langs) == 0 || slices.ContainsFunc(f.Langs, func(l string) bool {
		return c.lang == l || strings.HasPrefix(c.lang, l+"-")
	})
	return kind && lang && in(f.Modalities, c.Modality) && in(f.Sources, c.source) && c.Confidence >= f.MinConfidence
}
