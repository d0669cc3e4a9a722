package analyze

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"citygraph/graph"
)

// Facet is what edges are counted by.
type Facet string

// The facets. An edge counts once for each topic; without a value it is counted under "".
const (
	FacetType      Facet = "TYPE"
	FacetTier      Facet = "TIER"
	FacetStatus    Facet = "STATUS"
	FacetModality  Facet = "MODALITY"
	FacetTopic     Facet = "TOPIC"
	FacetOffice    Facet = "OFFICE"
	FacetYear      Facet = "YEAR"
	FacetOtherType Facet = "OTHER_TYPE" // of the far end, as the ones below
	FacetCountry   Facet = "COUNTRY"    // ISO 3166-1 alpha-2 code
	FacetContinent Facet = "CONTINENT"
)

// Facets lists every facet.
func Facets() []Facet {
	return []Facet{FacetType, FacetTier, FacetStatus, FacetModality, FacetTopic, FacetOffice, FacetYear, FacetOtherType, FacetCountry, FacetContinent}
}

// FacetCount is how many edges have a value.
type FacetCount struct {
	Value string
	Count int
}

// CountBy counts the edges at an entity by each facet: most first, then by value.
func CountBy(ctx context.Context, r graph.Reader, at graph.EntityID, by []Facet, f graph.EdgeFilter) ([][]FacetCount, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, at); err != nil {
		return nil, err
	}
	lists, err := s.at(ctx, []graph.EntityID{at}, f)
	if err != nil {
		return nil, err
	}
	if err := s.loadEnds(ctx, lists[at]); err != nil {
		return nil, err
	}
	out := make([][]FacetCount, len(by))
	for i, facet := range by {
		counts := map[string]int{}
		for _, e := range lists[at] {
			for _, v := range facetValues(facet, e, s.node(e.Other(at))) {
				counts[v]++
			}
		}
		out[i] = ranked(counts)
	}
	return out, nil
}

func facetValues(facet Facet, e graph.Edge, other graph.Node) []string {
	switch facet {
	case FacetType:
		return []string{string(e.Type)}
	case FacetTier:
		return []string{string(e.Tier)}
	case FacetStatus:
		return []string{string(e.Status)}
	case FacetModality:
		return []string{string(e.Modality)}
	case FacetOffice:
		return []string{string(e.Office)}
	case FacetYear:
		return []string{yearText(firstKnown(e.Date, other.Date))}
	case FacetOtherType:
		return []string{string(other.Type)}
	case FacetCountry:
		return []string{other.CountryCode()}
	case FacetContinent:
		return []string{string(other.Continent())}
	}
	topics := []string{}
	for _, t := range unique(append(slices.Clone(e.Topics), other.Topics...)) {
		topics = append(topics, string(t))
	}
	if len(topics) == 0 {
		topics = append(topics, "")
	}
	return topics
}

func yearText(d graph.Date) string {
	if y := yearOf(d); y > 0 {
		return strconv.Itoa(y)
	}
	return ""
}

func ranked(counts map[string]int) []FacetCount {
	list := make([]FacetCount, 0, len(counts))
	for v, n := range counts {
		list = append(list, FacetCount{v, n})
	}
	slices.SortFunc(list, func(a, b FacetCount) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	return list
}
