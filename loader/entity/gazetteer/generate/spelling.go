package main

import (
	"slices"
	"strings"
	"unicode"

	"citygraph/graph/namekey"
)

// isAcronym reports codes of airports, countries and the like: two to four capital letters.
func isAcronym(name string) bool {
	if len(name) < 2 || len(name) > 4 {
		return false
	}
	for i := range len(name) {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return true
}

// isMachineSpelling reports letter-by-letter renderings ("shang hai shi", "qwrq") that stand
// among the alternates of the source without a capital letter: no text has them as names.
func isMachineSpelling(name string) bool {
	latin := false
	for _, r := range name {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			return false
		}
		if unicode.In(r, unicode.Han, unicode.Arabic, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return false
		}
		latin = latin || unicode.Is(unicode.Latin, r)
	}
	return latin
}

// onlyIn reports whether all letters of name belong to a script.
func onlyIn(name string, script *unicode.RangeTable) bool {
	found := false
	for _, r := range name {
		switch {
		case unicode.Is(script, r):
			found = true
		case unicode.IsLetter(r):
			return false
		}
	}
	return found
}

// notArabic are letters of Persian, Urdu, Kurdish or Uyghur: a name with one is no Arabic name.
const notArabic = "پچژگیکےہھەۆۇۈېۀڕڵێڤڭۋ"

// guessNames takes the name to show in Arabic or Chinese from the alternates, where no
// catalogue has one and they agree on it.
func (e *entity) guessNames(c *city) {
	var arabic, han []string
	for _, a := range c.Alternates {
		a = clean(a)
		switch {
		case onlyIn(a, unicode.Arabic) && !strings.ContainsAny(a, notArabic):
			arabic = append(arabic, a)
		case onlyIn(a, unicode.Han):
			han = append(han, namekey.Simplify(a))
		}
	}
	if name, ok := agreed(arabic, namekey.Fold); ok {
		e.show("ar", name)
	}
	if name, ok := agreed(han, func(s string) string { return withoutSuffix(namekey.Key(s)) }); ok {
		e.show("zh", name)
	}
}

// agreed returns the shortest name, if all have one key.
func agreed(names []string, key func(string) string) (string, bool) {
	if len(names) == 0 {
		return "", false
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	for _, n := range names[1:] {
		if key(n) != key(names[0]) {
			return "", false
		}
	}
	return names[0], true
}

// variants are the spellings of a name that texts use beside it: without full stops, without a
// part in brackets, each side of a dash between two names, and Chinese names without the sign
// that parts their words.
func variants(name string) []string {
	out := []string{name}
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if i := strings.IndexAny(name, "(（["); i > 0 {
		name = strings.TrimSpace(name[:i])
		add(name)
	}
	for _, dash := range []string{" - ", " / ", "/"} {
		if parts := strings.Split(name, dash); len(parts) == 2 {
			add(parts[0])
			add(parts[1])
		}
	}
	if strings.Contains(name, ".") {
		add(strings.ReplaceAll(name, ".", ""))
		add(strings.ReplaceAll(name, ".", " "))
	}
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		parts := strings.FieldsFunc(namekey.Key(name), func(r rune) bool { return r == ' ' || r == '·' })
		if len(parts) > 1 {
			add(strings.Join(parts, ""))
			add(strings.Join(parts, "·"))
		}
	}
	return out
}

// hanSuffixes are generic parts at the end of Chinese and Japanese names, longest first.
var hanSuffixes = []string{
	"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区",
	"大区", "省", "市", "县", "区", "州", "郡", "镇", "乡", "盟", "旗", "町", "村", "府", "都",
}

// withoutSuffix drops a generic part, if two characters or more are left.
func withoutSuffix(key string) string {
	for _, s := range hanSuffixes {
		if rest, ok := strings.CutSuffix(key, s); ok && len([]rune(rest)) >= 2 {
			return rest
		}
	}
	return key
}

var arabicHeads = []string{
	"مدينه ", "بلديه ", "محافظه ", "ولايه ", "مقاطعه ", "اماره ", "منطقه ", "اقليم ", "قضاء ", "مركز ", "مديريه ", "جهه ",
}

var latinHeads = []string{
	"city of ", "town of ", "state of ", "province of ", "county of ", "district of ", "region of ", "municipality of ",
	"ville de ", "provincia de ", "province de ", "provincia di ", "departement de la ", "departement de ", "departement du ",
	"estado de ", "departamento de ", "region de ", "gemeente ", "county ", "governorate of ",
}

var latinTails = []string{
	" city", " county", " province", " prefecture", " governorate", " state", " district", " region", " municipality",
	" department", " oblast", " kray", " krai", " shi", " sheng", " ken", " fu", " zizhiqu", " ward", " borough", " metropolitan city", " autonomous region", " special municipality", " emirate",
}

// stem is a key without its generic part, in whatever script; ok is false where it has none.
func stem(key string) (string, bool) {
	if s := withoutSuffix(key); s != key {
		return s, true
	}
	folded := namekey.Fold(key)
	for _, h := range arabicHeads {
		if strings.HasPrefix(folded, h) {
			return key[len(h):], true // a fold is as long as its key
		}
	}
	for _, h := range latinHeads {
		if rest, ok := strings.CutPrefix(key, h); ok && len(rest) > 3 {
			return rest, true
		}
	}
	for _, t := range latinTails {
		if rest, ok := strings.CutSuffix(key, t); ok && len(rest) > 3 {
			return rest, true
		}
	}
	return "", false
}
