package llm

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// linker looks names, dates and numbers up among the resolved mentions of a document.
type linker struct {
	text     string
	mentions []graph.Mention
}

// linkable reports whether there is anything that a claim could hang on.
func (l linker) linkable() bool {
	return slices.ContainsFunc(l.mentions, func(m graph.Mention) bool { return names(m) && len(m.Entities) == 1 })
}

// argument is an entity that an item names, and the span that stands for it.
type argument struct {
	id      graph.EntityID
	span    graph.Span
	carried bool // named outside the sentences of the quote
}

// name links a name that stands in the text to the one entity that the mentions of this name
// were resolved to: those in the sentences decide, else those of the whole text must agree.
func (l linker) name(name string, sentences graph.Span) (argument, graph.DropReason) {
	key := namekey.Key(name)
	if key == "" || !strings.Contains(l.text, name) {
		return argument{}, graph.DropNotVerbatim
	}
	var inside, outside []graph.Mention
	for _, m := range l.mentions {
		switch {
		case !named(m, l.text, key):
		case sentences.Covers(m.Span):
			inside = append(inside, m)
		default:
			outside = append(outside, m)
		}
	}
	if len(inside) > 0 {
		return agreed(inside)
	}
	arg, reason := agreed(outside)
	if reason != "" {
		return arg, reason
	}
	arg.carried = true
	for _, m := range l.mentions {
		if sentences.Covers(m.Span) && slices.Contains(m.Entities, arg.id) {
			arg.span = m.Span // "the city", "the two sides"
			break
		}
	}
	return arg, ""
}

// named reports whether the mention bears the name, as it stands or without titles and clitics.
func named(m graph.Mention, text, key string) bool {
	return names(m) && (namekey.Key(m.Span.Of(text)) == key || namekey.Key(m.Name) == key)
}

// names reports whether the mention is a name, and no word that points to one.
func names(m graph.Mention) bool {
	switch m.Type {
	case graph.MentionPlace, graph.MentionPerson, graph.MentionInstitution:
		return !m.Demonym && !m.Definite
	}
	return false
}

// agreed returns the one entity that all of the mentions name.
func agreed(mentions []graph.Mention) (argument, graph.DropReason) {
	if len(mentions) == 0 || len(mentions[0].Entities) != 1 {
		return argument{}, DropName
	}
	first := mentions[0]
	for _, m := range mentions[1:] {
		if !slices.Equal(m.Entities, first.Entities) {
			return argument{}, DropName
		}
	}
	return argument{id: first.Entities[0], span: first.Span}, ""
}

// noted returns the mention of a type that the words, somewhere in the sentences, stand for;
// false with no reason where the words say nothing that the mention stage reads.
func (l linker) noted(t graph.MentionType, words string, sentences graph.Span) (graph.Mention, bool, graph.DropReason) {
	at := strings.Index(sentences.Of(l.text), words)
	if at < 0 {
		return graph.Mention{}, false, graph.DropNotVerbatim
	}
	span := graph.Span{Start: sentences.Start + at, End: sentences.Start + at + len(words)}
	for _, m := range l.mentions {
		if m.Type == t && m.Span.Overlaps(span) {
			return m, true, ""
		}
	}
	return graph.Mention{}, false, ""
}
