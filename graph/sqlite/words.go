package sqlite

import (
	"context"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"citygraph/graph"
)

// NearWords implements graph.NodeReader. It compares with every word of about the length: a
// hundred thousand take some 30 ms, and only a name that was not found asks.
func (r reader) NearWords(ctx context.Context, words []string) ([][]string, error) {
	if len(words) > graph.MaxPage {
		return nil, &graph.LimitError{Limit: "MaxPage", Max: graph.MaxPage, Got: len(words)}
	}
	return ask(ctx, r, "near words", func(q *session) ([][]string, error) {
		near := make([][]string, len(words))
		for i, word := range words {
			known, err := q.wordsLike(word)
			if err != nil {
				return nil, err
			}
			near[i] = graph.Nearest(word, known)
		}
		return near, nil
	})
}

// wordsLike lists the words of names that may be within graph.MaxEdits of one.
func (q *session) wordsLike(word string) ([]string, error) {
	edits := graph.MaxEdits(word)
	if edits == 0 {
		return nil, nil
	}
	reach := 2 * edits * utf8.UTFMax
	return rowsOf(q, q.c.text[listWords], []any{2*len(word) - reach, 2*len(word) + reach}, func(row scanner) (string, error) {
		var digits string
		if err := row.Scan(&digits); err != nil {
			return "", err
		}
		b, err := hex.DecodeString(digits)
		if err != nil {
			return "", fmt.Errorf("word %s: %w", digits, err)
		}
		return string(b), nil
	})
}
