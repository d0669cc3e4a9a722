package resolver

import (
	"golang.org/x/text/unicode/bidi"

	"citygraph/graph"
)

// TextDirection is which way a text is written.
type TextDirection string

// The text directions.
const (
	LeftToRight TextDirection = "LTR"
	RightToLeft TextDirection = "RTL"
)

// directionOf reads the direction off the first strong character (rule P2 of UAX 9); a text
// without one runs left to right.
func directionOf(text string) TextDirection {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return LeftToRight
		case bidi.R, bidi.AL:
			return RightToLeft
		}
	}
	return LeftToRight
}

// Name is one form of a name.
type Name struct{ name graph.Name }

// Text is the name as written.
func (n *Name) Text() string { return n.name.Text }

// Lang is its language.
func (n *Name) Lang() *string { return known(n.name.Lang) }

// Direction is which way it is written.
func (n *Name) Direction() TextDirection { return directionOf(n.name.Text) }

// Span is a stretch of an article's text, in bytes.
type Span struct {
	Start int
	End   int
	Text  *string
}

// spanIn makes a span with its words, where they stand inside the stretch whose text is given.
func spanIn(s, stretch graph.Span, text string) *Span {
	out := &Span{Start: s.Start, End: s.End}
	if stretch.Covers(s) {
		out.Text = known(graph.Span{Start: s.Start - stretch.Start, End: s.End - stretch.Start}.Of(text))
	}
	return out
}
