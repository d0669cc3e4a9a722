package analyze

import (
	"context"
	"slices"

	"citygraph/graph"
)

// Step is one dated thing of a history: an edge, seen from a node.
type Step struct {
	Date  graph.Date // of the edge, else of the agreement or event it leads to; zero: unknown
	Edge  graph.Edge
	Near  graph.EntityID
	Other graph.Node // the far end
}

// Timeline returns what the graph tells of one entity in a period: every edge of the filter's
// types, except where things lie. Earliest first, undated last; with a period, only what may lie
// in it.
func Timeline(ctx context.Context, r graph.Reader, at graph.EntityID, period graph.Date, f graph.EdgeFilter) ([]Step, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, at); err != nil {
		return nil, err
	}
	if len(f.Types) == 0 {
		for _, relation := range graph.Ontology() {
			if relation.Type != graph.LocatedIn {
				f.Types = append(f.Types, relation.Type)
			}
		}
	}
	edges, err := s.at(ctx, []graph.EntityID{at}, f)
	if err != nil {
		return nil, err
	}
	if err := s.loadEnds(ctx, edges[at]); err != nil {
		return nil, err
	}
	steps := s.steps(at, edges[at])
	return slices.DeleteFunc(steps, func(step Step) bool { return !inPeriod(step.Date, period) }), nil
}

// steps dates edges at a node whose ends are loaded, earliest first.
func (s *source) steps(at graph.EntityID, edges []graph.Edge) []Step {
	steps := make([]Step, len(edges))
	for i, e := range edges {
		other := s.node(e.Other(at))
		steps[i] = Step{Date: e.Date, Edge: e, Near: at, Other: other}
		if other.Type == graph.Agreement || other.Type == graph.Event {
			steps[i].Date = firstKnown(other.Date, e.Date)
		}
	}
	slices.SortFunc(steps, func(a, b Step) int { return byDate(a.Date, b.Date, string(a.Edge.ID), string(b.Edge.ID)) })
	return steps
}

func firstKnown(dates ...graph.Date) graph.Date {
	for _, d := range dates {
		if !d.IsZero() {
			return d
		}
	}
	return graph.Date{}
}
