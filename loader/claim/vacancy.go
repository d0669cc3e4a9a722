package claim

import (
	"slices"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// vacancy is an office whose place or body the sentence does not name: "Mayor Tim Knapp". Its
// elements are folded away by the time it is filled, so what it needs of them is kept.
type vacancy struct {
	s       *sentence
	office  *graph.Mention
	person  argument
	claim   draft          // without the seat
	body    argument       // the body that stands last before the office, if any
	town    argument       // the town that does, or that a party led by the person came from
	country graph.EntityID // of an adjective of nation right before the office, "" where none is
	unknown bool           // a name that no stage knows stands right before the office: its body's
}

// postpone keeps an office without a seat until every office with one is known.
func (a *article) postpone(s *sentence, m match, o *graph.Mention, people []argument) bool {
	if m.rule.Roles["at"] == "" || a.ofUnknown(s, m) || ofPlace(o.Office) && a.ofUnlisted(s, m) {
		return false
	}
	body, town, unknown := lastBody(s.elements[:m.first]), a.townBefore(s, m.first), s.capitalBefore(m.first)
	for _, p := range people {
		d := a.holder(s, m, o, p, argument{carried: true})
		a.vacancies = append(a.vacancies, vacancy{s: s, office: o, person: p, claim: d, body: body, town: town, country: nation(s.elements[:m.first]), unknown: unknown})
	}
	return true
}

// ofUnknown reports whether the office goes on with "of" what is not known: no other seat may
// then be taken for it.
func (a *article) ofUnknown(s *sentence, m match) bool {
	k, ok := m.roles["o"]
	return ok && k+1 < len(s.elements) && s.elements[k+1].words&a.classes["of"] != 0
}

// ofPlace reports the offices that are held of a place.
func ofPlace(o graph.Office) bool {
	switch o {
	case "MAYOR", "DEPUTY_MAYOR", "GOVERNOR", "VICE_GOVERNOR", "COUNCILLOR", "MINISTER":
		return true
	}
	return false
}

// ofUnlisted reports whether the office is written together with a place that nobody knows, or
// with the noun of one: 海云台区区长. No other seat may then be taken for it.
func (a *article) ofUnlisted(s *sentence, m match) bool {
	k, ok := m.roles["o"]
	if !ok || k == 0 {
		return false
	}
	e := &s.elements[k-1]
	if e.span.End != s.elements[k].span.Start || e.span.Len() == 0 {
		return false
	}
	return e.words&a.classes["placenoun"] != 0 || len(e.args) == 1 && len(e.args[0].ids) == 0 && e.args[0].mention != nil && e.args[0].mention.Type == graph.MentionPlace
}

// seatAll fills the vacancies from the context, in text order: a town has one mayor at a time,
// so the second mayor without a town gets the second town that the article is about.
func (a *article) seatAll() {
	for _, v := range a.vacancies {
		if a.holdsAlready(v.person.ids[0], v.office.Office) || v.office.Office == "COUNCILLOR" && a.holdsAlready(v.person.ids[0], "MAYOR") {
			continue
		}
		if seat, ok := a.vacant(v); ok {
			a.sit(v.claim, v.office, v.person, seat, nil)
		}
	}
}

func (a *article) holdsAlready(person graph.EntityID, o graph.Office) bool {
	return slices.ContainsFunc(a.seats, func(c graph.Claim) bool { return c.Subject == person && c.Office == o })
}

// vacant returns the seat that the context gives, by the kind of office.
func (a *article) vacant(v vacancy) (argument, bool) {
	switch o := v.office.Office; {
	case o == "GOVERNOR" || o == "VICE_GOVERNOR" || o == "PARTY_SECRETARY" && a.regional(v.office):
		return a.vacantPlace(v, graph.Region)
	case o == "MAYOR" || o == "DEPUTY_MAYOR" || o == "COUNCILLOR" || o == "PARTY_SECRETARY":
		return a.vacantPlace(v, graph.City)
	case o == "HEAD_OF_STATE" || o == "HEAD_OF_GOVERNMENT" || o == "PRESIDENT" || o == "MINISTER":
		if v.unknown {
			return argument{}, false
		}
		return a.homeCountry()
	case !envoy(o):
		return v.body, len(v.body.ids) == 1
	}
	return argument{}, false
}

// capitalBefore reports a capitalised word right before the element that is neither an argument
// nor the first of the sentence.
func (s *sentence) capitalBefore(at int) bool {
	if at < 2 {
		return false
	}
	e := &s.elements[at-1]
	return len(e.args) == 0 && e.cost > 0 && capital(e.span.Of(s.text))
}

// lastBody returns the body that stands last before an office without one.
func lastBody(elements []element) argument {
	for i := len(elements) - 1; i >= 0; i-- {
		e := &elements[i]
		if e.mask&maskPerson != 0 && len(elements)-i > 2 || e.mask&maskSemi != 0 {
			break
		}
		if e.mask&maskOrg != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 {
			arg := e.args[0]
			arg.carried = true
			return arg
		}
	}
	return argument{}
}

// townBefore returns the town that an office at the element is taken to be of: where the party
// came from that its holder leads, else the town that the clause led to just before it, as in
// "went on to Cork, where they met Mayor X".
func (a *article) townBefore(s *sentence, at int) argument {
	if at > 0 && s.elements[at-1].words&a.classes["ledby"] != 0 && s.elements[at-1].words&a.classes["with"] == 0 {
		for i := a.indexOf(s); i >= 0 && i >= a.indexOf(s)-companyReach; i-- {
			if arg, ok := a.cameFrom(a.sentences[i].elements); ok {
				return arg
			}
		}
		return argument{}
	}
	if from, ok := a.sender(s.elements[:at]); ok {
		return from
	}
	for i := at - 1; i > 0; i-- {
		e := &s.elements[i]
		if e.mask&(maskPerson|maskOffice|maskSemi|maskQuote|maskColon) != 0 {
			break
		}
		if e.mask&maskCity != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 {
			if i == at-1 || s.elements[i-1].words&(a.classes["in"]|a.classes["visit"]) == 0 {
				break
			}
			return carry(e.args[0])
		}
	}
	return argument{}
}

func carry(x argument) argument {
	x.carried = true
	return x
}

// cameFrom returns the one town behind a word for where a party is from.
func (a *article) cameFrom(elements []element) (argument, bool) {
	for i := 2; i < len(elements); i++ {
		e := &elements[i]
		if e.mask&maskTown != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 && elements[i-1].words&a.classes["from"] != 0 &&
			reach(elements, i-1, -1, opening, a.classes["delegation"]) {
			return carry(e.args[0]), true
		}
	}
	return argument{}, false
}

// regional reports whether the office says by itself that it is one of a region: 省委书记.
func (a *article) regional(o *graph.Mention) bool {
	tokens := a.tokens(a.doc.Article.Text, o.Span.Start, o.Span.End)
	if len(tokens) == 0 || tokens[0].mask != 0 {
		return false
	}
	_, entries, _ := a.lexicon.longest(a.pack, tokens[:1])
	return slices.ContainsFunc(entries, func(e *lang.Entry) bool { return a.entryMask[e]&a.classes["regional"] != 0 })
}

// homeCountry returns the country of the dateline or of the town that the article is most
// about: who is "the President" there.
func (a *article) homeCountry() (argument, bool) {
	at := a.dateline()
	if at == "" && len(a.focus.towns) > 0 {
		at = a.focus.towns[0]
	}
	id := a.country(at)
	if id == "" || a.entities[id] == nil {
		return argument{}, false
	}
	return argument{span: a.focus.first[at], ids: []graph.EntityID{id}, carried: true}, true
}

// vacantPlace returns the place that the block opens with, else that of the section's heading,
// of the dateline, or the heaviest of the article, if it is of the type and free.
func (a *article) vacantPlace(v vacancy, t graph.EntityType) (argument, bool) {
	var candidates []graph.EntityID
	if len(v.body.ids) == 1 && a.homes[v.body.ids[0]] != "" {
		candidates = append(candidates, a.homes[v.body.ids[0]])
	}
	if len(v.town.ids) == 1 {
		candidates = append(candidates, v.town.ids[0])
	}
	if arg, ok := a.blockOpens(v.s); ok {
		candidates = append(candidates, arg.ids[0])
	}
	candidates = append(append(candidates, a.section(v.s), a.dateline()), a.focus.towns...)
	for _, id := range candidates {
		if id.TypeOf() == t && a.free(v, id) && (v.country == "" || a.country(id) == v.country) {
			return argument{span: a.focus.first[id], ids: []graph.EntityID{id}, carried: true}, true
		}
	}
	return argument{}, false
}

// nationReach is how many elements before an office the adjective of its side may stand: "for
// the Italian side, Mayor …".
const nationReach = 3

// nation returns the country of the adjective that stands last before an office, with nobody
// and no other place between.
func nation(elements []element) graph.EntityID {
	for i := len(elements) - 1; i >= 0 && len(elements)-i <= nationReach; i-- {
		e := &elements[i]
		if e.mask&maskDemonym != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 {
			return e.args[0].ids[0]
		}
		if e.mask&maskAny != 0 {
			break
		}
	}
	return ""
}

// sender returns the town of the last delegation before an office, with nobody between: "a
// delegation from Osaka led by the deputy mayor".
func (a *article) sender(elements []element) (town argument, ok bool) {
	for i := len(elements) - 1; i >= 0; i-- {
		e := &elements[i]
		switch {
		case e.mask&(maskPerson|maskSemi) != 0:
			return argument{}, false
		case e.mask&maskCity != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1:
			town, ok = carry(e.args[0]), true
		case e.words&a.classes["delegation"] != 0:
			return town, ok
		}
	}
	return argument{}, false
}

// section returns the one town of the last heading before the sentence.
func (a *article) section(s *sentence) graph.EntityID {
	for i := a.indexOf(s); i >= 0; i-- {
		h := &a.sentences[i]
		if h.zone != graph.ZoneHeading {
			continue
		}
		for _, e := range h.elements {
			if e.mask&maskCity != 0 && h.towns() == 1 && len(e.args[0].ids) == 1 {
				return e.args[0].ids[0]
			}
		}
		return ""
	}
	return ""
}

// free reports whether the town can have this holder: a sole office is not held by another.
func (a *article) free(v vacancy, town graph.EntityID) bool {
	if v.office.Office != "MAYOR" || v.claim.claim.Former {
		return true
	}
	return !slices.ContainsFunc(a.seats, func(c graph.Claim) bool {
		return c.Object == town && c.Office == "MAYOR" && !c.Former && c.Subject != v.person.ids[0]
	})
}

// opening is how many elements into a block a town may stand to be what the block is about.
const opening = 3

// blockOpens returns the town that the sentence's block opens with.
func (a *article) blockOpens(s *sentence) (argument, bool) {
	i := a.indexOf(s)
	for i > 0 && a.sentences[i-1].block == s.block {
		i--
	}
	for j, e := range a.sentences[i].elements {
		if j >= opening {
			break
		}
		if j > 0 && a.sentences[i].elements[j-1].words&(a.classes["of"]|a.classes["from"]) != 0 {
			continue // somebody's own town
		}
		if e.mask&maskCity != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 {
			return carry(e.args[0]), true
		}
	}
	return argument{}, false
}
