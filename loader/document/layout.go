package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
)

// part is one block on its way: cleaned text with the zone that the markup gives it.
type part struct {
	zone graph.Zone
	text string
}

// layout cuts the body into parts by its markup.
func layout(in Input) ([]part, error) {
	switch in.Format {
	case HTML:
		return htmlParts(in.Body, in.URL)
	case Markdown:
		return markdownParts(in.Body), nil
	}
	return textParts(in.Body), nil
}

// clean returns s in NFC without control characters, line ends as \n, trimmed.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			return '\n'
		case unicode.IsControl(r) || r == '\ufeff' || r == '\u00ad':
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	return strings.TrimFunc(norm.NFC.String(s), unicode.IsSpace)
}

// textParts cuts a plain text at empty lines, and each paragraph at its line ends unless the
// text was wrapped at a column.
func textParts(body string) []part {
	paragraphs := paragraphsOf(body)
	column := 0
	for _, lines := range paragraphs {
		column = max(column, wrapColumn(lines))
	}
	var parts []part
	for _, lines := range paragraphs {
		if wrapped(lines, column) {
			lines = []string{strings.Join(lines, " ")}
		}
		for _, line := range lines {
			parts = append(parts, part{graph.ZoneBody, line})
		}
	}
	return parts
}

func paragraphsOf(body string) [][]string {
	var paragraphs [][]string
	var lines []string
	for line := range strings.Lines(clean(body) + "\n\n") {
		if line = strings.TrimFunc(line, unicode.IsSpace); line != "" {
			lines = append(lines, line)
		} else if len(lines) > 0 {
			paragraphs = append(paragraphs, lines)
			lines = nil
		}
	}
	return paragraphs
}

// A column that texts are wrapped at, in characters, and how far a line may end before it. A
// paragraph tells of one by at least wrapLines lines.
const (
	wrapColumnMin = 50
	wrapColumnMax = 100
	wrapSlack     = 20
	wrapLines     = 3
)

// wrapColumn is the column that the lines of a paragraph were wrapped at, 0 where they were not:
// all but the last are about as long as the longest, and most do not end a sentence.
func wrapColumn(lines []string) int {
	longest, open := 0, 0
	for _, line := range lines {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	if len(lines) < wrapLines || longest < wrapColumnMin || longest > wrapColumnMax || !wrapped(lines, longest) {
		return 0
	}
	for _, line := range lines[:len(lines)-1] {
		if last, _ := utf8.DecodeLastRuneInString(line); !unicode.IsPunct(last) || strings.ContainsRune(",،-", last) {
			open++
		}
	}
	if 2*open < len(lines)-1 {
		return 0
	}
	return longest
}

// wrapped reports whether all lines but the last reach the column that the text is wrapped at.
func wrapped(lines []string, column int) bool {
	for _, line := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(line); n < column-wrapSlack || n > column+wrapSlack {
			return false
		}
	}
	return column > 0 && len(lines) > 1
}

// inline collapses white space to single spaces, as a browser shows it.
func inline(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
