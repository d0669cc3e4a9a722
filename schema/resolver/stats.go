package resolver

import (
	"context"
	"maps"
	"slices"
	"time"

	"citygraph/graph"
)

// EdgeCount is how many edges of a type there are.
type EdgeCount = graph.EdgeCount

// EntityTypeCount is how many nodes of a type there are.
type EntityTypeCount struct {
	Type  graph.EntityType
	Count int
}

// FigureCount is how many figures of a type there are.
type FigureCount struct {
	Type  graph.FigureType
	Count int
}

// LangCount is how many articles in a language there are.
type LangCount struct {
	Lang  string
	Count int
}

// Stats is what the graph holds now.
type Stats struct{ stats graph.Stats }

// Stats counts what the graph holds.
func (Query) Stats(ctx context.Context) (*Stats, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	s, err := r.Stats(ctx)
	if err != nil {
		return nil, err
	}
	return &Stats{s}, nil
}

// Articles is the number of current articles.
func (s *Stats) Articles() int { return s.stats.Articles }

// Claims is the number of current claims.
func (s *Stats) Claims() int { return s.stats.Claims }

// Nodes is the number of nodes by type, in the order of the domain.
func (s *Stats) Nodes() []*EntityTypeCount {
	var list []*EntityTypeCount
	for _, t := range graph.EntityTypes() {
		list = append(list, &EntityTypeCount{t, s.stats.Nodes[t]})
	}
	return list
}

// Edges is the number of edges by type, in the order of the domain.
func (s *Stats) Edges() []*EdgeCount {
	var list []*EdgeCount
	for _, r := range graph.Ontology() {
		list = append(list, &EdgeCount{Type: r.Type, Count: s.stats.Edges[r.Type]})
	}
	return list
}

// Figures is the number of figures by type.
func (s *Stats) Figures() []*FigureCount {
	var list []*FigureCount
	for _, code := range graph.Codes("FigureType") {
		t := graph.FigureType(code)
		list = append(list, &FigureCount{t, s.stats.Figures[t]})
	}
	return list
}

// Langs is the number of articles by language, in order of the tag.
func (s *Stats) Langs() []*LangCount {
	list := []*LangCount{}
	for _, lang := range slices.Sorted(maps.Keys(s.stats.Langs)) {
		list = append(list, &LangCount{lang, s.stats.Langs[lang]})
	}
	return list
}

// LastLoad is when something was last loaded.
func (s *Stats) LastLoad() *time.Time {
	if s.stats.LastLoad.IsZero() {
		return nil
	}
	return &s.stats.LastLoad
}

// edgeCounts makes the objects of counts.
func edgeCounts(counts []graph.EdgeCount) []*EdgeCount {
	list := make([]*EdgeCount, len(counts))
	for i := range counts {
		list[i] = &counts[i]
	}
	return list
}
