package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	word   tokenKind = iota // letters of a script with spaces
	han                     // one character of a script without
	number                  // digits
	mark                    // one character of punctuation
)

// token is one unit of a sentence. Offsets named key are into the normalised text, all others
// into the article.
type token struct {
	span     graph.Span
	keyStart int
	keyEnd   int
	kind     tokenKind
	// glue is the hyphen, apostrophe or the like that joins the token to the one before it; 0
	// where they stand apart, and glue == ' ' where nothing at all stands between them.
	glue  rune
	upper bool // begins with a capital
	caps  bool // more than one letter, all capitals
}

// sentence is one sentence, made ready for the grammars.
type sentence struct {
	*grammar
	view            *view
	block, index    int
	zone            graph.Zone
	span            graph.Span
	toks            []token
	hits            []hit // sorted by start, then longest first
	first           []int // index into hits by token; one longer than toks
	taken           []bool
	found           []graph.Mention
	places          []place // longest names of the lexicon, in order
	placeAt         []int32 // by token: 1 + index into places of the one that covers it, or 0
	institutions    []int   // indices into found
	institutionOver []int32 // by token: 1 + index into found of the institution that covers it
	posts           []post
	standsIn        []graph.Span // the place that follows the institution being read
}

// view is a whole document in normalised form.
type view struct {
	doc   graph.Document
	text  *namekey.Text
	forms map[string][]form // of the words met so far: a text repeats them
	small map[string]bool   // the folded words that stand somewhere without a capital
}

func (v *view) newSentence(g *grammar, block, index int) *sentence {
	b := v.doc.Blocks[block]
	s := &sentence{grammar: g, view: v, block: block, index: index, zone: b.Zone, span: b.Sentences[index]}
	s.toks = v.tokens(s.span)
	s.mark()
	s.taken = make([]bool, len(s.toks))
	s.placeAt = make([]int32, len(s.toks))
	s.institutionOver = make([]int32, len(s.toks))
	return s
}

// tokens cuts a stretch of the article.
func (v *view) tokens(span graph.Span) []token {
	from, to := v.text.At(span.Start), v.text.At(span.End)
	key := v.text.Fold
	toks := make([]token, 0, (to-from)/4+4)
	prevEnd := -1
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(key[i:])
		if r == ' ' || r == '\n' {
			i += size
			continue
		}
		end, kind := v.run(i, to, r, size)
		t := token{keyStart: i, keyEnd: end, kind: kind}
		t.span.Start, t.span.End = v.text.Source(i, end)
		v.surface(&t, prevEnd)
		toks = append(toks, t)
		prevEnd = t.span.End
		i = end
	}
	return toks
}

// run returns where the token that begins at i ends, and its kind.
func (v *view) run(i, to int, r rune, size int) (int, tokenKind) {
	kind := kindOf(r)
	end := i + size
	if kind == mark || kind == han {
		return end, kind
	}
	for end < to {
		r, size := utf8.DecodeRuneInString(v.text.Fold[end:])
		if kindOf(r) != kind && !(kind == word && kindOf(r) == number) {
			break
		}
		end += size
	}
	return end, kind
}

func kindOf(r rune) tokenKind {
	switch {
	case r >= '0' && r <= '9':
		return number
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' {
			return word
		}
		return mark
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return han
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return word
	}
	return mark
}

// surface reads off the article what the key has lost: capitals and what joins two tokens.
func (v *view) surface(t *token, prevEnd int) {
	text := v.doc.Article.Text
	own := t.span.Of(text)
	if t.kind == word {
		letters, upper := 0, 0
		for i, r := range own {
			if unicode.IsUpper(r) {
				upper++
				if i == 0 {
					t.upper = true
				}
			}
			if unicode.IsLetter(r) {
				letters++
			}
		}
		t.caps = letters > 1 && upper == letters
	}
	if prevEnd < 0 {
		return
	}
	if t.span.Start < prevEnd { // both came out of one character, such as ¼
		t.glue = ' '
		return
	}
	switch between := text[prevEnd:t.span.Start]; {
	case between == "":
		t.glue = ' '
	case utf8.RuneCountInString(between) == 1:
		if r, _ := utf8.DecodeRuneInString(between); !unicode.IsSpace(r) {
			t.glue = r
		}
	}
}

// text returns the form of a token in which the pack's words are compared.
func (s *sentence) text(i int) string {
	t := s.toks[i]
	own := s.view.text.Fold[t.keyStart:t.keyEnd]
	if t.kind == word && strings.HasSuffix(s.view.text.Key[t.keyStart:t.keyEnd], maqsura) {
		return own[:len(own)-len(maqsura)] + maqsura
	}
	return own
}

// spanOf returns the stretch of the article from token i to token j, exclusive.
func (s *sentence) spanOf(i, j int) graph.Span {
	return graph.Span{Start: s.toks[i].span.Start, End: s.toks[j-1].span.End}
}

// surfaceOf returns the article's own letters from token i to token j, exclusive.
func (s *sentence) surfaceOf(i, j int) string {
	return s.spanOf(i, j).Of(s.view.doc.Article.Text)
}

// isMark reports whether token i is one of the marks.
func (s *sentence) isMark(i int, marks string) bool {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != mark {
		return false
	}
	own := s.text(i)
	for _, r := range marks {
		if own == string(r) {
			return true
		}
	}
	return false
}

const (
	commas = ",،、，"
	opens  = "(（[【「『«"
	closes = ")）]】」』»"
	quotes = "\"“”«»「」『』"
)
