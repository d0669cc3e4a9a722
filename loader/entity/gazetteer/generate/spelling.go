package main

import (
	"slices"
	"strings"
	"unicode"

	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/generic"
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
	if name, ok := agreed(han, func(s string) string { return generic.WithoutSuffix(namekey.Key(s)) }); ok {
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

// nisbaEndings turn the masculine singular of an Arabic adjective of nationality into its other
// genders, numbers and cases.
var nisbaEndings = []string{"", "ة", "ين", "ون", "ات", "ان", "تين", "تان", "ا"}

// inflected returns all forms of an adjective of nationality: Arabic ones inflect in every
// word, with and without the article; others stay as they are.
func inflected(form string) []string {
	if !onlyIn(form, unicode.Arabic) {
		return []string{form}
	}
	var out []string
	for _, ending := range nisbaEndings {
		words := strings.Fields(form)
		for i := range words {
			words[i] += ending
		}
		out = append(out, strings.Join(words, " "), "ال"+strings.Join(words, " ال"))
	}
	return out
}
