package eval

import (
	"cmp"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/loader"
)

// likePair is a gold and a found item that may be the same.
type likePair struct {
	gold, found int
	score       float64
}

// assign pairs gold and found items one to one, required items before optional ones, the most
// alike first. Found items that are left over but like an optional one are set to it too.
// The result is by found item the gold item, -1 for none.
func assign(golds, founds int, optional func(int) bool, like func(gold, found int) float64) []int {
	var all []likePair
	for i := range golds {
		for j := range founds {
			if s := like(i, j); s > 0 {
				all = append(all, likePair{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b likePair) int { return cmp.Compare(b.score, a.score) })
	of := make([]int, founds)
	for j := range of {
		of[j] = -1
	}
	taken := make([]bool, golds)
	for _, round := range []struct{ optional, shared bool }{{false, false}, {true, true}} {
		for _, p := range all {
			if optional(p.gold) != round.optional || of[p.found] >= 0 || taken[p.gold] && !round.shared {
				continue
			}
			of[p.found], taken[p.gold] = p.gold, true
		}
	}
	return of
}

func (a *articleScore) scoreAgreements() {
	golds, founds := a.gold.facts.Agreements, a.record.Agreements
	of := assign(len(golds), len(founds), func(i int) bool { return golds[i].Optional }, func(i, j int) float64 {
		g, f := golds[i], founds[j]
		if !kindFits(f.Kind, g.Kind, g.Kinds) {
			return 0
		}
		if len(g.Parties) == 0 {
			return evidenceOverlap(g.Evidence, f.Evidence.Text)
		}
		return preferred(halfShared(g.Parties, a.keys(f.Parties)), g.Evidence, f.Evidence.Text)
	})
	for i, g := range golds {
		if !g.Optional && !slices.Contains(of, i) {
			a.part.Agreements.Missed++
			a.missed("agreement %s %v: %s", g.Kind, g.Parties, g.Evidence)
		}
	}
	for j, f := range founds {
		a.evidence(f.Evidence.Text)
		switch {
		case of[j] < 0:
			a.part.Agreements.Wrong++
			a.wrong("agreement %s %v: %s", f.Kind, a.showAll(f.Parties), f.Evidence.Text)
		case !golds[of[j]].Optional:
			a.part.Agreements.Right++
			a.agreementAttributes(golds[of[j]], f)
		}
	}
}

func (a *articleScore) agreementAttributes(g GoldAgreement, f loader.RecordAgreement) {
	if g.Date != "" {
		a.part.attribute("agreement dates", f.Date == g.Date)
	}
	if len(g.Signatories) > 0 {
		a.part.attribute("signatories", slices.Equal(slices.Sorted(slices.Values(g.Signatories)), slices.Sorted(slices.Values(a.keys(f.Signatories)))))
	}
	a.part.attribute("renewals", f.Renewal == g.Renewal)
	a.part.attribute("statuses", ahead(f.Status) == ahead(g.Status))
}

func (a *articleScore) scoreEvents() {
	golds, founds := a.gold.facts.Events, a.record.Events
	of := assign(len(golds), len(founds), func(i int) bool { return golds[i].Optional }, func(i, j int) float64 {
		g, f := golds[i], founds[j]
		if !kindFits(f.Kind, g.Kind, g.Kinds) {
			return 0
		}
		if likeness(folded(g.Names), folded([]string{f.Name})) > 0 {
			return 2
		}
		parties := withPlace(g.Participants, g.Place)
		if len(parties) == 0 {
			return evidenceOverlap(g.Evidence, f.Evidence.Text)
		}
		return preferred(halfShared(parties, withPlace(a.keys(f.Participants), a.match.of(f.Place))), g.Evidence, f.Evidence.Text)
	})
	for i, g := range golds {
		if !g.Optional && !slices.Contains(of, i) {
			a.part.Events.Missed++
			a.missed("event %s %v at %s of %v: %s", g.Kind, g.Names, g.Place, g.Participants, g.Evidence)
		}
	}
	for j, f := range founds {
		a.evidence(f.Evidence.Text)
		switch {
		case of[j] < 0:
			a.part.Events.Wrong++
			a.wrong("event %s %q at %s of %v: %s", f.Kind, f.Name, a.show(a.match.of(f.Place)), a.showAll(f.Participants), f.Evidence.Text)
		case !golds[of[j]].Optional:
			g := golds[of[j]]
			a.part.Events.Right++
			if g.Date != "" {
				a.part.attribute("event dates", f.Date == g.Date)
			}
			if g.Place != "" {
				a.part.attribute("event places", a.match.of(f.Place) == g.Place)
			}
		}
	}
}

func (a *articleScore) scoreFigures() {
	golds, founds := a.gold.facts.Figures, a.record.Figures
	of := assign(len(golds), len(founds), func(i int) bool { return golds[i].Optional }, func(i, j int) float64 {
		g, f := golds[i], founds[j]
		if g.Figure == f.Figure && g.Value == f.Value && g.S == a.match.of(f.S) {
			return 1
		}
		return 0
	})
	for i, g := range golds {
		if !g.Optional && !slices.Contains(of, i) {
			a.part.Figures.Missed++
			a.missed("%s %s = %d: %s", g.Figure, g.S, g.Value, g.Evidence)
		}
	}
	for j, f := range founds {
		a.evidence(f.Evidence.Text)
		switch {
		case of[j] < 0:
			a.part.Figures.Wrong++
			a.wrong("%s %s = %d: %s", f.Figure, a.show(a.match.of(f.S)), f.Value, f.Evidence.Text)
		case !golds[of[j]].Optional:
			a.part.Figures.Right++
		}
	}
}

func kindFits(kind, want string, also []string) bool {
	return kind == want || slices.Contains(also, kind)
}

// halfShared is the part of all members of two sets that both have, 0 below one half.
func halfShared(a, b []string) float64 {
	union := slices.Compact(slices.Sorted(slices.Values(slices.Concat(a, b))))
	common := 0
	for _, x := range union {
		if slices.Contains(a, x) && slices.Contains(b, x) {
			common++
		}
	}
	if 2*common < len(union) || common == 0 {
		return 0
	}
	return float64(common) / float64(len(union))
}

func withPlace(parties []string, place string) []string {
	if place == "" || slices.Contains(parties, place) {
		return parties
	}
	return append(slices.Clone(parties), place)
}

func evidenceOverlap(a, b string) float64 {
	if a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) {
		return 0.5
	}
	return 0
}

// preferred raises a likeness a little where the evidence is the same: of two agreements with
// the same parties, each finds its own.
func preferred(score float64, gold, found string) float64 {
	if score > 0 && evidenceOverlap(gold, found) > 0 {
		score += 0.01
	}
	return score
}

func (a *articleScore) keys(ids []graph.EntityID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = a.match.of(id)
	}
	return out
}
