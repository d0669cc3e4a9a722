package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Suggestion is a place that might become a partner.
type Suggestion struct {
	Place     Entity
	Score     int
	Reasons   []*SuggestionReason
	Exclusion *analyze.Exclusion
}

// SuggestionReason is one reason with what it rests on.
type SuggestionReason struct {
	Kind     analyze.ReasonKind
	Count    int
	Entities []Entity
	Contacts []*TimelineStep
}

// The pages of this file.
type (
	// SuggestionConnection is a page of suggestions.
	SuggestionConnection = Connection[*Suggestion]
	// SuggestionEdge is an item of a SuggestionConnection.
	SuggestionEdge = Item[*Suggestion]
)

// SuggestedTwins ranks the places that a place might tie itself to.
func (Query) SuggestedTwins(ctx context.Context, place string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*SuggestionConnection, error) {
	q := newInquiry(filter, asOf, validAt, "suggestedTwins", place)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Suggestion, error) {
		return analyze.Suggest(ctx, r, graph.EntityID(place), q.filter)
	}, func(s analyze.Suggestion) string { return string(s.Place.ID) }, q.sheet.suggestion)
}

func (s *sheet) suggestion(g analyze.Suggestion) *Suggestion {
	out := &Suggestion{Place: s.entity(g.Place), Score: g.Score, Exclusion: known(g.Exclusion)}
	for _, r := range g.Reasons {
		out.Reasons = append(out.Reasons, &SuggestionReason{r.Kind, r.Count, s.entities(r.Nodes), s.steps(r.Steps)})
	}
	return out
}
