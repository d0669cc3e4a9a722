package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/generic"
	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/sound"
)

// pair is one place's name in a foreign script and in Latin letters.
type pair struct {
	country string
	chars   []rune
	letters string
}

// heldOut says which places the matchers never learn from, so that a test can measure them: one
// in ten.
func heldOut(geonames uint32) bool { return geonames%10 == 7 }

// pairs collects the names of all cities in a script beside their main Latin name.
func (w *world) pairs(script sound.Script) []pair {
	var out []pair
	for _, e := range w.all {
		if e.group != record.City || heldOut(e.geonames) || e.Country == record.None {
			continue
		}
		country := w.all[e.Country].Key
		if script == sound.Han && writesHan(country) {
			continue // named in characters, not spelt in them
		}
		letters := string(sound.Letters(namekey.Key(e.Main)))
		seen := map[string]bool{}
		for _, m := range e.mentions {
			chars, ok := heard(m.text, script)
			if !ok || m.class > record.Alternate || seen[string(chars)] {
				continue
			}
			seen[string(chars)] = true
			if plausible(len(chars), len(letters), script) {
				out = append(out, pair{country, chars, letters})
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int {
		return cmp.Or(strings.Compare(a.letters, b.letters), slices.Compare(a.chars, b.chars), strings.Compare(a.country, b.country))
	})
	return out
}

// heard is a name of a script as the matcher sees it: folded, without generic part and spaces.
func heard(name string, script sound.Script) ([]rune, bool) {
	table := unicode.Arabic
	if script == sound.Han {
		table = unicode.Han
	}
	if !onlyIn(name, table) || strings.ContainsAny(name, notArabic) || strings.ContainsAny(name, "(（,،/") {
		return nil, false
	}
	key := namekey.Key(name)
	if s, ok := generic.Stem(key); ok {
		key = s
	}
	chars := []rune(strings.NewReplacer(" ", "", "·", "").Replace(namekey.Fold(key)))
	return chars, len(chars) > 1
}

func plausible(chars, letters int, script sound.Script) bool {
	if script == sound.Han {
		return letters >= chars && letters <= 5*chars
	}
	return 3*letters >= 2*chars && letters <= 3*chars
}
