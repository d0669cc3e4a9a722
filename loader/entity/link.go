package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// Named is an entity as somebody else's list or extractor names it.
type Named struct {
	Type  graph.EntityType // "" is a city or a region
	Names []string         // its forms, the fullest first; at least one
	// GeoNames (of a city) and ISO (of a region or country) are register ids, zero where unknown:
	// they say who is meant, whatever the name.
	GeoNames int64
	ISO      string
	Country  string // of a place: name or ISO 3166-1 code of the country that it lies in
	Kind     graph.InstitutionKind
	Office   graph.Office // of a person, held of At
	// At is the place in the list of the place or body that an office is held of or an
	// institution lies in, negative where there is none.
	At int
}

// NameUnknown is a name that no entity of its type bears, or none in the country stated.
const NameUnknown graph.DropReason = "NAME_UNKNOWN"

// Linked is what Link returns: mentions are those inside the document, IDs and Reasons run
// beside the list. An entity that is not linked has no id and a reason, NameUnknown or
// graph.DropAmbiguous.
type Linked struct {
	Mentions []graph.Mention
	Entities []graph.Entity
	IDs      []graph.EntityID
	Reasons  []graph.DropReason
}

// Link resolves named entities as Resolve does the mentions of an article: their names are sought
// in the document, and weighed with what stands there and with each other. Types and countries
// that are stated bound the candidates. Two places of one name are told apart by their countries
// or register ids.
func (r *Resolver) Link(doc graph.Document, named []Named) Linked {
	out := Linked{IDs: make([]graph.EntityID, len(named)), Reasons: make([]graph.DropReason, len(named))}
	for _, round := range rounds(named) {
		s := &sheet{resolver: r, text: doc.Article.Text, doc: doc, named: named}
		s.doc.Blocks = slices.Clone(doc.Blocks)
		for _, i := range round {
			s.add(i)
		}
		s.settle(&out)
	}
	slices.SortFunc(out.Entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	out.Entities = slices.CompactFunc(out.Entities, func(a, b graph.Entity) bool { return a.ID == b.ID })
	return out
}

// rounds parts the list so that no two places of one name are resolved together: in one document
// a name has one sense. A round repeats the places of other names, for their company, and people
// and bodies come in the round of their place.
func rounds(named []Named) [][]int {
	bySense := map[sense][]int{}
	var order []sense
	count := 1
	for i, n := range named {
		if !n.isPlace() {
			continue
		}
		s := sense{fold(n.Names[0]), n.Type}
		if bySense[s] == nil {
			order = append(order, s)
		}
		bySense[s] = append(bySense[s], i)
		count = max(count, len(bySense[s]))
	}
	out := make([][]int, count)
	for k := range out {
		held := map[int]bool{}
		for _, s := range order {
			i := bySense[s][min(k, len(bySense[s])-1)]
			held[i] = true
			out[k] = append(out[k], i)
		}
		for i, n := range named {
			if !n.isPlace() && (n.At < 0 && k == 0 || n.At >= 0 && (held[n.At] || !named[n.At].isPlace() && k == 0)) {
				out[k] = append(out[k], i)
			}
		}
	}
	return out
}

func (n Named) isPlace() bool { return n.Type == "" || n.Type.IsPlace() }

// sheet is a document with a line for each named entity behind its text.
type sheet struct {
	resolver *Resolver
	text     string // of the document alone
	doc      graph.Document
	named    []Named
	entries  []entry
}

// entry is a mention with the entity of the list that it names, negative for what only stands
// beside one.
type entry struct {
	mention graph.Mention
	owner   int
}

// maxOccurrences bounds how often one entity is found in a document by its names.
const maxOccurrences = 32

// add enters the entity i: where the document names it, and on a line of its own, with its
// country or the place that it belongs to beside it.
func (s *sheet) add(i int) {
	n := s.named[i]
	known := s.known(n)
	var met []graph.Span
	for _, name := range n.Names {
		for _, span := range occurrences(s.text, name) {
			if len(met) == maxOccurrences || slices.Contains(met, span) {
				break
			}
			met = append(met, span)
			if b, k, ok := s.at(span); ok {
				m := s.mention(n, name, known)
				m.Span, m.Block, m.Sentence = span, b, k
				s.entries = append(s.entries, entry{m, i})
			}
		}
	}
	m := s.mention(n, n.Names[0], known)
	beside, text := graph.Mention{}, n.Names[0]
	country := s.resolver.countryNamed(n.Country)
	switch {
	case country != "":
		beside = graph.Mention{Type: graph.MentionPlace, Name: s.resolver.atlas.describe(country).Main, Stated: graph.Country, Candidates: []graph.Candidate{{ID: country, Score: 1}}}
	case n.At >= 0 && n.At < len(s.named) && n.At != i:
		at := s.named[n.At]
		beside = s.mention(at, at.Names[0], s.known(at))
	}
	if beside.Name != "" {
		text += ", " + beside.Name
	}
	start := s.line(text)
	m.Block, beside.Block = len(s.doc.Blocks)-1, len(s.doc.Blocks)-1
	m.Span = graph.Span{Start: start, End: start + len(n.Names[0])}
	if beside.Name != "" {
		beside.Span = graph.Span{Start: start + len(text) - len(beside.Name), End: start + len(text)}
		s.entries = append(s.entries, entry{beside, -1})
		switch n.Type {
		case graph.Institution:
			m.Places = append(m.Places, beside.Span)
		case graph.Person:
			office := graph.Mention{
				Type: graph.MentionOffice, Office: n.Office, Block: m.Block, Places: []graph.Span{beside.Span},
				Span: graph.Span{Start: m.Span.End, End: m.Span.End},
			}
			s.entries = append(s.entries, entry{office, -1})
		}
	}
	s.entries = append(s.entries, entry{m, i})
}

// line writes a block behind the text and returns where it begins.
func (s *sheet) line(text string) int {
	s.doc.Article.Text += "\n\n" + text
	span := graph.Span{Start: len(s.doc.Article.Text) - len(text), End: len(s.doc.Article.Text)}
	s.doc.Blocks = append(s.doc.Blocks, graph.Block{Zone: graph.ZoneListItem, Span: span, Sentences: []graph.Span{span}})
	return span.Start
}

// mention is a mention of n by one of its names, without its place.
func (s *sheet) mention(n Named, name string, known []graph.Candidate) graph.Mention {
	m := graph.Mention{Type: graph.MentionPlace, Name: name, Lang: s.doc.Article.Lang, Stated: n.Type, Kind: n.Kind, Candidates: known, Rule: "named"}
	switch n.Type {
	case graph.Person:
		m.Type, m.Stated = graph.MentionPerson, ""
	case graph.Institution:
		m.Type, m.Stated = graph.MentionInstitution, ""
	}
	return m
}

// known lists what the gazetteer holds that n may be, best first.
func (s *sheet) known(n Named) []graph.Candidate {
	g := s.resolver.gazetteer
	if id := n.register(); id != "" {
		if _, ok := g.Outline(id); ok {
			return []graph.Candidate{{ID: id, Score: 1}}
		}
	}
	if n.Type == graph.Person {
		return nil
	}
	country := s.resolver.countryNamed(n.Country)
	for _, name := range n.Names {
		list := slices.DeleteFunc(g.Lookup(name), func(c gazetteer.Candidate) bool {
			return !n.mayBe(c.ID.TypeOf()) || c.Class == gazetteer.Demonym || country != "" && g.CountryOf(c.ID) != country
		})
		if m, ok := mentionOf(list); ok {
			for i := range m.Candidates {
				m.Candidates[i].Cue = false // that it is a name is stated
			}
			return m.Candidates
		}
	}
	return nil
}

// register is the id that a register gives n, "" where none is stated.
func (n Named) register() graph.EntityID {
	switch {
	case n.GeoNames > 0 && n.mayBe(graph.City):
		return graph.CityID(n.GeoNames)
	case n.ISO != "" && n.Type == graph.Country:
		return graph.CountryID(strings.ToUpper(n.ISO))
	case n.ISO != "" && n.mayBe(graph.Region):
		return graph.RegionID(strings.ToUpper(n.ISO))
	}
	return ""
}

func (n Named) mayBe(t graph.EntityType) bool {
	return t == n.Type || n.Type == "" && (t == graph.City || t == graph.Region)
}

// countryNamed is the country of a name or ISO 3166-1 code, "" where there is none.
func (r *Resolver) countryNamed(s string) graph.EntityID {
	if id := graph.CountryID(strings.ToUpper(s)); s != "" {
		if _, ok := r.gazetteer.Outline(id); ok {
			return id
		}
		for _, c := range r.gazetteer.Lookup(s) {
			if c.ID.TypeOf() == graph.Country {
				return c.ID
			}
		}
	}
	return ""
}

// settle resolves the sheet and notes what became of its entities.
func (s *sheet) settle(out *Linked) {
	slices.SortStableFunc(s.entries, func(a, b entry) int { return a.mention.Span.Start - b.mention.Span.Start })
	mentions := make([]graph.Mention, len(s.entries))
	for i, e := range s.entries {
		mentions[i] = e.mention
	}
	resolved := s.resolver.Resolve(s.doc, mentions)
	fresh := map[graph.EntityID]bool{}
	for i, m := range resolved.Mentions {
		at := s.entries[i].owner
		if at < 0 || out.IDs[at] != "" && !fresh[out.IDs[at]] {
			continue // of an earlier round
		}
		if len(m.Entities) != 1 || !s.inCountry(s.named[at], m.Entities[0]) {
			if out.IDs[at] == "" {
				out.Reasons[at] = reason(m)
			}
			continue
		}
		out.IDs[at], out.Reasons[at] = m.Entities[0], ""
		fresh[m.Entities[0]] = true
		if m.Span.End <= len(s.text) {
			out.Mentions = append(out.Mentions, m)
		}
	}
	out.Entities = append(out.Entities, resolved.Entities...)
}

// inCountry reports whether the id lies in the country that is stated; one that nobody knows
// holds no place.
func (s *sheet) inCountry(n Named, id graph.EntityID) bool {
	return n.Country == "" || !id.TypeOf().IsPlace() || s.resolver.gazetteer.CountryOf(id) == s.resolver.countryNamed(n.Country)
}

func reason(m graph.Mention) graph.DropReason {
	if len(m.Entities) == 0 && len(m.Candidates) > 1 {
		return graph.DropAmbiguous
	}
	return NameUnknown
}

// at returns the block and sentence that hold the span.
func (s *sheet) at(span graph.Span) (block, sentence int, ok bool) {
	for b := range s.doc.Blocks {
		if !s.doc.Blocks[b].Span.Covers(span) {
			continue
		}
		for k, sentence := range s.doc.Blocks[b].Sentences {
			if sentence.Covers(span) {
				return b, k, true
			}
		}
	}
	return 0, 0, false
}

// occurrences lists where the name stands in the text as a word: in alphabets with capitals no
// letter may touch it.
func occurrences(text, name string) []graph.Span {
	var out []graph.Span
	for from := 0; name != "" && len(out) < maxOccurrences; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			break
		}
		span := graph.Span{Start: from + at, End: from + at + len(name)}
		before, _ := utf8.DecodeLastRuneInString(text[:span.Start])
		after, _ := utf8.DecodeRuneInString(text[span.End:])
		if !cased(before) && !cased(after) {
			out = append(out, span)
		}
		from = span.End
	}
	return out
}

func cased(r rune) bool {
	return unicode.IsLetter(r) && (unicode.IsUpper(r) || unicode.IsLower(r))
}
