package claim_test

import (
	"regexp"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/claim"
	"citygraph/loader/lang"
)

// marked is a mention in an example: [City Cork], [Office mayor], [Date 1998].
var marked = regexp.MustCompile(`\[(\w+) ([^\]]+)\]`)

// world builds a document of one block from an example with marked mentions, a sentence a line.
// The places of an example lie in one another as far as their types allow.
func world(t *testing.T, tag, example string) (graph.Document, []graph.Mention, []graph.Entity) {
	t.Helper()
	var text strings.Builder
	var mentions []graph.Mention
	entities := map[graph.EntityID]graph.Entity{}
	at := 0
	for _, loc := range marked.FindAllStringSubmatchIndex(example, -1) {
		text.WriteString(example[at:loc[0]])
		kind, name := example[loc[2]:loc[3]], example[loc[4]:loc[5]]
		span := graph.Span{Start: text.Len(), End: text.Len() + len(name)}
		text.WriteString(name)
		at = loc[1]
		m, e := mention(t, kind, name)
		m.Span = span
		mentions = append(mentions, m)
		if e.ID != "" {
			entities[e.ID] = e
		}
	}
	text.WriteString(example[at:])
	body := text.String()
	span := graph.Span{End: len(body)}
	var sentences []graph.Span
	for start := 0; start < len(body); {
		end := len(body)
		if n := strings.IndexByte(body[start:], '\n'); n >= 0 {
			end = start + n
		}
		sentences = append(sentences, graph.Span{Start: start, End: end})
		start = end + 1
	}
	doc := graph.Document{
		Article: graph.Article{ID: "article:example", Lang: tag, Text: body, Witness: "w"},
		Blocks:  []graph.Block{{Zone: graph.ZoneBody, Span: span, Sentences: sentences}},
	}
	return doc, mentions, nested(entities)
}

func mention(t *testing.T, kind, name string) (graph.Mention, graph.Entity) {
	t.Helper()
	m := graph.Mention{Zone: graph.ZoneBody, Name: name}
	switch kind {
	case "Office":
		m.Type, m.Office = graph.MentionOffice, offices[name]
		if m.Office == "" {
			m.Office = "MAYOR"
		}
		return m, graph.Entity{}
	case "Date":
		m.Type = graph.MentionDate
		m.Date = graph.Date{Value: name, Method: graph.Stated}
		return m, graph.Entity{}
	case "Number":
		m.Type, m.Value = graph.MentionNumber, 9
		return m, graph.Entity{}
	}
	e := graph.Entity{Type: graph.EntityType(kind), Main: name}
	switch e.Type {
	case graph.Person:
		m.Type, e.ID = graph.MentionPerson, graph.PersonID(namekey.Key(name), "")
	case graph.Institution:
		m.Type, e.ID, e.Kind = graph.MentionInstitution, graph.InstitutionID("OTHER", namekey.Key(name), ""), "OTHER"
	case graph.City:
		m.Type, e.ID = graph.MentionPlace, graph.CityID(number(name))
	case graph.Region:
		m.Type, e.ID = graph.MentionPlace, graph.RegionID(name)
	case graph.Country:
		m.Type, e.ID = graph.MentionPlace, graph.CountryID(name)
	default:
		t.Fatalf("no mention type %q", kind)
	}
	m.Entities = []graph.EntityID{e.ID}
	return m, e
}

var offices = map[string]graph.Office{
	"Ambassador": "AMBASSADOR", "Consul General": "CONSUL_GENERAL", "大使": "AMBASSADOR",
	"总领事": "CONSUL_GENERAL", "سفير": "AMBASSADOR", "القنصل العام": "CONSUL_GENERAL",
}

func number(name string) (n int64) {
	for _, r := range name {
		n = n*31 + int64(r)
	}
	return n
}

func nested(entities map[graph.EntityID]graph.Entity) []graph.Entity {
	var region, country graph.EntityID
	for id, e := range entities {
		switch e.Type {
		case graph.Region:
			region = id
		case graph.Country:
			country = id
		}
	}
	var out []graph.Entity
	for _, e := range entities {
		if e.Type == graph.City {
			e.Region = region
		}
		if e.Type == graph.City || e.Type == graph.Region {
			e.Country = country
		}
		out = append(out, e)
	}
	return out
}

func extractor(t *testing.T) *claim.Extractor {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	x, err := claim.New(packs)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestPackExamples runs the examples that the rules of every pack carry.
func TestPackExamples(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	x := extractor(t)
	for tag, pack := range packs {
		for _, r := range pack.Claims.Rules {
			for _, example := range r.Match {
				if !fired(t, x, tag, r.Name, example) {
					t.Errorf("%s: rule %s does not match %q", tag, r.Name, example)
				}
			}
			for _, example := range r.Refuse {
				if fired(t, x, tag, r.Name, example) {
					t.Errorf("%s: rule %s matches %q", tag, r.Name, example)
				}
			}
		}
	}
}

func fired(t *testing.T, x *claim.Extractor, tag, rule, example string) bool {
	t.Helper()
	doc, mentions, entities := world(t, tag, example)
	for _, c := range x.Extract(doc, mentions, entities).Claims {
		if c.Rule == rule {
			return true
		}
	}
	return false
}
