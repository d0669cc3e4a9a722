package mention

import (
	"maps"
	"slices"
	"strings"

	"citygraph/graph"
)

// shortestAgain is how many characters a foreign name has at least that is known again where it
// stands without the noun of its type: fewer may be part of any word.
const shortestAgain = 3

// placesAgain finds, in a script without spaces, the places that the article has named with the
// noun of their type and that no list holds without it: after 奥胡斯市, 奥胡斯 is the same.
func (r *reading) placesAgain() {
	if r.pack.Language.Spaced {
		return
	}
	named := map[string]place{}
	for _, s := range r.sentences {
		for _, p := range s.places {
			if bare, ok := s.bare(p); ok {
				named[bare] = p
			}
		}
	}
	names := slices.SortedFunc(maps.Keys(named), func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for _, s := range r.sentences {
		known := len(s.places)
		for i := 0; i < len(s.toks); i++ {
			for _, name := range names {
				if end, ok := s.standsAgain(i, name); ok {
					p := named[name]
					s.cover(place{start: i, end: end, extent: end, mention: p.mention, stated: p.stated, cue: "noun"})
					break
				}
			}
		}
		if len(s.places) > known {
			s.reorder()
		}
	}
}

// bare returns the name of a foreign place without the noun of its type, folded.
func (s *sentence) bare(p place) (string, bool) {
	if s.toks[p.start].kind != han || p.cue != "noun" || p.mention.Type != graph.MentionPlace || p.mention.Demonym {
		return "", false
	}
	if p.extent == p.end && s.is(p.end-1, catPlaceAfter) {
		p.end--
	}
	if p.end-p.start < shortestAgain {
		return "", false
	}
	for t := p.start; t < p.end; t++ {
		if !s.sounding(t) {
			return "", false
		}
	}
	return s.keyOf(p), true
}

// standsAgain reports whether the name stands at token i as a word of its own, and its end.
func (s *sentence) standsAgain(i int, name string) (int, bool) {
	at := s.toks[i].keyStart
	if s.toks[i].kind != han || s.placeAt[i] != 0 || !strings.HasPrefix(s.view.text.Fold[at:], name) || i > 0 && s.sounding(i-1) && s.placeAt[i-1] == 0 && !s.bounded(i) {
		return 0, false
	}
	end, ok := s.endingAt(i, at+len(name))
	if !ok || s.joint(end) || i > 0 && s.joint(i-1) || s.soundsOn(end) {
		return 0, false
	}
	for t := i; t < end; t++ {
		if s.placeAt[t] != 0 {
			return 0, false
		}
	}
	return end, true
}
