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

// textParts cuts a plain text at empty lines, and each paragraph at its line ends unless it was
// wrapped at a column.
func textParts(body string) []part {
	var parts []part
	var lines []string
	flush := func() {
		if wrapped(lines) {
			lines = []string{strings.Join(lines, " ")}
		}
		for _, line := range lines {
			parts = append(parts, part{graph.ZoneBody, line})
		}
		lines = nil
	}
	for line := range strings.Lines(clean(body)) {
		if line = strings.TrimFunc(line, unicode.IsSpace); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return parts
}

// A column that texts are wrapped at, in characters, and how far a line may end before it.
const (
	wrapColumnMin = 50
	wrapColumnMax = 100
	wrapSlack     = 20
)

// wrapped reports whether the lines of a paragraph are one run of text broken at a column: all
// but the last are about as long as the longest, and most do not end a sentence.
func wrapped(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	longest, open := 0, 0
	for _, line := range lines {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	for _, line := range lines[:len(lines)-1] {
		if utf8.RuneCountInString(line) < longest-wrapSlack {
			return false
		}
		if last, _ := utf8.DecodeLastRuneInString(line); !unicode.IsPunct(last) || last == ',' || last == '،' {
			open++
		}
	}
	return longest >= wrapColumnMin && longest <= wrapColumnMax && 2*open >= len(lines)-1
}

// inline collapses white space to single spaces, as a browser shows it.
func inline(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
