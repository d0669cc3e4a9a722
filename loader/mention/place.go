package mention

import (
	"slices"

	"citygraph/graph"
)

// place is a name of the lexicon in a sentence: tokens start to end, exclusive.
type place struct {
	start, end int
	clitic     int
	mention    graph.Mention
	stated     graph.EntityType
	extent     int // end with the noun of its type: 市, "County"
	cue        string
	inside     bool // part of a longer name
	ordinary   bool // an ordinary word of the language too
	doubtful   bool // too little known to stand without a cue
}

// findPlaces takes the longest name at each token, left to right, and reads the type that the
// text states beside it.
func (s *sentence) findPlaces(lexicon Lexicon) {
	carry := graph.EntityType("")
	for i := 0; i < len(s.toks); {
		p, ok := s.nameAt(i, lexicon)
		if !ok {
			p, ok = s.unknownPlace(i, lexicon)
		} else if q, longer := s.longerUnknown(i, p, lexicon); longer {
			p = q
		}
		if !ok {
			if !s.joins(i) {
				carry = ""
			}
			i++
			continue
		}
		if h, ok := s.endsAt(i, catDual); ok {
			carry = s.pack.Names.Places[h.index].Type
		}
		s.state(&p, carry)
		p.ordinary = s.ordinaryName(p)
		if !s.stands(p) {
			i = p.start + 1 // a word like any other, and no sign that it is more
			continue
		}
		p.doubtful = s.toks[p.start].kind == word && s.best(p) < s.doubtBelow() && !s.placedBy(p) && p.mention.Type == graph.MentionPlace
		p.doubtful = p.doubtful || s.insideCapitals(p)
		s.cover(p)
		i = p.end
	}
	if s.pack.Language.Spaced && !s.pack.Language.Cased {
		s.strangers()
	}
}

// longerUnknown prefers an unknown name that ends in the noun of a type to a little known one
// that is only its beginning: 卡罗维发利市 is not 卡罗.
func (s *sentence) longerUnknown(i int, p place, lexicon Lexicon) (place, bool) {
	if !s.pack.Language.Cased && s.toks[i].kind == word && s.best(p) < wellKnown && !p.mention.Demonym && p.mention.Type == graph.MentionPlace {
		q, ok := s.unknownPlace(i, lexicon)
		return q, ok && q.end > p.end
	}
	if s.toks[i].kind != han || p.mention.Type == graph.MentionInstitution || s.best(p) >= 0.8 {
		return place{}, false
	}
	if _, _, ok := s.nounAfter(p.end); ok {
		return place{}, false
	}
	q, ok := s.unknownHan(i)
	return q, ok && q.end > p.end
}

func (s *sentence) cover(p place) {
	s.places = append(s.places, p)
	for t := p.start; t < p.end; t++ {
		s.placeAt[t] = int32(len(s.places))
	}
}

// joins reports whether token i only joins the names of a list.
func (s *sentence) joins(i int) bool {
	return s.whole(i, catAnd) || s.isMark(i, commas) || s.is(i, catDual) || s.whole(i, catPlaceBefore)
}

// unknownPlace is a name that no list holds, beside the noun of a type: مدينة كوكيمبو,
// 卡罗维发利市. The resolver looks it up by ear, or lets it go.
func (s *sentence) unknownPlace(i int, lexicon Lexicon) (place, bool) {
	t := s.toks[i]
	if t.kind == han {
		return s.unknownHan(i)
	}
	if t.kind != word || s.pack.Language.Cased && !t.upper {
		return place{}, false
	}
	h, ok := s.endsAt(s.openedAt(i), catPlaceBefore)
	if !ok || s.isKnownWord(i) || h.suffix || h.article || s.definite(i) || s.neverName(i) {
		return place{}, false
	}
	end := i + 1
	for end < len(s.toks) && end < i+3 && s.toks[end].kind == word && s.toks[end].glue == '-' {
		end++
	}
	end = s.restOfUnknown(end, lexicon)
	return place{start: i, end: end, extent: end, mention: graph.Mention{Type: graph.MentionPlace}, stated: s.onlyType(h.start, h.end, catPlaceBefore), cue: "noun"}, true
}

// openedAt returns the token of the quotation mark right before token i, else i.
func (s *sentence) openedAt(i int) int {
	if s.isMark(i-1, "«\"“") {
		return i - 1
	}
	return i
}

// unknownReach is how many words an unknown name may have.
const unknownReach = 4

// restOfUnknown reads the further words of an unknown name in a script without capitals: up to
// the adjective of its nation or the end of a quotation, where nothing ordinary stands between.
func (s *sentence) restOfUnknown(end int, lexicon Lexicon) int {
	if s.pack.Language.Cased {
		return end
	}
	for j := end; j < len(s.toks) && j < end+unknownReach; j++ {
		if p, ok := s.nameAt(j, lexicon); s.isMark(j, "»\"”") || ok && s.tellsNation(p) {
			return j
		}
		if s.toks[j].kind != word || s.isKnownWord(j) || s.definite(j) || s.conjunctionOf(j) > 0 {
			break
		}
	}
	return end
}

// tellsNation reports an adjective of nationality, or a country behind "in".
func (s *sentence) tellsNation(p place) bool {
	if p.mention.Demonym || len(p.mention.Candidates) == 0 {
		return p.mention.Demonym
	}
	return p.clitic > 0 && s.cliticIn(p.start, p.clitic) && p.mention.Candidates[0].ID.TypeOf() == graph.Country
}

// unknownHan is a run of sounds that ends before the noun of a type.
func (s *sentence) unknownHan(i int) (place, bool) {
	if i > 0 && s.sounding(i-1) && s.placeAt[i-1] == 0 {
		return place{}, false
	}
	for end := i; end < len(s.toks) && end < i+10; end++ {
		if end-i >= 2 {
			if _, stop, ok := s.nounAfter(end); ok && stop > end {
				return place{start: i, end: end, mention: graph.Mention{Type: graph.MentionPlace}, cue: "noun"}, true
			}
			if h, ok := s.at(end, catOffice); ok && s.pack.Names.Offices[h.index].Of.IsPlace() {
				return place{start: i, end: end, mention: graph.Mention{Type: graph.MentionPlace}, cue: "noun"}, true
			}
		}
		if !s.sounding(end) {
			break
		}
	}
	return place{}, false
}

// isKnownWord reports whether the pack knows token i as an ordinary word of any grammar.
func (s *sentence) isKnownWord(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catGiven, catSurname, catParticle, catPlaceBefore, catDual:
		default:
			if h.end == i+1 {
				return true
			}
		}
	}
	return false
}

// emitPlaces turns what is left of the places into mentions, last of all: by now it is known
// which lie inside other names, and which weak names have a cue anywhere in the article.
func (r *reading) emitPlaces() {
	cued := map[string]bool{}
	for _, s := range r.sentences {
		for _, p := range s.places {
			if p.cue != "" && !p.inside {
				cued[s.keyOf(p)] = true
			}
		}
	}
	for _, s := range r.sentences {
		for _, p := range s.places {
			r.emitPlace(s, p, cued[s.keyOf(p)])
		}
	}
}

func (s *sentence) keyOf(p place) string {
	return s.view.text.Fold[s.toks[p.start].keyStart+p.clitic : s.toks[p.end-1].keyEnd]
}

func (r *reading) emitPlace(s *sentence, p place, cued bool) {
	span := s.spanOf(p.start, p.end)
	switch {
	case p.mention.Type == graph.MentionInstitution:
		return // the institution grammar has it
	case p.inside:
		r.drop(graph.DropNested, span, "place")
		return
	case p.weak() && !cued && !s.listed(p):
		r.drop(graph.DropNeedsCue, span, "place")
		return
	}
	m := p.mention
	m.Candidates = slices.Clone(m.Candidates)
	if len(m.Candidates) == 0 {
		m.Candidates = s.aliased(p)
	}
	if p.cue == "" && !cued {
		r.doubt(m.Candidates)
	}
	if p.cue == "noun" && !p.ordinary && !r.pack.Language.Cased && s.toks[p.start].kind == word {
		for i := range m.Candidates {
			m.Candidates[i].Cue = false // the noun of its type is the cue
		}
	}
	m.Type, m.Stated, m.Rule = graph.MentionPlace, p.stated, ruleOf(p)
	name := s.surfaceOf(p.start, p.end)
	if p.clitic > 0 {
		start, end := s.view.text.Source(s.toks[p.start].keyStart+p.clitic, s.toks[p.end-1].keyEnd)
		name = s.view.doc.Article.Text[start:end]
	}
	m.Name = name
	s.emit(m, p.start, max(p.end, p.extent), p.clitic)
}

// aliased returns the candidates of a name in brackets behind the place: أليانا (Agliana).
func (s *sentence) aliased(p place) []graph.Candidate {
	i := max(p.end, p.extent)
	if !s.isMark(i, opens) || i+1 >= len(s.toks) || s.placeAt[i+1] == 0 {
		return nil
	}
	q := s.places[s.placeAt[i+1]-1]
	if !s.isMark(q.end, closes) {
		return nil
	}
	return slices.Clone(q.mention.Candidates)
}

func ruleOf(p place) string {
	switch {
	case p.mention.Demonym:
		return "place.demonym"
	case len(p.mention.Candidates) == 0:
		return "place.unknown"
	case p.stated != "" || p.cue == "noun":
		return "place.stated"
	case p.clitic > 0:
		return "place.clitic"
	}
	return "place.name"
}

// listed reports whether a neighbour in a list is a place without doubt.
func (s *sentence) listed(p place) bool {
	for _, q := range s.places {
		if q.weak() || q.mention.Demonym || q.mention.Type == graph.MentionInstitution {
			continue
		}
		gap := p.start - q.extent
		if q.start > p.start {
			gap = q.start - max(p.end, p.extent)
		}
		at := min(p.start, q.start)
		if gap >= 0 && gap <= 1 && (gap == 0 || s.joins(max(at, min(max(p.end, p.extent), max(q.end, q.extent))))) {
			return true
		}
	}
	return false
}
