package mention

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// hit is a phrase of the pack that begins at a token.
type hit struct {
	phrase
	start, end int  // tokens
	clitic     int  // bytes of the first token's key that stand before the phrase
	article    bool // the definite article was taken off the first token
	suffix     bool // an ending was taken off a token
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
		for _, r := range g.restore {
			stem, ok := strings.CutSuffix(rest, r.before)
			if !ok {
				continue
			}
			if id, ok := g.words[stem+r.alone]; ok {
				out = append(out, form{id: id, clitic: taken, article: article, suffix: true})
			}
		}
	}
	return out
}

// mark finds every phrase of the pack in the sentence.
func (s *sentence) mark() {
	n := len(s.toks)
	s.first, s.hits = make([]int, n+1), make([]hit, 0, 2*n)
	all := make([][]form, n)
	for i := range s.toks {
		w := s.text(i)
		forms, ok := s.view.forms[w]
		if !ok {
			forms = s.forms(w, nil)
			s.view.forms[w] = forms
		}
		all[i] = forms
	}
	for i := range s.toks {
		s.first[i] = len(s.hits)
		for _, f := range all[i] {
			s.walk(all, hit{start: i, end: i + 1, clitic: f.clitic, article: f.article, suffix: f.suffix}, 0, f.id)
		}
		found := s.hits[s.first[i]:]
		if len(found) > 1 {
			slices.SortStableFunc(found, func(a, b hit) int { return b.end - a.end })
		}
	}
	s.first[n] = len(s.hits)
}

func (s *sentence) walk(all [][]form, h hit, node, id int32) {
	to := s.step(node, id)
	if to == 0 {
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

// step follows word id from a node of the trie of phrases, to 0 where no phrase goes on with it.
func (g *grammar) step(node, id int32) int32 {
	if node == 0 {
		return g.begins[id]
	}
	return g.next[uint64(node)<<32|uint64(id)]
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
