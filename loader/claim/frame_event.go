package claim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// gathering is an event as one or more sentences tell of it.
type gathering struct {
	s      *sentence
	m      match
	name   graph.Span // empty where it has none
	place  argument
	guests []argument
	entity graph.Entity
}

// event reads a happening with a name: its head noun is the anchor, and the setting name says
// on which side of it the name goes on. With the setting name "none" it has no name, and what
// it is known by are its parties p and its place.
func event(a *article, s *sentence, m match) bool {
	if a.cue(s, m, "deny") {
		return false
	}
	g := gathering{s: s, m: m}
	switch m.rule.Set["name"] {
	case "capitals":
		g.name = s.capitals(m.anchor)
	case "before":
		g.name = a.leading(s, m.anchor)
	case "after":
		g.name = a.trailing(s, m.anchor)
	}
	if q := s.quoted(m.anchor); g.name.Len() > 0 && q.Len() > 0 {
		g.name = q
	}
	named := m.rule.Set["name"] != "none"
	if named && g.name.Len() == 0 {
		return false
	}
	if id := a.venue(s); id != "" {
		g.place = argument{span: a.focus.first[id], ids: []graph.EntityID{id}, carried: true}
	}
	g.guests = a.fill(s, m, "p")
	if named {
		g.guests = union(g.guests, a.present(s))
	}
	if !named && len(g.guests) < 2 {
		return false
	}
	g.entity = a.eventEntity(s, m, g)
	a.gatherings = append(a.gatherings, g)
	return true
}

func (a *article) eventEntity(s *sentence, m match, g gathering) graph.Entity {
	e := graph.Entity{Type: graph.Event, Kind: cmp.Or(s.elements[m.anchor].set("kind"), "OTHER"), Date: a.when(s, m)}
	if len(g.place.ids) == 1 {
		e.Place = g.place.ids[0]
	}
	span := g.name
	if span.Len() == 0 {
		span = s.elements[m.anchor].span
	}
	e.Main = strings.Join(strings.Fields(span.Of(s.text)), " ")
	e.Names = []graph.Name{{Text: e.Main, Lang: a.doc.Article.Lang, Key: namekey.Key(e.Main)}}
	return e
}

// present returns the people and bodies of the sentence: who is named beside an event takes
// part in it.
func (a *article) present(s *sentence) []argument {
	var out []argument
	for _, e := range s.elements {
		if e.mask&(maskPerson|maskOrg) != 0 {
			out = union(out, resolved(e.args))
		}
	}
	return out
}

// capitals returns the run of capitalised words around the element, with numbers and the small
// words between them; empty where the head stands alone or begins small.
func (s *sentence) capitals(at int) graph.Span {
	if !capital(s.elements[at].span.Of(s.text)) {
		return graph.Span{}
	}
	first, last := at, at
	for i := at - 1; i >= 0 && s.elements[i].mask&(maskStop|maskSemi|maskComma|maskColon|maskQuote|maskOpen|maskClose|maskDash|maskPerson|maskDate) == 0; i-- {
		if capital(s.elements[i].span.Of(s.text)) {
			first = i
		} else if at-i > 1 && first != i+1 {
			break
		}
	}
	for i := at + 1; i+1 < len(s.elements) && small(s.elements[i].span.Of(s.text)); i += 2 {
		if !capital(s.elements[i+1].span.Of(s.text)) || s.elements[i+1].mask&(maskDate|maskTown|maskCountry) != 0 {
			break
		}
		last = i + 1
	}
	for last+1 < len(s.elements) && last > at && s.elements[last+1].cost > 0 && capital(s.elements[last+1].span.Of(s.text)) {
		last++
	}
	for first < at && s.elements[first].words != 0 && len(s.elements[first].args) == 0 {
		first++ // "At the": the sentence's capital, not the name's
	}
	if first == last || first == 0 && last == 1 && at == 1 && small(strings.ToLower(s.elements[0].span.Of(s.text))) {
		return graph.Span{}
	}
	return graph.Span{Start: s.elements[first].span.Start, End: s.elements[last].span.End}
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// small reports the words that stand inside a name without a capital.
func small(word string) bool { return word == "of" || word == "for" || word == "on" }

// nameLimit is how many characters or words a name may reach from its head.
const nameLimit = 20

// leading returns the head with what stands before it up to a mark or a trigger word.
func (a *article) leading(s *sentence, at int) graph.Span {
	first := at
	for i := at - 1; i >= 0 && at-i <= nameLimit; i-- {
		e := &s.elements[i]
		if e.hits != nil && e.words&(a.classes["tie"]|a.classes["work"]|a.classes["name"]) == 0 || len(e.hits) == 0 && e.cost == 0 || e.mask&(maskPerson|maskGroup|maskOffice) != 0 {
			break
		}
		first = i
	}
	span := graph.Span{Start: s.elements[first].span.Start, End: s.elements[at].span.End}
	if utf8.RuneCountInString(span.Of(s.text)) < utf8.RuneCountInString(s.elements[at].span.Of(s.text))+2 {
		return graph.Span{}
	}
	return span
}

// trailing returns the head with the definite words, places and nationalities that follow it.
func (a *article) trailing(s *sentence, at int) graph.Span {
	last := at
	for i := at + 1; i < len(s.elements) && i-at <= 2*nameLimit; i++ {
		e := &s.elements[i]
		if e.words&a.classes["the"] != 0 || e.mask&(maskTown|maskCountry|maskDemonym) != 0 || a.definite(e.span.Of(s.text)) {
			last = i
			continue
		}
		if i > at+1 || e.cost == 0 {
			break
		}
	}
	if last == at {
		return graph.Span{}
	}
	return graph.Span{Start: s.elements[at].span.Start, End: s.elements[last].span.End}
}

// definite reports a word that begins with the article that the pack writes onto words.
func (a *article) definite(word string) bool {
	key := a.key(word)
	return slices.ContainsFunc(a.prefixes, func(p string) bool {
		return a.prefixMask[p]&a.classes["the"] != 0 && strings.HasPrefix(key, p)
	})
}

// quoted returns what stands in quotation marks around the element, empty where nothing does.
func (s *sentence) quoted(at int) graph.Span {
	first, last := -1, -1
	for i := at; i >= 0 && at-i <= nameLimit; i-- {
		if s.elements[i].mask&maskQuote != 0 {
			first = i
			break
		}
	}
	for i := at; i < len(s.elements) && i-at <= nameLimit; i++ {
		if s.elements[i].mask&maskQuote != 0 {
			last = i
			break
		}
	}
	if first < 0 || last < 0 || last-first < 2 {
		return graph.Span{}
	}
	return graph.Span{Start: s.elements[first].span.End, End: s.elements[last].span.Start}
}

// settleEvents merges what the sentences tell of one event and makes its claims.
func (a *article) settleEvents() {
	var whole []gathering
next:
	for _, g := range a.gatherings {
		for i := range whole {
			if whole[i].same(g) {
				whole[i].absorb(g)
				continue next
			}
		}
		whole = append(whole, g)
	}
	for _, g := range whole {
		a.addEvent(g)
	}
}

// same reports whether two gatherings may be one: of one kind, one name lying in the other, or
// both without a name.
func (g gathering) same(h gathering) bool {
	if g.entity.Kind != h.entity.Kind || (g.name.Len() == 0) != (h.name.Len() == 0) {
		return false
	}
	x, y := g.entity.Names[0].Key, h.entity.Names[0].Key
	return g.name.Len() == 0 || strings.Contains(x, y) || strings.Contains(y, x)
}

func (g *gathering) absorb(h gathering) {
	g.guests = union(g.guests, h.guests)
	g.entity.Names = append(g.entity.Names, h.entity.Names...)
	if len(h.entity.Main) > len(g.entity.Main) {
		g.entity.Main = h.entity.Main
	}
	if g.entity.Date.IsZero() || len(h.entity.Date.Value) > len(g.entity.Date.Value) && g.entity.Date.Overlaps(h.entity.Date) {
		g.entity.Date = h.entity.Date
	}
}

func (a *article) addEvent(g gathering) {
	e := g.entity
	e.ID = graph.EventID(graph.EventKind(e.Kind), namekey.Key(e.Main), e.Place, e.Date.Value)
	span := g.name
	if span.Len() == 0 {
		span = g.s.elements[g.m.anchor].span
	}
	this := argument{span: span, ids: []graph.EntityID{e.ID}}
	d := deal{s: g.s, m: g.m, entity: e}
	if len(g.place.ids) == 1 {
		a.addPart(d, graph.HeldIn, this, g.place)
	}
	for _, x := range g.guests {
		a.addPart(d, graph.ParticipatedIn, x, this)
	}
	if len(g.place.ids) == 1 || len(g.guests) > 0 {
		a.name(e, span)
	}
}
