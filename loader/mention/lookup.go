package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

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
		return s.betterBehindClitic(i, p, lexicon), true
	}
	if t.kind != word {
		return place{}, false
	}
	if p, ok := s.withoutArticle(i, lexicon); ok {
		return p, true
	}
	return s.behindClitics(i, 0, 0, lexicon)
}

// betterBehindClitic prefers a better known name behind a preposition to a little known one that
// begins with its letter: لغرناطة is to Granada.
func (s *sentence) betterBehindClitic(i int, p place, lexicon Lexicon) place {
	if s.pack.Language.Cased || s.toks[i].kind != word || p.mention.Type != graph.MentionPlace || s.best(p) >= doubtUncased {
		return p
	}
	if q, ok := s.behindClitics(i, 0, 0, lexicon); ok && q.end >= p.end && q.mention.Type == graph.MentionPlace && s.best(q) >= doubtUncased {
		return q
	}
	return p
}

// neverName reports a word whose ending marks it as indefinite (tanween), that is the noun of a
// place's type itself, or that only describes one: مدن توأم.
func (s *sentence) neverName(i int) bool {
	if s.toks[i].kind != word || s.pack.Language.Cased {
		return false
	}
	if strings.ContainsAny(s.surfaceOf(i, i+1), "\u064b\u064c\u064d") {
		return true
	}
	return (s.whole(i, catPlaceBefore) || s.whole(i, catDual) || s.whole(i, catPlain)) && s.toks[i].kind == word
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
	ends := func(end int) bool {
		_, ok := s.endingAt(i, end+shift)
		return ok
	}
	for _, m := range lexicon.Names(text, at, ends) {
		j, _ := s.endingAt(i, m.Span.End+shift)
		if j < best.end || (m.Demonym && taken > 0 && j == best.end) {
			continue
		}
		if j == best.end && (best.mention.Type == graph.MentionInstitution || m.Demonym) {
			continue
		}
		if j > best.end {
			shorter = best
		}
		best.end, best.mention = j, m
	}
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
