package graphtest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"citygraph/graph"
)

// Story builds the assertion of one small article: each fact writes a sentence of its own, so
// that evidence is always exact. Methods return the story for chaining.
type Story struct {
	article  graph.Article
	text     strings.Builder
	entities map[graph.EntityID]graph.Entity
	order    []graph.EntityID
	spans    map[graph.EntityID][]graph.Span
	facts    []graph.Claim
}

// NewStory begins an article that is named by its title; date is EDTF or "".
func NewStory(title, lang, date, source string) *Story {
	s := &Story{entities: map[graph.EntityID]graph.Entity{}, spans: map[graph.EntityID][]graph.Span{}}
	s.article = graph.Article{
		ID: graph.NewArticleID("", source, title, ""), Source: source, Title: title, Lang: lang, Date: date,
	}
	s.text.WriteString(title + "\n\n")
	return s
}

// Text adds a sentence that states nothing.
func (s *Story) Text(sentence string) *Story {
	s.text.WriteString(sentence + "\n\n")
	return s
}

// Fact adds a claim of type t between two entities. Options set qualifiers; modality is FACT
// and confidence 0.9 where none is set.
func (s *Story) Fact(from graph.Entity, t graph.EdgeType, to graph.Entity, options ...func(*graph.Claim)) *Story {
	c := graph.Claim{Type: t, Subject: from.ID, Object: to.ID}
	return s.claim(c, from, &to, options)
}

// Figure adds a claim of a number.
func (s *Story) Figure(place graph.Entity, f graph.FigureType, value int64, options ...func(*graph.Claim)) *Story {
	return s.claim(graph.Claim{Figure: f, Subject: place.ID, Value: value}, place, nil, options)
}

func (s *Story) claim(c graph.Claim, from graph.Entity, to *graph.Entity, options []func(*graph.Claim)) *Story {
	c.Modality, c.Confidence, c.Rule, c.Version = graph.Fact, 0.9, "story", "1"
	for _, set := range options {
		set(&c)
	}
	start := s.text.Len()
	c.Evidence.Subject = s.name(from)
	s.text.WriteString(" ")
	c.Evidence.Trigger.Start = s.text.Len()
	s.text.WriteString(string(c.Type) + string(c.Figure))
	c.Evidence.Trigger.End = s.text.Len()
	s.text.WriteString(" ")
	if to != nil {
		c.Evidence.Object = s.name(*to)
	} else {
		fmt.Fprint(&s.text, c.Value)
	}
	s.text.WriteString(".")
	c.Evidence.Span = graph.Span{Start: start, End: s.text.Len()}
	s.text.WriteString("\n\n")
	s.facts = append(s.facts, c)
	return s
}

// name writes an entity's name and notes the mention.
func (s *Story) name(e graph.Entity) graph.Span {
	if _, known := s.entities[e.ID]; !known {
		s.order = append(s.order, e.ID)
	}
	s.entities[e.ID] = e
	start := s.text.Len()
	s.text.WriteString(e.Main)
	span := graph.Span{Start: start, End: s.text.Len()}
	s.spans[e.ID] = append(s.spans[e.ID], span)
	return span
}

// Mention adds a sentence that only names the entity.
func (s *Story) Mention(e graph.Entity) *Story {
	s.name(e)
	s.text.WriteString(".\n\n")
	return s
}

// Assertion ends the story.
func (s *Story) Assertion() graph.Assertion {
	s.article.Text = s.text.String()
	s.article.RawHash = graph.ContentHash([]byte(s.article.Text))
	if s.article.Witness == "" {
		s.article.Witness = s.article.RawHash[:20]
	}
	a := graph.Assertion{Article: s.article}
	for _, id := range s.order {
		a.Entities = append(a.Entities, s.entities[id])
		a.Mentions = append(a.Mentions, graph.MentionRef{Entity: id, Spans: s.spans[id]})
	}
	ids := map[graph.ClaimID]bool{}
	for _, c := range s.facts {
		c.Article, c.Asserted = s.article.ID, s.article.Date
		c.Witness, c.Fingerprint = s.article.Witness, s.article.Fingerprint
		c.Evidence.Text = c.Evidence.Span.Of(s.article.Text)
		if c = c.Identify(); !ids[c.ID] {
			ids[c.ID] = true
			a.Claims = append(a.Claims, c)
		}
	}
	return a.Normal()
}

// SameTextAs makes the story one witness with every other story given the same mark.
func (s *Story) SameTextAs(mark string) *Story {
	s.article.Witness = mark
	return s
}

// Printed gives the story the fingerprint of a text of numbered shingles.
func (s *Story) Printed(first, last int) *Story {
	var shingles []uint64
	for i := first; i < last; i++ {
		sum := sha256.Sum256([]byte(strconv.Itoa(i)))
		shingles = append(shingles, binary.BigEndian.Uint64(sum[:]))
	}
	s.article.Fingerprint = graph.NewFingerprint(shingles)
	return s
}

// At gives the story an address; equal addresses are versions of one article.
func (s *Story) At(url string) *Story {
	s.article.URL = url
	s.article.ID = graph.NewArticleID(url, "", "", "")
	return s
}

// Place makes a place entity from its id, with names given as "lang:text"; the first is Main.
// The key of a name is its text in lower case.
func Place(id graph.EntityID, country graph.EntityID, names ...string) graph.Entity {
	e := named(graph.Entity{ID: id, Type: id.TypeOf(), Country: country}, names)
	number := strings.TrimPrefix(string(id), "city:")
	if e.Type == graph.City {
		e.GeoNames, _ = strconv.ParseInt(number, 10, 64) // 0 for an id that is no number
		e.Level = "city"
	} else {
		_, e.ISO, _ = strings.Cut(string(id), ":")
	}
	return e
}

// PersonNamed makes a person.
func PersonNamed(anchor graph.EntityID, names ...string) graph.Entity {
	e := named(graph.Entity{Type: graph.Person}, names)
	e.ID = graph.PersonID(e.MainKey(), anchor)
	return e
}

// InstitutionNamed makes an institution.
func InstitutionNamed(kind graph.InstitutionKind, country graph.EntityID, names ...string) graph.Entity {
	e := named(graph.Entity{Type: graph.Institution, Kind: string(kind), Country: country}, names)
	e.ID = graph.InstitutionID(kind, e.MainKey(), country)
	return e
}

// AgreementOf makes an agreement of the given parties.
func AgreementOf(kind graph.AgreementKind, date string, parties ...graph.Entity) graph.Entity {
	var ids []graph.EntityID
	label := string(kind)
	for _, p := range parties {
		ids = append(ids, p.ID)
		label += " " + p.Main
	}
	e := named(graph.Entity{Type: graph.Agreement, Kind: string(kind), Status: graph.StatusSigned}, []string{"en:" + label})
	e.ID = graph.AgreementID(kind, ids, date)
	e.Date, _ = graph.ParseDate(date)
	return e
}

// EventNamed makes an event.
func EventNamed(kind graph.EventKind, date string, place graph.EntityID, names ...string) graph.Entity {
	e := named(graph.Entity{Type: graph.Event, Kind: string(kind), Place: place}, names)
	e.Date, _ = graph.ParseDate(date)
	e.ID = graph.EventID(kind, e.MainKey(), place, date)
	return e
}

func named(e graph.Entity, names []string) graph.Entity {
	for i, n := range names {
		lang, text, _ := strings.Cut(n, ":")
		if i == 0 {
			e.Main = text
		}
		e.Names = append(e.Names, graph.Name{Text: text, Lang: lang, Key: strings.ToLower(text)})
	}
	return e.Normal()
}

// Options for Fact.

// On dates a claim.
func On(edtf string) func(*graph.Claim) {
	return func(c *graph.Claim) { c.Date = graph.Date{Value: edtf, Method: graph.Stated} }
}

// Until ends it.
func Until(edtf string) func(*graph.Claim) {
	return func(c *graph.Claim) {
		c.Until, c.Status = graph.Date{Value: edtf, Method: graph.Stated}, graph.StatusEnded
	}
}

// With sets a claim's status.
func With(s graph.Status) func(*graph.Claim) { return func(c *graph.Claim) { c.Status = s } }

// Said sets a claim's modality.
func Said(m graph.Modality) func(*graph.Claim) { return func(c *graph.Claim) { c.Modality = m } }

// As sets an office.
func As(o graph.Office) func(*graph.Claim) { return func(c *graph.Claim) { c.Office = o } }

// InTier sets the tier of a tie.
func InTier(t graph.Tier) func(*graph.Claim) { return func(c *graph.Claim) { c.Tier = t } }

// About sets topics.
func About(topics ...graph.Topic) func(*graph.Claim) {
	return func(c *graph.Claim) { c.Topics = topics }
}

// Sure sets the confidence.
func Sure(p float64) func(*graph.Claim) { return func(c *graph.Claim) { c.Confidence = p } }
