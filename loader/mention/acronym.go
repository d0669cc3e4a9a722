package mention

import (
	"citygraph/graph"
)

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
