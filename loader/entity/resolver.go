package entity

import (
	"slices"
	"sort"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer"
)

// Resolver resolves mentions. It is safe for concurrent use.
type Resolver struct {
	gazetteer *gazetteer.Gazetteer
	ear       *ear
	atlas     *atlas
}

// New returns a Resolver that knows the places of g.
func New(g *gazetteer.Gazetteer) *Resolver {
	return &Resolver{
		g, &ear{gazetteer: g, known: map[string]gazetteer.Heard{}},
		&atlas{gazetteer: g, known: map[graph.EntityID]graph.Entity{}},
	}
}

// Result is what Resolve returns: the mentions in their order with Entities set where they were
// resolved, the entities by id, and what was left open.
type Result struct {
	Mentions []graph.Mention
	Entities []graph.Entity
	Drops    []graph.Drop
}

// Resolve says which entities the mentions of doc name. It does not change its input.
func (r *Resolver) Resolve(doc graph.Document, mentions []graph.Mention) Result {
	c := &casefile{
		gazetteer: r.gazetteer, ear: r.ear, atlas: r.atlas, doc: doc, mentions: slices.Clone(mentions),
		entities: map[graph.EntityID]graph.Entity{}, known: map[graph.EntityID]*gazetteer.Place{},
	}
	c.resolvePlaces()
	c.resolveInstitutions()
	c.resolvePeople()
	c.resolveBacks()
	return c.result()
}

// casefile is one document while its mentions are resolved.
type casefile struct {
	gazetteer  *gazetteer.Gazetteer
	ear        *ear
	atlas      *atlas
	doc        graph.Document
	mentions   []graph.Mention
	entities   map[graph.EntityID]graph.Entity
	known      map[graph.EntityID]*gazetteer.Place
	scene      *scene
	seats      map[graph.EntityID]graph.EntityID // of a region: its city of the same name, "" where none
	drops      []graph.Drop
	countries  map[graph.EntityID]int // of the article's places, each sense once
	companions int                    // all of countries together
	heard      map[sense]bool         // senses that were resolved by ear
}

// place returns what the gazetteer knows of an id, names aside; the zero Place where nothing.
func (c *casefile) place(id graph.EntityID) *gazetteer.Place {
	if p, ok := c.known[id]; ok {
		return p
	}
	p, _ := c.gazetteer.Outline(id)
	c.known[id] = &p
	return &p
}

// countryOf is the country that an entity lies in, a country's own id, or "".
func (c *casefile) countryOf(id graph.EntityID) graph.EntityID {
	if id.TypeOf() == graph.Country {
		return id
	}
	return c.place(id).Country
}

// name is the name of a mention as the entity keeps it.
func (c *casefile) name(text string) graph.Name {
	return graph.Name{Text: text, Lang: c.doc.Article.Lang, Key: namekey.Key(text)}
}

// put enters an entity, or adds the name to the one that is there.
func (c *casefile) put(e graph.Entity, names ...graph.Name) {
	if have, ok := c.entities[e.ID]; ok {
		e = have
	}
	for _, n := range names {
		if n.Key != "" {
			e.Names = append(e.Names, n)
		}
	}
	c.entities[e.ID] = e
}

func (c *casefile) drop(reason graph.DropReason, m graph.Mention) {
	c.drops = append(c.drops, graph.Drop{Reason: reason, Span: m.Span, Rule: m.Rule})
}

func (c *casefile) result() Result {
	out := Result{Mentions: c.mentions, Drops: c.drops}
	for _, e := range c.entities {
		out.Entities = append(out.Entities, e.Normal())
	}
	sort.Slice(out.Entities, func(i, j int) bool { return out.Entities[i].ID < out.Entities[j].ID })
	return out
}

// at returns the mention of the type that covers the span, or false.
func (c *casefile) at(span graph.Span, want graph.MentionType) (graph.Mention, bool) {
	for _, m := range c.mentions {
		if m.Type == want && m.Span.Overlaps(span) {
			return m, true
		}
	}
	return graph.Mention{}, false
}

// fold is the folded key without spaces at the ends.
func fold(s string) string { return strings.TrimSpace(namekey.Fold(s)) }
