package eval

import (
	"maps"
	"slices"

	"citygraph/graph"
)

// Scores is the outcome of one set.
type Scores struct {
	Set      string           `json:"set"`
	All      Part             `json:"all"`
	Language map[string]*Part `json:"languages"` // by primary language tag
	Identity Identity         `json:"identity"`
	// Errors lists what was missed and wrong, article by article; nil for a blind set.
	Errors []ArticleErrors `json:"errors,omitempty"`
	Blind  bool            `json:"blind,omitempty"`
}

// Part is the scores of one language, or of all.
type Part struct {
	Articles    int                        `json:"articles"`
	Quarantined int                        `json:"quarantined"`
	Facts       Tally                      `json:"facts"`
	Entities    Tally                      `json:"entities"`
	EntityTypes map[graph.EntityType]Tally `json:"entityTypes"`
	Relations   Tally                      `json:"relations"`
	Types       map[graph.EdgeType]Tally   `json:"relationTypes"`
	Agreements  Tally                      `json:"agreements"`
	Events      Tally                      `json:"events"`
	Figures     Tally                      `json:"figures"`
	Attributes  map[string]Share           `json:"attributes"`
}

// Attributes lists the names of the attributes that are scored, in the order of the table.
func Attributes() []string {
	return []string{
		"dates", "since", "offices", "former", "postings", "tiers", "statuses", "kinds",
		"signatories", "renewals", "agreement dates", "event dates", "event places", "evidence", "places",
	}
}

// EntityTypes lists the entity types that are scored as entities.
func EntityTypes() []graph.EntityType {
	return []graph.EntityType{graph.City, graph.Region, graph.Country, graph.Person, graph.Institution}
}

// RelationTypes lists the edge types that are scored as relations.
func RelationTypes() []graph.EdgeType {
	return []graph.EdgeType{graph.TwinnedWith, graph.HoldsOffice, graph.Visited, graph.Met, graph.PartnersWith, graph.LocatedIn}
}

// ArticleErrors lists what went wrong in one article, one line each.
type ArticleErrors struct {
	Article string   `json:"article"`
	Missed  []string `json:"missed,omitempty"`
	Wrong   []string `json:"wrong,omitempty"`
}

func newPart() *Part {
	return &Part{EntityTypes: map[graph.EntityType]Tally{}, Types: map[graph.EdgeType]Tally{}, Attributes: map[string]Share{}}
}

func (p *Part) add(o *Part) {
	p.Articles += o.Articles
	p.Quarantined += o.Quarantined
	p.Facts.add(o.Facts)
	p.Entities.add(o.Entities)
	p.Relations.add(o.Relations)
	p.Agreements.add(o.Agreements)
	p.Events.add(o.Events)
	p.Figures.add(o.Figures)
	for k, v := range o.EntityTypes {
		t := p.EntityTypes[k]
		t.add(v)
		p.EntityTypes[k] = t
	}
	for k, v := range o.Types {
		t := p.Types[k]
		t.add(v)
		p.Types[k] = t
	}
	for k, v := range o.Attributes {
		s := p.Attributes[k]
		s.add(v)
		p.Attributes[k] = s
	}
}

func (p *Part) attribute(name string, right bool) {
	s := p.Attributes[name]
	s.count(right)
	p.Attributes[name] = s
}

// Languages lists the set's languages in order.
func (s Scores) Languages() []string { return slices.Sorted(maps.Keys(s.Language)) }
