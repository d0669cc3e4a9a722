package claim

import (
	"slices"

	"citygraph/graph"
)

// journey is a travelling party that the article tells of: who goes, and where the party went
// as a whole. Members are often named in one sentence and the stops in others.
type journey struct {
	members []argument
	stops   []stop
	likely  []stop // where guests named without a stop are taken to be
}

// stop is one visit of the party, as its sentence tells it of one member.
type stop struct {
	visit draft
	host  argument
}

// companyFactor is how often somebody named as one of a party was at a stop of the party.
const companyFactor = 0.8

// company reads that the people g travel together: with the leader l, else with the party that
// the article last spoke of. Where nobody is known to travel, they are guests of the place h.
func company(a *article, s *sentence, m match) bool {
	people := people(a.fill(s, m, "g"))
	if len(people) == 0 {
		return false
	}
	leaders := a.fill(s, m, "l")
	if len(leaders) == 0 {
		leaders = a.party(m)
	}
	if len(leaders) == 0 {
		leaders = a.who(s)
	}
	if len(leaders) == 0 {
		return visit(a, s, m)
	}
	j := a.journeyOf(leaders)
	j.members = union(union(j.members, leaders), people)
	stops := a.lately(s, leaders, companyReach)
	if len(stops) == 0 {
		stops = a.lately(s, leaders, len(a.sentences))
	}
	j.stops = append(j.stops, stops...)
	for _, h := range a.fill(s, m, "h") {
		if !slices.ContainsFunc(leaders, func(l argument) bool { return a.atHome(l.ids[0], h.ids[0]) }) {
			j.likely = append(j.likely, stop{visit: a.visitDraft(s, m, people[0], h), host: h})
		}
	}
	return true
}

// companyReach is how many sentences before those who went along are named the visit may stand.
const companyReach = 2

// lately returns the visits that the sentence, or one of so many before it, tells of the people.
func (a *article) lately(s *sentence, who []argument, back int) []stop {
	var out []stop
	for _, d := range a.drafts {
		at := a.sentenceAt(d.claim.Evidence.Span)
		if d.claim.Type != graph.Visited || at == nil || a.indexOf(s)-a.indexOf(at) > back {
			continue
		}
		if slices.ContainsFunc(who, func(x argument) bool { return x.ids[0] == d.claim.Subject }) {
			out = append(out, stop{visit: d, host: argument{span: d.claim.Evidence.Object, ids: []graph.EntityID{d.claim.Object}}})
		}
	}
	return out
}

// journeyOf returns the journey that one of the people is on, else a new one.
func (a *article) journeyOf(who []argument) *journey {
	for i := len(a.journeys) - 1; i >= 0; i-- {
		if a.journeys[i].has(who) {
			return &a.journeys[i]
		}
	}
	a.journeys = append(a.journeys, journey{})
	return &a.journeys[len(a.journeys)-1]
}

func (j *journey) has(who []argument) bool {
	return slices.ContainsFunc(j.members, func(x argument) bool {
		return slices.ContainsFunc(who, func(y argument) bool { return x.ids[0] == y.ids[0] })
	})
}

// travel notes a visit as a stop of its guest's journey where the sentence tells it of the
// whole party: it names a delegation, or speaks of "them".
func (a *article) travel(s *sentence, m match, d draft, guest, host argument) {
	_, named := m.roles["g"]
	if named && !s.has(a.classes["delegation"]|a.classes["they"]|a.classes["members"]) {
		return
	}
	j := a.journeyOf([]argument{guest})
	j.members = union(j.members, []argument{guest})
	j.stops = append(j.stops, stop{visit: d, host: host})
}

// travelled gives every member of a party of several people the stops that the article tells of
// the party.
func (a *article) travelled() {
	for _, j := range a.journeys {
		stops := j.stops
		if len(stops) == 0 {
			stops = j.likely
		}
		for _, x := range stops {
			for _, g := range j.members {
				d := x.visit
				if a.atHome(g.ids[0], x.host.ids[0]) || a.known(graph.Visited, g.ids[0], x.host.ids[0]) {
					continue
				}
				d.claim.Subject, d.claim.Evidence.Subject = g.ids[0], g.span
				d.parts.Rule *= companyFactor
				a.add(d)
			}
		}
	}
}

// known reports whether the article has the claim already.
func (a *article) known(t graph.EdgeType, subject, object graph.EntityID) bool {
	return slices.ContainsFunc(a.drafts, func(x draft) bool {
		return x.claim.Type == t && x.claim.Subject == subject && x.claim.Object == object
	})
}

// atHome reports whether a guest would only be where it belongs.
func (a *article) atHome(guest, host graph.EntityID) bool {
	home := a.homes[guest]
	return host == guest || host == home || home != "" && (a.inside(host, home) || a.inside(home, host)) || a.inside(guest, host)
}
