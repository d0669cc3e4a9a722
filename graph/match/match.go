package match

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// The bounds and thresholds of a match.
const (
	MaxQueries    = 100 // names of one call
	MaxCandidates = 25  // candidates of one name
	Certain       = 95  // the least score of a certain match
	Margin        = 5   // by which it has to beat every other

	pool = 50 // nodes that are scored for one name
)

// Query is a name that is looked for.
type Query struct {
	Name    string
	Types   []graph.EntityType // only these; none: every type
	Country graph.EntityID     // where it should lie, "" where unknown
}

// Feature is one thing that the score is made of.
type Feature struct {
	ID     string  // "name" or "country"
	Value  float64 // 0 to 1
	Reason string  // in words
}

// Candidate is an entity that the name may mean.
type Candidate struct {
	Node     graph.Node
	Name     graph.Name // of its names the one that is most alike
	Score    float64    // 0 to 100
	Certain  bool
	Features []Feature
}

// Candidates answers every query with its candidates, the best first, of equal scores the best
// connected: at most limit of them. More than MaxQueries queries or MaxCandidates candidates
// are an ErrLimit; a name without a letter or digit has no candidates. asOf is record time.
func Candidates(ctx context.Context, r graph.NodeReader, queries []Query, limit int, asOf time.Time) ([][]Candidate, error) {
	if len(queries) > MaxQueries {
		return nil, &graph.LimitError{Limit: "MaxQueries", Max: MaxQueries, Got: len(queries)}
	}
	if limit > MaxCandidates {
		return nil, &graph.LimitError{Limit: "MaxCandidates", Max: MaxCandidates, Got: limit}
	}
	if limit < 1 {
		return nil, &graph.InvalidError{Field: "limit", Reason: "is below 1"}
	}
	all := make([][]Candidate, len(queries))
	for i, q := range queries {
		list, err := candidates(ctx, r, q, asOf)
		if err != nil {
			return nil, err
		}
		all[i] = list[:min(len(list), limit)]
	}
	return all, nil
}

func candidates(ctx context.Context, r graph.NodeReader, q Query, asOf time.Time) ([]Candidate, error) {
	key := namekey.Key(q.Name)
	if key == "" {
		return nil, nil
	}
	f := graph.NodeFilter{Name: key, Types: q.Types, Order: graph.ByMatch, AsOf: asOf}
	page := graph.Page{Limit: pool}
	found, _, err := Find(ctx, r, f, page)
	if err == nil && len(found.Items) == 0 {
		found, _, err = firstOf(ctx, r, f, page, shortened(key))
	}
	if err != nil {
		return nil, err
	}
	list := make([]Candidate, len(found.Items))
	for i, n := range found.Items {
		list[i] = score(q, key, n)
	}
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Node.Degree, a.Node.Degree), cmp.Compare(a.Node.ID, b.Node.ID))
	})
	if len(list) > 0 {
		list[0].Certain = list[0].Score >= Certain && (len(list) == 1 || list[0].Score-list[1].Score >= Margin)
	}
	return list, nil
}

// shortened leaves words out of a key: at the end, then at the beginning.
func shortened(key string) []string {
	words := graph.NameTokens(key)
	var keys []string
	for n := len(words) - 1; n > 0 && len(words) <= maxWords; n-- {
		keys = append(keys, strings.Join(words[:n], " "), strings.Join(words[len(words)-n:], " "))
	}
	return keys
}

// score weighs one node against a query.
func score(q Query, key string, n graph.Node) Candidate {
	c := Candidate{Node: n, Name: graph.Name{Text: n.Main}}
	best, how := -1.0, ""
	for _, name := range n.Names {
		if like, why := Likeness(key, name.Key); like > best {
			best, how, c.Name = like, why, name
		}
	}
	best = rounded(max(best, 0))
	c.Features = []Feature{{"name", best, fmt.Sprintf("%s: %s", c.Name.Text, how)}}
	c.Score = Score(best)
	if q.Country != "" {
		there := n.Country == q.Country || n.ID == q.Country
		f := Feature{"country", 0, fmt.Sprintf("lies in %s", cmp.Or(n.Country, "no known country"))}
		if there {
			f.Value = 1
		}
		c.Features = append(c.Features, f)
		c.Score = rounded(80*best + 20*f.Value)
	}
	return c
}

// Score turns a likeness into a score from 0 to 100.
func Score(likeness float64) float64 { return rounded(100 * likeness) }

// rounded keeps four digits after the point: more would say nothing.
func rounded(v float64) float64 { return math.Round(v*1e4) / 1e4 }

// Likeness says how alike two name keys are, 0 to 1, and in words how that was found.
func Likeness(key, name string) (float64, string) {
	switch {
	case key == name:
		return 1, "the same name"
	case namekey.Fold(key) == namekey.Fold(name):
		return 0.98, "the same but for letters that writers interchange"
	}
	longest := max(len([]rune(key)), len([]rune(name)))
	edits := min(graph.Edits(key, name, longest/2), longest)
	letters := 1 - float64(edits)/float64(longest)
	if edits > longest/2 {
		letters = 0
	}
	a, b := graph.NameTokens(key), graph.NameTokens(name)
	shared := 0
	for _, word := range a {
		if slices.Contains(b, word) {
			shared++
		}
	}
	words := 0.9 * 2 * float64(shared) / float64(len(a)+len(b))
	if words > letters {
		return words, fmt.Sprintf("%d of %d words are the same", shared, max(len(a), len(b)))
	}
	return letters, fmt.Sprintf("%d of %d letters differ", edits, longest)
}
