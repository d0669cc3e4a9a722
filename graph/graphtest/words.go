package graphtest

import (
	"context"
	"time"

	"citygraph/graph"
)

// NearWords implements graph.NodeReader.
func (m *Memory) NearWords(ctx context.Context, words []string) ([][]string, error) {
	s, err := m.state(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	if len(words) > graph.MaxPage {
		return nil, &graph.LimitError{Limit: "MaxPage", Max: graph.MaxPage, Got: len(words)}
	}
	var known []string
	for _, n := range s.nodes {
		for _, name := range n.Names {
			known = append(known, graph.NameTokens(name.Key)...)
		}
	}
	near := make([][]string, len(words))
	for i, word := range words {
		near[i] = graph.Nearest(word, known)
	}
	return near, nil
}
