package neo4j

import (
	"context"
	"strconv"
	"strings"
	"time"

	"citygraph/graph"
)

// mostLike is how many entities are looked through for words like one. The index answers the
// likest first; it follows a term to 50 others at most.
const mostLike = 1_000

// NearWords implements graph.NodeReader.
func (r reader) NearWords(ctx context.Context, words []string) ([][]string, error) {
	if len(words) > graph.MaxPage {
		return nil, &graph.LimitError{Limit: "MaxPage", Max: graph.MaxPage, Got: len(words)}
	}
	return ask(ctx, r, "near words", time.Time{}, func(ctx context.Context, tx runner, _ moment) ([][]string, error) {
		near := make([][]string, len(words))
		for i, word := range words {
			known, err := wordsLike(ctx, tx, word)
			if err != nil {
				return nil, err
			}
			near[i] = graph.Nearest(word, known)
		}
		return near, nil
	})
}

func wordsLike(ctx context.Context, tx runner, word string) ([]string, error) {
	edits := graph.MaxEdits(word)
	if _, whole := cutTerm(word); edits == 0 || !whole {
		return nil, nil
	}
	fuzzy := escapeTerm(word) + "~" + strconv.Itoa(edits)
	var known []string
	err := rows(ctx, tx, query("near_words", nil), params{"lucene": fuzzy, "most": mostLike}, func(r record) error {
		for _, name := range texts[string](props(r.r.AsMap()), "tokens") {
			known = append(known, strings.Fields(name)...)
		}
		return nil
	})
	return known, err
}
