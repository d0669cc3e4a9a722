package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph/namekey"
)

// folded returns the names by their folds, without empty ones.
func folded(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		if f := strings.TrimSpace(namekey.Fold(n)); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// likeness compares two sets of folded names: 1 where they share one; below 1 but at least one
// half where one name lies whole inside another and is that part of it; else 0.
func likeness(a, b []string) float64 {
	best := 0.0
	for _, x := range a {
		if slices.Contains(b, x) {
			return 1
		}
		for _, y := range b {
			short, long := x, y
			if len(short) > len(long) {
				short, long = long, short
			}
			part := float64(utf8.RuneCountInString(short)) / float64(utf8.RuneCountInString(long))
			if part >= 0.5 && part > best && standsIn(long, short) {
				best = part
			}
		}
	}
	return min(best, 0.99)
}

// standsIn reports whether short lies in long on word boundaries; Han characters bound
// themselves.
func standsIn(long, short string) bool {
	for at := 0; ; {
		i := strings.Index(long[at:], short)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(short)
		before, _ := utf8.DecodeLastRuneInString(long[:start])
		after, _ := utf8.DecodeRuneInString(long[end:])
		if (start == 0 || bounds(before)) && (end == len(long) || bounds(after)) {
			return true
		}
		_, size := utf8.DecodeRuneInString(long[start:])
		at = start + size
	}
}

func bounds(r rune) bool {
	return unicode.Is(unicode.Han, r) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
