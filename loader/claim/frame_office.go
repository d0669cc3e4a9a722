package claim

import (
	"slices"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// office reads that a person p holds the office o: of the place or body at, for an envoy in or
// to the place to.
func office(a *article, s *sentence, m match) bool {
	people := a.fill(s, m, "p")
	var e element
	if i, ok := m.roles["o"]; ok {
		e = s.elements[i]
	} else {
		e = element{span: s.elements[m.anchor].span, hits: []*lang.Entry{{Set: map[string]string{"office": sameOffice}}}}
	}
	o := a.officeAt(e)
	if len(people) == 0 || o == nil {
		return false
	}
	if e.mask&maskOffice != 0 && a.severalHold(e) {
		people = append(people, a.peopleAfter(s, m.last)...)
	}
	at, to := a.seat(s, m, o)
	if len(at) == 0 {
		return a.postpone(s, m, o, people)
	}
	if len(at) > 1 && len(people) < len(at) {
		people = append(a.peopleBefore(s, m.roles["p"], len(at)-len(people)), people...)
	}
	for i, p := range people {
		seats := at
		if len(at) == len(people) && len(at) > 1 {
			seats = at[i : i+1] // "the mayors of A and B, X and Y"
		}
		for _, seat := range seats {
			if seat.mention != nil && seat.mention.Definite && ofBody(o.Office) && seat.ids[0].TypeOf() != graph.Institution {
				continue // "chairman of the city's board" chairs no city
			}
			a.holdsOffice(s, m, o, p, seat, to)
		}
	}
	return true
}

// peopleBefore returns the n people that stand in one list before the element at: of "A and B,
// Presidents of X and Y" an office holds for both.
func (a *article) peopleBefore(s *sentence, at, n int) []argument {
	var out []argument
	for i := at - 1; i >= 0 && len(out) < n; i-- {
		e := &s.elements[i]
		switch {
		case e.mask&maskPerson != 0:
			out = append(resolved(e.args), out...)
		case e.mask&maskComma == 0 && e.words&a.classes["and"] == 0:
			return nil
		}
	}
	if len(out) != n {
		return nil
	}
	return out
}

// severalHold reports an office in the plural: "council members X and Y".
func (a *article) severalHold(e element) bool {
	tokens := a.tokens(a.doc.Article.Text, e.span.Start, e.span.End)
	if len(tokens) == 0 || a.classes["several"] == 0 {
		return false
	}
	_, entries, _ := a.lexicon.longest(a.pack, tokens)
	return slices.ContainsFunc(entries, func(h *lang.Entry) bool { return a.entryMask[h]&a.classes["several"] != 0 })
}

// peopleAfter returns the people that go on with the list that ends at the element: up to one who
// has an office or, in brackets, a place of their own.
func (a *article) peopleAfter(s *sentence, at int) []argument {
	var out []argument
	for i := at + 1; i < len(s.elements); i++ {
		e := &s.elements[i]
		switch {
		case e.mask&maskPerson != 0:
			if i+1 < len(s.elements) && s.elements[i+1].mask&(maskOffice|maskOpen) != 0 || a.seated(e.args) {
				return out
			}
			out = append(out, resolved(e.args)...)
		case e.mask&maskComma == 0 && e.words&a.classes["and"] == 0:
			return out
		}
	}
	return out
}

// seated reports whether one of the people is known to hold an office already.
func (a *article) seated(people []argument) bool {
	return slices.ContainsFunc(resolved(people), func(x argument) bool {
		return slices.ContainsFunc(a.seats, func(c graph.Claim) bool { return c.Subject == x.ids[0] })
	})
}

// officeAt returns the office that an element names: a mention; a word with the setting office,
// as in "who chairs"; or a word for the same office as the one before ("his counterpart").
func (a *article) officeAt(e element) *graph.Mention {
	if len(e.args) > 0 {
		return e.args[0].mention
	}
	code := graph.Office(e.set("office"))
	if code == sameOffice {
		last := a.seatBefore(e.span.Start)
		if last == nil {
			return nil
		}
		code = last.Office
	}
	if code == deputyOffice {
		last := a.seatBefore(e.span.Start)
		if last == nil {
			return nil
		}
		code = deputyOf(last.Office)
	}
	if code == "" {
		return nil
	}
	return &graph.Mention{Type: graph.MentionOffice, Office: code, Span: e.span}
}

// deputyOf returns the office of the deputy of one, "" where there is none by itself.
func deputyOf(o graph.Office) graph.Office {
	switch o {
	case "MAYOR":
		return "DEPUTY_MAYOR"
	case "GOVERNOR":
		return "VICE_GOVERNOR"
	case "DIRECTOR":
		return "DEPUTY_DIRECTOR"
	}
	return ""
}

// deputyOffice is the setting of words for the deputy of whoever was named last: "his deputy".
const deputyOffice = "DEPUTY"

// seatBefore returns the office whose holder was named last before an offset, nil where none was.
func (a *article) seatBefore(offset int) *graph.Claim {
	var last *graph.Claim
	for i := range a.seats {
		c := &a.seats[i]
		if at := c.Evidence.Subject.Start; at < offset && (last == nil || at > last.Evidence.Subject.Start) {
			last = c
		}
	}
	return last
}

// sameOffice is the setting of words for whoever holds the same office elsewhere.
const sameOffice = "SAME"

func (a *article) holdsOffice(s *sentence, m match, o *graph.Mention, p, seat argument, to []argument) {
	a.sit(a.holder(s, m, o, p, seat), o, p, seat, to)
}

// holder makes the claim of an office as far as its sentence goes.
func (a *article) holder(s *sentence, m match, o *graph.Mention, p, seat argument) draft {
	d := a.draft(s, m, p, seat)
	d.claim.Type, d.claim.Title = graph.HoldsOffice, a.surface(o.Span)
	d.claim.Former = a.former(s, m, o)
	return d
}

// sit completes the claim with the seat and keeps it.
func (a *article) sit(d draft, o *graph.Mention, p, seat argument, to []argument) {
	d.claim.Office = officeOf(o.Office, seat)
	d.claim.Object, d.claim.Evidence.Object = seat.ids[0], seat.span
	if len(to) == 1 && to[0].ids[0] != seat.ids[0] {
		d.claim.PostedTo = to[0].ids[0]
	}
	if d.claim.Former {
		d.claim.Modality = graph.Past
	}
	if !a.add(d) {
		return
	}
	a.seats = append(a.seats, d.claim)
	if _, known := a.homes[p.ids[0]]; !known {
		a.homes[p.ids[0]] = seat.ids[0]
	}
}

// officeOf reads an office by what it is held of: the president of a country is its head.
func officeOf(o graph.Office, seat argument) graph.Office {
	if o == "PRESIDENT" && seat.ids[0].TypeOf() == graph.Country {
		return "HEAD_OF_STATE"
	}
	return o
}

func (a *article) former(s *sentence, m match, o *graph.Mention) bool {
	k, ok := m.roles["o"]
	if !ok {
		k = m.anchor
	}
	return o.Former || s.elements[k].set("former") != "" || m.rule.Set["former"] != "" ||
		k > 0 && s.elements[k-1].words&a.classes["former"] != 0 ||
		k+1 < len(s.elements) && s.elements[k+1].words&a.classes["former"] != 0
}

// seat returns what an office is held of and, for an envoy, where: as the pattern says, else
// from the places attached to the office.
func (a *article) seat(s *sentence, m match, o *graph.Mention) (at, to []argument) {
	at, to = a.captured(s, m, "at"), a.captured(s, m, "to")
	if local(o.Office) { // "the mayor of the French city" is no mayor of France
		at = slices.DeleteFunc(at, func(x argument) bool { return x.mention != nil && x.mention.Demonym })
	}
	side := nation(s.elements[:m.first])
	sender, sent := a.sender(s.elements[:m.first])
	for _, span := range o.Places {
		p := a.mentionAt(span)
		if p != nil && p.Definite && len(p.Entities) == 1 &&
			(side != "" && a.country(p.Entities[0]) != side || sent && local(o.Office) && p.Entities[0] != sender.ids[0]) {
			continue // "for the Italian side, the mayor of the town" is no mayor of the other town
		}
		if p == nil || len(p.Entities) != 1 || len(at) > 0 && len(to) > 0 || p.Demonym && local(o.Office) {
			continue
		}
		arg := argument{span: p.Span, ids: p.Entities, mention: p}
		switch {
		case envoy(o.Office) && a.posted(p):
			to = union(to, []argument{arg})
		case len(at) == 0:
			at = append(at, arg)
		}
	}
	if e, ok := m.roles["o"]; ok && len(at) == 0 && s.elements[e].set("seat") == sameOffice {
		if last := a.seatBefore(s.elements[e].span.Start); last != nil {
			at = []argument{{span: last.Evidence.Object, ids: []graph.EntityID{last.Object}, carried: true}}
		}
	}
	if envoy(o.Office) {
		if i, ok := m.roles["at"]; ok && i > 0 && s.elements[i-1].words&a.classes["post"] != 0 {
			to, at = union(to, at), nil
		}
		for _, x := range at {
			if entityMask(x.ids[0])&maskTown != 0 {
				to = union(to, []argument{x})
			}
		}
		at = slices.DeleteFunc(at, func(x argument) bool { return entityMask(x.ids[0])&maskTown != 0 })
	}
	return at, to
}

// mentionAt returns the place or body at a span, or the one that the span holds whole.
func (a *article) mentionAt(span graph.Span) *graph.Mention {
	if m := a.mentions[span]; m != nil {
		return m
	}
	for _, m := range a.sorted {
		if m.Span.Start >= span.End {
			break
		}
		if span.Overlaps(m.Span) && len(m.Entities) == 1 && m.Type != graph.MentionPerson {
			return m
		}
	}
	return nil
}

func (a *article) captured(s *sentence, m match, role string) []argument {
	if i, ok := m.roles[role]; ok {
		return resolved(s.elements[i].args)
	}
	return nil
}

// posted reports whether the place of an envoy is where they serve: it follows a word of
// class post.
func (a *article) posted(p *graph.Mention) bool {
	text := a.doc.Article.Text
	start := max(0, p.Span.Start-24)
	for start < p.Span.Start && text[start]&0xC0 == 0x80 {
		start++
	}
	tokens := a.tokens(text, start, p.Span.Start)
	if len(tokens) == 0 || tokens[len(tokens)-1].mask != 0 {
		return false
	}
	_, entries, _ := a.lexicon.longest(a.pack, tokens[len(tokens)-1:])
	for _, e := range entries {
		if a.entryMask[e]&a.classes["post"] != 0 {
			return true
		}
	}
	return false
}

// ofBody reports the offices that are held of a body rather than of a place.
func ofBody(o graph.Office) bool {
	switch o {
	case "CHAIR", "DIRECTOR", "DEPUTY_DIRECTOR", "CEO", "PRESIDENT", "SECRETARY_GENERAL", "PROFESSOR":
		return true
	}
	return false
}

// local reports the offices of towns.
func local(o graph.Office) bool {
	return o == "MAYOR" || o == "DEPUTY_MAYOR" || o == "COUNCILLOR"
}

func envoy(o graph.Office) bool {
	return o == "AMBASSADOR" || o == "CONSUL_GENERAL" || o == "CONSUL"
}
