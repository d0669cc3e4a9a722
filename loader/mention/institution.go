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
		if p.mention.Type == graph.MentionInstitution {
			m := p.mention
			m.Rule = "institution.known"
			s.addInstitution(m, p.start, p.end, p.clitic)
		}
	}
	for i := range s.toks {
		h, ok := s.headAt(i)
		if !ok || s.institutionOver[i] != 0 {
			continue
		}
		s.standsIn = s.standsIn[:0]
		if start, end, ok := s.extent(h); ok {
			m := graph.Mention{Kind: h.kind, Rule: "institution.head", Places: slices.Clone(s.standsIn)}
			s.addInstitution(m, start, end, s.cliticOf(start, h))
		}
	}
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

// casedExtent reads a name in capitals around its head: "Kumasi Metropolitan Assembly",
// "University of Cork", "Ministry of Housing and Urban Affairs".
func (s *sentence) casedExtent(h head) (int, int, bool) {
	for t := h.start; t < h.end; t++ {
		if !s.toks[t].upper && !s.is(t, catInner) {
			return 0, 0, false
		}
	}
	start := s.capitalsBefore(h.start)
	end := s.capitalsAfter(h.end)
	for start < h.start && s.isOpening(start) {
		start++
	}
	if start == h.start && end == h.end {
		return 0, 0, false
	}
	if s.isPlaceName(start, end) {
		return 0, 0, false
	}
	if g, ok := s.at(end-1, catHappening); ok && g.end == end && end > h.end {
		return 0, 0, false
	}
	return start, end, true
}

// isPlaceName reports whether tokens start to end are a name of the lexicon: Port Arthur.
func (s *sentence) isPlaceName(start, end int) bool {
	k := s.placeAt[start]
	return k != 0 && s.places[k-1].start == start && s.places[k-1].end == end
}

// isOpening reports a capital that belongs to the sentence, not to the name.
func (s *sentence) isOpening(i int) bool {
	return s.whole(i, catCommon) || s.is(i, catHonorific) || s.is(i, catOffice) || s.is(i, catInner) || s.is(i, catFormer)
}

// capitalsBefore goes left over the words of a name.
func (s *sentence) capitalsBefore(i int) int {
	for i > 0 {
		t := i - 1
		switch {
		case s.toks[i].glue != 0 && s.toks[i].glue != ' ' && s.toks[i].glue != '-' && s.toks[i].glue != '’' && s.toks[i].glue != '\'':
			return i
		case s.isPossessive(t) && s.at2(i, catHead) && s.toks[t].glue != 0:
			return i
		case s.toks[t].kind == word && s.toks[t].upper && !s.whole(t, catCommon) && !s.officeBefore(t) && !s.isPossessive(t):
			i = t
		case s.is(t, catAnd) && t > 0 && s.toks[t-1].upper && s.toks[t-1].kind == word && s.isCaptioned(t-1) && s.placeAt[t-1] == 0:
			i = t - 1
		default:
			return i
		}
	}
	return i
}

func (s *sentence) at2(i int, cat category) bool { _, ok := s.at(i, cat); return ok }

// isPossessive reports the s of "China's".
func (s *sentence) isPossessive(i int) bool {
	if i <= 0 || s.toks[i].glue != '\'' && s.toks[i].glue != '’' {
		return false
	}
	for _, p := range s.pack.Language.Possessive {
		if s.text(i) == p {
			return true
		}
	}
	return false
}

func (s *sentence) officeBefore(i int) bool {
	h, ok := s.at(i, catOffice)
	return ok && h.end >= i+1 || s.is(i, catHonorific)
}

// holderBefore reports an office or title of one person, which ends the name of a body; the
// plural may be part of it: "Parliament of Mayors".
func (s *sentence) holderBefore(i int) bool {
	h, ok := s.at(i, catOffice)
	return ok && !h.suffix && !s.is(i, catInner) || s.is(i, catHonorific)
}

// isCaptioned reports whether the word belongs to an enumeration inside a name: "Housing and
// Urban Affairs", not "Hormatollah and City Council".
func (s *sentence) isCaptioned(i int) bool {
	return s.is(i, catInner) || s.is(i, catHead)
}

// capitalsAfter goes right: "of", then a name; or a name that follows at once.
func (s *sentence) capitalsAfter(i int) int {
	end := i
	for end < len(s.toks) && s.isName(end) && s.toks[end].glue == 0 && !s.officeBefore(end) && s.placeAt[end] != 0 {
		end++
	}
	if end > i {
		return end
	}
	j := i
	if !s.whole(j, catOf) {
		return i
	}
	j++
	if s.whole(j, catArticle) {
		j++
	}
	return s.complement(i, j)
}

// complement reads the capitals behind "of", and what is joined to them. It returns none where
// nothing follows.
func (s *sentence) complement(none, j int) int {
	end := none
	for j < len(s.toks) && s.isName(j) && s.toks[j].glue != '\'' {
		if s.holderBefore(j) {
			break
		}
		j++
		end = j
		if s.isPossessive(j) {
			break
		}
		next := j
		for next < len(s.toks) && next < j+3 && (s.is(next, catAnd) || s.whole(next, catOf) || s.is(next, catParticle) || s.is(next, catInner) && !s.toks[next].upper || s.whole(next, catArticle)) {
			next++
		}
		if next > j {
			if s.is(j, catAnd) && (s.placeAt[j-1] != 0 || next < len(s.toks) && s.placeAt[next] != 0) {
				break
			}
			if next < len(s.toks) && s.isName(next) && !s.officeBefore(next) && !s.is(next, catGiven) {
				j = next
				continue
			}
			break
		}
	}
	return end
}

// isName reports a capitalised word.
func (s *sentence) isName(i int) bool {
	return i < len(s.toks) && s.toks[i].kind == word && (s.toks[i].upper || s.toks[i].glue == '-')
}

// spacedExtent reads a name behind its head, without capitals to go by: جامعة صفاقس,
// المعهد العربي لإنماء المدن.
func (s *sentence) spacedExtent(h head) (int, int, bool) {
	i, proper, adjectives := h.end, false, 0
	definite := h.end-h.start > 1 && s.definite(h.end-1)
	known := definite // the head's own words make no name of it
	for i < len(s.toks) && i < h.end+9 {
		if s.isMark(i, "«\"“") {
			end, ok := s.quoted(i)
			if !ok {
				break
			}
			i, proper = end, true
			break
		}
		if s.toks[i].kind != word {
			break
		}
		step, what := s.part(i, h, proper || definite)
		if step == 0 || s.isDefinite(h) && (what == partProper || what == partPlace) {
			break
		}
		if what == partEnd { // where it stands is no part of its name
			s.standsIn = append(s.standsIn[:0], s.spanOf(i+step-1, i+step))
			s.standsIn[0].Start = s.toks[s.places[s.placeAt[i+step-1]-1].start].span.Start
			proper = true
			break
		}
		i += step
		if what == partDefinite && !s.demonymAt(i-step) {
			adjectives++
		}
		switch what {
		case partPlace:
			proper = true
		case partProper:
			proper = true
		case partDefinite:
			definite = true
		}
	}
	if i == h.end || !proper && !definite && !known {
		return h.start, h.end, h.whole
	}
	if s.isDefinite(h) && adjectives == 0 && !proper && !known {
		return 0, 0, false
	}
	return h.start, i, true
}

// isDefinite reports a head that carries the article: what follows it is no name of its own.
func (s *sentence) isDefinite(h head) bool {
	return h.article || s.definite(h.start) || s.definite(h.end-1)
}

func (s *sentence) demonymAt(i int) bool {
	k := s.placeAt[i]
	return k != 0 && s.places[k-1].mention.Demonym
}

type part uint8

const (
	partPlace part = iota
	partProper
	partDefinite
	partInner
	partEnd
)

// quoted returns the end of a quotation of a few words that begins at token i.
func (s *sentence) quoted(i int) (int, bool) {
	for j := i + 1; j < len(s.toks) && j < i+9; j++ {
		if s.isMark(j, "»\"”") {
			return j + 1, j > i+1
		}
	}
	return 0, false
}

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

// opensWith reports whether the word begins with one of the clitics.
func (s *sentence) opensWith(i int, clitics []string) bool {
	for _, c := range clitics {
		if rest, ok := strings.CutPrefix(s.text(i), c); ok && len(rest) >= 4 {
			return true
		}
	}
	return false
}

// stopsBody is stopsName for bodies, whose names are made of ordinary words with the article.
func (s *sentence) stopsBody(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catCommon:
			if !h.article || h.clitic > len(s.art) {
				return true
			}
		case catOffice, catMonth, catWeekday, catLast, catNext, catSaying, catHonorific, catFormer, catActing, catGroup:
			return true
		}
	}
	return false
}

func (s *sentence) innerPart(w string) part {
	if strings.HasPrefix(w, s.art) {
		return partDefinite
	}
	return partInner
}

// placeBehind reads "in" with a place: the name ends with it.
func (s *sentence) placeBehind(i int) (int, part) {
	j := i + 1
	if h, ok := s.at(j, catPlaceBefore); ok && h.clitic == 0 {
		j = h.end
	}
	if j < len(s.toks) && s.placeAt[j] != 0 {
		p := s.places[s.placeAt[j]-1]
		if p.start == j && !p.mention.Demonym && p.clitic == 0 {
			return p.end - i, partEnd
		}
	}
	return 0, 0
}

func (s *sentence) cliticIn(i, clitic int) bool {
	c := s.text(i)[:clitic]
	for _, in := range s.pack.Language.In {
		if c == in {
			return true
		}
	}
	for _, of := range s.pack.Language.Of {
		if c == of {
			return true
		}
	}
	return false
}

func (s *sentence) isConjunction(i, clitic int) bool {
	c := s.text(i)[:clitic]
	for _, and := range s.pack.Language.And {
		if strings.HasPrefix(c, and) {
			return true
		}
	}
	return false
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

// unspacedExtent reads a name to the left of its head: from the nearest place that nothing
// separates from it, else from the last word that no name runs through.
func (s *sentence) unspacedExtent(h head) (int, int, bool) {
	if h.start == 0 {
		return h.start, h.end, h.whole
	}
	if start, ok := s.placeEndingAt(h.start); ok {
		return start, h.end, true
	}
	if h.short || h.whole {
		if start, ok := s.shortName(h); ok {
			return start, h.end, true
		}
		return h.start, h.end, h.whole
	}
	i := h.start
	for i > 0 && h.start-i < 14 {
		t := i - 1
		if s.placeAt[t] != 0 && s.toks[t].kind == han {
			p := s.places[s.placeAt[t]-1]
			if p.end == i {
				i = p.start
			}
			break
		}
		if s.toks[t].kind == mark || s.toks[t].kind == number || s.separates(t) {
			break
		}
		i = t
	}
	latin := s.toks[h.start-1].kind == word
	if s.placeAt[i] == 0 && !latin && (h.start-i < 2 || s.allInner(i, h.start) && !s.hasAcronym(h.end)) {
		return 0, 0, false
	}
	return i, h.end, true
}

// hasAcronym reports a short form in another script in brackets at token i.
func (s *sentence) hasAcronym(i int) bool {
	return s.isMark(i, opens) && i+2 < len(s.toks) && s.toks[i+1].kind == word && s.toks[i+1].caps && s.isMark(i+2, closes)
}

// shortName finds what a head that needs a place beside it may stand on without one: a name in
// another script (D1园区), an unknown foreign name (钱达尔勒港), or the body before it in a list
// (农业部、经济部).
func (s *sentence) shortName(h head) (int, bool) {
	t := h.start - 1
	if s.toks[t].kind == word && s.toks[t].upper || s.toks[t].kind == number && t > 0 && s.toks[t-1].kind == word {
		for t > 0 && s.toks[t-1].kind == word {
			t--
		}
		return t, true
	}
	if (s.isMark(t, "、") || s.whole(t, catAnd)) && t > 0 && s.institutionOver[t-1] != 0 && h.end-h.start > 1 && h.kind == s.found[s.institutionOver[t-1]-1].Kind {
		return h.start, true
	}
	for t >= 0 && h.start-t < 7 && s.sounding(t) && !s.separates(t) && s.placeAt[t] == 0 {
		t--
	}
	if h.start-t-1 >= 2 && h.kind == "PORT" && s.bounded(t+1) && !s.allInner(t+1, h.start) {
		return t + 1, true
	}
	return 0, false
}

// allInner reports whether tokens i to j say nothing that a name is made of.
func (s *sentence) allInner(i, j int) bool {
	for i < j {
		h, ok := s.at(i, catInner)
		if !ok {
			return false
		}
		i = h.end
	}
	return true
}

// placeEndingAt returns where a place begins that ends, with the noun of its type, before token
// i: what is built on a weak name is none.
func (s *sentence) placeEndingAt(i int) (int, bool) {
	for k := range s.places {
		p := &s.places[k]
		if p.mention.Type == graph.MentionPlace && !p.mention.Demonym && (p.end == i || p.extent == i || p.end == i+1 && p.end-p.start > 2 && s.whole(i, catPlaceAfter)) && s.stands(*p) {
			return p.start, true
		}
	}
	return 0, false
}

// separates reports whether a phrase that no name runs through ends behind token i.
func (s *sentence) separates(i int) bool {
	if s.taken[i] {
		return true
	}
	if s.inside(i, catInner) {
		return false
	}
	for _, cat := range []category{catBreak, catOffice, catRelative, catAnd} {
		if _, ok := s.endsAt(i+1, cat); ok {
			return true
		}
	}
	return false
}

// inside reports whether token i lies in a phrase of the category of at least two tokens.
func (s *sentence) inside(i int, cat category) bool {
	for start := max(0, i-3); start <= i; start++ {
		if h, ok := s.at(start, cat); ok && h.end > i && h.end-h.start > 1 {
			return true
		}
	}
	return false
}

// acronyms binds a short form in brackets to the institution before it, and finds it again
// wherever it stands: "Nagpur Municipal Corporation (NMC)".
func (r *reading) acronyms() {
	short := map[string]graph.Mention{}
	for _, s := range r.sentences {
		if r.pack.Language.Cased {
			s.spellAcronyms()
		}
		for _, at := range s.institutions {
			m := s.found[at]
			end := s.tokenAfter(m.Span.End)
			if !s.isMark(end, opens) || end+1 >= len(s.toks) {
				continue
			}
			for j := end + 1; j < len(s.toks) && j < end+5; j++ {
				if s.isMark(j, closes) {
					if s.acronymLike(end+1, j) {
						short[s.view.text.Fold[s.toks[end+1].keyStart:s.toks[j-1].keyEnd]] = m
					}
					break
				}
			}
		}
	}
	if len(short) == 0 {
		return
	}
	for _, s := range r.sentences {
		s.findAcronyms(short)
	}
}

// spellAcronyms tries every acronym in brackets that no institution stands before.
func (s *sentence) spellAcronyms() {
	for i := 2; i+1 < len(s.toks); i++ {
		t := s.toks[i]
		if t.kind == word && t.caps && len(s.text(i)) >= 3 && len(s.text(i)) <= 7 && s.isMark(i-1, opens) && s.isMark(i+1, closes) && s.institutionOver[i-2] == 0 && s.institutionOver[i] == 0 {
			s.spelled(i)
		}
	}
}

// spelled finds the capitals before an acronym in brackets whose first letters it is made of:
// "Global Parliament of Mayors (GPM)". Token i is the acronym.
func (s *sentence) spelled(i int) {
	letters := s.text(i)
	k := len(letters)
	t := i - 2
	for ; t >= 0 && k > 0; t-- {
		w := s.toks[t]
		if w.kind != word || s.toks[t+1].glue != 0 && s.toks[t+1].glue != '-' && t+1 != i-1 {
			return
		}
		switch {
		case w.upper && s.text(t)[0] == letters[k-1]:
			k--
		case w.upper || !s.is(t, catInner) && !s.is(t, catParticle):
			return
		}
	}
	start := t + 1
	if k > 0 || s.institutionOver[start] != 0 || s.at2(i-2, catHappening) {
		return
	}
	s.addInstitution(graph.Mention{Kind: "ASSOCIATION", Rule: "institution.spelled"}, start, i-1, 0)
}

// acronymLike reports whether tokens i to j may be a short form of a name.
func (s *sentence) acronymLike(i, j int) bool {
	if j-i > 2 {
		return false
	}
	for t := i; t < j; t++ {
		if s.toks[t].kind != word || !s.toks[t].upper {
			return false
		}
	}
	return s.toks[i].caps || j-i == 1 && s.toks[i].upper
}

func (s *sentence) findAcronyms(short map[string]graph.Mention) {
	for i := range s.toks {
		if s.taken[i] || s.toks[i].kind != word || !s.toks[i].upper {
			continue
		}
		for j := min(i+2, len(s.toks)); j > i; j-- {
			full, ok := short[s.view.text.Fold[s.toks[i].keyStart:s.toks[j-1].keyEnd]]
			if !ok {
				continue
			}
			m := graph.Mention{Name: full.Name, Kind: full.Kind, Rule: "institution.acronym", Candidates: full.Candidates}
			s.addInstitution(m, i, j, 0)
			break
		}
	}
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
