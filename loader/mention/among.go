package mention

import "citygraph/graph"

// among finds the names that nothing announces but their place in a list of people: in "Ann Lee,
// Anton Rieder of the brewery and Jonas Keller" the second is a person because the others are.
func (s *sentence) among(people *roster) {
	if !s.pack.Language.Cased || !s.tellsOfPeople() {
		return
	}
	for i := range s.toks {
		if s.taken[i] || !s.beginsItem(i) {
			continue
		}
		if end := s.casedEnd(i); end-i >= 2 && end-i <= 4 && s.endsItem(end) && s.nameOnly(i, end) {
			s.addPerson(i, end, 0, "person.among", people)
		}
	}
}

// tellsOfPeople reports a sentence in which a person was found.
func (s *sentence) tellsOfPeople() bool {
	for _, m := range s.found {
		if m.Type == graph.MentionPerson && !m.Definite {
			return true
		}
	}
	return false
}

// beginsItem reports a token at which an item of a list may begin.
func (s *sentence) beginsItem(i int) bool {
	if i == 0 {
		return s.zone == graph.ZoneListItem || s.zone == graph.ZoneTableRow
	}
	return s.isMark(i-1, commas+";:") || s.whole(i-1, catAnd)
}

// endsItem reports a token that ends an item, or leads on to what the person does.
func (s *sentence) endsItem(i int) bool {
	return i == len(s.toks) || s.isMark(i, commas+";.") || s.isMark(i, opens) || s.whole(i, catAnd) || s.whole(i, catOf)
}

// nameOnly reports capitalised words none of which the language, or the lexicon of places beyond
// doubt, has for something else.
func (s *sentence) nameOnly(i, end int) bool {
	for t := i; t < end; t++ {
		if k := s.placeAt[t]; k != 0 && (s.places[k-1].end-s.places[k-1].start > 1 || s.best(s.places[k-1]) >= wellKnown || s.places[k-1].mention.Demonym) {
			return false
		}
		if s.toks[t].caps && len(s.text(t)) > 1 || s.plainWord(t) || s.is(t, catHead) {
			return false
		}
	}
	return true
}
