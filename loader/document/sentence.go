package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// splitter cuts blocks into sentences with the ends and abbreviations of one language.
type splitter struct {
	ends          string
	abbreviations map[string]bool
}

// defaultEnds serve a text whose language has no pack.
const defaultEnds = ".!?…。！？؟"

// closers stand after the end mark and still belong to the sentence.
const closers = "\"'”’»)]}」』】》）〕"

func newSplitter(pack *lang.Pack) *splitter {
	s := &splitter{ends: defaultEnds, abbreviations: map[string]bool{}}
	if pack == nil {
		return s
	}
	if len(pack.Language.Ends) > 0 {
		s.ends = strings.Join(pack.Language.Ends, "")
	}
	for _, a := range pack.Language.Abbreviations {
		s.abbreviations[strings.ToLower(strings.TrimSuffix(a, "."))] = true
	}
	return s
}

// split returns the sentences of a block, in order, without the spaces around them. None is
// longer than graph.MaxSentenceBytes: longer ones are cut at a space, or at a rune.
func (s *splitter) split(text string, block graph.Span) []graph.Span {
	var out []graph.Span
	start := block.Start
	for at := block.Start; at < block.End; {
		r, size := utf8.DecodeRuneInString(text[at:block.End])
		at += size
		if r != '\n' && !strings.ContainsRune(s.ends, r) {
			continue
		}
		mark := at - size
		at = s.afterMarks(text, at, block.End)
		if r == '\n' || s.ended(text, graph.Span{Start: start, End: block.End}, mark, at) {
			out = appendSentence(out, text, graph.Span{Start: start, End: at})
			start = at
		}
	}
	return appendSentence(out, text, graph.Span{Start: start, End: block.End})
}

// afterMarks moves past further end marks and closers.
func (s *splitter) afterMarks(text string, at, end int) int {
	for at < end {
		r, size := utf8.DecodeRuneInString(text[at:end])
		if !strings.ContainsRune(s.ends, r) && !strings.ContainsRune(closers, r) {
			break
		}
		at += size
	}
	return at
}

// ended reports whether the mark at text[mark:], with what belongs to it up to after, ends the
// sentence that began at in.Start.
func (s *splitter) ended(text string, in graph.Span, mark, after int) bool {
	if after >= in.End {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[after:in.End])
	dot := text[mark] == '.'
	if text[mark] < utf8.RuneSelf && !unicode.IsSpace(next) { // 3.5, U.S., www.example.org, a?b
		return false
	}
	following, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[after:in.End], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}))
	if unicode.IsLower(following) && (text[mark] < utf8.RuneSelf || unicode.IsSpace(next)) {
		return false
	}
	return !dot || after > mark+1 || !s.abbreviated(text[in.Start:mark])
}

// abbreviated reports whether the last word of s is an abbreviation, an initial, or the number
// that opens a list item.
func (s *splitter) abbreviated(sentence string) bool {
	word := sentence
	if i := strings.LastIndexFunc(sentence, unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(sentence[i:])
		word = sentence[i+size:]
	}
	word = strings.TrimLeftFunc(word, unicode.IsPunct)
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case word == "":
		return false
	case size == len(word) && unicode.IsUpper(first): // an initial
		return true
	case strings.TrimFunc(word, unicode.IsDigit) == "":
		return strings.TrimSpace(sentence) == word
	}
	return s.abbreviations[strings.ToLower(word)]
}

func appendSentence(out []graph.Span, text string, s graph.Span) []graph.Span {
	trimmed := strings.TrimLeftFunc(text[s.Start:s.End], unicode.IsSpace)
	s.Start = s.End - len(trimmed)
	s.End = s.Start + len(strings.TrimRightFunc(trimmed, unicode.IsSpace))
	for s.Len() > graph.MaxSentenceBytes {
		cut := len(head(text[s.Start:s.End], graph.MaxSentenceBytes))
		if i := strings.LastIndexByte(text[s.Start:s.Start+cut], ' '); i > 0 {
			cut = i
		}
		out = append(out, graph.Span{Start: s.Start, End: s.Start + cut})
		s.Start += cut
		for s.Start < s.End && text[s.Start] == ' ' {
			s.Start++
		}
	}
	if s.Len() > 0 {
		out = append(out, s)
	}
	return out
}
