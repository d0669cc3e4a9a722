package mention

import (
	"strings"
)

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
		if step == 0 || what == partDefinite && s.pastNation(i, h) || s.isDefinite(h) && (what == partProper || what == partPlace) {
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
	if h.kind == "OTHER" && !proper && adjectives == 1 && i == h.end+1 && s.is(i-1, catCommon) {
		return 0, 0, false // a centre for freight is no body with a name
	}
	if s.isDefinite(h) && adjectives == 0 && !proper && !known {
		return 0, 0, false
	}
	return h.start, i, true
}

// pastNation reports a definite word behind the adjective of the body's nation: the name has
// ended.
func (s *sentence) pastNation(i int, h head) bool {
	return i > h.end && s.demonymAt(i-1) && !s.demonymAt(i) && s.definite(i) && !s.whole(i, catInner)
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

// quoted returns the end of a quotation of a few words that begins at token i.
func (s *sentence) quoted(i int) (int, bool) {
	for j := i + 1; j < len(s.toks) && j < i+9; j++ {
		if s.isMark(j, "»\"”") {
			return j + 1, j > i+1
		}
	}
	return 0, false
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
