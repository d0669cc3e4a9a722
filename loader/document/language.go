package document

import (
	"strings"
	"unicode"

	"citygraph/graph/namekey"
	"citygraph/loader/lang"
)

const japanese = "Japanese" // as a script: Han with kana

const (
	undetermined  = "und"   // BCP 47 for a language that is not known
	identifyBytes = 4 << 10 // of a text are enough to tell its language
	hanWeight     = 3       // letters of an alphabet that one Han character stands for
	hantBytes     = 1 << 10 // of a text are enough to tell its characters
	hantShare     = 0.05    // of Han characters that only Traditional text has; measured: 0.3 and up against 0.01
)

// languages tells the language of a text by script and function words.
type languages struct{ all []language }

type language struct {
	tag    string
	pack   *lang.Pack
	script string
	words  map[string]bool
}

func newLanguages(packs map[string]*lang.Pack, tags []string) *languages {
	l := &languages{}
	for _, tag := range tags {
		p := packs[tag]
		words := make(map[string]bool, len(p.Language.Function))
		for _, w := range p.Language.Function {
			words[strings.ToLower(w)] = true
		}
		script := leadingScript(strings.Join(p.Language.Function, " "))
		l.all = append(l.all, language{tag, p, script, words})
	}
	return l
}

// identify returns the BCP 47 tag of the text and its pack, nil where there is none.
func (l *languages) identify(text, declared string) (string, *lang.Pack) {
	sample := head(text, identifyBytes)
	script := leadingScript(sample)
	var best *language
	var bestShare float64
	var sure bool
	for i := range l.all {
		c := &l.all[i]
		if c.script != script {
			continue
		}
		share, enough := c.share(sample)
		if best == nil || share > bestShare {
			best, bestShare, sure = c, share, enough
		}
	}
	if !sure {
		best = l.declared(declared, script)
	}
	switch {
	case best != nil:
		return withScript(best.tag, script, sample), best.pack
	case script == japanese:
		return "ja", nil
	case script == "Hangul":
		return "ko", nil
	}
	return undetermined, nil
}

// declared returns the language that the article declares, where its script agrees.
func (l *languages) declared(tag, script string) *language {
	for i := range l.all {
		if c := &l.all[i]; c.script == script && tag != "" && c.tag == lang.Base(strings.ReplaceAll(tag, "_", "-")) {
			return c
		}
	}
	return nil
}

// share is the part of the sample's words, or characters where words are not apart, that are
// function words of the language; enough tells whether it is that of its prose. The bounds lie
// between what the sample articles have in their own language and in each other's.
func (l *language) share(sample string) (share float64, enough bool) {
	hits, total := 0, 0
	if !l.pack.Language.Spaced {
		for _, r := range sample {
			if unicode.IsLetter(r) {
				total++
				if l.words[string(r)] {
					hits++
				}
			}
		}
	} else {
		for w := range strings.FieldsFuncSeq(strings.ToLower(sample), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			total++
			if l.words[w] {
				hits++
			}
		}
	}
	if total == 0 {
		return 0, false
	}
	if !l.pack.Language.Spaced {
		return float64(hits) / float64(total), true // the script tells: of neighbours written so, all have letters of their own
	}
	bound := 0.04
	if l.pack.Language.Cased { // alphabets shared by many languages, with short words in common
		bound = 0.1
	}
	share = float64(hits) / float64(total)
	return share, share >= bound
}

// scripts are told apart as far as packs or neighbours of theirs use them.
func scripts() []string {
	return []string{"Latin", "Arabic", "Han", "Kana", "Hangul", "Cyrillic", "Other"}
}

// leadingScript names the script that most of the sample is written in, "" where it holds no
// letter. A Han text with kana in it is Japanese.
func leadingScript(sample string) string {
	const latin, arabic, han, kana, hangul, cyrillic, other = 0, 1, 2, 3, 4, 5, 6
	var counts [other + 1]int
	for _, r := range sample {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			counts[latin]++
		case unicode.Is(unicode.Arabic, r):
			counts[arabic]++
		case unicode.Is(unicode.Han, r):
			counts[han] += hanWeight
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			counts[kana] += hanWeight
		case unicode.Is(unicode.Hangul, r):
			counts[hangul] += hanWeight
		case unicode.Is(unicode.Cyrillic, r):
			counts[cyrillic]++
		default:
			counts[other]++
		}
	}
	if counts[kana]*10 > counts[han] && counts[kana] > counts[latin] {
		return japanese
	}
	best := 0
	for s := range counts {
		if counts[s] > counts[best] {
			best = s
		}
	}
	if counts[best] == 0 {
		return ""
	}
	return scripts()[best]
}

// withScript adds the script subtag to a language written in Han characters.
func withScript(tag, script, sample string) string {
	if script != "Han" {
		return tag
	}
	han := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, head(sample, hantBytes))
	own, simplified := []rune(han), []rune(namekey.Flat(han))
	traditional := 0
	for i := range min(len(own), len(simplified)) {
		if own[i] != simplified[i] {
			traditional++
		}
	}
	if float64(traditional) > hantShare*float64(len(own)) {
		return tag + "-Hant"
	}
	return tag + "-Hans"
}

// head returns the first n bytes of s, cut at a rune.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}
