package entity

import (
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer"
)

// Lexicon offers the names of a gazetteer to the mention stage.
type Lexicon struct {
	gazetteer *gazetteer.Gazetteer
}

// NewLexicon returns the names of g.
func NewLexicon(g *gazetteer.Gazetteer) Lexicon { return Lexicon{g} }

// maxCandidates bounds what is handed on of a name that many places bear.
const maxCandidates = 24

// Names returns what every name of the gazetteer may mean that begins at text.Key[at:] and ends
// where ends allows: an institution or demonym where that leads, else the places. Spans are
// those of Key.
func (l Lexicon) Names(text *namekey.Text, at int, ends func(end int) bool) []graph.Mention {
	var out []graph.Mention
	for _, match := range l.gazetteer.Prefixes(text, at, ends) {
		if m, ok := mentionOf(match.Candidates); ok {
			if latinWord(text.Key[at:match.End]) {
				doubtAlternates(m.Candidates, match.Candidates)
			}
			m.Span = graph.Span{Start: at, End: match.End}
			out = append(out, m)
		}
	}
	return out
}

// renowned is the prior from which a place is known under its further names too.
const renowned = 0.6

// doubtAlternates marks the towns that are only now and then called so: a single word in Latin
// letters is too often somebody's or something's name (Erasmus, Svoboda, Desk).
func doubtAlternates(out []graph.Candidate, found []gazetteer.Candidate) {
	for i := range out {
		for _, c := range found {
			if c.ID == out[i].ID && c.Class == gazetteer.Alternate && c.Prior < renowned && c.ID.TypeOf() == graph.City {
				out[i].Cue = true
			}
		}
	}
}

// latinWord reports a name of one word in unaccented Latin letters.
func latinWord(key string) bool {
	return strings.IndexFunc(key, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) < 0
}

func mentionOf(list []gazetteer.Candidate) (graph.Mention, bool) {
	m := graph.Mention{Type: graph.MentionPlace}
	demonym := true
	for _, c := range list {
		if len(m.Candidates) == maxCandidates {
			break
		}
		isBody := c.ID.TypeOf() == graph.Institution
		if isBody && len(m.Candidates) == 0 {
			m.Type = graph.MentionInstitution
		}
		if isBody != (m.Type == graph.MentionInstitution) {
			continue
		}
		demonym = demonym && c.Class == gazetteer.Demonym
		m.Candidates = append(m.Candidates, graph.Candidate{ID: c.ID, Score: scoreOf(c), Cue: c.Cue})
	}
	m.Demonym = demonym && len(m.Candidates) > 0
	return m, len(m.Candidates) > 0
}

// scoreOf is the prior of a candidate, lowered by how loosely the name is its own.
func scoreOf(c gazetteer.Candidate) float64 {
	s := c.Prior
	switch c.Class {
	case gazetteer.Alternate:
		s *= 0.9
	case gazetteer.Stem:
		s *= 0.85
	case gazetteer.Historical:
		s *= 0.6
	case gazetteer.Short, gazetteer.Code:
		s *= 0.4
	}
	if c.Folded {
		s *= 0.9
	}
	return s
}
