package mention

import (
	"sort"

	"citygraph/graph"
)

// strangers finds words that no list holds where only a place can stand, in a script without
// capitals: in a list with places, before an adjective of nationality, before "in" and a country.
// The resolver looks them up by ear, or lets them go.
func (s *sentence) strangers() {
	known := len(s.places)
	for i := 0; i < len(s.toks); i++ {
		clitic, ok := s.strange(i)
		if !ok {
			continue
		}
		end := i + 1
		for end < len(s.toks) && end < i+4 && s.toks[end].glue != '–' {
			if c, ok := s.strange(end); !ok || c > 0 {
				break
			}
			end++
		}
		if s.amongPlaces(i, end, clitic) {
			s.cover(place{start: i, end: end, extent: end, clitic: clitic, mention: graph.Mention{Type: graph.MentionPlace}, cue: "list"})
		}
		i = end - 1
	}
	if len(s.places) > known {
		s.reorder()
	}
}

// reorder puts the places back into text order and renews what refers to them.
func (s *sentence) reorder() {
	sort.SliceStable(s.places, func(a, b int) bool { return s.places[a].start < s.places[b].start })
	for k, p := range s.places {
		for t := p.start; t < p.end; t++ {
			s.placeAt[t] = int32(k + 1)
		}
	}
}

// strange reports a word of at least three letters that the pack does not know, and the bytes of
// its clitics.
func (s *sentence) strange(i int) (clitic int, ok bool) {
	if s.toks[i].kind != word || s.placeAt[i] != 0 || s.taken[i] || s.whole(i, catGiven) || s.whole(i, catParticle) ||
		s.ordinary(i) || s.definite(i) || s.melted(i) || s.neverName(i) || s.vocalised(i) {
		return 0, false
	}
	clitic = s.conjunctionOf(i)
	return clitic, len(s.text(i))-clitic >= 6 && !s.isVerb(i, 2)
}

// amongPlaces reports whether the words from i to end stand where a place does.
func (s *sentence) amongPlaces(i, end, clitic int) bool {
	if end < len(s.toks) && s.placeAt[end] != 0 && s.places[s.placeAt[end]-1].mention.Demonym && end-i <= 2 {
		return true
	}
	if s.whole(end, catIn) && s.holderAt(end+1) || s.isMark(end, commas+"(") && s.holderAt(end+1) {
		return true
	}
	before := i - 1
	if clitic == 0 {
		if !s.isMark(before, commas+"–—") && (i == 0 || s.toks[i].glue != '–') {
			before = -1
		} else if s.isMark(before, commas+"–—") {
			before--
		}
	}
	after := end
	if s.isMark(after, commas+"–—") {
		after++
	} else if after < len(s.toks) && s.toks[after].glue != '–' && !(s.placeAt[after] != 0 && s.conjoined(after, s.places[s.placeAt[after]-1].clitic)) {
		after = -1
	}
	return s.townAt(before) || s.townAt(after)
}

// holderAt reports a country or region at token i.
func (s *sentence) holderAt(i int) bool {
	if i >= len(s.toks) || s.placeAt[i] == 0 {
		return false
	}
	p := s.places[s.placeAt[i]-1]
	return len(p.mention.Candidates) > 0 && p.mention.Candidates[0].ID.TypeOf() != graph.City && !p.weak()
}

// townAt reports a city at token i.
func (s *sentence) townAt(i int) bool {
	if i < 0 || i >= len(s.toks) || s.placeAt[i] == 0 {
		return false
	}
	p := s.places[s.placeAt[i]-1]
	if _, seat := s.endsAt(p.start, catOffice); seat {
		return false // behind "mayor of X" and a comma stands a person
	}
	return town(p.mention)
}

// town reports a mention that is first of all a city's name.
func town(m graph.Mention) bool {
	return len(m.Candidates) > 0 && !m.Demonym && m.Type == graph.MentionPlace && m.Candidates[0].ID.TypeOf() == graph.City
}
