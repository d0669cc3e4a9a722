package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
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

// findPlaces takes the longest name at each token, left to right, and reads the type that the
// text states beside it.
func (s *sentence) findPlaces(lexicon Lexicon) {
	carry := graph.EntityType("")
	for i := 0; i < len(s.toks); {
		p, ok := s.nameAt(i, lexicon)
		if !ok {
			p, ok = s.unknownPlace(i)
		} else if q, longer := s.longerUnknown(i, p); longer {
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
func (s *sentence) longerUnknown(i int, p place) (place, bool) {
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
		return p.cue == "noun" || p.end-p.start > 1 || !s.plainWord(p.start)
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
	if p.start == 0 || s.best(p) >= 0.75 || !s.sounding(p.start-1) || s.bounded(p.start) {
		return false
	}
	for t := p.start; t < p.end; t++ {
		if !s.sounding(t) {
			return false
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
	return s.unknownCapital(p.end, true) || s.unknownCapital(p.start-1, false)
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

// besidePlace reports a place directly before, or before the mark of a list.
func (s *sentence) besidePlace(p place) bool {
	i := p.start - 1
	if i >= 0 && s.joins(i) {
		i--
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
		return !s.pack.Language.Cased && s.best(p) < 0.7 && s.allCommon(p.start, p.end)
	}
	if s.pack.Language.Cased {
		return s.whole(p.start, catCommon) || s.whole(p.start, catGiven) || s.whole(p.start, catSurname) || s.whole(p.start, catMonth) || s.whole(p.start, catHead) || s.whole(p.start, catOffice)
	}
	return s.ordinary(p.start)
}

// joins reports whether token i only joins the names of a list.
func (s *sentence) joins(i int) bool {
	return s.whole(i, catAnd) || s.isMark(i, commas) || s.is(i, catDual) || s.whole(i, catPlaceBefore)
}

// nameAt looks the lexicon up at token i: as written, and only where that is no name, behind
// the clitics that the pack allows.
func (s *sentence) nameAt(i int, lexicon Lexicon) (place, bool) {
	t := s.toks[i]
	if t.kind == mark || t.kind == number {
		return place{}, false
	}
	if s.pack.Language.Cased && t.kind == word && !t.upper {
		return place{}, false
	}
	if s.neverName(i) {
		return place{}, false
	}
	if p, ok := s.lookup(i, 0, lexicon); ok {
		return p, true
	}
	if t.kind != word {
		return place{}, false
	}
	if p, ok := s.withoutArticle(i, lexicon); ok {
		return p, true
	}
	return s.behindClitics(i, 0, 0, lexicon)
}

// neverName reports a word whose ending marks it as indefinite (tanween), or that is the noun of
// a place's type itself.
func (s *sentence) neverName(i int) bool {
	if s.toks[i].kind != word || s.pack.Language.Cased {
		return false
	}
	if strings.ContainsAny(s.surfaceOf(i, i+1), "\u064b\u064c\u064d") {
		return true
	}
	return (s.whole(i, catPlaceBefore) || s.whole(i, catDual)) && s.toks[i].kind == word
}

// withoutArticle finds a country that the list has without its article.
func (s *sentence) withoutArticle(i int, lexicon Lexicon) (place, bool) {
	if !s.definite(i) {
		return place{}, false
	}
	p, ok := s.lookup(i, len(s.art), lexicon)
	if !ok || len(p.mention.Candidates) == 0 || p.mention.Candidates[0].ID.TypeOf() != graph.Country || p.mention.Candidates[0].Cue {
		return place{}, false
	}
	p.clitic = 0
	return p, true
}

func (s *sentence) behindClitics(i, taken, depth int, lexicon Lexicon) (place, bool) {
	rest := s.text(i)[taken:]
	for _, p := range s.pro {
		if depth == 2 || depth > 0 && s.conjoins(p) || len(p) > 2 && p == s.art || !strings.HasPrefix(rest, p) || len(rest)-len(p) < 4 {
			continue
		}
		if len(p) > 2 {
			if found, ok := s.contracted(i, taken+len(p), lexicon); ok {
				return found, true
			}
			continue
		}
		if found, ok := s.lookup(i, taken+len(p), lexicon); ok {
			return found, true
		}
		if found, ok := s.behindClitics(i, taken+len(p), depth+1, lexicon); ok {
			return found, true
		}
	}
	return place{}, false
}

// conjoins reports a clitic that is a conjunction, which stands before all others.
func (s *sentence) conjoins(clitic string) bool {
	return slices.Contains(s.pack.Language.Conjunctions, clitic)
}

// contracted looks up a name whose article has melted into a preposition: للعرائش.
func (s *sentence) contracted(i, taken int, lexicon Lexicon) (place, bool) {
	text := s.view.text
	at, limit := s.toks[i].keyStart+taken, s.toks[len(s.toks)-1].keyEnd
	apart := &namekey.Text{Key: s.pack.Language.Article + text.Key[at:limit], Fold: s.art + text.Fold[at:limit]}
	return s.longest(i, taken, lexicon, apart, 0, at-len(s.art))
}

func (s *sentence) lookup(i, taken int, lexicon Lexicon) (place, bool) {
	return s.longest(i, taken, lexicon, s.view.text, s.toks[i].keyStart+taken, 0)
}

// longest takes the longest name at text.Key[at:] that ends with a token of the sentence; shift
// turns offsets of text into those of the document.
func (s *sentence) longest(i, taken int, lexicon Lexicon, text *namekey.Text, at, shift int) (place, bool) {
	best := place{start: i, clitic: taken}
	shorter := best
	lexicon.Names(text, at, func(end int, m graph.Mention) {
		j, ok := s.endingAt(i, end+shift)
		if !ok || j < best.end || (m.Demonym && taken > 0 && j == best.end) {
			return
		}
		if j == best.end && (best.mention.Type == graph.MentionInstitution || m.Demonym) {
			return
		}
		if j > best.end {
			shorter = best
		}
		best.end, best.mention = j, m
	})
	if best.end == 0 {
		return place{}, false
	}
	if s.yieldToOffice(&best) && shorter.end == best.end {
		best = shorter
	}
	return best, best.end > best.start
}

func (s *sentence) endingAt(i, keyEnd int) (int, bool) {
	for j := i; j < len(s.toks) && s.toks[j].keyEnd <= keyEnd; j++ {
		if s.toks[j].keyEnd == keyEnd {
			return j + 1, true
		}
	}
	return 0, false
}

// yieldToOffice gives the last character back where it begins an office, and reports whether it
// did: 大阪市长 is the mayor (市长) of 大阪, not something of 大阪市.
func (s *sentence) yieldToOffice(p *place) bool {
	last := p.end - 1
	if s.toks[last].kind != han || last == p.start {
		return false
	}
	h, ok := s.at(last, catOffice)
	if !ok || h.end <= p.end {
		return false
	}
	p.end = last
	return true
}

// state reads the type that the text gives the place, before it or after it.
func (s *sentence) state(p *place, carry graph.EntityType) {
	p.extent = p.end
	if p.mention.Demonym || p.mention.Type == graph.MentionInstitution {
		return
	}
	if t, end, ok := s.nounAfter(p.end); ok {
		p.stated, p.extent, p.cue = t, end, "noun"
		return
	}
	if p.end-p.start > 1 {
		if t, end, ok := s.nounAfter(p.end - 1); ok && end == p.end && (s.toks[p.start].kind == han && p.end-p.start > 2 || t == graph.City != (s.toks[p.start].kind == word)) {
			p.stated, p.cue = t, "noun"
		}
	}
	switch h, ok := s.endsAt(p.start, catPlaceBefore); {
	case ok && p.clitic == 0 && !s.idiom(p.start):
		p.stated, p.cue = s.onlyType(h.start, h.end, catPlaceBefore), "noun"
	case carry != "":
		p.stated, p.cue = carry, "noun"
	case s.governed(*p) != "":
		p.stated, p.cue = s.governed(*p), "office"
	case p.cue == "":
		p.cue = s.placeCue(*p)
	}
}

// idiom reports a common phrase of several words before token i: من جهة is no region.
func (s *sentence) idiom(i int) bool {
	h, ok := s.endsAt(i, catCommon)
	return ok && h.end-h.start > 1
}

// governed returns the type that an office beside the place tells: a mayor has a city, an envoy
// a country.
func (s *sentence) governed(p place) graph.EntityType {
	h, ok := s.endsAt(p.start, catOffice)
	if s.toks[p.start].kind == han {
		h, ok = s.at(p.end, catOffice)
	}
	if !ok {
		h, ok = s.within(p, catOffice)
	}
	if !ok || p.clitic > 0 || h.suffix {
		return ""
	}
	switch o := s.pack.Names.Offices[h.index]; {
	case o.Of == graph.City && (o.Code == "MAYOR" || o.Code == "DEPUTY_MAYOR"):
		return graph.City
	case o.Of == graph.Region && s.toks[p.start].kind == han:
		return graph.Region
	}
	return ""
}

// within returns a longer phrase of the category that ends with the place: أمين عمّان.
func (s *sentence) within(p place, cat category) (hit, bool) {
	h, ok := s.endsAt(p.end, cat)
	return h, ok && h.start < p.start
}

// nounAfter reads a type noun at token i: its type, "" where it may be several, and its end.
func (s *sentence) nounAfter(i int) (graph.EntityType, int, bool) {
	h, ok := s.at(i, catPlaceAfter)
	if !ok {
		return "", 0, false
	}
	if o, ok := s.at(i, catOffice); ok && o.end > h.end {
		return "", 0, false
	}
	if o, ok := s.at(i, catHead); ok && o.end > h.end {
		return "", 0, false
	}
	if s.toks[i].kind == word && s.toks[i].glue != 0 {
		return "", 0, false
	}
	if s.toks[i].kind == han && i > 0 { // 城市 is a word, not a place called 城
		for _, cat := range []category{catInner, catCommon, catPlaceBefore} {
			if h2, ok := s.at(i-1, cat); ok && h2.end > i {
				return "", 0, false
			}
		}
	}
	return s.onlyType(i, h.end, catPlaceAfter), h.end, true
}

// onlyType returns the place type of the hits from i to end, "" where they differ.
func (s *sentence) onlyType(i, end int, cat category) graph.EntityType {
	var types []graph.EntityType
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == cat && h.end == end {
			types = append(types, s.pack.Names.Places[h.index].Type)
		}
	}
	types = slices.Compact(types)
	if len(types) != 1 {
		return ""
	}
	return types[0]
}

// placeCue says what makes a place of a weak name, "" for nothing.
func (s *sentence) placeCue(p place) string {
	i := p.start
	if p.clitic > 0 {
		clitic := s.text(i)[:p.clitic]
		for _, in := range s.pack.Language.In {
			if strings.HasSuffix(clitic, in) {
				return "in"
			}
		}
	}
	if s.is(i-1, catPlaceCue) || s.is(i-1, catIn) {
		return "in"
	}
	if s.is(p.end, catPlaceCue) && s.toks[i].kind == han {
		return "in"
	}
	if _, ok := s.at(p.end, catOffice); ok && s.toks[i].kind == han {
		return "office"
	}
	return ""
}

// unknownPlace is a name that no list holds, beside the noun of a type: مدينة كوكيمبو,
// 卡罗维发利市. The resolver looks it up by ear, or lets it go.
func (s *sentence) unknownPlace(i int) (place, bool) {
	t := s.toks[i]
	if t.kind == han {
		return s.unknownHan(i)
	}
	if t.kind != word || s.pack.Language.Cased && !t.upper {
		return place{}, false
	}
	h, ok := s.endsAt(i, catPlaceBefore)
	if !ok || s.isKnownWord(i) || h.suffix || h.article || s.definite(i) || s.neverName(i) {
		return place{}, false
	}
	end := i + 1
	for end < len(s.toks) && end < i+3 && s.toks[end].kind == word && s.toks[end].glue == '-' {
		end++
	}
	return place{start: i, end: end, mention: graph.Mention{Type: graph.MentionPlace}, stated: s.onlyType(h.start, h.end, catPlaceBefore), cue: "noun"}, true
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
		r.doubt(s, p, m.Candidates)
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

// The prominence below which a name that nothing announces waits for the article to speak of
// its country.
const (
	doubtCased   = 0.35
	doubtUncased = 0.6
)

// doubt marks the candidates that are too little known to stand alone.
func (r *reading) doubt(s *sentence, p place, list []graph.Candidate) {
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
