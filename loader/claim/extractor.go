package claim

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// Extractor reads claims out of documents. It is read-only and safe for concurrent use.
type Extractor struct {
	packs map[string]*pack
}

// Result is what one document asserts. Entities are the agreements and events that the claims
// name, and Mentions where they stand; places, people and institutions come from the entity
// stage. All lists are in a canonical order; Parts explains the confidence of each claim.
type Result struct {
	Claims   []graph.Claim
	Entities []graph.Entity
	Mentions []graph.MentionRef
	Drops    []graph.Drop
	Parts    map[graph.ClaimID]Parts
}

// New compiles the claim rules of language packs, by primary language tag. An error wraps
// graph.ErrInvalid and names pack and rule.
func New(packs map[string]*lang.Pack) (*Extractor, error) {
	x := &Extractor{packs: map[string]*pack{}}
	for tag, src := range packs {
		if len(src.Claims.Rules) == 0 {
			continue
		}
		p, err := newPack(src)
		if err != nil {
			return nil, fmt.Errorf("claim: pack %s: %w", tag, err)
		}
		x.packs[lang.Base(tag)] = p
	}
	return x, nil
}

// Extract reads the claims of a document whose mentions are resolved to entities. A language
// without rules gives an empty result. The inputs are not changed.
func (x *Extractor) Extract(doc graph.Document, mentions []graph.Mention, entities []graph.Entity) Result {
	p := x.packs[lang.Base(doc.Article.Lang)]
	if p == nil {
		return Result{}
	}
	a := newArticle(p.forArticle(), doc, mentions, entities)
	a.fold()
	a.frames()
	return a.result()
}

// article is the state of reading one document.
type article struct {
	*pack
	doc        graph.Document
	entities   map[graph.EntityID]*graph.Entity
	mentions   map[graph.Span]*graph.Mention
	sorted     []*graph.Mention
	sentences  []sentence
	focus      focus
	homes      map[graph.EntityID]graph.EntityID // of people and institutions: the place they act for
	seats      []graph.Claim                     // the offices found so far
	vacancies  []vacancy
	drafts     []draft
	denials    []draft // what the article says is not so
	journeys   []journey
	deals      []deal
	gatherings []gathering
	made       []graph.Entity // agreements and events
	spans      map[graph.EntityID][]graph.Span
	drops      []graph.Drop
}

func newArticle(p *pack, doc graph.Document, mentions []graph.Mention, entities []graph.Entity) *article {
	a := &article{
		pack: p, doc: doc, entities: make(map[graph.EntityID]*graph.Entity, len(entities)),
		mentions: make(map[graph.Span]*graph.Mention, len(mentions)), homes: map[graph.EntityID]graph.EntityID{},
		spans: map[graph.EntityID][]graph.Span{},
	}
	for i := range entities {
		e := &entities[i]
		a.entities[e.ID] = e
		if e.Type == graph.Institution && e.Place != "" {
			a.homes[e.ID] = e.Place
		}
	}
	sorted := make([]*graph.Mention, len(mentions))
	for i := range mentions {
		sorted[i] = &mentions[i]
	}
	slices.SortStableFunc(sorted, byPosition)
	for _, m := range sorted {
		if a.mentions[m.Span] == nil || len(m.Entities) > 0 {
			a.mentions[m.Span] = m
		}
	}
	a.sorted = sorted
	a.settleBodies()
	a.focus = newFocus(doc, sorted)
	a.readSentences(sorted)
	return a
}

func numberLast(m *graph.Mention) int {
	if m.Type == graph.MentionNumber {
		return 1
	}
	return 0
}

// byPosition orders mentions by start, the longer one first; a number yields to what else
// stands there: "the two cities".
func byPosition(x, y *graph.Mention) int {
	if x.Span.Start != y.Span.Start {
		return x.Span.Start - y.Span.Start
	}
	if x.Span.End != y.Span.End {
		return y.Span.End - x.Span.End
	}
	return numberLast(x) - numberLast(y)
}

func (a *article) readSentences(mentions []*graph.Mention) {
	next := 0
	for b, block := range a.doc.Blocks {
		if !block.Zone.Asserts() {
			continue
		}
		for i, span := range block.Sentences {
			for next < len(mentions) && mentions[next].Span.Start < span.Start {
				next++
			}
			end := next
			for end < len(mentions) && mentions[end].Span.End <= span.End {
				end++
			}
			a.sentences = append(a.sentences, sentence{
				text: a.doc.Article.Text, span: span, block: b, index: i, zone: block.Zone,
				elements: a.read(a.doc.Article.Text, span, mentions[next:end]),
			})
		}
	}
}

// frames runs the rules of the last level over every sentence.
func (a *article) frames() {
	for i := range a.sentences {
		s := &a.sentences[i]
		if s.asks() {
			continue
		}
		for _, late := range []bool{false, true} {
			for at := range s.elements {
				a.fire(s, at, late)
			}
		}
	}
	a.settle()
	a.settleEvents()
}

// asks reports whether the sentence is a question: it asserts nothing.
func (s *sentence) asks() bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.span.Of(s.text), " \n\"”»’)"))
	return r == '?' || r == '？' || r == '؟'
}

// fire lets the rules try one element as their anchor. The first rule of a frame that matches
// is the one that reads this anchor; a rule set to go on lets the next one of its frame try.
func (a *article) fire(s *sentence, at int, late bool) {
	if s.elements[at].mask == 0 && s.elements[at].words == 0 {
		return
	}
	var done []string
	for _, r := range a.anchored(&s.elements[at]) {
		if r.isLate != late || slices.Contains(done, r.Frame) || !r.in(s.zone) {
			continue
		}
		m, ok := r.find(s.elements, at)
		if ok && r.Set["context"] != "" {
			ok = a.context(s, r.Set["context"])
		}
		if ok && r.frame.run(a, s, m) && r.Set["go"] != "on" {
			done = append(done, r.Frame)
		}
	}
}

func (r *rule) in(z graph.Zone) bool { return len(r.Zones) == 0 || slices.Contains(r.Zones, z) }

// surface returns the text of a span without line breaks at its ends.
func (a *article) surface(s graph.Span) string { return strings.TrimSpace(s.Of(a.doc.Article.Text)) }
