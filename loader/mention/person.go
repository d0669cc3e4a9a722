package mention

import (
	"strings"

	"citygraph/graph"
)

// roster holds the people that the document names in full, to know their short forms by.
type roster struct {
	full  map[string]string // folded full name to its surface
	short map[string]string // folded short form to the folded full name, "" where several
}

func newRoster() *roster {
	return &roster{full: map[string]string{}, short: map[string]string{}}
}

// add enters a person and the short forms that later sentences may use.
func (r *roster) add(full, surface string, shorts []string) {
	if _, ok := r.full[full]; ok {
		return
	}
	r.full[full] = surface
	for _, short := range shorts {
		if other, ok := r.short[short]; ok && other != full {
			r.short[short] = ""
			continue
		}
		r.short[short] = full
	}
}

// findPeople finds names beside offices and titles, and those whose parts tell.
func (s *sentence) findPeople(people *roster) {
	for _, p := range s.posts {
		s.besidePost(p, people)
	}
	for i := range s.toks {
		if s.taken[i] {
			continue
		}
		if h, ok := s.at(i, catHonorific); ok && (!h.suffix || s.pack.Language.Cased) && (!s.pack.Language.Cased || s.toks[i].upper) {
			s.person(s.skipTitles(h.end), "person.title", 1, people)
		}
		if h, ok := s.at(i, catSuffix); ok && !h.suffix {
			s.personBefore(i, "person.title", people)
		}
		if h, ok := s.at(i, catAnnounce); ok {
			s.announced(h, people)
		}
		if h, ok := s.at(i, catSaying); ok && !s.pack.Language.Cased {
			s.said(h, people)
		}
	}
	for i := range s.toks {
		if !s.taken[i] {
			s.byParts(i, people)
		}
	}
	s.among(people)
}

// said finds the speaker beside a verb of saying: behind it where words are spaced (verb first),
// else the family name and two more characters before it.
func (s *sentence) said(h hit, people *roster) {
	if s.pack.Language.Spaced {
		if !h.suffix {
			s.person(h.end, "person.said", 2, people)
		}
		return
	}
	start := h.start - 3
	if start < 0 || start > 0 && s.toks[start-1].kind != mark || !s.is(start, catSurname) || s.hanEnd(start) != h.start {
		return
	}
	s.addPerson(start, h.start, 0, "person.said", people)
}

// announced finds the name that a word such as "counterpart" stands for: behind a comma, or
// before one.
func (s *sentence) announced(h hit, people *roster) {
	if s.isMark(h.end, commas) && s.closed(h.end+1) && s.person(h.end+1, "person.apposition", 2, people) {
		s.more(h.end+1, people)
		return
	}
	if s.person(h.end, "person.announced", 2, people) {
		s.more(h.end, people)
		return
	}
	if !s.pack.Language.Spaced {
		return
	}
	before := h.start
	for before > 0 && h.start-before < 3 && s.leadsOffice(before-1) {
		before--
	}
	if s.isMark(before-1, commas) {
		s.personBefore(before-1, "person.apposition", people)
	}
}

// more reads further names that are joined to one just found: "Alban Hyseni and Ferit Idrizi".
func (s *sentence) more(i int, people *roster) {
	for i < len(s.toks) && s.taken[i] {
		i++
	}
	if s.isMark(i, opens) {
		for j := i; j < len(s.toks) && j < i+6; j++ {
			if s.isMark(j, closes) {
				i = j + 1
				break
			}
		}
	}
	next := i
	for next < len(s.toks) && (s.isMark(next, commas) || s.whole(next, catAnd)) && next < i+2 {
		next++
	}
	switch {
	case next >= len(s.toks) || s.solidPlace(next):
	case s.pack.Language.Cased:
		if next > i && s.closed(next) && s.person(next, "person.list", 2, people) {
			s.more(next, people)
		}
	case s.pack.Language.Spaced:
		clitic := s.conjunctionOf(next)
		end := s.nameEnd(next)
		if (next > i || clitic > 0) && s.closed(next) && end-next >= 2 && s.addPerson(next, end, clitic, "person.list", people) {
			s.more(next, people)
		}
	}
}

// besidePost looks for the holder of an office: behind it, behind what it is held of, or before.
func (s *sentence) besidePost(p post, people *roster) {
	least := 1
	if s.pack.Language.Spaced && !s.pack.Language.Cased {
		least = 2 // of one word behind an office, only a known short form is sure to be a name
	}
	if start := s.skipTitles(p.end); s.person(start, "person.office", least, people) {
		s.more(start, people)
		return
	}
	if start := s.skipTitles(p.after); p.after > p.end && s.person(start, "person.office", least, people) {
		s.more(start, people)
		return
	}
	if s.isMark(p.after, commas) {
		if start := s.skipTitles(p.after + 1); s.closed(start) && s.person(start, "person.apposition", 2, people) {
			s.more(start, people)
			return
		}
	}
	before := p.start
	for before > 0 && p.start-before < 6 && (s.leadsOffice(before-1) || s.endsFormer(before)) {
		before--
	}
	if s.isMark(before-1, commas) && s.pack.Language.Spaced {
		s.personBefore(before-1, "person.apposition", people)
		s.alsoBefore(before-1, people)
		return
	}
	if !s.pack.Language.Cased && !p.weak {
		s.personBefore(p.start, "person.before", people)
	}
}

// alsoBefore reads the name that is joined to the one before token j: "A B and C D, former …".
func (s *sentence) alsoBefore(j int, people *roster) {
	i := j
	for i > 0 && s.taken[i-1] {
		i--
	}
	if i < j && s.pack.Language.Cased && s.whole(i-1, catAnd) {
		s.personBefore(i-1, "person.list", people)
	}
}

func (s *sentence) endsFormer(i int) bool { _, ok := s.endsAt(i, catFormer); return ok }

// leadsOffice reports a word that may stand between a comma and an office: "the", "his".
func (s *sentence) leadsOffice(i int) bool {
	return s.toks[i].kind == word && s.pack.Language.Cased && !s.taken[i]
}

// skipTitles moves over titles and further offices before a name.
func (s *sentence) skipTitles(i int) int {
	for i < len(s.toks) {
		if h, ok := s.at(i, catHonorific); ok && h.clitic == 0 && !h.suffix {
			i = h.end
			if s.isMark(i, ".") {
				i++
			}
			continue
		}
		if s.isMark(i, "./") && i > 0 && s.is(i-1, catHonorific) {
			i++
			continue
		}
		return i
	}
	return i
}

// closed reports whether a name at token i ends where the sentence pauses.
func (s *sentence) closed(i int) bool {
	end := s.nameEnd(i)
	if end == i {
		return false
	}
	return end == len(s.toks) || s.toks[end].kind == mark || s.is(end, catSaying) || s.whole(end, catAnd)
}

// person records a name that begins at token i and has at least so many words.
func (s *sentence) person(i int, rule string, least int, people *roster) bool {
	if i >= len(s.toks) || s.taken[i] {
		return false
	}
	end := s.nameEnd(i)
	if end-i < least {
		return false
	}
	clitic := 0
	if s.pack.Language.Spaced && !s.pack.Language.Cased {
		clitic = s.conjunctionOf(i)
	}
	return s.addPerson(i, end, clitic, rule, people)
}

// personBefore records a name that ends before token j.
func (s *sentence) personBefore(j int, rule string, people *roster) {
	if start, clitic := s.nameStart(j); start < j {
		s.addPerson(start, j, clitic, rule, people)
	}
}

// addPerson records the mention, takes its tokens and enters the person in the roster.
func (s *sentence) addPerson(start, end, clitic int, rule string, people *roster) bool {
	for t := start; t < end; t++ {
		if s.taken[t] {
			return false
		}
	}
	s.take(start, end)
	at := s.emit(graph.Mention{Type: graph.MentionPerson, Rule: rule}, start, end, clitic)
	full := s.foldOf(start, end, clitic)
	if known := people.short[full]; known != "" && end-start == 1 {
		s.found[at].Name = people.full[known]
		return true
	}
	people.add(full, s.found[at].Name, s.shortsOf(start, end, clitic))
	return true
}

// take marks tokens as part of a name, and the places inside as nested.
func (s *sentence) take(start, end int) {
	for t := start; t < end; t++ {
		s.taken[t] = true
	}
	for k := range s.places {
		if p := &s.places[k]; p.start < end && start < p.end {
			p.inside = true
		}
	}
}

func (s *sentence) foldOf(start, end, clitic int) string {
	return s.view.text.Fold[s.toks[start].keyStart+clitic : s.toks[end-1].keyEnd]
}

// shortsOf lists the forms by which a text may call the person later: the last name, with its
// particles, and the first; in an unspaced script each part between joints.
func (s *sentence) shortsOf(start, end, clitic int) []string {
	if !s.pack.Language.Spaced {
		return s.hanShorts(start, end)
	}
	var out []string
	last := end - 1
	for last > start && s.toks[last].glue != 0 && s.toks[last].glue != '.' {
		last--
	}
	for last > start+1 && s.whole(last-1, catParticle) {
		out = append(out, s.foldOf(last, end, 0))
		last--
	}
	if last > start {
		out = append(out, s.foldOf(last, end, 0))
	}
	if end-start > 2 && !s.pack.Language.Cased {
		out = append(out, s.foldOf(start+1, end, 0))
	}
	if first := s.foldOf(start, start+1, clitic); end-start > 1 && len(first) > 4 {
		out = append(out, first)
	}
	return out
}

// shortNames finds the short forms of people that the document names in full.
func (s *sentence) shortNames(people *roster) {
	if len(people.full) == 0 {
		return
	}
	for i := 0; i < len(s.toks); i++ {
		if s.taken[i] || s.toks[i].kind == mark || s.toks[i].kind == number {
			continue
		}
		if end, clitic, full, ok := s.shortAt(i, people); ok {
			s.take(i, end)
			m := graph.Mention{Type: graph.MentionPerson, Rule: "person.short", Name: people.full[full]}
			s.emit(m, i, end, clitic)
			i = end - 1
		}
	}
}

// shortAt matches the roster at token i, longest first.
func (s *sentence) shortAt(i int, people *roster) (end, clitic int, full string, ok bool) {
	if s.pack.Language.Cased && !s.toks[i].upper {
		return 0, 0, "", false
	}
	limit := 6
	if !s.pack.Language.Spaced {
		limit = 12
	}
	for end := min(i+limit, len(s.toks)); end > i; end-- {
		key := s.foldOf(i, end, 0)
		if full, c, ok := s.readShort(key, people); ok && s.shortStands(i, end, c) {
			return end, c, full, true
		}
	}
	return 0, 0, "", false
}

func (s *sentence) readShort(key string, people *roster) (full string, clitic int, ok bool) {
	if _, ok := people.full[key]; ok {
		return key, 0, true
	}
	if full := people.short[key]; full != "" {
		return full, 0, true
	}
	for _, p := range s.pro {
		rest, ok := strings.CutPrefix(key, p)
		if !ok || len(p) > 2 || len(rest) < 4 {
			continue
		}
		if _, ok := people.full[rest]; ok {
			return rest, len(p), true
		}
		if full := people.short[rest]; full != "" {
			return full, len(p), true
		}
	}
	return "", 0, false
}

// shortStands reports whether a short form may stand there: not a longer name's part, and where
// it is an ordinary word too, not without a neighbour that speaks.
func (s *sentence) shortStands(i, end, clitic int) bool {
	for t := i; t < end; t++ {
		if s.taken[t] {
			return false
		}
	}
	if k := s.placeAt[i]; k != 0 && s.places[k-1].cue == "noun" {
		return false // "the town of Eliana" is not the lady
	}
	if s.pack.Language.Spaced && end-i == 1 && s.whole(i, catCommon) && clitic == 0 {
		return false
	}
	if s.pack.Language.Cased && s.toks[i].glue == 0 && i > 0 && s.isName(i-1) && !s.taken[i-1] && !s.is(i-1, catHonorific) && !s.is(i-1, catOffice) && !s.whole(i-1, catCommon) {
		return false
	}
	return true
}
