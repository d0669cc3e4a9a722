package mention

import (
	"maps"
	"slices"
	"sort"
	"unicode/utf8"

	"citygraph/graph/namekey"
	"citygraph/loader/lang"
)

// category is what a phrase of the pack is good for.
type category uint8

const (
	catOffice category = iota
	catFormer
	catActing
	catHonorific
	catSuffix
	catAnnounce
	catGiven
	catSurname
	catParticle
	catTail
	catSaying
	catHead
	catInner
	catPlain
	catHappening
	catPlaceBefore
	catPlaceAfter
	catDual
	catPlaceCue
	catShortCue
	catPosted
	catGroup
	catBack
	catCommon
	catBreak
	catArticle
	catAnd
	catOf
	catIn
	catMonth
	catWeekday
	catYearBefore
	catYearAfter
	catMonthAfter
	catDayAfter
	catMonthOf
	catDayBefore
	catLast
	catThis
	catNext
	catRelative
	catAnniversary
	catFuture
	catAgo
	catUnit
	catNumber
	catOrdinal
	catScale
	catEnding
	catVocabulary // a word of the claim rules, which is no name
)

// phrase is a category with the index of its entry in the pack, or its value.
type phrase struct {
	cat   category
	index int64
}

// grammar is a pack compiled for reading. It is read-only and shared by all documents.
type grammar struct {
	pack   *lang.Pack
	words  map[string]int32
	next   map[uint64]int32
	begins []int32    // by word: next from the root, where most ways end
	marks  [][]phrase // by node of the trie
	sounds map[rune]bool
	joints map[string]bool
	// personal characters may be part of a given name although they are words too.
	personal map[rune]bool
	pro      []string // folded, longest first
	enc      []string
	art      string
	noName   []string // folded endings
	// restore tells how the end of a word before an ending is written without one, folded.
	restore []ending
}

type ending struct{ before, alone string }

func newGrammar(p *lang.Pack) *grammar {
	g := &grammar{
		pack: p, words: map[string]int32{}, next: map[uint64]int32{}, marks: make([][]phrase, 1),
		sounds: map[rune]bool{}, joints: map[string]bool{}, personal: map[rune]bool{},
	}
	for _, r := range namekey.Map(p.Names.Sounds).Key {
		g.sounds[r] = true
	}
	for _, r := range namekey.Map(p.Names.Personal).Key {
		g.personal[r] = true
	}
	for _, j := range p.Names.Joints {
		g.joints[namekey.Key(j)] = true
	}
	g.pro = foldAll(p.Language.Proclitics)
	g.enc = foldAll(p.Language.Enclitics)
	for _, before := range slices.Sorted(maps.Keys(p.Language.Restore)) {
		g.restore = append(g.restore, ending{namekey.Fold(before), namekey.Fold(p.Language.Restore[before])})
	}
	g.noName = foldAll(p.Language.NoName)
	g.art = namekey.Fold(p.Language.Article)
	g.addNames(&p.Names)
	g.addLanguage(&p.Language)
	g.addDates(&p.Dates)
	if !p.Language.Spaced {
		g.addVocabulary(&p.Claims)
	}
	g.begins = make([]int32, len(g.words)+1)
	for _, id := range g.words {
		g.begins[id] = g.next[uint64(id)]
	}
	return g
}

func foldAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = namekey.Fold(w)
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i]) > len(out[j]) })
	return out
}

func (g *grammar) addNames(n *lang.Names) {
	for i, o := range n.Offices {
		g.add(catOffice, int64(i), o.Words...)
	}
	for i, h := range n.Heads {
		g.add(catHead, int64(i), h.Words...)
	}
	for i, t := range n.Places {
		g.add(catPlaceBefore, int64(i), t.Before...)
		g.add(catPlaceAfter, int64(i), t.After...)
		g.add(catDual, int64(i), t.Dual...)
	}
	for i, b := range n.Groups {
		g.add(catGroup, int64(i), b.Words...)
	}
	for i, b := range n.Backs {
		g.add(catBack, int64(i), b.Words...)
	}
	for cat, words := range map[category][]string{
		catFormer: n.Former, catActing: n.Acting, catHonorific: n.Honorifics, catSuffix: n.Suffixes, catAnnounce: n.Announce,
		catGiven: n.Given, catSurname: n.Surnames, catParticle: n.Particles, catTail: n.Tails, catSaying: n.Saying,
		catInner: n.Inner, catPlain: n.Plain, catHappening: n.Happenings, catPlaceCue: n.PlaceCues, catShortCue: n.ShortCues, catPosted: n.Posted,
	} {
		g.add(cat, 0, words...)
	}
}

func (g *grammar) addLanguage(l *lang.Language) {
	g.add(catCommon, 0, l.Common...)
	g.add(catBreak, 0, l.Breaks...)
	g.add(catArticle, 0, l.Articles...)
	g.add(catAnd, 0, l.And...)
	g.add(catOf, 0, l.Of...)
	g.add(catIn, 0, l.In...)
}

func (g *grammar) addDates(d *lang.Dates) {
	for i, m := range d.Months {
		g.add(catMonth, int64(i+1), m...)
	}
	for i, w := range d.Weekdays {
		g.add(catWeekday, int64(i), w...)
	}
	for i, r := range d.Relative {
		g.add(catRelative, int64(i), r.Words...)
	}
	for i, u := range d.Units {
		g.add(catUnit, int64(i), u.Words...)
	}
	for cat, words := range map[category][]string{
		catYearBefore: d.YearBefore, catYearAfter: d.YearAfter, catMonthAfter: d.MonthAfter, catDayAfter: d.DayAfter,
		catMonthOf: d.MonthOf, catDayBefore: d.DayBefore, catLast: d.Last, catThis: d.This, catNext: d.Next,
		catAnniversary: d.Anniversary, catFuture: d.Future, catAgo: d.Ago, catEnding: d.Endings,
	} {
		g.add(cat, 0, words...)
	}
	for cat, values := range map[category]map[string]int64{catNumber: d.Numbers, catOrdinal: d.Ordinals, catScale: d.Scales} {
		for w, v := range values {
			g.add(cat, v, w)
		}
	}
}

// addVocabulary enters the words that the claim rules and topics know. In a script without spaces
// nothing else tells the word for a garden, or for a guest, from the town that is written so.
func (g *grammar) addVocabulary(c *lang.Claims) {
	for _, e := range c.Lexicon {
		g.add(catVocabulary, 0, e.Words...)
	}
	for _, words := range c.Topics {
		g.add(catVocabulary, 0, words...)
	}
}

// add enters phrases into the trie. The order of calls does not matter: what one node holds is
// only ever searched by category.
func (g *grammar) add(cat category, index int64, phrases ...string) {
	for _, text := range phrases {
		node := int32(0)
		for _, w := range cut(vocabularyKey(text)) {
			id, ok := g.words[w]
			if !ok {
				id = int32(len(g.words) + 1)
				g.words[w] = id
			}
			edge := uint64(node)<<32 | uint64(id)
			to, ok := g.next[edge]
			if !ok {
				to = int32(len(g.marks))
				g.marks = append(g.marks, nil)
				g.next[edge] = to
			}
			node = to
		}
		if node != 0 {
			g.marks[node] = append(g.marks[node], phrase{cat, index})
		}
	}
}

// vocabularyKey is the form in which words of the pack are compared: folded, but with a final
// alef maqsura kept apart from yeh, which tells على (on) from علي (Ali).
func vocabularyKey(text string) string {
	key := []byte(namekey.Fold(text))
	strict := namekey.Key(text)
	for i := 0; i+1 < len(key); i += 1 {
		if strict[i] == maqsura[0] && strict[i+1] == maqsura[1] && (i+2 == len(key) || key[i+2] == ' ') {
			copy(key[i:], maqsura)
		}
	}
	return string(key)
}

const maqsura = "ى"

// cut splits a folded phrase the way tokens are cut.
func cut(key string) []string {
	var out []string
	for i := 0; i < len(key); {
		r, size := utf8.DecodeRuneInString(key[i:])
		if r == ' ' || r == '\n' {
			i += size
			continue
		}
		kind, end := kindOf(r), i+size
		for (kind == word || kind == number) && end < len(key) {
			r, size := utf8.DecodeRuneInString(key[end:])
			if kindOf(r) != kind && !(kind == word && kindOf(r) == number) {
				break
			}
			end += size
		}
		out = append(out, key[i:end])
		i = end
	}
	return out
}
