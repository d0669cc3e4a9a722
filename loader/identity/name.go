package identity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// How alike two names are.
const (
	equalNames  = 1.0
	shortName   = 0.9 // all parts of the one stand in the other
	oneLetter   = 0.8 // a part is one letter off, the others are equal
	allHeard    = 1.0 // every part sounds like one of the other name
	onePartOnly = 0.5 // a long part does, the others do not
)

// heard is the likeness by ear from which a part of a name is the sound of another, and
// longestPart the letters that a part must have to speak for the whole name.
const (
	heard       = 0.1
	longPart    = 4
	spelledPart = 4 // letters from which one letter off is a slip
)

// name is a name cut into its parts.
type name struct {
	parts  []string
	script script
}

type script int

const (
	otherScript script = iota
	latin
	arabic
	han
)

// namesOf returns the names that can be compared, titles and marks aside.
func namesOf(p graph.Profile) []name {
	var out []name
	for _, n := range p.Names {
		parts := strings.FieldsFunc(namekey.Fold(n.Text), func(r rune) bool { return r == ' ' || r == '·' || r == '.' })
		s := scriptOf(parts)
		if s != otherScript && len(parts) > 0 && !slices.ContainsFunc(out, func(o name) bool { return slices.Equal(o.parts, parts) }) {
			out = append(out, name{parts, s})
		}
	}
	return out
}

// scriptOf is the script of all letters, otherScript where they are of several.
func scriptOf(parts []string) script {
	found := map[script]bool{}
	for _, r := range strings.Join(parts, "") {
		switch {
		case unicode.Is(unicode.Latin, r):
			found[latin] = true
		case unicode.Is(unicode.Arabic, r):
			found[arabic] = true
		case unicode.Is(unicode.Han, r):
			found[han] = true
		case unicode.IsLetter(r):
			found[otherScript] = true
		}
	}
	if len(found) != 1 {
		return otherScript
	}
	for s := range found {
		return s
	}
	return otherScript
}

// compareNames returns the best likeness of two people's names, and how they are alike.
func (r *Rules) compareNames(a, b []name) (best float64, how string) {
	for _, x := range a {
		for _, y := range b {
			likeness, reason := r.compareName(x, y)
			if likeness > best {
				best, how = likeness, reason+": "+strings.Join(x.parts, " ")+", "+strings.Join(y.parts, " ")
			}
		}
	}
	return best, how
}

func (r *Rules) compareName(a, b name) (float64, string) {
	switch {
	case a.script == b.script:
		return compareSpelling(a.parts, b.parts)
	case b.script == latin:
		return r.compareSound(a.parts, b.parts)
	case a.script == latin:
		return r.compareSound(b.parts, a.parts)
	}
	if a.script == arabic {
		return r.compareReading(a.parts, b.parts)
	}
	return r.compareReading(b.parts, a.parts)
}

func compareSpelling(a, b []string) (float64, string) {
	if slices.Equal(a, b) {
		return equalNames, "one name"
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if holdsAll(b, a) && utf8.RuneCountInString(strings.Join(a, "")) >= longPart {
		return shortName, "a short form"
	}
	if len(a) != len(b) {
		return 0, ""
	}
	slips := 0
	for i := range a {
		switch {
		case a[i] == b[i]:
		case isInitial(a[i], b[i]) || isInitial(b[i], a[i]):
		case utf8.RuneCountInString(a[i]) >= spelledPart && oneOff([]rune(a[i]), []rune(b[i])):
			slips++
		default:
			return 0, ""
		}
	}
	if slips == 0 {
		return shortName, "initials"
	}
	if slips == 1 && len(a) > 1 {
		return oneLetter, "one letter apart"
	}
	return 0, ""
}

func holdsAll(long, short []string) bool {
	for _, s := range short {
		if !slices.Contains(long, s) {
			return false
		}
	}
	return true
}

func isInitial(short, long string) bool {
	return utf8.RuneCountInString(short) == 1 && strings.HasPrefix(long, short)
}

// oneOff reports whether one letter put in, left out or changed makes b of a.
func oneOff(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && slices.Equal(a[i+1:], b[i+1:])
	}
	return len(b) == len(a)+1 && slices.Equal(a[i:], b[i+1:])
}
