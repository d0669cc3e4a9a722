package identity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// compareSound hears a name in Arabic or Chinese script against one in Latin letters.
func (r *Rules) compareSound(foreign, latin []string) (float64, string) {
	if isChinese(foreign) && readsAs(foreign[0], latin) {
		return allHeard, "one reading"
	}
	if r.gazetteer.Alike(strings.Join(foreign, ""), strings.Join(latin, "")) >= heard {
		return allHeard, "one sound"
	}
	matched, long := r.heardParts(foreign, latin)
	switch {
	case matched == len(foreign) && (matched > 1 || long):
		return allHeard, "every part sounds alike"
	case long:
		return onePartOnly, "a part sounds alike"
	}
	return 0, ""
}

// heardParts counts the parts that sound like one of the other name, each of which counts once,
// and says whether one of them is long enough to speak for the name.
func (r *Rules) heardParts(foreign, latin []string) (matched int, long bool) {
	used := map[int]bool{}
	for _, f := range foreign {
		for i, l := range latin {
			if !used[i] && r.gazetteer.Alike(f, l) >= heard {
				used[i] = true
				matched++
				long = long || len(l) >= longPart
				break
			}
		}
	}
	return matched, long
}

// compareReading hears a Chinese name in Arabic script.
func (r *Rules) compareReading(arabic, chinese []string) (float64, string) {
	if !isChinese(chinese) {
		return 0, "" // a foreign name in both: they meet over its Latin spelling
	}
	if r.gazetteer.Alike(strings.Join(arabic, ""), strings.Join(pinyin.LazyConvert(chinese[0], nil), "")) >= heard {
		return allHeard, "one reading"
	}
	return 0, ""
}

// The characters of a Chinese name that is no transcription.
const (
	fewestChinese = 2
	mostChinese   = 4
)

func isChinese(parts []string) bool {
	n := utf8.RuneCountInString(parts[0])
	return len(parts) == 1 && n >= fewestChinese && n <= mostChinese
}

// readsAs reports whether Latin letters are the reading of a Chinese name, family name first or
// last. A character may have several readings.
func readsAs(chinese string, latin []string) bool {
	args := pinyin.NewArgs()
	args.Heteronym = true
	readings := pinyin.Pinyin(chinese, args)
	if len(readings) != utf8.RuneCountInString(chinese) {
		return false
	}
	for i := range latin {
		if spells(readings, strings.Join(slices.Concat(latin[i:], latin[:i]), "")) {
			return true
		}
	}
	return false
}

func spells(readings [][]string, letters string) bool {
	if len(readings) == 0 {
		return letters == ""
	}
	for _, reading := range readings[0] {
		if rest, ok := strings.CutPrefix(letters, reading); ok && spells(readings[1:], rest) {
			return true
		}
	}
	return false
}
