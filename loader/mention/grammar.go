package mention

import (
	"sort"
	"strings"
	"unicode/utf8"

	"citygraph/graph"
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
	catAgo
	catUnit
	catNumber
	catOrdinal
	catScale
	catEnding
)

// phrase is a category with the index of its entry in the pack, or its value.
type phrase struct {
	cat   category
	index int64
}

// hit is a phrase of the pack that begins at a token.
type hit struct {
	phrase
	start, end int  // tokens
	clitic     int  // bytes of the first token's key that stand before the phrase
	article    bool // the definite article was taken off the first token
	suffix     bool // an ending was taken off a token
}

// grammar is a pack compiled for reading. It is read-only and shared by all documents.
type grammar struct {
	pack   *lang.Pack
	words  map[string]int32
	next   map[uint64]int32
	marks  [][]phrase // by node of the trie
	sounds map[rune]bool
	joints map[string]bool
	pro    []string // folded, longest first
	enc    []string
	art    string
	noName []string // folded endings
}

func newGrammar(p *lang.Pack) *grammar {
	g := &grammar{pack: p, words: map[string]int32{}, next: map[uint64]int32{}, marks: make([][]phrase, 1),
		sounds: map[rune]bool{}, joints: map[string]bool{}}
	for _, r := range namekey.Map(p.Names.Sounds).Key {
		g.sounds[r] = true
	}
	for _, j := range p.Names.Joints {
		g.joints[namekey.Key(j)] = true
	}
	g.pro = foldAll(p.Language.Proclitics)
	g.enc = foldAll(p.Language.Enclitics)
	g.noName = foldAll(p.Language.NoName)
	g.art = namekey.Fold(p.Language.Article)
	g.addNames(&p.Names)
	g.addLanguage(&p.Language)
	g.addDates(&p.Dates)
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
		catGiven: n.Given, catSurname: n.Surnames, catParticle: n.Particles, catSaying: n.Saying,
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
		catAnniversary: d.Anniversary, catAgo: d.Ago, catEnding: d.Endings,
	} {
		g.add(cat, 0, words...)
	}
	for cat, values := range map[category]map[string]int64{catNumber: d.Numbers, catOrdinal: d.Ordinals, catScale: d.Scales} {
		for w, v := range values {
			g.add(cat, v, w)
		}
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

// form is one reading of a token: the id of a word of the pack, with what was taken off.
type form struct {
	id      int32
	clitic  int
	article bool
	suffix  bool
}

// forms lists the readings of a word that the pack knows, the whole word first.
func (g *grammar) forms(w string, out []form) []form {
	if id, ok := g.words[w]; ok {
		out = append(out, form{id: id})
	}
	if len(g.pro) == 0 && len(g.enc) == 0 {
		return out
	}
	out = g.unsuffixed(w, 0, false, out)
	return g.strip(w, "", 0, out)
}

// strip takes proclitics off, up to three of them, outermost first, none of them twice. Those
// taken so far stand before w.
func (g *grammar) strip(w, before string, depth int, out []form) []form {
	if depth == 3 {
		return out
	}
	taken := len(before)
	for _, p := range g.pro {
		rest, ok := strings.CutPrefix(w, p)
		if !ok || len(rest) < 4 || strings.HasSuffix(before, p) {
			continue
		}
		article := strings.HasSuffix(g.art, p[len(p)-2:]) && len(p) > 2 // written with the article: ال, لل
		if id, ok := g.words[rest]; ok {
			out = append(out, form{id: id, clitic: taken + len(p), article: article})
		}
		if article {
			continue
		}
		out = g.unsuffixed(rest, taken+len(p), false, out)
		out = g.strip(rest, before+p, depth+1, out)
	}
	return out
}

// unsuffixed takes one ending off.
func (g *grammar) unsuffixed(w string, taken int, article bool, out []form) []form {
	for _, e := range g.enc {
		rest, ok := strings.CutSuffix(w, e)
		if !ok || len(rest) < 4 {
			continue
		}
		if id, ok := g.words[rest]; ok {
			out = append(out, form{id: id, clitic: taken, article: article, suffix: true})
		}
		for from, to := range g.pack.Language.Restore {
			stem, ok := strings.CutSuffix(rest, namekey.Fold(from))
			if !ok {
				continue
			}
			if id, ok := g.words[stem+namekey.Fold(to)]; ok {
				out = append(out, form{id: id, clitic: taken, article: article, suffix: true})
			}
		}
	}
	return out
}

// mark finds every phrase of the pack in the sentence.
func (s *sentence) mark() {
	n := len(s.toks)
	s.first = make([]int, n+1)
	all := make([][]form, n)
	var buf []form
	for i := range s.toks {
		from := len(buf)
		buf = s.forms(s.text(i), buf)
		all[i] = buf[from:len(buf):len(buf)]
	}
	for i := range s.toks {
		s.first[i] = len(s.hits)
		for _, f := range all[i] {
			s.walk(all, hit{start: i, end: i + 1, clitic: f.clitic, article: f.article, suffix: f.suffix}, 0, f.id)
		}
		found := s.hits[s.first[i]:]
		sort.SliceStable(found, func(a, b int) bool { return found[a].end > found[b].end })
	}
	s.first[n] = len(s.hits)
}

func (s *sentence) walk(all [][]form, h hit, node, id int32) {
	to, ok := s.next[uint64(node)<<32|uint64(id)]
	if !ok {
		return
	}
	for _, p := range s.marks[to] {
		h.phrase = p
		s.hits = append(s.hits, h)
	}
	if h.end == len(s.toks) {
		return
	}
	i := h.end
	h.end++
	for _, f := range all[i] {
		if f.clitic > 0 && !f.article {
			continue // a conjunction inside a phrase ends it
		}
		g := h
		g.suffix = g.suffix || f.suffix
		s.walk(all, g, to, f.id)
	}
}

// at returns the longest hit of the category that begins at token i.
func (s *sentence) at(i int, cat category) (hit, bool) {
	if i < 0 || i >= len(s.toks) {
		return hit{}, false
	}
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == cat {
			return h, true
		}
	}
	return hit{}, false
}

// is reports whether token i alone is of the category.
func (s *sentence) is(i int, cat category) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == cat && h.end == i+1 {
			return true
		}
	}
	return false
}

// whole is like is, but nothing may have been taken off the token.
func (s *sentence) whole(i int, cat category) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		if h.cat == cat && h.end == i+1 && h.clitic == 0 && !h.suffix {
			return true
		}
	}
	return false
}

// endsAt returns the longest hit of the category that ends before token i.
func (s *sentence) endsAt(i int, cat category) (hit, bool) {
	for start := max(0, i-6); start < i; start++ {
		for _, h := range s.hits[s.first[start]:s.first[start+1]] {
			if h.cat == cat && h.end == i {
				return h, true
			}
		}
	}
	return hit{}, false
}

// emit records a mention over tokens i to j, exclusive, cut bytes of the key into the first.
func (s *sentence) emit(m graph.Mention, i, j, clitic int) int {
	m.Span = s.spanOf(i, j)
	if clitic > 0 {
		m.Span.Start, _ = s.view.text.Source(s.toks[i].keyStart+clitic, s.toks[i].keyEnd)
	}
	m.Block, m.Sentence, m.Zone = s.block, s.index, s.zone
	if m.Name == "" {
		m.Name = m.Span.Of(s.view.doc.Article.Text)
	}
	if m.Lang == "" {
		m.Lang = s.view.doc.Article.Lang
	}
	s.found = append(s.found, m)
	return len(s.found) - 1
}
