package mention

import (
	"citygraph/graph"
)

// findHeld finds bodies that no head noun tells, by an office that is held of a body only:
// "chief executive of Harland & Wolff", "chair of Namport".
func (s *sentence) findHeld() {
	if !s.pack.Language.Cased {
		return
	}
	for i := range s.toks {
		h, ok := s.at(i, catOffice)
		if !ok || s.taken[i] {
			continue
		}
		kind, sure := heldKind(s.pack.Names.Offices[h.index].Code)
		start := s.heldOf(h.end)
		if kind == "" || start == h.end {
			continue
		}
		end := s.properRun(start)
		if end > start && (sure || s.initials(start, end)) {
			s.addInstitution(graph.Mention{Kind: kind, Rule: "institution.held"}, start, end, 0)
		}
	}
}

// heldKind returns the kind of body that an office is held of, "" for offices that are also held
// of places, and whether any name behind it is a body's: directors are as often of a subject.
func heldKind(o graph.Office) (kind graph.InstitutionKind, sure bool) {
	switch o {
	case "CEO":
		return "COMPANY", true
	case "CHAIR", "PRESIDENT", "SECRETARY_GENERAL":
		return "OTHER", true
	case "DIRECTOR", "DEPUTY_DIRECTOR":
		return "OTHER", false
	}
	return "", false
}

// heldOf moves over "of the" behind an office; it returns i where nothing like it stands there.
func (s *sentence) heldOf(i int) int {
	if !s.whole(i, catOf) && !s.whole(i, catIn) {
		return i
	}
	if s.whole(i+1, catArticle) {
		return i + 2
	}
	return i + 1
}

// properRun returns where a run of capitalised words ends that name neither a place nor a
// person, i where it does not begin.
func (s *sentence) properRun(i int) int {
	end := i
	for end < len(s.toks) && s.isName(end) && !s.taken[end] && !s.plainWord(end) && !s.officeBefore(end) && (end == i || s.toks[end].glue == 0 || s.toks[end].glue == '-') {
		end++
		if s.isMark(end, "&") && s.isName(end+1) {
			end++
		}
	}
	if end == i || s.isPossessive(end) || s.placeAt[i] != 0 && s.places[s.placeAt[i]-1].end >= end || s.is(i, catGiven) {
		return i
	}
	return end
}

// initials reports a name of one word in capitals.
func (s *sentence) initials(start, end int) bool { return end == start+1 && s.toks[start].caps }
