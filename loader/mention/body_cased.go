package mention

// casedExtent reads a name in capitals around its head: "Kumasi Metropolitan Assembly",
// "University of Cork", "Ministry of Housing and Urban Affairs".
func (s *sentence) casedExtent(h head) (int, int, bool) {
	for t := h.start; t < h.end; t++ {
		if !s.toks[t].upper && !s.is(t, catInner) && !s.isPossessive(t) {
			return s.smallExtent(h)
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

// smallExtent reads a head in small letters right behind the town that it belongs to: "Oxford
// city council". One word alone is too often no name: "the Oxford team", "London office".
func (s *sentence) smallExtent(h head) (int, int, bool) {
	if h.end-h.start < 2 || h.start == 0 || s.placeAt[h.start-1] == 0 || s.toks[h.start].glue != 0 {
		return 0, 0, false
	}
	p := s.places[s.placeAt[h.start-1]-1]
	if p.end != h.start || !town(p.mention) || s.whole(p.start, catPlain) {
		return 0, 0, false
	}
	return p.start, h.end, true
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
	if i <= 0 || i >= len(s.toks) || s.toks[i].glue != '\'' && s.toks[i].glue != '’' {
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

// namesOffice reports an office that is part of a body's name, since what it is held of goes on
// with it: "Office of the Commissioner of …".
func (s *sentence) namesOffice(i int) bool {
	h, ok := s.at(i, catOffice)
	if !ok || !s.whole(h.end, catOf) {
		return false
	}
	next := h.end + 1
	if s.whole(next, catArticle) {
		next++
	}
	return s.isName(next) && s.at2(next, catHead)
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
		if s.holderBefore(j) && !s.namesOffice(j) {
			break
		}
		if h, ok := s.at(j, catHead); ok && h.end > j+1 {
			j = h.end - 1 // "the People's Congress"
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
			if s.is(next-1, catIn) && next < len(s.toks) && s.placeAt[next] != 0 {
				break // where it stands is no part of its name
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
