package claim

import (
	"slices"
	"strconv"

	"citygraph/graph"
)

// visit reads that the guest g went to the host h. A guest never visits its own home, and a
// journey that was called off is none.
func visit(a *article, s *sentence, m match) bool {
	used := false
	if m.rule.Set["bare"] != "" && hasArgument(clause(s.elements[:m.first]), maskTown|maskPerson) {
		return false
	}
	if reach(s.elements, m.anchor, -1, cancelReach, a.classes["cancel"]) || a.acted(s, m, "g") {
		return false
	}
	if m.rule.Set["foreign"] != "" && a.onScreen(s) {
		return false
	}
	for _, g := range a.fill(s, m, "g") {
		for _, h := range a.fill(s, m, "h") {
			g, h := a.governed(g), a.governed(a.notHome(g, h))
			host := h.ids[0]
			if a.atHome(g.ids[0], host) {
				continue
			}
			if m.rule.Set["away"] != "" && a.homes[g.ids[0]] == "" {
				continue
			}
			if m.rule.Set["foreign"] != "" && !a.elsewhere(g.ids[0], host) {
				continue
			}
			if host.TypeOf() == graph.Person {
				if home := a.homes[host]; home != "" && home != a.homes[g.ids[0]] && !a.went(host, a.homes[g.ids[0]]) {
					h.ids, h.carried = []graph.EntityID{home}, true
				} else {
					continue
				}
			}
			used = a.visitPair(s, m, g, h) || used
		}
	}
	return used
}

// screenReach is how many sentences before one that tells who was there a meeting by video may
// be announced.
const screenReach = 4

// onScreen reports whether the sentence, one shortly before it, or the headline tells of a
// meeting by video.
func (a *article) onScreen(s *sentence) bool {
	video, at := a.classes["video"], a.indexOf(s)
	for i := at; i >= 0 && at-i <= screenReach; i-- {
		if a.sentences[i].has(video) {
			return true
		}
	}
	return a.titleHas(video)
}

// governed returns the place of a government that travels or receives: its delegation is its
// place's, and who comes to the town hall comes to the town.
func (a *article) governed(x argument) argument {
	home, body := a.homes[x.ids[0]], a.entities[x.ids[0]]
	if body == nil || body.Type != graph.Institution || entityMask(home)&maskTown == 0 {
		return x
	}
	tokens := a.tokens(body.Main, 0, len(body.Main))
	for i := range tokens {
		if n, entries, _ := a.lexicon.longest(a.pack, tokens[i:]); n > 0 && i+n == len(tokens) {
			for _, e := range entries {
				if a.entryMask[e]&a.classes["government"] != 0 {
					x.ids, x.carried = []graph.EntityID{home}, true
				}
			}
		}
	}
	return x
}

// notHome returns another town that the article is about where a definite form, "the city", was
// taken for the guest's own: nobody visits that.
func (a *article) notHome(guest, host argument) argument {
	if host.mention == nil || !host.mention.Definite || !a.atHome(guest.ids[0], host.ids[0]) {
		return host
	}
	if other, ok := a.focus.top(guest.ids[0], a.homes[guest.ids[0]]); ok {
		return other
	}
	return host
}

// acted reports whether the person of a role that stands before the trigger is the object of
// another verb: of "called on Mayor X, toured Y" it is not X who toured Y.
func (a *article) acted(s *sentence, m match, role string) bool {
	i, ok := m.roles[role]
	if !ok || i == 0 || i > m.anchor || s.elements[i].mask&maskPerson == 0 {
		return false
	}
	before := s.elements[i-1].words
	verb := a.classes["receive"] | a.classes["meet"] | a.classes["calls"] | a.classes["by"]
	return before&verb != 0 && before&a.classes["ledby"] == 0
}

// cancelReach is how many words may stand between the word for calling off and the visit.
const cancelReach = 4

// clause returns the elements behind the last mark.
func clause(elements []element) []element {
	for i := len(elements) - 1; i >= 0; i-- {
		if elements[i].mask&(maskComma|maskSemi|maskStop|maskColon) != 0 {
			return elements[i+1:]
		}
	}
	return elements
}

func hasArgument(elements []element, k mask) bool {
	return slices.ContainsFunc(elements, func(e element) bool { return e.mask&k != 0 && len(e.args) > 0 })
}

// went reports whether the article has told of a visit of the person to the place, to what it
// lies in, or to something in it: who receives somebody there is no host.
func (a *article) went(person, place graph.EntityID) bool {
	return slices.ContainsFunc(a.drafts, func(d draft) bool {
		c := d.claim
		return c.Type == graph.Visited && c.Subject == person && (c.Object == place || a.inside(place, c.Object) || a.inside(c.Object, place))
	})
}

// elsewhere reports whether the guest is known to belong to another place: another country, or
// another town of the same one.
func (a *article) elsewhere(guest, place graph.EntityID) bool {
	home := a.homes[guest]
	if home.TypeOf() == graph.Institution {
		home = a.homes[home]
	}
	return home != "" && home != place && !a.inside(place, home) && !a.inside(home, place)
}

// country returns the country of a place, or of the place of a body.
func (a *article) country(id graph.EntityID) graph.EntityID {
	e := a.entities[id]
	switch {
	case e == nil:
		return ""
	case e.Type == graph.Country:
		return id
	case e.Country == "" && a.homes[id] != "" && a.homes[id] != id:
		return a.country(a.homes[id])
	}
	return e.Country
}

// backwards reports whether the sentence has told already that somebody of the host came to
// the guest: the same journey is not read the other way round.
func (a *article) backwards(s *sentence, guest, host graph.EntityID) bool {
	return slices.ContainsFunc(a.drafts, func(d draft) bool {
		c := d.claim
		return c.Type == graph.Visited && c.Evidence.Span == s.span && c.Object == guest && (c.Subject == host || a.homes[c.Subject] == host)
	})
}

func (a *article) visitPair(s *sentence, m match, g, h argument) bool {
	if a.backwards(s, g.ids[0], h.ids[0]) {
		return false
	}
	d := a.visitDraft(s, m, g, h)
	if !a.add(d) {
		return false
	}
	if d.claim.Modality != graph.Denied {
		a.travel(s, m, d, g, h)
	}
	return true
}

func (a *article) visitDraft(s *sentence, m match, g, h argument) draft {
	d := a.draft(s, m, g, h)
	d.claim.Type, d.claim.Status = graph.Visited, graph.StatusDone
	d.as(a.modality(s, m))
	if d.claim.Modality == graph.Planned || d.claim.Modality == graph.Intended {
		d.claim.Status = graph.StatusPlanned
	}
	if v := m.setting(s, "status"); v != "" {
		d.claim.Status = graph.Status(v)
	}
	d.claim.Date = a.when(s, m)
	d.apart = m.rule.Set["away"] != "" || m.rule.Set["foreign"] != ""
	return d
}

// meet reads that people met: a with b, or the members of ab with each other.
func meet(a *article, s *sentence, m match) bool {
	used := false
	for _, p := range a.pairs(s, m) {
		_, listed := m.roles["ab"]
		if p[0].ids[0] == p[1].ids[0] || a.oneSide(p[0].ids[0], p[1].ids[0], m.rule.Set["sides"] != "", !listed) {
			continue
		}
		d := a.draft(s, m, p[0], p[1])
		d.claim.Type = graph.Met
		d.as(a.modality(s, m))
		if d.claim.Modality != graph.Fact && d.claim.Modality != graph.Denied {
			continue
		}
		d.claim.Date = a.when(s, m)
		used = a.add(d) || used
	}
	return used
}

// oneSide reports whether two people act for the same place: they do not meet, they work
// together. With strict set they must be known to act for two. Where one is told to receive or
// call on the other, an envoy and the official of a town of the same country are two sides.
func (a *article) oneSide(x, y graph.EntityID, strict, told bool) bool {
	hx, hy := a.homes[x], a.homes[y]
	if hx == "" || hy == "" {
		return strict
	}
	if told && hx != hy && (hx.TypeOf() == graph.Country || hy.TypeOf() == graph.Country) {
		return false
	}
	return hx == hy || a.inside(hx, hy) || a.inside(hy, hx)
}

// partner reads that two actors work together on something concrete.
func partner(a *article, s *sentence, m match) bool {
	used := false
	for _, p := range a.pairs(s, m) {
		if p[0].ids[0] == p[1].ids[0] || stateLevel(p[0]) || stateLevel(p[1]) {
			continue
		}
		d := a.draft(s, m, p[0], p[1])
		d.claim.Type, d.claim.Status = graph.PartnersWith, graph.StatusActive
		d.as(a.modality(s, m))
		if d.claim.Modality != graph.Fact {
			d.claim.Status = graph.StatusPlanned
		}
		d.claim.Topics = a.topicsIn(s)
		used = a.add(d) || used
	}
	return used
}

// member reads that x belongs to the body y.
func member(a *article, s *sentence, m match) bool {
	used := false
	for _, x := range a.fill(s, m, "x") {
		for _, y := range a.fill(s, m, "y") {
			d := a.draft(s, m, x, y)
			d.claim.Type = graph.MemberOf
			used = a.add(d) || used
		}
	}
	return used
}

// numbering reports whether a number only numbers an item: "(5)", "3." at the start.
func (s *sentence) numbering(i int) bool {
	next := i+1 < len(s.elements) && s.elements[i+1].mask&(maskClose|maskStop) != 0
	return next && i <= 1
}

// yearLike reports four digits that write a year: the name of an event begins with one, and no
// place has so many ties.
func yearLike(number string) bool {
	n, err := strconv.Atoi(number)
	return err == nil && len(number) == 4 && n >= 1500 && n < 2200
}

// onlyThere reports whether the match goes on with a place that the number is limited to: "the
// second sister city in China" counts no more than those in China.
func (a *article) onlyThere(s *sentence, m match) bool {
	next := m.last + 1
	return next+1 < len(s.elements) && s.elements[next].words&a.classes["in"] != 0 && s.elements[next+1].mask&maskPlace != 0
}

// guestReach is how many words may stand between a word for guests and the number of the towns
// that they came from.
const guestReach = 3

// figure reads a number that an article gives of a place's ties.
func figure(a *article, s *sentence, m match) bool {
	places, n := a.fill(s, m, "s"), s.elements[m.roles["n"]].args
	if len(places) != 1 || len(n) != 1 || n[0].mention == nil || n[0].mention.Value <= 0 {
		return false
	}
	d := a.draft(s, m, places[0], argument{span: n[0].span})
	d.claim.Figure, d.claim.Value = graph.FigureType(m.setting(s, "figure")), n[0].mention.Value
	if d.claim.Figure == graph.TwinCount && m.setting(s, "tier") == string(graph.TierFriendlyExchange) {
		d.claim.Figure = graph.FriendlyExchangeCount
	}
	d.claim.Title = a.surface(s.elements[m.anchor].span)
	if d.claim.Figure == "" || a.modality(s, m) == graph.Denied || a.cue(s, m, "part") ||
		reach(s.elements, m.roles["n"], -1, guestReach, a.classes["delegation"]) || s.numbering(m.roles["n"]) ||
		yearLike(a.surface(n[0].span)) || a.onlyThere(s, m) {
		return false
	}
	a.drafts = append(a.drafts, d)
	return true
}
