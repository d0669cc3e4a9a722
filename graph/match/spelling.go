package match

import (
	"context"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// The bounds of respelling.
const (
	MaxSpellings = 10 // other spellings that are tried for one name
	maxWords     = 8  // words of a name that are respelt; a longer name is a sentence
)

// Respell returns up to MaxSpellings other spellings of a name key, made of words that names in
// the graph hold: first those that change fewer words, then those with nearer words.
func Respell(ctx context.Context, r graph.NodeReader, key string) ([]string, error) {
	words := graph.NameTokens(key)
	if len(words) == 0 || len(words) > maxWords {
		return nil, nil
	}
	near, err := r.NearWords(ctx, words)
	if err != nil {
		return nil, err
	}
	spellings := []string{}
	for i, word := range words {
		slices.SortStableFunc(near[i], func(a, b string) int { return foldedApart(word, a) - foldedApart(word, b) })
		for _, other := range near[i] {
			spelt := slices.Clone(words)
			spelt[i] = other
			spellings = append(spellings, strings.Join(spelt, " "))
		}
	}
	if every := nearestOfEach(words, near); every != "" && !slices.Contains(spellings, every) {
		spellings = append(spellings[:min(len(spellings), MaxSpellings-1)], every)
	}
	return spellings[:min(len(spellings), MaxSpellings)], nil
}

// nearestOfEach replaces every word that can be by the nearest, "" where none can.
func nearestOfEach(words []string, near [][]string) string {
	spelt, changed := slices.Clone(words), false
	for i := range spelt {
		if len(near[i]) > 0 {
			spelt[i], changed = near[i][0], true
		}
	}
	if !changed {
		return ""
	}
	return strings.Join(spelt, " ")
}

// foldedApart is 0 where two words differ only in letters that writers interchange, else 1.
func foldedApart(a, b string) int {
	if namekey.Fold(a) == namekey.Fold(b) {
		return 0
	}
	return 1
}

// Find returns the first page of the nodes that the filter selects by a name key; where there
// are none, the first page under the first other spelling that finds some. spelt is the key that
// found them. The filter's Name is the key; its other fields hold for every spelling.
func Find(ctx context.Context, r graph.NodeReader, f graph.NodeFilter, p graph.Page) (found graph.List[graph.Node], spelt string, err error) {
	found, err = r.FindNodes(ctx, f, p)
	if err != nil || len(found.Items) > 0 {
		return found, f.Name, err
	}
	others, err := Respell(ctx, r, f.Name)
	if err != nil {
		return found, f.Name, err
	}
	return firstOf(ctx, r, f, p, others)
}

// firstOf returns the page of the first key that finds something; else an empty one.
func firstOf(ctx context.Context, r graph.NodeReader, f graph.NodeFilter, p graph.Page, keys []string) (found graph.List[graph.Node], spelt string, err error) {
	spelt = f.Name
	for _, key := range keys {
		other := f
		other.Name = key
		if found, err = r.FindNodes(ctx, other, p); err != nil || len(found.Items) > 0 {
			return found, key, err
		}
	}
	return found, spelt, nil
}
