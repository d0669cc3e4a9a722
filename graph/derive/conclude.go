package derive

import (
	"cmp"
	"slices"
	"strings"

	"citygraph/graph"
)

// conclude makes one edge of claims that are all about it; ids and ends are the caller's.
func conclude(claims []graph.Claim) graph.Edge {
	clusters := Witnesses(claims)
	last := latest(claims, func(graph.Claim) bool { return true })
	edge := graph.Edge{
		Tier: tier(clusters), Office: last.Office, Role: last.Role, PostedTo: last.PostedTo,
		Title: commonest(claims, func(c graph.Claim) string { return c.Title }), Former: last.Former,
		Modality: firmest(claims), Date: bestDate(clusters), Claims: len(claims),
		Support: len(clusters), Confidence: confidence(clusters),
	}
	edge.Status, edge.Until = status(claims)
	for _, c := range claims {
		edge.Topics = append(edge.Topics, c.Topics...)
		edge.Round = max(edge.Round, c.Round)
		if c.Asserted != "" {
			edge.Last = max(edge.Last, c.Asserted)
			if edge.First == "" || c.Asserted < edge.First {
				edge.First = c.Asserted
			}
		}
	}
	slices.Sort(edge.Topics)
	edge.Topics = slices.Compact(edge.Topics)
	return edge
}

// latest returns the last claim in time that passes keep, the zero Claim where none does.
func latest(claims []graph.Claim, keep func(graph.Claim) bool) graph.Claim {
	var best graph.Claim
	for _, c := range claims {
		if keep(c) && (best.ID == "" || compareTime(c, best) > 0) {
			best = c
		}
	}
	return best
}

// compareTime orders by the day that the claim speaks of, by the article's date, then by how
// final the status is, then by id.
func compareTime(a, b graph.Claim) int {
	return cmp.Or(
		strings.Compare(effective(a), effective(b)), strings.Compare(a.Asserted, b.Asserted),
		finality(a.Status)-finality(b.Status), strings.Compare(string(a.ID), string(b.ID)),
	)
}

func effective(c graph.Claim) string {
	for _, d := range []graph.Date{c.Until, c.Date} {
		if first, _ := d.Bounds(); !d.IsZero() && first != "" {
			return first
		}
	}
	return c.Asserted
}

func finality(s graph.Status) int {
	order := []graph.Status{"", graph.StatusPlanned, graph.StatusActive, graph.StatusSuspended, graph.StatusEnded}
	return slices.Index(order, s)
}

// status concludes the status and, where it ended, the end date. Only ties, offices and
// partnerships hold on; what happens once is PLANNED or DONE.
func status(claims []graph.Claim) (graph.Status, graph.Date) {
	planned := func(c graph.Claim) bool {
		return c.Status == graph.StatusPlanned || c.Modality == graph.Planned || c.Modality == graph.Intended
	}
	happened := slices.ContainsFunc(claims, func(c graph.Claim) bool { return !planned(c) })
	switch claims[0].Type {
	case graph.Visited, graph.Met, graph.Signed:
		if happened {
			return graph.StatusDone, graph.Date{}
		}
		return graph.StatusPlanned, graph.Date{}
	case graph.TwinnedWith, graph.PartnersWith, graph.MemberOf:
		said := latest(claims, func(c graph.Claim) bool {
			return c.Status == graph.StatusActive || c.Status == graph.StatusSuspended || c.Status == graph.StatusEnded
		})
		switch {
		case said.ID != "":
			return said.Status, said.Until
		case happened:
			return graph.StatusActive, graph.Date{}
		}
		return graph.StatusPlanned, graph.Date{}
	}
	ended := latest(claims, func(c graph.Claim) bool { return !c.Until.IsZero() })
	return "", ended.Until
}

// tier is the one that most witnesses give; a stated tier beats UNSPECIFIED, then the higher.
func tier(clusters [][]graph.Claim) graph.Tier {
	votes := map[graph.Tier]int{}
	for _, cluster := range clusters {
		seen := map[graph.Tier]bool{}
		for _, c := range cluster {
			if c.Tier != "" && !seen[c.Tier] {
				seen[c.Tier] = true
				votes[c.Tier]++
			}
		}
	}
	var best graph.Tier
	for _, code := range graph.Codes("Tier") {
		t := graph.Tier(code)
		if votes[t] > votes[best] && (t != graph.TierUnspecified || best == "") {
			best = t
		}
	}
	return best
}

// firmest returns the modality that commits the most.
func firmest(claims []graph.Claim) graph.Modality {
	order := []graph.Modality{graph.Fact, graph.Past, graph.Reported, graph.Quoted, graph.Planned, graph.Intended}
	best := len(order) - 1
	for _, c := range claims {
		if i := slices.Index(order, c.Modality); i >= 0 {
			best = min(best, i)
		}
	}
	return order[best]
}

// commonest returns the most frequent value that is not "", the smaller among equals.
func commonest(claims []graph.Claim, value func(graph.Claim) string) string {
	votes := map[string]int{}
	best := ""
	for _, c := range claims {
		v := value(c)
		if v == "" {
			continue
		}
		votes[v]++
		if best == "" || votes[v] > votes[best] || votes[v] == votes[best] && v < best {
			best = v
		}
	}
	return best
}

// bestDate returns the date that most witnesses agree with, by the order the package states.
func bestDate(clusters [][]graph.Claim) graph.Date {
	var dates []graph.Date
	for _, cluster := range clusters {
		for _, c := range cluster {
			if !c.Date.IsZero() {
				dates = append(dates, c.Date)
			}
		}
	}
	if len(dates) == 0 {
		return graph.Date{}
	}
	agreeing := make(map[string]int, len(dates))
	for _, d := range dates {
		if _, done := agreeing[d.Value]; !done {
			agreeing[d.Value] = countAgreeing(clusters, d)
		}
	}
	return slices.MinFunc(dates, func(a, b graph.Date) int {
		return cmp.Or(
			agreeing[b.Value]-agreeing[a.Value], methodRank(a)-methodRank(b), fineness(b)-fineness(a),
			strings.Compare(a.Value, b.Value), strings.Compare(a.Anchor, b.Anchor),
		)
	})
}

// countAgreeing counts the witnesses with a date that d lies in or that lies in d.
func countAgreeing(clusters [][]graph.Claim, d graph.Date) int {
	n := 0
	for _, cluster := range clusters {
		if slices.ContainsFunc(cluster, func(c graph.Claim) bool { return c.Date.Contains(d) || d.Contains(c.Date) }) {
			n++
		}
	}
	return n
}

func methodRank(d graph.Date) int {
	return slices.Index([]graph.Method{graph.Stated, graph.Relative, graph.FromAnniversary, graph.Inferred}, d.Method)
}
