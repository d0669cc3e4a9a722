package mention

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
)

// weak reports whether the name alone does not make a place.
func (p place) weak() bool {
	if p.ordinary || p.doubtful {
		return true
	}
	for _, c := range p.mention.Candidates {
		if !c.Cue {
			return false
		}
	}
	return len(p.mention.Candidates) > 0
}

// stands reports whether a name may be a place where it stands. Where names have no capitals,
// an ordinary word needs the noun of a type, and in a script without spaces a name that few know
// needs one too, or a word that places it.
func (s *sentence) stands(p place) bool {
	if p.mention.Type == graph.MentionInstitution && s.toks[p.start].kind == han && p.end-p.start <= 2 {
		return s.bounded(p.start) && s.pauses(p.end)
	}
	if p.mention.Type == graph.MentionInstitution {
		return !s.pack.Language.Cased || p.end-p.start > 1 || !s.whole(p.start, catCommon) || s.toks[p.start].caps && !s.shouted()
	}
	if s.pack.Language.Cased {
		return !s.whole(p.start, catHonorific) && (p.cue == "noun" || p.end-p.start > 1 || !s.plainWord(p.start) && !s.wordOnly(p))
	}
	if s.latin(p.start) && (s.latin(p.start-1) || s.latin(p.end)) {
		return false // a piece of what an article glosses in Latin letters, mostly a person's name
	}
	if p.end-p.start == 1 && s.toks[p.start].kind != han && s.whole(p.start, catBack) {
		return false // المدينة is the city, not Medina
	}
	if p.ordinary {
		return p.cue == "noun" && (s.toks[p.start].kind != han || p.extent == p.end)
	}
	if s.toks[p.start].kind == han && len(p.mention.Candidates) > 0 && s.cutOut(p) {
		return false
	}
	if p.end-p.start == 1 && s.toks[p.start].kind == han {
		return s.is(p.start-1, catShortCue) && s.best(p) >= 0.3 && s.pauses(p.end)
	}
	if len(p.mention.Candidates) == 0 || p.cue == "noun" || p.cue == "office" {
		return true
	}
	best := s.best(p)
	if s.toks[p.start].kind != han {
		return p.end-p.start > 1 || len(s.text(p.start))-p.clitic > 4
	}
	switch {
	case best >= 0.55:
		return true
	case best >= 0.35:
		return p.cue != "" || s.besidePlace(p)
	}
	return false
}

// wordOnly reports a capitalised word that is no name though a town is called so: the text has
// the same word without a capital, or the capitals inside it make it an abbreviation.
func (s *sentence) wordOnly(p place) bool {
	if s.best(p) >= wellKnown || !town(p.mention) {
		return false
	}
	return p.cue == "" && s.view.small[s.text(p.start)] || s.abbreviation(p.start)
}

// longestAbbreviation is how many letters a word with capitals inside may have to be short for
// something else.
const longestAbbreviation = 4

// latin reports whether token i is a word in Latin letters.
func (s *sentence) latin(i int) bool {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != word {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s.text(i))
	return unicode.Is(unicode.Latin, first)
}

// abbreviation reports a short word with a capital inside, in a sentence that is not all capitals.
func (s *sentence) abbreviation(i int) bool {
	name := []rune(s.surfaceOf(i, i+1))
	return len(name) <= longestAbbreviation && slices.ContainsFunc(name[1:], unicode.IsUpper) && !s.shouted()
}

// allCommon reports tokens that are all ordinary words: هي في is no town.
func (s *sentence) allCommon(i, j int) bool {
	for ; i < j; i++ {
		if !s.whole(i, catCommon) {
			return false
		}
	}
	return true
}

// plainWord reports a word with a capital that is the sentence's, a month's or an office's.
func (s *sentence) plainWord(i int) bool {
	for _, cat := range []category{catCommon, catMonth, catWeekday, catOffice, catHappening, catAnd, catIn, catOf, catUnit, catInner, catPlain} {
		if s.whole(i, cat) {
			return true
		}
	}
	return false
}

// shouted reports a sentence all in capitals, where they tell nothing.
func (s *sentence) shouted() bool {
	for _, t := range s.toks {
		if t.kind == word && !t.caps && t.span.Len() > 1 {
			return false
		}
	}
	return true
}

// cutOut reports characters that are only the end of a longer word: 好地区 of 友好地区, or of a
// longer foreign name: 拉蒙特 of 卡斯特拉蒙特.
func (s *sentence) cutOut(p place) bool {
	for start := max(0, p.start-2); start < p.start; start++ {
		for _, cat := range []category{catInner, catCommon, catPlaceBefore} {
			if h, ok := s.at(start, cat); ok && h.end > p.start && h.end-h.start > 1 {
				return true
			}
		}
	}
	before := p.start > 0 && s.sounding(p.start-1) && !s.bounded(p.start)
	if s.best(p) >= 0.75 || !before && !s.soundsOn(p.end) {
		return false
	}
	for t := p.start; t < p.end; t++ {
		if !s.sounding(t) {
			return false
		}
	}
	return true
}

// soundsOn reports whether a longer foreign name goes on at token i: two more sounds that begin
// no longer word of the pack and join no names.
func (s *sentence) soundsOn(i int) bool {
	for t := i; t < i+2; t++ {
		if t >= len(s.toks) || !s.sounding(t) {
			return false
		}
		for _, h := range s.hits[s.first[t]:s.first[t+1]] {
			if h.end > t+1 && h.cat != catSurname || h.cat == catAnd || h.cat == catIn || h.cat == catPlaceAfter || h.cat == catPlaceCue {
				return false
			}
		}
	}
	return true
}

// best is the score of the best known candidate.
func (s *sentence) best(p place) float64 {
	best := 0.0
	for _, c := range p.mention.Candidates {
		best = max(best, c.Score)
	}
	return best
}

func (s *sentence) doubtBelow() float64 {
	if s.pack.Language.Cased {
		return doubtCased
	}
	return doubtUncased
}

// placedBy reports a sign that the name is a place: a cue, or a place beside it.
func (s *sentence) placedBy(p place) bool { return p.cue != "" || s.besidePlace(p) }

// insideCapitals reports a single capitalised word with another beside it that is no place: of
// "Alban Hyseni" neither is a town, whatever the lexicon has.
func (s *sentence) insideCapitals(p place) bool {
	if !s.pack.Language.Cased || p.end-p.start > 1 || p.mention.Demonym || p.cue == "noun" || p.mention.Type == graph.MentionInstitution {
		return false
	}
	if s.best(p) >= 0.75 {
		return false
	}
	return s.unknownCapital(p.end, true) || s.unknownCapital(p.start-1, false) || s.secondName(p.end, p.end) || s.secondName(p.start-1, p.start)
}

// secondName reports another little known town at token i with one space between, joint being
// the later of the two tokens: of "Anton Rieder" neither is a town.
func (s *sentence) secondName(i, joint int) bool {
	if i < 0 || i >= len(s.toks) || s.placeAt[i] == 0 || s.toks[joint].span.Start != s.toks[joint-1].span.End+1 {
		return false
	}
	p := s.places[s.placeAt[i]-1]
	return p.end-p.start == 1 && p.cue == "" && s.best(p) < wellKnown && s.townAt(i)
}

func (s *sentence) unknownCapital(i int, behind bool) bool {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != word || !s.toks[i].upper || s.placeAt[i] != 0 {
		return false
	}
	joint := i
	if !behind {
		joint = i + 1
	}
	if s.toks[joint].glue != 0 || s.plainWord(i) {
		return false
	}
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catGiven, catSurname, catParticle:
		default:
			return false
		}
	}
	return true
}

// besidePlace reports a place before the mark of a list, or in a script without spaces directly
// before.
func (s *sentence) besidePlace(p place) bool {
	i := p.start - 1
	switch {
	case i >= 0 && s.joins(i):
		i--
	case p.clitic == 0 && s.toks[p.start].kind != han && s.toks[p.start].glue == 0:
		return false
	}
	return i >= 0 && s.placeAt[i] != 0
}

// ordinaryName reports a name that the pack knows as a word: Central, بين, 合作.
func (s *sentence) ordinaryName(p place) bool {
	if p.mention.Type == graph.MentionInstitution {
		return false
	}
	if s.toks[p.start].kind == han {
		for _, h := range s.hits[s.first[p.start]:s.first[p.start+1]] {
			if h.end >= p.end && h.cat != catSurname && h.cat != catHead {
				return true
			}
		}
		return false
	}
	if p.end-p.start > 1 {
		return !s.pack.Language.Cased && (s.best(p) < 0.7 && s.allCommon(p.start, p.end) || s.commonPhrase(p))
	}
	if s.pack.Language.Cased {
		return s.whole(p.start, catCommon) || s.whole(p.start, catGiven) || s.whole(p.start, catSurname) || s.whole(p.start, catMonth) || s.whole(p.start, catHead) || s.whole(p.start, catOffice)
	}
	return s.ordinaryAs(p.start, p.clitic)
}

// commonPhrase reports a name of several words that the pack knows as a phrase: هي في.
func (s *sentence) commonPhrase(p place) bool {
	return slices.ContainsFunc(s.hits[s.first[p.start]:s.first[p.start+1]], func(h hit) bool {
		return h.cat == catCommon && h.end == p.end && h.clitic <= p.clitic
	})
}

// ordinaryAs reports that the word behind so many bytes of clitic is an ordinary one: فوشان is
// not شأن behind two conjunctions.
func (s *sentence) ordinaryAs(i, clitic int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == catCommon && h.clitic <= max(clitic, len(s.art)) && (h.clitic <= clitic || h.article) {
			return true
		}
	}
	return s.ordinary(i) && !s.onlyCommon(i)
}

// onlyCommon reports a token that is ordinary as a common word alone.
func (s *sentence) onlyCommon(i int) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat != catCommon && ordinaryCategory(h.cat) {
			return false
		}
	}
	return true
}

// The prominence below which a name that nothing announces waits for the article to speak of
// its country.
const (
	doubtCased   = 0.35
	doubtUncased = 0.45
)

// doubt marks the candidates that are too little known to stand alone.
func (r *reading) doubt(list []graph.Candidate) {
	limit := doubtUncased
	if r.pack.Language.Cased {
		limit = doubtCased
	}
	for i := range list {
		if list[i].Score < limit && list[i].ID.TypeOf() != graph.Country {
			list[i].Cue = true
		}
	}
}
