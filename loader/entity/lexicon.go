package entity

import (
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
			m.Span = graph.Span{Start: at, End: match.End}
			out = append(out, m)
		}
	}
	return out
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
