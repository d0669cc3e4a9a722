package namekey

import (
	"strings"
	"unicode/utf8"
)

// MaxBytes bounds a key; what is longer is cut on a rune boundary after normalising.
const MaxBytes = 512

// Key is the strict key of a name: the form that is stored and compared. It is at most MaxBytes
// long, has no white space at either end, and is its own key. A name of nothing but marks and
// spaces has the key "".
func Key(name string) string {
	if len(name) > 16*MaxBytes {
		name = name[:16*MaxBytes] // no name; bounds the work before the exact cut below
	}
	if settled(name) {
		return cut(name, MaxBytes)
	}
	key := strings.TrimSpace(strings.ReplaceAll(Flat(name), "\n", " "))
	return strings.TrimSpace(cut(key, MaxBytes))
}

// settled reports a name that is plainly its own key, cut aside: one word of lower-case ASCII
// letters and digits.
func settled(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// Fold is the second-tier key of a name. Fold(name) == Fold(Key(name)), and it is as long as
// Key(name), with the same rune boundaries.
func Fold(name string) string { return fold(Key(name)) }

// fold merges the interchangeable letters of a strict key. All of them are two bytes long
// before and after, so it works on pairs of bytes.
func fold(key string) string {
	var out []byte
	for i := 0; i+1 < len(key); i++ {
		if key[i] < 0xD8 || key[i] > 0xDB {
			continue
		}
		to := foldPair(key[i], key[i+1])
		if to != 0 {
			if out == nil {
				out = []byte(key)
			}
			utf8.EncodeRune(out[i:], to)
		}
		i++
	}
	if out == nil {
		return key
	}
	return string(out)
}

func foldPair(lead, tail byte) rune {
	switch rune(lead&0x1F)<<6 | rune(tail&0x3F) {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'پ':
		return 'ب'
	case 'ڤ':
		return 'ف'
	case 'گ':
		return 'غ'
	}
	return 0
}

// cut shortens s to at most limit bytes, on a rune boundary.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}

// Simplify turns Traditional into Simplified Chinese, one character at a time, and leaves
// everything else as it is.
func Simplify(s string) string {
	simplified := characters().simplified
	return strings.Map(func(r rune) rune {
		if to, ok := simplified[r]; ok {
			return to
		}
		return r
	}, s)
}
