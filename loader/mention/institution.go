package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// head is a head noun of the pack where it stands, as a candidate for an institution.
type head struct {
	hit
	kind  graph.InstitutionKind
	short bool
	whole bool
}

// findInstitutions finds the bodies of the lexicon, then those made by a head noun with what
// belongs to it. The longest head wins; places inside are kept as spans.
func (s *sentence) findInstitutions() {
	for _, p := range s.places {
		if p.mention.Type == graph.MentionInstitution && !s.branch(&p) {
			m := p.mention
			m.Rule = "institution.known"
			s.addInstitution(m, p.start, p.end, p.clitic)
		}
	}
	for i := range s.toks {
		h, ok := s.headAt(i)
		if !ok || s.institutionOver[i] != 0 || s.endsBoard(i) {
			continue
		}
		s.standsIn = s.standsIn[:0]
		start, end, ok := s.extent(h)
		if s.goesOn(h, start, ok) {
			continue
		}
		if ok {
			m := graph.Mention{Kind: h.kind, Rule: "institution.head", Places: slices.Clone(s.standsIn)}
			s.addInstitution(m, start, end, s.cliticOf(start, h))
		}
	}
}

// endsBoard reports a head noun that ends an office with another one before it: the last word of
// رئيس مجلس إدارة begins no body.
func (s *sentence) endsBoard(i int) bool {
	o, ok := s.endsAt(i+1, catOffice)
	_, head := s.at(i-1, catHead)
	return ok && head && o.start < i-1
}

func (s *sentence) cliticOf(start int, h head) int {
	if start == h.start {
		return h.clitic
	}
	return 0
}

func (s *sentence) headAt(i int) (head, bool) {
	h, ok := s.at(i, catHead)
	if !ok || h.suffix {
		return head{}, false
	}
	if o, ok := s.at(i, catOffice); ok && o.end > h.end {
		return head{}, false // 部长 is a minister, not a ministry
	}
	if verb, ok := s.at(h.end-1, catCommon); ok && s.toks[i].kind == han && h.end-i > 1 && verb.end > h.end {
		return head{}, false // 彭佳学会见 is 彭佳学 who receives, no society
	}
	e := s.pack.Names.Heads[h.index]
	if h.article {
		h.clitic -= len(s.art) // the article is part of the name, what stands before it is not
		if h.clitic < 0 {
			h.clitic = 0
		}
	}
	return head{h, e.Kind, e.Short, e.Whole}, true
}

func (s *sentence) extent(h head) (start, end int, ok bool) {
	switch {
	case s.pack.Language.Cased:
		return s.casedExtent(h)
	case s.pack.Language.Spaced:
		return s.spacedExtent(h)
	}
	return s.unspacedExtent(h)
}

// addInstitution records the mention and takes its tokens; places inside become spans of it.
func (s *sentence) addInstitution(m graph.Mention, start, end, clitic int) {
	m.Type = graph.MentionInstitution
	for k := range s.places {
		p := &s.places[k]
		if p.start < end && start < p.end && p.mention.Type != graph.MentionInstitution {
			p.inside = true
			if p.mention.Type == graph.MentionPlace && !p.mention.Demonym {
				m.Places = append(m.Places, s.spanOf(p.start, p.end))
			}
		}
	}
	at := s.emit(m, start, end, clitic)
	s.institutions = append(s.institutions, at)
	for t := start; t < end; t++ {
		s.taken[t] = true
		s.institutionOver[t] = int32(at + 1)
	}
}

const (
	partPlace part = iota
	partProper
	partDefinite
	partInner
	partEnd
)

// part says how token i continues the name of an institution: how many tokens, and as what.
func (s *sentence) part(i int, h head, has bool) (int, part) {
	if k := s.placeAt[i]; k != 0 {
		p := s.places[k-1]
		switch {
		case p.mention.Demonym:
			return p.end - i, partDefinite
		case p.clitic == 0 && p.start == i:
			return p.end - i, partPlace
		case p.start == i && has && s.cliticIn(i, p.clitic) && !s.isConjunction(i, p.clitic):
			return p.end - i, partEnd
		case p.start == i && s.toks[i].glue == '–':
			return p.end - i, partPlace
		}
		return 0, 0
	}
	w := s.text(i)
	if next, ok := s.at(i, catHead); ok && next.clitic > 0 && !next.article && s.isConjunction(i, next.clitic) {
		return 0, 0 // غرفة عمّان وغرفة دبي are two
	}
	if s.is(i, catIn) && has {
		return s.placeBehind(i)
	}
	if s.whole(i, catPlain) && s.isDefinite(h) && !has {
		return 0, 0
	}
	if s.whole(i, catInner) {
		return 1, s.innerPart(w)
	}
	if has && s.is(i, catInner) && s.opensWith(i, s.pack.Language.And) {
		return 1, partInner
	}
	if n := s.namesake(i, h); n > 0 {
		return n, partProper
	}
	if i > h.end && s.goesOnNamed(i) {
		return 1, partProper // مركز محمد بن راشد
	}
	if s.stopsBody(i) {
		return 0, 0
	}
	if has && s.opensWith(i, s.pack.Language.Of) && i+1 < len(s.toks) && s.definite(i+1) && !s.stopsBody(i+1) {
		return 2, partDefinite
	}
	if strings.HasPrefix(w, s.art) || s.melted(i) && (s.opensWith(i, s.pack.Language.And) || s.opensWith(i, s.pack.Language.Of)) {
		return 1, partDefinite
	}
	if s.opensWith(i, s.pack.Language.And) || has && s.opensWith(i, s.pack.Language.In) {
		if s.is(i, catInner) {
			return 1, partInner
		}
		return 0, 0
	}
	if has && !s.opensWith(i, s.pack.Language.Of) || s.neverName(i) {
		return 0, 0
	}
	if slices.ContainsFunc(s.noName, func(end string) bool { return strings.HasSuffix(w, end) }) {
		return 0, 0
	}
	switch h.kind {
	case "UNIVERSITY", "COMPANY", "MUSEUM", "SCHOOL", "HOSPITAL", "PORT", "AIRPORT":
		return 1, partProper
	}
	if s.whole(i, catGiven) || s.toks[i].glue == '-' || s.toks[i].glue == '–' {
		return 1, partProper
	}
	return 0, 0
}

// namesake returns how many tokens from i name the person that the body is called after: جامعة
// الملك سعود, مطار الأمير محمد بن عبدالعزيز.
func (s *sentence) namesake(i int, h head) int {
	if i != h.end || !s.definite(i) || !(s.whole(i, catHonorific) || s.whole(i, catOffice)) || h.kind == "GOVERNMENT_BODY" {
		return 0
	}
	end := i + 1
	for end < len(s.toks) && end < i+5 && s.toks[end].kind == word && (s.whole(end, catGiven) || s.whole(end, catParticle) || end == i+1 && !s.ordinary(end) && !s.definite(end)) {
		end++
	}
	if end == i+1 {
		return 0
	}
	return end - i
}

// goesOnNamed reports a token that goes on with the personal name that the one before is part of.
func (s *sentence) goesOnNamed(i int) bool {
	return s.whole(i, catParticle) && s.whole(i-1, catGiven) || s.whole(i-1, catParticle) && (s.whole(i, catGiven) || s.definite(i))
}

// stopsName reports a word that is part of no name: an ordinary word, an office, a date.
func (s *sentence) stopsName(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catCommon, catOffice, catMonth, catWeekday, catLast, catNext, catSaying, catHonorific, catFormer, catActing:
			return true
		}
	}
	return false
}

// tokenAfter returns the first token that begins at or behind an offset of the article.
func (s *sentence) tokenAfter(offset int) int {
	for i := range s.toks {
		if s.toks[i].span.Start >= offset {
			return i
		}
	}
	return len(s.toks)
}
