package claim

import (
	"slices"

	"citygraph/graph"
)

// context reports whether a word of the class stands just before the sentence: in the two
// sentences before it, in what leads into the list that it belongs to, or in the title.
func (a *article) context(s *sentence, class string) bool {
	k, i := a.classes[class], a.indexOf(s)
	if item(s.zone) {
		for i > 0 && item(a.sentences[i].zone) {
			i--
		}
		for j := i; j >= 0 && j > i-3; j-- {
			if a.sentences[j].has(k) {
				return true
			}
		}
		return a.titleHas(k)
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if a.sentences[j].has(k) {
			return true
		}
	}
	return a.titleHas(k)
}

func item(z graph.Zone) bool { return z == graph.ZoneListItem || z == graph.ZoneTableRow }

func (s *sentence) has(k words) bool {
	return slices.ContainsFunc(s.elements, func(e element) bool { return e.words&k != 0 })
}

func (a *article) titleHas(k words) bool {
	return slices.ContainsFunc(a.sentences, func(s sentence) bool { return s.zone == graph.ZoneTitle && s.has(k) })
}

// hostedFactor is how often two officials who met at the seat of one of them did so because
// the other had come.
const hostedFactor = 0.7

// hosted concludes visits from meetings: who meets the head of a place at that place has come
// there. Only meetings in person count, and only where the text or the article's main place
// says where they were.
func (a *article) hosted() {
	for _, d := range slices.Clone(a.drafts) {
		if d.claim.Type != graph.Met || d.claim.Modality != graph.Fact {
			continue
		}
		s := a.sentenceAt(d.claim.Evidence.Span)
		if s == nil || s.has(a.classes["video"]) {
			continue
		}
		a.hostedBy(s, d, d.claim.Subject, d.claim.Object)
		a.hostedBy(s, d, d.claim.Object, d.claim.Subject)
	}
}

func (a *article) hostedBy(s *sentence, d draft, host, guest graph.EntityID) {
	home, from := a.homes[host], a.homes[guest]
	if home == "" || from == "" || home == from || entityMask(home)&maskTown == 0 || a.stated(s) != home || a.inside(from, home) {
		return
	}
	d.claim.Type, d.claim.Subject, d.claim.Object = graph.Visited, guest, home
	d.claim.Status = graph.StatusDone
	d.parts.Rule *= hostedFactor
	if !slices.ContainsFunc(a.drafts, func(x draft) bool {
		return x.claim.Type == graph.Visited && x.claim.Subject == host && x.claim.Object == from
	}) {
		a.add(d)
	}
}

// settleBodies gives every body the home that its name tells: the place in "University of Cork",
// where the article also names that place by itself.
func (a *article) settleBodies() {
	places := map[string]graph.EntityID{}
	for _, m := range a.sorted {
		if m.Type == graph.MentionPlace && len(m.Entities) == 1 && !m.Demonym {
			places[a.key(a.surface(m.Span))] = m.Entities[0]
		}
	}
	for _, m := range a.sorted {
		if m.Type != graph.MentionInstitution || len(m.Entities) != 1 || a.homes[m.Entities[0]] != "" {
			continue
		}
		for _, span := range m.Places {
			if id := places[a.key(a.surface(span))]; id != "" && id != m.Entities[0] {
				a.homes[m.Entities[0]] = id
				break
			}
		}
	}
}

// origin reads that the people p belong to the place at, as in "Ann Lee of Cork": it makes no claim,
// but tells who is a guest elsewhere.
func origin(a *article, s *sentence, m match) bool {
	places := a.captured(s, m, "at")
	if len(places) != 1 {
		return false
	}
	for _, p := range a.captured(s, m, "p") {
		if _, known := a.homes[p.ids[0]]; !known {
			a.homes[p.ids[0]] = places[0].ids[0]
		}
	}
	return true
}

// inside reports whether the entity lies in the place.
func (a *article) inside(id, place graph.EntityID) bool {
	e := a.entities[id]
	return e != nil && (e.Region == place || e.Country == place || a.homes[id] == place)
}

// venue is where a sentence takes place: the town that it, or an earlier sentence of the block,
// says so of, else the town that the block opens with, else the place of the dateline, else the
// town that the article is most about.
func (a *article) venue(s *sentence) graph.EntityID {
	if id := a.stated(s); id != "" {
		return id
	}
	if arg, ok := a.focus.top(); ok {
		return arg.ids[0]
	}
	return ""
}

// stated is the venue as far as the text or its dateline says it.
func (a *article) stated(s *sentence) graph.EntityID {
	if id := a.visitedIn(s); id != "" && a.placed(s) == "" {
		return id
	}
	for i := a.indexOf(s); i >= 0 && a.sentences[i].block == s.block; i-- {
		if id := a.placed(&a.sentences[i]); id != "" {
			return id
		}
		if id := a.visitedIn(&a.sentences[i]); id != "" {
			return id
		}
	}
	if arg, ok := a.blockOpens(s); ok {
		return arg.ids[0]
	}
	return a.dateline()
}

// visitedIn returns the town that the sentence tells of a visit to.
func (a *article) visitedIn(s *sentence) graph.EntityID {
	for _, d := range a.drafts {
		if d.claim.Type == graph.Visited && d.claim.Evidence.Span == s.span && entityMask(d.claim.Object)&maskTown != 0 {
			return d.claim.Object
		}
	}
	return ""
}

// placed returns the town that stands after a word of place in the sentence.
func (a *article) placed(s *sentence) graph.EntityID {
	in := a.classes["in"]
	for i := 1; i < len(s.elements); i++ {
		e := &s.elements[i]
		if e.mask&maskCity != 0 && len(e.args) == 1 && len(e.args[0].ids) == 1 && a.lead(s, i)&in != 0 {
			return e.args[0].ids[0]
		}
	}
	return ""
}

// lead returns the classes of the word before the element, past the noun of a place's type:
// "in the city of Cork".
func (a *article) lead(s *sentence, i int) words {
	for i--; i >= 0; i-- {
		if k := s.elements[i].words; k&a.classes["city"] == 0 {
			return k
		}
	}
	return 0
}

func (a *article) dateline() graph.EntityID {
	var at graph.Span
	var place graph.EntityID
	for span, m := range a.mentions {
		if a.doc.Dateline.Len() == 0 || !a.doc.Dateline.Covers(span) || len(m.Entities) != 1 || m.Entities[0].TypeOf() != graph.City {
			continue
		}
		if place == "" || span.Start < at.Start {
			at, place = span, m.Entities[0]
		}
	}
	return place
}

func (a *article) sentenceAt(span graph.Span) *sentence {
	i, ok := slices.BinarySearchFunc(a.sentences, span.Start, func(x sentence, start int) int { return x.span.Start - start })
	if !ok {
		return nil
	}
	return &a.sentences[i]
}
