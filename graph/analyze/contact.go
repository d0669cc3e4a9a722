package analyze

import (
	"context"
	"slices"

	"citygraph/graph"
)

// contacts reads what an entity has done with each other one besides tying itself: visits,
// partnerships and membership in it, and agreements and events that both are in. Keyed by the other,
// earliest first; what is only planned is left out.
func (s *source) contacts(ctx context.Context, at graph.EntityID, f graph.EdgeFilter) (map[graph.EntityID][]Step, error) {
	f = only(f, graph.Visited, graph.PartnersWith, graph.MemberOf, graph.PartyTo, graph.ParticipatedIn)
	mine, err := s.at(ctx, []graph.EntityID{at}, f)
	if err != nil {
		return nil, err
	}
	var shared []graph.EntityID
	for _, e := range mine[at] {
		if isShared(e) {
			shared = append(shared, e.To)
		}
	}
	members, err := s.at(ctx, shared, only(f, graph.PartyTo, graph.ParticipatedIn))
	if err != nil {
		return nil, err
	}
	members[at] = mine[at]
	if err := s.loadLists(ctx, members); err != nil {
		return nil, err
	}
	found := map[graph.EntityID][]Step{}
	for _, step := range s.steps(at, mine[at]) {
		if step.Edge.Status == graph.StatusPlanned {
			continue
		}
		if !isShared(step.Edge) {
			found[step.Other.ID] = append(found[step.Other.ID], step)
			continue
		}
		for _, e := range members[step.Edge.To] {
			if e.From != at {
				found[e.From] = append(found[e.From], step)
			}
		}
	}
	return found, nil
}

// isShared reports whether the edge leads to something that several entities are in.
func isShared(e graph.Edge) bool { return e.Type == graph.PartyTo || e.Type == graph.ParticipatedIn }

// ties reads the ties of a place with their far ends, in order of id.
func (s *source) ties(ctx context.Context, place graph.EntityID, f graph.EdgeFilter) ([]graph.Edge, error) {
	if err := s.exist(ctx, place); err != nil {
		return nil, err
	}
	lists, err := s.at(ctx, []graph.EntityID{place}, only(f, graph.TwinnedWith))
	if err != nil {
		return nil, err
	}
	return lists[place], s.loadEnds(ctx, lists[place])
}

// after keeps the steps that begin after a day.
func after(steps []Step, day string) []Step {
	return slices.DeleteFunc(slices.Clone(steps), func(s Step) bool { return s.Date.SortKey() <= day })
}
