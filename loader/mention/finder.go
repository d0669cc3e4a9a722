package mention

import (
	"fmt"
	"maps"
	"slices"
	"sort"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/lang"
)

// Lexicon knows the names of places and of bodies known by name. Implementations are safe for
// concurrent use.
type Lexicon interface {
	// Names returns what every known name may mean that begins at text.Key[at:] and whose end,
	// an offset in Key, ends allows, shortest first. Of the mention it gives Span, which is that
	// of the name in Key, Type (PLACE or INSTITUTION), Candidates, best first, Demonym and Kind.
	Names(text *namekey.Text, at int, ends func(end int) bool) []graph.Mention
}

// Finder finds the mentions of documents. It is safe for concurrent use.
type Finder struct {
	grammars map[string]*grammar
	lexicon  Lexicon
	fallback string
}

// New compiles the packs. Documents in a language without a pack are read with the first pack
// by tag whose script has capitals. It fails where there is no pack.
func New(packs map[string]*lang.Pack, lexicon Lexicon) (*Finder, error) {
	if len(packs) == 0 {
		return nil, fmt.Errorf("mention: no language pack: %w", graph.ErrInvalid)
	}
	f := &Finder{grammars: map[string]*grammar{}, lexicon: lexicon}
	for _, tag := range slices.Sorted(maps.Keys(packs)) {
		f.grammars[tag] = newGrammar(packs[tag])
		if f.fallback == "" || (packs[tag].Language.Cased && !packs[f.fallback].Language.Cased) {
			f.fallback = tag
		}
	}
	return f, nil
}

// Find returns the mentions of doc in text order, of two that begin together the longer first,
// and what was found and not kept.
func (f *Finder) Find(doc graph.Document) ([]graph.Mention, []graph.Drop) {
	g := f.grammars[lang.Base(doc.Article.Lang)]
	if g == nil {
		g = f.grammars[f.fallback]
	}
	r := &reading{view: &view{doc: doc, text: namekey.Map(doc.Article.Text), forms: map[string][]form{}, small: map[string]bool{}}, lexicon: f.lexicon, grammar: g}
	r.open()
	r.dates()
	for _, s := range r.sentences {
		s.findPlaces(r.lexicon)
	}
	r.placesAgain()
	for _, s := range r.sentences {
		s.findInstitutions()
		s.findHeld()
	}
	r.acronyms()
	for _, s := range r.sentences {
		s.findOffices()
		s.findPeople(r.people)
	}
	for _, s := range r.sentences {
		s.shortNames(r.people)
		s.findBacks()
	}
	r.emitPlaces()
	return r.result()
}

// reading is one document while it is read.
type reading struct {
	*grammar
	view      *view
	lexicon   Lexicon
	sentences []*sentence
	people    *roster
	drops     []graph.Drop
}

func (r *reading) open() {
	r.people = newRoster()
	for b := range r.view.doc.Blocks {
		if z := r.view.doc.Blocks[b].Zone; z == graph.ZoneLinkBox || z == graph.ZoneBoilerplate {
			r.drop(graph.DropZone, r.view.doc.Blocks[b].Span, "zone")
			continue
		}
		for i := range r.view.doc.Blocks[b].Sentences {
			s := r.view.newSentence(r.grammar, b, i)
			r.sentences = append(r.sentences, s)
			for t := range s.toks {
				if r.pack.Language.Cased && s.toks[t].kind == word && !s.toks[t].upper {
					r.view.small[s.text(t)] = true
				}
			}
		}
	}
}

func (r *reading) drop(reason graph.DropReason, span graph.Span, rule string) {
	r.drops = append(r.drops, graph.Drop{Reason: reason, Span: span, Rule: rule})
}

func (r *reading) result() ([]graph.Mention, []graph.Drop) {
	total := 0
	for _, s := range r.sentences {
		total += len(s.found)
	}
	out := make([]graph.Mention, 0, total)
	for _, s := range r.sentences {
		out = append(out, s.found...)
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].Span, out[j].Span
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	return out, r.drops
}
