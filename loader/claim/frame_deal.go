package claim

import (
	"cmp"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// deal is one document or announced deal, as the matches of one sentence tell of it.
type deal struct {
	s          *sentence
	m          match
	instrument int // element that names the document
	parties    []argument
	others     []argument    // each of them has a document of its own with the parties
	couples    [][2]argument // parties that have a document of their own, two by two
	signers    []argument
	partnered  bool // the sentence says with whom
	entity     graph.Entity
}

// makeDeal reads an agreement: its instrument k, the parties p and q, the signatories s and t.
// All matches around one instrument make one deal.
func makeDeal(a *article, s *sentence, m match) bool {
	k, ok := m.roles["k"]
	if !ok {
		k = m.anchor
	}
	if a.cue(s, m, "deny") || s.quotes(m) || a.broken(s, k) {
		return false
	}
	d := a.dealAt(s, m, k)
	parties := a.sides(s, m, "p")
	d.signers = union(d.signers, people(slices.Clone(parties)))
	parties = slices.DeleteFunc(parties, func(x argument) bool { return x.ids[0].TypeOf() == graph.Person })
	if d.couples = append(d.couples, couples(parties)...); len(d.couples) == 0 {
		d.parties = union(d.parties, parties)
	}
	_, with := m.roles["q"]
	d.partnered = d.partnered || with
	if others := a.sides(s, m, "q"); len(others) > 1 && m.setting(s, "each") != "" {
		d.others = union(d.others, others)
	} else {
		d.parties = union(d.parties, others)
	}
	d.signers = union(d.signers, people(a.fill(s, m, "s")))
	d.signers = union(d.signers, people(a.fill(s, m, "t")))
	return true
}

// broken reports a document that the sentence says is ended or suspended: none is made. The cue
// stands before it, with no other document between.
func (a *article) broken(s *sentence, k int) bool {
	return reachBarred(s.elements, k, cueBefore, a.classes["end"]|a.classes["suspend"], a.classes["instrument"])
}

// sides returns the parties of a role, without a place that only says where.
func (a *article) sides(s *sentence, m match, role string) []argument {
	if i, ok := m.roles[role]; ok && i > 0 && s.elements[i-1].words&a.classes["in"] != 0 {
		return nil
	}
	return a.fill(s, m, role)
}

func (a *article) dealAt(s *sentence, m match, k int) *deal {
	for i := range a.deals {
		if d := &a.deals[i]; d.s == s && d.instrument == k {
			return d
		}
	}
	a.deals = append(a.deals, deal{s: s, m: m, instrument: k, entity: a.instrument(s, m, k)})
	return &a.deals[len(a.deals)-1]
}

// instrument describes the document from its sentence.
func (a *article) instrument(s *sentence, m match, k int) graph.Entity {
	kind := s.elements[k].set("kind")
	if kind == "" || kind == sameKind {
		kind = cmp.Or(a.before(s, k, "kind"), m.setting(s, "kind"), "OTHER")
	}
	if !graph.HasCode("AgreementKind", kind) {
		kind = "OTHER"
	}
	e := graph.Entity{Type: graph.Agreement, Kind: kind, Status: graph.StatusSigned, Topics: a.topicsIn(s)}
	around := m
	around.first, around.last = min(m.first, k), max(m.last, k)
	if mod := a.modality(s, around); mod == graph.Planned || mod == graph.Intended || m.setting(s, "status") == string(graph.StatusPlanned) {
		e.Status = graph.StatusPlanned
	}
	e.Renewal = m.setting(s, "renewal") != "" || a.cue(s, around, "renew")
	e.Date = a.when(s, m)
	text := a.surface(s.elements[k].span)
	e.Main = text
	e.Names = []graph.Name{{Text: text, Lang: a.doc.Article.Lang, Key: namekey.Key(text)}}
	return e
}

// sameKind is the setting of words for a document of the kind named before: "a similar one".
const sameKind = "SAME"

// before returns the last value of a setting before the element, in the sentence or one of the
// four before it; for an item of a list else in what leads into the list.
func (a *article) before(s *sentence, k int, key string) string {
	at := a.indexOf(s)
	if v := lastSet(s.elements[:k], key); v != "" {
		return v
	}
	if v := a.setBefore(at, key); v != "" || !item(s.zone) {
		return v
	}
	return a.setBefore(a.leadIn(s)+1, key)
}

// setBefore returns the last value of a setting in the four sentences before the one at i.
func (a *article) setBefore(i int, key string) string {
	for at := i - 1; at >= 0 && i-at <= 4; at-- {
		if v := lastSet(a.sentences[at].elements, key); v != "" {
			return v
		}
	}
	return ""
}

func lastSet(e []element, key string) string {
	for i := len(e) - 1; i >= 0; i-- {
		if v := e[i].set(key); v != "" && v != sameKind {
			return v
		}
	}
	return ""
}

func people(args []argument) []argument {
	return slices.DeleteFunc(args, func(x argument) bool { return x.ids[0].TypeOf() != graph.Person })
}

func union(have, more []argument) []argument {
	for _, x := range more {
		if !slices.ContainsFunc(have, func(y argument) bool { return y.ids[0] == x.ids[0] }) {
			have = append(have, x)
		}
	}
	return have
}

// settle turns what several matches tell into entities and claims, once the whole article is
// read.
func (a *article) settle() {
	var whole []deal
	for _, d := range a.deals {
		for _, one := range d.split() {
			a.complete(&one)
			if len(one.parties) > 1 && !one.offLevel() {
				whole = append(whole, one)
			}
		}
	}
	whole = mergeDeals(whole)
	for _, d := range whole {
		a.metToSign(d)
		a.tieOf(d)
	}
	a.hosted()
	a.travelled()
	for _, d := range whole {
		a.addDeal(d)
	}
}

// metToSign concludes that those who signed one document for different sides met.
func (a *article) metToSign(d deal) {
	if d.entity.Status != graph.StatusSigned {
		return
	}
	for i, x := range d.signers {
		for _, y := range d.signers[i+1:] {
			hx, hy := a.homes[x.ids[0]], a.homes[y.ids[0]]
			if hx == hy || a.inside(hx, hy) || a.inside(hy, hx) {
				continue
			}
			c := a.draft(d.s, d.m, x, y)
			c.claim.Type, c.claim.Date = graph.Met, d.entity.Date
			a.add(c)
		}
	}
}

// tieOf concludes the tie of two towns from a document that makes, plans or renews it.
func (a *article) tieOf(d deal) {
	tie := d.entity.Kind == "TWINNING" || d.entity.Kind == "FRIENDLY_EXCHANGE"
	if !tie && !d.s.has(a.classes["tie"]) || len(d.parties) != 2 ||
		entityMask(d.parties[0].ids[0])&maskTown == 0 || entityMask(d.parties[1].ids[0])&maskTown == 0 {
		return
	}
	c := a.draft(d.s, d.m, d.parties[0], d.parties[1])
	c.claim.Type, c.claim.Status, c.claim.Tier = graph.TwinnedWith, graph.StatusActive, graph.TierSister
	if d.entity.Kind == "FRIENDLY_EXCHANGE" {
		c.claim.Tier = graph.TierFriendlyExchange
	}
	if d.entity.Kind == "LETTER_OF_INTENT" || d.entity.Status == graph.StatusPlanned {
		c.claim.Status = graph.StatusPlanned
		c.as(graph.Planned)
	} else if !d.entity.Renewal {
		c.claim.Date = d.entity.Date
	}
	if !a.inside(c.claim.Subject, c.claim.Object) && !a.inside(c.claim.Object, c.claim.Subject) {
		a.add(c)
	}
}

// offLevel reports a twinning with a country among its parties: states do not twin.
func (d deal) offLevel() bool {
	return d.entity.Kind == "TWINNING" && slices.ContainsFunc(d.parties, func(x argument) bool { return x.ids[0].TypeOf() == graph.Country })
}

// split gives each couple, and each of the other parties, a document of its own.
func (d deal) split() []deal {
	if len(d.couples) > 0 {
		out := make([]deal, len(d.couples))
		for i, c := range d.couples {
			out[i] = d
			out[i].parties, out[i].couples = c[:], nil
		}
		return out
	}
	if len(d.others) == 0 {
		return []deal{d}
	}
	out := make([]deal, 0, len(d.others))
	for _, x := range d.others {
		one := d
		one.parties = union(slices.Clone(d.parties), []argument{x})
		out = append(out, one)
	}
	return out
}

// complete adds the parties that the sentence leaves out: the places and bodies that the
// signatories act for, then the towns that the article is about.
func (a *article) complete(d *deal) {
	for _, x := range d.signers {
		home := a.homes[x.ids[0]]
		if home != "" && home.TypeOf() != graph.Country && !a.represented(d.parties, home) {
			d.parties = union(d.parties, []argument{{span: x.span, ids: []graph.EntityID{home}, carried: true}})
		}
	}
	if len(d.parties) == 0 {
		d.parties = a.metFor(d.s)
	}
	if d.partnered && len(d.parties) == 1 {
		if x, ok := a.firstActor(d.s.elements[:d.m.first], a.classes["of"]|a.classes["with"], partyIDs(d.parties)); ok {
			d.parties = append(d.parties, x)
			return
		}
	}
	x, y, paired := a.focus.pair()
	switch {
	case len(d.parties) == 0 && paired && !a.othersIn(d.s, x.ids[0], y.ids[0]):
		d.parties = []argument{x, y}
	case len(d.parties) != 1 || entityMask(d.parties[0].ids[0])&maskTown == 0:
	case paired && d.parties[0].ids[0] == x.ids[0]:
		d.parties = append(d.parties, y)
	case paired && d.parties[0].ids[0] == y.ids[0]:
		d.parties = append(d.parties, x)
	case d.partnered:
		if other, ok := a.focus.top(d.parties[0].ids[0]); ok && !a.inside(other.ids[0], d.parties[0].ids[0]) && !a.inside(d.parties[0].ids[0], other.ids[0]) {
			d.parties = append(d.parties, other)
		}
	}
}

// metFor returns the places and bodies that the last two people to meet act for, as far as the
// sentence or the one before it in the block tells of their meeting: "both sides signed".
func (a *article) metFor(s *sentence) []argument {
	for i := len(a.drafts) - 1; i >= 0; i-- {
		c := a.drafts[i].claim
		if c.Type != graph.Met {
			continue
		}
		at := a.sentenceAt(c.Evidence.Span)
		x, y := a.homes[c.Subject], a.homes[c.Object]
		if at == nil || at.block != s.block || at.index > s.index || s.index-at.index > 1 {
			continue
		}
		if x == "" || y == "" || x == y || stateLevel(argument{ids: []graph.EntityID{x}}) || stateLevel(argument{ids: []graph.EntityID{y}}) {
			return nil
		}
		return []argument{
			{span: c.Evidence.Subject, ids: []graph.EntityID{x}, carried: true},
			{span: c.Evidence.Object, ids: []graph.EntityID{y}, carried: true},
		}
	}
	return nil
}

// othersIn reports whether the sentence names towns or bodies beside the two: then the document
// may be theirs.
func (a *article) othersIn(s *sentence, x, y graph.EntityID) bool {
	for _, e := range s.elements {
		if e.mask&(maskTown|maskOrg) == 0 {
			continue
		}
		for _, arg := range resolved(e.args) {
			if id := arg.ids[0]; id != x && id != y && !a.inside(x, id) && !a.inside(y, id) && (id.TypeOf() == graph.Institution || a.homes[id] != x && a.homes[id] != y) {
				return true
			}
		}
	}
	return false
}

// represented reports whether home, or what it belongs to, is a party already.
func (a *article) represented(parties []argument, home graph.EntityID) bool {
	for _, p := range parties {
		if p.ids[0] == home || a.homes[home] == p.ids[0] || a.homes[p.ids[0]] == home || a.inside(p.ids[0], home) || a.inside(home, p.ids[0]) {
			return true
		}
	}
	return false
}

// mergeDeals joins the deals of equal parties that may be the same document: of one kind, or
// one of them of no special kind, with dates that agree.
func mergeDeals(deals []deal) []deal {
	var out []deal
next:
	for _, d := range deals {
		for i := range out {
			if out[i].same(d) {
				out[i].absorb(d)
				continue next
			}
		}
		out = append(out, d)
	}
	return out
}

func (d deal) same(e deal) bool {
	if !slices.Equal(partyIDs(d.parties), partyIDs(e.parties)) || d.entity.Renewal != e.entity.Renewal {
		return false
	}
	if d.entity.Kind != e.entity.Kind && !plain(d.entity.Kind) && !plain(e.entity.Kind) {
		return false
	}
	x, y := d.entity.Date, e.entity.Date
	return x.IsZero() || y.IsZero() || x.Overlaps(y)
}

// plain kinds are those of words that name any document: agreement, accord.
func plain(kind string) bool { return kind == "COOPERATION" || kind == "OTHER" }

// absorb adds what another telling of the document has: the text tells more than a headline.
func (d *deal) absorb(e deal) {
	if d.s.zone == graph.ZoneTitle && e.s.zone != graph.ZoneTitle {
		d.s, d.m, d.instrument, d.parties = e.s, e.m, e.instrument, e.parties
	}
	d.signers = union(d.signers, e.signers)
	if plain(d.entity.Kind) && !plain(e.entity.Kind) {
		d.entity.Kind, d.entity.Main, d.entity.Names = e.entity.Kind, e.entity.Main, e.entity.Names
	}
	if len(e.entity.Date.Value) > len(d.entity.Date.Value) {
		d.entity.Date = e.entity.Date
	}
	if e.entity.Status == graph.StatusSigned {
		d.entity.Status = graph.StatusSigned
	}
	d.entity.Topics = append(d.entity.Topics, e.entity.Topics...)
}

func partyIDs(parties []argument) []graph.EntityID {
	ids := make([]graph.EntityID, len(parties))
	for i, p := range parties {
		ids[i] = p.ids[0]
	}
	slices.Sort(ids)
	return ids
}

func (a *article) addDeal(d deal) {
	e := d.entity
	e.ID = graph.AgreementID(graph.AgreementKind(e.Kind), partyIDs(d.parties), e.Date.Value)
	span := d.s.elements[d.instrument].span
	document := argument{span: span, ids: []graph.EntityID{e.ID}}
	for _, p := range d.parties {
		a.addPart(d, graph.PartyTo, p, document)
	}
	for _, p := range d.signers {
		if e.Status == graph.StatusSigned {
			a.addPart(d, graph.Signed, p, document)
		}
	}
	a.name(e, span)
}

// addPart adds the claim that x has a part in the agreement or event y.
func (a *article) addPart(d deal, t graph.EdgeType, x, y argument) {
	c := a.draft(d.s, d.m, x, y)
	c.claim.Type = t
	c.claim.Date, c.claim.Status, c.claim.Topics = d.entity.Date, d.entity.Status, d.entity.Topics
	if d.entity.Status == graph.StatusPlanned {
		c.as(graph.Planned)
	}
	a.add(c)
}

// name keeps an entity of the claim stage and where it stands; equal ones are merged.
func (a *article) name(e graph.Entity, span graph.Span) {
	for i := range a.made {
		if a.made[i].ID == e.ID {
			a.made[i].Topics = append(a.made[i].Topics, e.Topics...)
			a.made[i].Names = append(a.made[i].Names, e.Names...)
			a.spans[e.ID] = append(a.spans[e.ID], span)
			return
		}
	}
	a.made = append(a.made, e)
	a.spans[e.ID] = append(a.spans[e.ID], span)
}

// result puts everything in canonical order.
func (a *article) result() Result {
	r := Result{Drops: a.drops, Parts: map[graph.ClaimID]Parts{}}
	for _, d := range append(merged(a.drafts), merged(a.denials)...) {
		d.claim.Confidence = d.parts.Confidence()
		c := d.claim.Identify()
		if _, twice := r.Parts[c.ID]; twice {
			r.Drops = append(r.Drops, graph.Drop{Reason: graph.DropDuplicate, Span: c.Evidence.Trigger, Rule: c.Rule})
			continue
		}
		r.Parts[c.ID] = d.parts
		r.Claims = append(r.Claims, c)
	}
	slices.SortFunc(r.Claims, func(x, y graph.Claim) int { return strings.Compare(string(x.ID), string(y.ID)) })
	for _, e := range a.made {
		r.Entities = append(r.Entities, e.Normal())
		spans := a.spans[e.ID]
		slices.SortFunc(spans, func(x, y graph.Span) int { return x.Start - y.Start })
		r.Mentions = append(r.Mentions, graph.MentionRef{Entity: e.ID, Spans: slices.Compact(spans)})
	}
	slices.SortFunc(r.Entities, func(x, y graph.Entity) int { return strings.Compare(string(x.ID), string(y.ID)) })
	slices.SortFunc(r.Mentions, func(x, y graph.MentionRef) int { return strings.Compare(string(x.Entity), string(y.Entity)) })
	return r
}
