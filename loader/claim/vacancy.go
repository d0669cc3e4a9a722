package claim

import (
	"slices"

	"citygraph/graph"
)

// vacancy is an office whose place or body the sentence does not name: "Mayor Tim Knapp".
type vacancy struct {
	s      *sentence
	m      match
	office *graph.Mention
	people []argument
}

// postpone keeps an office without a seat until every office with one is known.
func (a *article) postpone(s *sentence, m match, o *graph.Mention, people []argument) bool {
	if m.rule.Roles["at"] == "" {
		return false
	}
	a.vacancies = append(a.vacancies, vacancy{s, m, o, people})
	return true
}

// seatAll fills the vacancies from the context, in text order: a town has one mayor at a time,
// so the second mayor without a town gets the second town that the article is about.
func (a *article) seatAll() {
	for _, v := range a.vacancies {
		for _, p := range v.people {
			if a.holdsAlready(p.ids[0], v.office.Office) {
				continue
			}
			if seat, ok := a.vacant(v, p); ok {
				a.holdsOffice(v.s, v.m, v.office, p, seat, nil)
			}
		}
	}
}

func (a *article) holdsAlready(person graph.EntityID, o graph.Office) bool {
	return slices.ContainsFunc(a.seats, func(c graph.Claim) bool { return c.Subject == person && c.Office == o })
}

// vacant returns the seat that the context gives: of a local office the town that the block
// opens with, then the towns of the article by weight; of others the body named last before.
func (a *article) vacant(v vacancy, p argument) (argument, bool) {
	switch v.office.Office {
	case "MAYOR", "DEPUTY_MAYOR", "COUNCILLOR", "PARTY_SECRETARY":
		return a.vacantTown(v, p)
	case "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "PRESIDENT", "MINISTER":
		return a.homeCountry()
	}
	return argument{}, false
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

func (a *article) vacantTown(v vacancy, p argument) (argument, bool) {
	if arg, ok := a.blockOpens(v.s); ok && a.free(v, p, arg.ids[0]) {
		return arg, true
	}
	if id := a.dateline(); id != "" && a.free(v, p, id) {
		return argument{span: a.focus.first[id], ids: []graph.EntityID{id}, carried: true}, true
	}
	for _, id := range a.focus.towns {
		if a.free(v, p, id) && id.TypeOf() == graph.City {
			return argument{span: a.focus.first[id], ids: []graph.EntityID{id}, carried: true}, true
		}
	}
	return argument{}, false
}

// free reports whether the town can have this holder: a sole office is not held by another.
func (a *article) free(v vacancy, p argument, town graph.EntityID) bool {
	if v.office.Office != "MAYOR" || v.office.Former {
		return true
	}
	return !slices.ContainsFunc(a.seats, func(c graph.Claim) bool {
		return c.Object == town && c.Office == "MAYOR" && !c.Former && c.Subject != p.ids[0]
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
		if e.mask&maskCity != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 {
			arg := e.args[0]
			arg.carried = true
			return arg, true
		}
	}
	return argument{}, false
}
