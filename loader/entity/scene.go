package entity

import (
	"slices"
	"strings"
	"unicode"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// scene is where the places of an article stand to each other, laid out so that scoring a
// candidate looks at the mentions that bear on it and at no others.
type scene struct {
	names     []string                 // by mention: its name without case; a name is no evidence for itself
	sentences map[[2]int][]int         // by block and sentence: the place mentions in it
	holders   map[graph.EntityID][]int // by id: the mentions that it once led the senses of
}

// leading is how many of its senses a mention may stand for as the holder of another.
const leading = 3

func newScene(mentions []graph.Mention) *scene {
	s := &scene{
		names: make([]string, len(mentions)), sentences: map[[2]int][]int{},
		holders: make(map[graph.EntityID][]int, 2*len(mentions)),
	}
	for i := range mentions {
		m := &mentions[i]
		if m.Type != graph.MentionPlace || m.Definite {
			continue
		}
		s.names[i] = strings.Map(foldCase, m.Name)
		at := [2]int{m.Block, m.Sentence}
		s.sentences[at] = append(s.sentences[at], i)
		s.enter(i, m)
	}
	return s
}

// foldCase maps the letters that differ by case alone to one of them.
func foldCase(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// enter notes the leading senses of mention i, again when they have changed: what no longer
// leads stays noted.
func (s *scene) enter(i int, m *graph.Mention) {
	for _, cand := range m.Candidates[:min(len(m.Candidates), leading)] {
		if list := s.holders[cand.ID]; len(list) == 0 || list[len(list)-1] != i {
			s.holders[cand.ID] = append(list, i)
		}
	}
}

// surroundings scores the countries and regions that the article names for the sense p of
// mention i, by how near they stand.
func (c *casefile) surroundings(i int, p *gazetteer.Place) float64 {
	if p.Type == graph.Country {
		return 0
	}
	best := 0.0
	for _, id := range [...]graph.EntityID{p.Country, p.Region, p.Subregion} {
		if id != "" && id != p.ID {
			best = max(best, c.holding(i, id))
		}
	}
	if best < weightBeside && c.heldElsewhere(i, p) {
		return best + weightOtherBeside
	}
	return best
}

// holding scores the mentions that name the country or region id, as seen from mention i.
func (c *casefile) holding(i int, id graph.EntityID) float64 {
	m, best := &c.mentions[i], 0.0
	for _, k := range c.scene.holders[id] {
		o := &c.mentions[k]
		if c.scene.names[k] == c.scene.names[i] || !leads(o, id) {
			continue
		}
		switch {
		case o.Block != m.Block || o.Sentence != m.Sentence:
			best = max(best, weightArticle)
		case c.beside(m, o):
			return weightBeside
		default:
			best = max(best, weightSentence)
		}
	}
	return best
}

// leads reports whether id is among the leading senses of o.
func leads(o *graph.Mention, id graph.EntityID) bool {
	for _, cand := range o.Candidates[:min(len(o.Candidates), leading)] {
		if cand.ID == id {
			return true
		}
	}
	return false
}

// heldElsewhere reports whether a country or region stands beside mention i that does not hold p.
func (c *casefile) heldElsewhere(i int, p *gazetteer.Place) bool {
	m := &c.mentions[i]
	for _, k := range c.scene.sentences[[2]int{m.Block, m.Sentence}] {
		o := &c.mentions[k]
		if len(o.Candidates) == 0 || c.scene.names[k] == c.scene.names[i] || !holds(o) || holderOf(o, p) {
			continue
		}
		if c.beside(m, o) {
			return true
		}
	}
	return false
}

// firm is the prior of a sense that the place written right before its name does not take away.
const firm = 0.75

// torn reports whether a sense of mention i lies in another country than the place that is
// written together with it, the wider one first: 首尔市江东区 is no ward of Tokyo. Two towns
// written together are one in the other only where the first has the noun of its type.
func (c *casefile) torn(i int, cand graph.Candidate) bool {
	m := &c.mentions[i]
	if cand.ID.TypeOf() == graph.Country || m.Demonym {
		return false
	}
	for _, k := range c.scene.sentences[[2]int{m.Block, m.Sentence}] {
		o := &c.mentions[k]
		if o.Span.End != m.Span.Start || len(o.Candidates) == 0 || o.Demonym {
			continue
		}
		if !holds(o) && o.Stated != graph.City || cand.Score >= firm {
			return false
		}
		return !slices.ContainsFunc(o.Candidates[:min(len(o.Candidates), leading)], func(x graph.Candidate) bool {
			return c.countryOf(x.ID) == c.countryOf(cand.ID)
		})
	}
	return false
}

// holderOf reports whether one of the leading senses of o is the country or region of p.
func holderOf(o *graph.Mention, p *gazetteer.Place) bool {
	for _, cand := range o.Candidates[:min(len(o.Candidates), leading)] {
		if cand.ID != p.ID && (cand.ID == p.Country || cand.ID == p.Region || cand.ID == p.Subregion) {
			return true
		}
	}
	return false
}

// holds reports whether o is first of all a country or region.
func holds(o *graph.Mention) bool {
	t := o.Candidates[0].ID.TypeOf()
	return t == graph.Country || t == graph.Region
}

// beside reports whether o stands beside m with nothing between that lists: "X, Country",
// "X in Country", CountryX, "Country's X".
func (c *casefile) beside(m, o *graph.Mention) bool {
	first, second := m.Span, o.Span
	after := true
	if o.Span.Start < m.Span.Start {
		first, second, after = o.Span, m.Span, false
	}
	if second.Start < first.End || second.Start-first.End > farBeside {
		return false
	}
	between := c.doc.Article.Text[first.End:second.Start]
	if strings.ContainsAny(between, ".;。；\n、") || strings.Contains(between, " and ") || strings.Contains(between, " و") {
		return false
	}
	if after {
		return !strings.ContainsAny(between, "与和")
	}
	return !strings.ContainsAny(between, ",،，与和")
}
