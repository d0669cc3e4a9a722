package graphtest

import (
	"context"
	"reflect"
	"slices"
	"time"

	"citygraph/graph"
)

// moment is all that was known after one write.
type moment struct {
	at      time.Time
	records []record
	judged  []judgement
}

func (m *Memory) remember(at time.Time) {
	m.moments = append(m.moments, moment{at, slices.Clone(m.records), slices.Clone(m.judged)})
}

// Changes implements graph.ChangeReader: it compares the whole graph after each write with the
// whole graph before.
func (m *Memory) Changes(ctx context.Context, after int64, limit int) (graph.Feed, error) {
	if limit < 0 {
		return graph.Feed{}, &graph.InvalidError{Field: "limit", Reason: "is negative"}
	}
	if limit > graph.MaxScan {
		return graph.Feed{}, &graph.LimitError{Limit: "MaxScan", Max: graph.MaxScan, Got: limit}
	}
	if limit == 0 {
		limit = graph.DefaultPage
	}
	m.mu.Lock()
	moments := slices.Clone(m.moments)
	m.mu.Unlock()
	var all []graph.Change
	before := map[string]any{}
	for _, moment := range moments {
		known := &Memory{records: moment.records, judged: moment.judged}
		s, err := known.state(ctx, time.Time{})
		if err != nil {
			return graph.Feed{}, err
		}
		now := contents(s)
		for _, c := range compare(before, now) {
			c.N, c.At = int64(len(all)+1), moment.at
			all = append(all, c)
		}
		before = now
	}
	feed := graph.Feed{Changes: []graph.Change{}, Head: int64(len(all))}
	for _, c := range all {
		if c.N > after && len(feed.Changes) < limit {
			feed.Changes = append(feed.Changes, c)
		}
	}
	return feed, nil
}

// contents is everything of a graph that a change tells of, by id.
func contents(s *state) map[string]any {
	all := map[string]any{}
	for _, r := range s.records {
		all[string(r.Article.ID)] = r.Hash()
	}
	for _, n := range s.nodes {
		n.Articles, n.Degree = 0, 0
		all[string(n.ID)] = n
	}
	for _, e := range s.edges {
		all[string(e.ID)] = e
	}
	return all
}

func compare(before, now map[string]any) (changes []graph.Change) {
	for id, v := range now {
		if old, had := before[id]; !had {
			changes = append(changes, graph.Change{Kind: graph.Added, ID: id})
		} else if !reflect.DeepEqual(old, v) {
			changes = append(changes, graph.Change{Kind: graph.Changed, ID: id})
		}
	}
	for id := range before {
		if _, has := now[id]; !has {
			changes = append(changes, graph.Change{Kind: graph.Removed, ID: id})
		}
	}
	slices.SortFunc(changes, graph.CompareChanges)
	return changes
}
