package namekey

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class says what the normaliser does with one character.
type class uint8

const (
	keep    class = iota // stays as it is
	replace              // becomes its replacement
	mark                 // dropped, and belongs to the character before it
	drop                 // dropped
	space                // joins a run of white space
	compose              // may melt into the character before it: needs NFKC over the whole text
)

// simplifiedPairs holds Traditional and Simplified characters in turn, without separators.
//
//go:embed simplified.txt
var simplifiedPairs string

// table holds the decision for every character of the Basic Multilingual Plane, made once, and
// for the Han characters beyond it that have a simplified form.
type table struct {
	classes      [0x10000]class
	ascii        [0x80]string // the replacements among ASCII, which every text is full of
	replacements map[rune]string
	simplified   map[rune]rune
}

var characters = sync.OnceValue(newTable)

func newTable() *table {
	t := &table{replacements: map[rune]string{}, simplified: map[rune]rune{}}
	pairs := []rune(simplifiedPairs)
	for i := 0; i+1 < len(pairs); i += 2 {
		t.simplified[pairs[i]] = pairs[i+1]
	}
	for r := range rune(0x10000) {
		if unicode.Is(unicode.Cs, r) {
			continue
		}
		c, s := t.classify(r)
		t.classes[r] = c
		if s != "" {
			t.replacements[r] = s
			if r < utf8.RuneSelf {
				t.ascii[r] = s
			}
		}
	}
	return t
}

// of returns the class of r and what it becomes, for the classes replace and compose.
func (t *table) of(r rune) (class, string) {
	if r >= 0x10000 {
		return t.classify(r)
	}
	c := t.classes[r]
	switch {
	case r < utf8.RuneSelf:
		return c, t.ascii[r]
	case c == replace || c == compose:
		return c, t.replacements[r]
	}
	return c, ""
}

func (t *table) classify(r rune) (class, string) {
	own := string(r)
	switch {
	case isSpace(r):
		return space, ""
	case isDropped(r):
		return drop, ""
	case isVowelSign(r):
		return mark, ""
	case !norm.NFKC.PropertiesString(own).BoundaryBefore():
		if isFoldedMark(r) {
			return compose, ""
		}
		return compose, own
	}
	s := t.expand(norm.NFKC.String(own))
	switch s {
	case own:
		return keep, ""
	case " ":
		return space, ""
	case "":
		return drop, ""
	}
	return replace, s
}

// expand maps each character of a compatibility form; it comes to rest in one round because
// every replacement maps to itself.
func (t *table) expand(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(t.letter(r))
	}
	return b.String()
}

func (t *table) letter(r rune) string {
	switch {
	case isSpace(r) || isHyphen(r) || isApostrophe(r):
		return " "
	case isDropped(r) || isVowelSign(r) || isFoldedMark(r):
		return ""
	case isInterpunct(r):
		return "·"
	case unicode.Is(unicode.Nd, r):
		return string('0' + digitValue(r))
	case unicode.Is(unicode.Arabic, r):
		if to, ok := arabicEquals[r]; ok {
			return string(to)
		}
		return string(r)
	case unicode.Is(unicode.Han, r):
		if to, ok := t.simplified[r]; ok {
			return string(to)
		}
		return string(r)
	}
	return bareLetter(unicode.ToLower(r))
}

// bareLetter strips the diacritics of a lower-case letter of an alphabet that is written
// without them too.
func bareLetter(r rune) string {
	if s, ok := latinEquals[r]; ok {
		return s
	}
	if !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
		return string(r)
	}
	var b strings.Builder
	for _, q := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, q) {
			continue
		}
		if s, ok := latinEquals[q]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteRune(q)
	}
	return b.String()
}

// latinEquals are letters that have no decomposition but are commonly written otherwise, and
// the final sigma.
var latinEquals = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ħ': "h",
	'ı': "i", 'ȷ': "j", 'þ': "th", 'ŋ': "n", 'ŧ': "t", 'ə': "e", 'ɗ': "d", 'ɓ': "b", 'ƙ': "k",
	'ƴ': "y", 'ɛ': "e", 'ɔ': "o", 'ĸ': "k", 'ƶ': "z", 'ɨ': "i", 'ς': "σ",
}

// arabicEquals writes letters of Persian and Urdu as the Arabic letters they stand for.
var arabicEquals = map[rune]rune{
	'ی': 'ي', 'ے': 'ي', 'ې': 'ي', 'ۍ': 'ي', 'ک': 'ك', 'ڪ': 'ك', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه',
	'ۀ': 'ه', 'ۂ': 'ه', 'ۃ': 'ة', 'ٲ': 'أ', 'ٳ': 'إ',
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) }

func isDropped(r rune) bool {
	return r == 'ـ' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) ||
		(unicode.Is(unicode.Cc, r) && !isSpace(r))
}

// isVowelSign reports marks of Arabic and Hebrew that never join their letter to another
// character: they can be dropped without composing the text first.
func isVowelSign(r rune) bool {
	return (r >= 0x064B && r <= 0x0652) || (r >= 0x0656 && r <= 0x065F) || r == 0x0670 ||
		(r >= 0x0610 && r <= 0x061A) || (r >= 0x06D6 && r <= 0x06ED && unicode.Is(unicode.Mn, r)) ||
		(r >= 0x08D3 && r <= 0x08FF && unicode.Is(unicode.Mn, r)) ||
		(r >= 0x0591 && r <= 0x05C7 && unicode.Is(unicode.Mn, r))
}

// isFoldedMark reports the marks that vanish when nothing composed with them: those of the
// alphabets that are written without them too.
func isFoldedMark(r rune) bool {
	return unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Cyrillic, unicode.Greek, unicode.Latin) &&
		r != 0x3099 && r != 0x309A
}

func isHyphen(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE63', '\uFF0D', '\u05BE':
		return true
	}
	return false
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '\u00B4', '\u2018', '\u2019', '\u201B', '\u2032', '\u02B9', '\u02BB', '\u02BC', '\u02BD', '\u02BE', '\u02BF', '\u02C8', '\uFF07', '\u05F3':
		return true
	}
	return false
}

func isInterpunct(r rune) bool {
	switch r {
	case '\u00B7', '\u0387', '\u2022', '\u2027', '\u2219', '\u22C5', '\u30FB', '\uFF65', '\u16EB', '\u2E31':
		return true
	}
	return false
}

// digitValue is the value of a decimal digit: they stand in whole runs of ten.
func digitValue(r rune) rune {
	zero := r
	for unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return (r - zero) % 10
}
