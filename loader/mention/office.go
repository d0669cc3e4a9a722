package mention

import (
	"citygraph/graph"
)

// post is an office where it stands, with what it is held of.
type post struct {
	hit
	end    int // behind the phrase
	after  int // behind what it is held of, where that follows
	weak   bool
	former bool
	at     int // index into found
}

// findOffices marks every office, reads whether it is over, and attaches the places and bodies
// it is held of.
func (s *sentence) findOffices() {
	for i := 0; i < len(s.toks); {
		h, ok := s.at(i, catOffice)
		if w, longer := s.at(i, catCommon); !ok || s.taken[i] && s.institutionOver[i] != 0 || !s.pack.Language.Spaced && longer && w.end > h.end { // 代表团 names no 代表
			i++
			continue
		}
		s.addPost(h)
		i = h.end
	}
}

func (s *sentence) addPost(h hit) {
	o := s.pack.Names.Offices[h.index]
	for !s.pack.Language.Cased && o.Of == graph.Institution && h.end > h.start+1 && s.institutionOver[h.end-1] != 0 && s.institutionOver[h.start] == 0 {
		h.end-- // of رئيس هيئة قناة السويس the office is رئيس, its kind told by the whole
	}
	p := post{hit: h, end: h.end, weak: o.Weak}
	m := graph.Mention{Type: graph.MentionOffice, Office: o.Code, Rule: "office", Definite: h.article}
	p.after = s.attach(&m, h)
	if !s.pack.Language.Spaced || s.pack.Language.Cased {
		s.attachBefore(&m, h.start)
	}
	m.Former = m.Former || s.formerBefore(h.start)
	p.former = m.Former
	clitic := h.clitic
	if h.article && clitic >= len(s.art) {
		clitic -= len(s.art)
	}
	p.at = s.emit(m, h.start, h.end, clitic)
	s.posts = append(s.posts, p)
}

func (s *sentence) formerBefore(i int) bool {
	if _, ok := s.endsAt(i, catFormer); ok {
		return true
	}
	for k := i - 1; k >= 0 && k > i-12; k-- { // 时任杜伊斯堡市长, "former Spokane mayor"
		if s.placeAt[k] == 0 && s.institutionOver[k] == 0 {
			break
		}
		if _, ok := s.endsAt(k, catFormer); ok {
			return true
		}
	}
	return false
}

// attach reads to the right of an office what it is held of, and returns where that ends.
func (s *sentence) attach(m *graph.Mention, h hit) int {
	if !s.pack.Language.Spaced {
		return h.end
	}
	i, last := h.end, h.end
	if back := h.end - 1; back > h.start && s.definite(back) && s.is(back, catBack) { // عمدة المدينة
		m.Places = append(m.Places, s.spanOf(back, h.end))
	}
	for k := h.start + 1; k < h.end && !s.pack.Language.Cased; k++ { // أمين عمّان
		if p := s.placeAt[k]; p != 0 && s.places[p-1].start == k {
			m.Places = append(m.Places, s.spanOf(s.places[p-1].start, s.places[p-1].end))
		}
	}
	if h.suffix && !s.pack.Language.Cased {
		m.Places = append(m.Places, s.ownerBefore(h)...)
	}
	for i < len(s.toks) && i < h.end+14 {
		next, solid := s.attachStep(m, i)
		if next == i {
			break
		}
		i = next
		if solid {
			last = i
		}
	}
	return last
}

// ownerBefore returns what an office with a possessive ending is held of: the last town, or for
// an office of a body the last body, that the sentence names before it. رئيس بلديتها is the
// mayor of the town just named.
func (s *sentence) ownerBefore(h hit) []graph.Span {
	if s.pack.Names.Offices[h.index].Of == graph.Institution {
		for k := len(s.institutions) - 1; k >= 0; k-- {
			if body := s.found[s.institutions[k]].Span; body.End <= s.toks[h.start].span.Start {
				return []graph.Span{body}
			}
		}
		return nil
	}
	for k := len(s.places) - 1; k >= 0; k-- {
		p := s.places[k]
		if p.end <= h.start && !p.mention.Demonym && !p.inside && p.mention.Type == graph.MentionPlace && !p.weak() {
			return []graph.Span{s.spanOf(p.start, p.end)}
		}
	}
	return nil
}

// attachStep moves over one thing behind an office; solid is false for what only leads on.
func (s *sentence) attachStep(m *graph.Mention, i int) (next int, solid bool) {
	if k := s.institutionOver[i]; k != 0 {
		body := s.found[k-1]
		m.Places = append(m.Places, body.Span)
		return s.tokenAfter(body.Span.End), true
	}
	if k := s.placeAt[i]; k != 0 && s.places[k-1].start == i && !s.conjoined(i, s.places[k-1].clitic) {
		p := s.places[k-1]
		if !s.pack.Language.Cased && len(m.Places) > 0 && p.cue != "noun" && (p.weak() && p.cue == "" || s.whole(i, catGiven)) {
			return i, false // behind the place of an office stands its holder
		}
		m.Places = append(m.Places, s.spanOf(p.start, p.end))
		return max(p.end, p.extent), true
	}
	if f, ok := s.at(i, catFormer); ok && (!s.pack.Language.Cased || f.end-f.start > 1) {
		m.Former = true
		return f.end, true
	}
	if f, ok := s.at(i, catActing); ok && !s.pack.Language.Cased {
		return f.end, true
	}
	if b, ok := s.at(i, catPlaceBefore); ok && b.clitic == 0 && s.reachesName(b.end) {
		return b.end, false
	}
	if (s.whole(i, catOf) || s.whole(i, catIn)) && i+1 < len(s.toks) {
		return i + 1, false
	}
	if s.whole(i, catArticle) || s.isPossessive(i) {
		return i + 1, false
	}
	if s.isMark(i, opens) {
		for j := i + 1; j < len(s.toks) && j < i+4; j++ {
			if s.isMark(j, closes) {
				return j + 1, true
			}
		}
	}
	if !s.pack.Language.Cased && s.toks[i].kind == word && !s.stopsName(i) && (s.whole(i, catInner) || s.definite(i)) {
		return i + 1, true
	}
	return i, false
}

func (s *sentence) conjoined(i, clitic int) bool { return clitic > 0 && s.isConjunction(i, clitic) }

// definite reports a word that begins with the article.
func (s *sentence) definite(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	w := s.text(i)
	return s.art != "" && len(w) > len(s.art)+4 && w[:len(s.art)] == s.art
}

func (s *sentence) reachesName(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	return s.placeAt[i] != 0 || s.institutionOver[i] != 0 || s.whole(i, catOf) || s.toks[i].upper
}

// attachBefore reads to the left: "Zhangjiajie Mayor", 中国驻捷克大使, "Spokane's mayor".
func (s *sentence) attachBefore(m *graph.Mention, i int) {
	for steps := 0; i > 0 && steps < 8; steps++ {
		t := i - 1
		switch {
		case s.institutionOver[t] != 0:
			body := s.found[s.institutionOver[t]-1]
			m.Places = append(m.Places, body.Span)
			i = s.tokenAfter(body.Span.Start)
		case s.placeAt[t] != 0:
			p := s.places[s.placeAt[t]-1]
			m.Places = append(m.Places, s.spanOf(p.start, p.end))
			i = p.start
		case s.typeNounBefore(t):
			i = t
		case s.isPossessive(t), s.whole(t, catFormer):
			i = t
		case s.toks[t].kind == han && s.leads(t):
			i = t
		case s.isMark(t, closes) && s.toks[t].kind == mark && !s.pack.Language.Spaced:
			j := t
			for j > 0 && !s.isMark(j, opens) && t-j < 8 {
				j--
			}
			if !s.isMark(j, opens) {
				return
			}
			i = j
		default:
			return
		}
	}
}

// leads reports a character that joins an office to its place: 驻.
func (s *sentence) leads(t int) bool {
	return s.whole(t, catPosted)
}

func (s *sentence) typeNounBefore(t int) bool {
	return s.toks[t].kind == han && s.whole(t, catPlaceAfter) && t > 0 && s.placeAt[t-1] != 0
}
