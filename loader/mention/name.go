package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// nameEnd returns where a personal name that begins at token i ends, i where none begins.
func (s *sentence) nameEnd(i int) int {
	switch {
	case i >= len(s.toks):
		return i
	case s.pack.Language.Cased:
		return s.casedEnd(i)
	case s.pack.Language.Spaced:
		return s.spacedEnd(i)
	}
	return s.hanEnd(i)
}

// nameStart returns where a personal name that ends before token j begins, j where none does,
// and the bytes of its first token that are a clitic.
func (s *sentence) nameStart(j int) (start, clitic int) {
	switch {
	case j <= 0:
		return j, 0
	case s.pack.Language.Cased:
		return s.casedStart(j), 0
	case s.pack.Language.Spaced:
		return s.spacedStart(j)
	}
	return s.hanStart(j), 0
}

const maxNameWords = 7

// casedEnd reads capitals, initials and the particles between them.
func (s *sentence) casedEnd(i int) int {
	end := i
	for end < len(s.toks) && end < i+maxNameWords+3 {
		t := s.toks[end]
		switch {
		case t.kind != word || end > i && !s.follows(end):
			return end
		case s.isPossessive(end):
			return end
		case t.upper && s.partOfName(end, end > i):
			end++
			if s.isMark(end, ".") && len(s.text(end-1)) == 1 && end+1 < len(s.toks) && s.toks[end+1].upper {
				end++
			}
		case end > i && (t.glue == '-' || t.glue == '\'' || t.glue == '’'):
			end++
		case s.whole(end, catParticle) && s.placeAt[end] == 0 && s.leadsToCapital(end) && (end > i || t.upper):
			end++
		default:
			return end
		}
	}
	return end
}

// follows reports whether nothing but a space, a hyphen or an apostrophe stands before token i.
func (s *sentence) follows(i int) bool {
	switch s.toks[i].glue {
	case 0, '-', '\'', '’', '‐', '‑':
		return true
	}
	return s.toks[i].glue == ' ' && s.isMark(i-1, ".")
}

func (s *sentence) leadsToCapital(i int) bool {
	for j := i + 1; j < len(s.toks) && j < i+3; j++ {
		if s.toks[j].upper {
			return true
		}
		if !s.whole(j, catParticle) {
			return false
		}
	}
	return false
}

// partOfName reports whether a capitalised token may be part of a personal name.
func (s *sentence) partOfName(i int, inner bool) bool {
	if s.taken[i] {
		return false
	}
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catOffice, catHonorific, catMonth, catWeekday, catHead, catHappening, catActing:
			if h.end == i+1 && (h.suffix && h.cat != catOffice || s.whole(i, catGiven) || s.whole(i, catSurname) || inner && s.closesGiven(i)) {
				continue
			}
			return false
		case catCommon:
			if h.end == i+1 && !h.suffix && !s.whole(i, catGiven) && !s.whole(i, catSurname) && !s.whole(i, catParticle) {
				return false
			}
		}
	}
	if k := s.placeAt[i]; k != 0 {
		p := s.places[k-1]
		if p.mention.Demonym || !inner && p.end-p.start > 1 {
			return false
		}
	}
	return !s.toks[i].caps || len(s.text(i)) > 3 || inner
}

// closesGiven reports an office that is a family name: "Richard King", and then a pause.
func (s *sentence) closesGiven(i int) bool {
	return s.whole(i-1, catGiven) && s.placeAt[i-1] == 0 && s.toks[i].upper && s.toks[i].glue == 0 &&
		(i+1 == len(s.toks) || s.toks[i+1].kind == mark || s.whole(i+1, catAnd) || s.is(i+1, catSaying))
}

// casedStart reads capitals backwards from token j.
func (s *sentence) casedStart(j int) int {
	for start := max(0, j-maxNameWords); start < j; start++ {
		if !s.toks[start].upper || s.toks[start].kind != word {
			continue
		}
		if start > 0 && s.toks[start].glue != 0 && s.toks[start].glue != ' ' {
			continue
		}
		if end := s.casedEnd(start); end == j && j-start > 1 {
			return start
		}
	}
	return j
}

// spacedEnd reads words that are no ordinary words: a given name or an unknown word first, then
// more of them, particles, and one definite word (a family name) at the end.
func (s *sentence) spacedEnd(i int) int {
	if i >= len(s.toks) || !s.startsName(i, 0) {
		return i
	}
	end := i + 1
	for end < len(s.toks) && end < i+maxNameWords {
		t := s.toks[end]
		if t.kind == mark && s.isMark(end, "-") {
			end++
			continue
		}
		if t.kind != word || t.glue == '–' || !s.continuesName(end, end-i) {
			break
		}
		end++
		if s.definite(end-1) && !s.whole(end-2, catParticle) && !s.whole(end-1, catTail) && !s.closesName(end) {
			break
		}
	}
	for end > i && s.whole(end-1, catParticle) && !s.whole(end-1, catGiven) {
		end--
	}
	return end
}

// closesName reports a second definite word that ends a name before a mark: بدر العجيل العسكر،
func (s *sentence) closesName(i int) bool {
	return s.definite(i) && s.isMark(i+1, commas) && !s.ordinary(i) && s.placeAt[i] == 0
}

// startsName reports whether a name may begin with token i behind so many bytes of clitic.
func (s *sentence) startsName(i, clitic int) bool {
	t := s.toks[i]
	if t.kind != word || s.taken[i] {
		return false
	}
	given := s.whole(i, catGiven)
	if k := s.placeAt[i]; k != 0 && s.places[k-1].end-s.places[k-1].start > 1 && !s.places[k-1].weak() && !(given && s.places[k-1].start == i && s.best(s.places[k-1]) < wellKnown) {
		return false
	}
	if given || s.whole(i, catParticle) && !s.whole(i, catCommon) {
		return true
	}
	if s.definite(i) && s.whole(i+1, catParticle) && s.is(i-1, catHonorific) {
		return true // السيد اليقظان بن عبدالله
	}
	if s.ordinary(i) || s.definite(i) || s.melted(i) {
		return false
	}
	if s.solidPlace(i) || s.neverName(i) {
		return false
	}
	return len(s.text(i))-clitic >= 4
}

// melted reports a word whose article stands behind a clitic: والقيادية, للشؤون.
func (s *sentence) melted(i int) bool {
	if s.art == "" {
		return false
	}
	w := s.text(i)
	for _, p := range s.pro {
		if rest, ok := strings.CutPrefix(w, p); ok && (strings.HasPrefix(rest, s.art) || len(p) > 2) && len(rest) > len(s.art)+2 {
			return true
		}
	}
	return false
}

// solidPlace reports a token of a place that is no personal name: a country, or one well known.
func (s *sentence) solidPlace(i int) bool {
	k := s.placeAt[i]
	if k == 0 {
		return false
	}
	p := s.places[k-1]
	if p.mention.Demonym || p.mention.Type == graph.MentionInstitution || p.cue == "noun" {
		return true
	}
	return len(p.mention.Candidates) > 0 && !p.weak()
}

// wellKnown is the prominence above which a city's name is the city's wherever it stands.
const wellKnown = 0.75

// surnameLike reports the name of a city, not a well-known one, that stands where a family name
// does: right behind a first name.
func (s *sentence) surnameLike(i, words int) bool {
	p := s.places[s.placeAt[i]-1]
	return (words == 1 || s.whole(i-1, catGiven)) && (s.best(p) < wellKnown || s.hyphened(i+1)) && p.cue == "" && !p.mention.Demonym && p.end == i+1 && p.mention.Type == graph.MentionPlace && len(p.mention.Candidates) > 0 && p.mention.Candidates[0].ID.TypeOf() == graph.City
}

// hyphened reports a token that a hyphen joins to the one before.
func (s *sentence) hyphened(i int) bool { return i < len(s.toks) && s.toks[i].glue == '-' }

// vocalised reports a word written with a vowel sign or a doubling, as verbs are for clarity.
func (s *sentence) vocalised(i int) bool {
	return strings.ContainsAny(s.surfaceOf(i, i+1), "\u064e\u064f\u0650\u0651\u0652")
}

// continuesName reports whether token i goes on with a name of so many words.
func (s *sentence) continuesName(i, words int) bool {
	if s.taken[i] {
		return false
	}
	if h, ok := s.at(i, catOffice); ok && h.end > i+1 {
		return false // أمير is a name, أمير منطقة an office
	}
	if s.whole(i, catGiven) || s.whole(i, catParticle) || s.whole(i, catTail) {
		return true
	}
	if s.whole(i-1, catParticle) {
		return s.toks[i].kind == word
	}
	if s.toks[i].glue == '-' {
		return !s.ordinary(i)
	}
	if s.definite(i) && (s.is(i-1, catGiven) || s.whole(i-1, catTail) || s.definite(i-1)) && !s.exactlyOrdinary(i) && !s.solidPlace(i) {
		return true // a family name is often a word with the article: الطويل
	}
	if words == 1 && s.definite(i) && s.whole(i-1, catGiven) && s.demonymAt(i) {
		return true // صالح التركي: one name alone is none
	}
	if s.ordinary(i) || s.isVerb(i, words) || s.neverName(i) || words > 1 && s.vocalised(i) {
		return false
	}
	if k := s.placeAt[i]; k != 0 && (s.places[k-1].clitic > 0 || s.solidPlace(i) && !s.surnameLike(i, words)) {
		return false
	}
	w := s.text(i)
	for _, and := range s.pack.Language.And {
		if rest, ok := strings.CutPrefix(w, and); ok && len(rest) >= 4 && words > 1 {
			return false
		}
	}
	for _, and := range s.pack.Language.Conjunctions {
		if rest, ok := strings.CutPrefix(w, and); ok && s.verbShaped(rest) && strings.TrimLeft(rest, s.pack.Language.Vowels) == rest {
			return false
		}
	}
	return true
}

// ordinary reports a word that the pack knows and that is no name.
func (s *sentence) ordinary(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if ordinaryCategory(h.cat) && (h.end == i+1 || s.whole(i, h.cat) || h.cat == catOffice) {
			return true
		}
	}
	return false
}

// ordinaryCategory reports the categories whose words are no names.
func ordinaryCategory(c category) bool {
	switch c {
	case catNumber, catOrdinal, catScale, catCommon, catOffice, catHead, catMonth, catWeekday, catSaying, catFormer,
		catActing, catLast, catNext, catThis, catRelative, catHonorific, catUnit, catGroup, catBack, catHappening, catPlaceBefore, catDual, catIn:
		return true
	}
	return false
}

// exactlyOrdinary is like ordinary, but for words that the pack has with the article, and for
// offices and heads.
func (s *sentence) exactlyOrdinary(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catCommon, catUnit:
			if h.clitic == 0 {
				return true
			}
		case catGiven, catSurname, catParticle:
		default:
			return true
		}
	}
	return false
}

// isVerb guesses a verb by its shape where a full name stands before it: a prefix of the
// present tense, then a consonant.
func (s *sentence) isVerb(i, words int) bool {
	if words < 2 {
		return false
	}
	return !s.isMark(i+1, commas) && s.verbShaped(s.text(i))
}

// verbShaped reports a word that begins as a verb of the present tense does.
func (s *sentence) verbShaped(w string) bool {
	l := &s.pack.Language
	if slices.ContainsFunc(l.Clusters, func(c string) bool { return strings.HasPrefix(w, c) }) {
		return false
	}
	r := []rune(w)
	return len(r) >= 4 && slices.Contains(l.Present, string(r[0])) && !strings.ContainsRune(l.Vowels, r[1])
}

// spacedStart reads a name backwards from token j, to the longest that nothing ordinary is in.
func (s *sentence) spacedStart(j int) (int, int) {
	for start := max(0, j-maxNameWords); start < j; start++ {
		clitic := s.conjunctionOf(start)
		if !s.startsName(start, clitic) || s.spacedEnd(start) != j || j-start < 2 && !s.is(start-1, catSaying) {
			continue
		}
		return start, clitic
	}
	return j, 0
}

// conjunctionOf returns the bytes of a conjunction that is written onto a name, 0 where the
// letter is the name's own.
func (s *sentence) conjunctionOf(i int) int {
	if s.whole(i, catGiven) {
		return 0
	}
	w := s.text(i)
	for _, and := range s.pack.Language.And {
		if rest, ok := strings.CutPrefix(w, and); ok && len(rest) >= 4 {
			return len(and)
		}
	}
	return 0
}

// byParts finds a name that no title announces, by its parts.
func (s *sentence) byParts(i int, people *roster) {
	switch {
	case !s.pack.Language.Spaced:
		s.joined(i, people)
	case s.pack.Language.Cased:
		s.givenFirst(i, people)
	default:
		s.givenThen(i, people)
	}
}

// givenFirst: a given name in capitals and at least one more; or a family name known to stand
// first.
func (s *sentence) givenFirst(i int, people *roster) {
	if !s.toks[i].upper || s.toks[i].glue != 0 && s.toks[i].glue != ' ' || i > 0 && s.isName(i-1) && s.toks[i].glue == 0 && !s.whole(i-1, catCommon) {
		return
	}
	end := s.casedEnd(i)
	if end-i < 2 || end-i > 5 {
		return
	}
	known := s.whole(i, catGiven) || s.whole(i, catSurname) && end-i <= 4
	if !known && !s.saidBy(i, end) {
		return
	}
	if k := s.placeAt[i]; k != 0 && s.places[k-1].end > i+1 {
		return
	}
	s.addPerson(i, end, 0, "person.given", people)
}

// saidBy reports whether a verb of saying follows the capitals at once or behind a comma.
func (s *sentence) saidBy(i, end int) bool {
	if i == 0 && s.placeAt[i] != 0 {
		return false
	}
	solid := 0
	for t := i; t < end; t++ {
		if s.plainWord(t) {
			return false
		}
		if k := s.placeAt[t]; k != 0 && !s.places[k-1].weak() {
			solid++
		}
	}
	if solid == end-i {
		return false
	}
	return s.is(end, catSaying) || s.isMark(end, commas) && s.is(end+1, catSaying)
}

// givenThen: a given name and at least one more word that is none of the language.
func (s *sentence) givenThen(i int, people *roster) {
	clitic := 0
	if !s.whole(i, catGiven) {
		h, ok := s.at(i, catGiven)
		if !ok || h.end != i+1 || h.suffix || h.article || h.clitic == 0 {
			return
		}
		clitic = h.clitic
	}
	if s.ordinary(i) && clitic == 0 && !s.whole(i, catGiven) {
		return
	}
	end := s.spacedEnd(i)
	if clitic > 0 {
		end = i + 1
		for end < len(s.toks) && end < i+maxNameWords && s.toks[end].kind == word && s.continuesName(end, end-i) {
			end++
			if s.definite(end - 1) {
				break
			}
		}
	}
	if end-i < 2 {
		return
	}
	s.addPerson(i, end, clitic, "person.given", people)
}
