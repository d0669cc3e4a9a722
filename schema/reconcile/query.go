package reconcile

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"

	"citygraph/graph"
	"citygraph/graph/match"
	"citygraph/graph/namekey"
)

// query is one name of a batch.
type query struct {
	Query      string          `json:"query"`
	Type       json.RawMessage `json:"type"` // one type or a list
	Limit      int             `json:"limit"`
	Properties []struct {
		PID string          `json:"pid"`
		V   json.RawMessage `json:"v"`
	} `json:"properties"`
}

// candidate is one answer to a name.
type candidate struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Score       float64   `json:"score"`
	Match       bool      `json:"match"`
	Type        []entry   `json:"type"`
	Features    []feature `json:"features"`
}

type feature struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
}

type candidates struct {
	Result []candidate `json:"result"`
}

// limitOf is how many candidates a query without a limit gets.
const limitOf = 5

// reconcile answers a batch of names by their keys.
func (s Service) reconcile(ctx context.Context, raw string) (any, error) {
	var batch map[string]query
	if err := read("queries", raw, &batch); err != nil {
		return nil, err
	}
	if len(batch) > match.MaxQueries {
		return nil, &graph.LimitError{Limit: "MaxQueries", Max: match.MaxQueries, Got: len(batch)}
	}
	keys := slices.Sorted(maps.Keys(batch))
	asked := make([]match.Query, len(keys))
	answers := map[string]candidates{}
	err := s.Store.View(ctx, func(r graph.Reader) (err error) {
		for i, key := range keys {
			if asked[i], err = batch[key].asMatch(ctx, r); err != nil {
				return err
			}
		}
		all, err := match.Candidates(ctx, r, asked, match.MaxCandidates, time.Time{})
		if err != nil {
			return err
		}
		for i, key := range keys {
			answers[key] = candidatesOf(all[i], batch[key].Limit)
		}
		return nil
	})
	return answers, err
}

// asMatch reads a query: its types, and the first country among the properties, given by id,
// code or name. A name that is no country's is passed over, as other properties are.
func (q query) asMatch(ctx context.Context, r graph.Reader) (match.Query, error) {
	m := match.Query{Name: q.Query}
	for _, t := range oneOrMany(q.Type) {
		if slices.Contains(graph.EntityTypes(), graph.EntityType(t)) {
			m.Types = append(m.Types, graph.EntityType(t))
		}
	}
	for _, p := range q.Properties {
		values := oneOrMany(p.V)
		if p.PID != "country" || len(values) == 0 {
			continue
		}
		var err error
		m.Country, err = countryOf(ctx, r, values[0])
		return m, err
	}
	return m, nil
}

// countryOf finds the country that a value means, "" where it means none.
func countryOf(ctx context.Context, r graph.Reader, value string) (graph.EntityID, error) {
	if strings.HasPrefix(value, "country:") {
		return graph.EntityID(value), nil
	}
	if len(value) == 2 {
		return graph.CountryID(strings.ToUpper(value)), nil
	}
	key := namekey.Key(value)
	if key == "" {
		return "", nil
	}
	list, err := r.FindNodes(ctx, graph.NodeFilter{Types: []graph.EntityType{graph.Country}, Name: key, Match: graph.MatchExact}, graph.Page{Limit: 1})
	if err != nil || len(list.Items) == 0 {
		return "", err
	}
	return list.Items[0].ID, nil
}

// oneOrMany reads a text, an object with an id, or a list of them.
func oneOrMany(raw json.RawMessage) []string {
	var many []json.RawMessage
	if json.Unmarshal(raw, &many) != nil {
		many = []json.RawMessage{raw}
	}
	var values []string
	for _, one := range many {
		var value string
		var ref struct{ ID string }
		if json.Unmarshal(one, &value) == nil && value != "" {
			values = append(values, value)
		} else if json.Unmarshal(one, &ref) == nil && ref.ID != "" {
			values = append(values, ref.ID)
		}
	}
	return values
}

func candidatesOf(list []match.Candidate, limit int) candidates {
	if limit < 1 {
		limit = limitOf
	}
	result := []candidate{}
	for _, c := range list[:min(len(list), limit)] {
		one := candidate{
			ID: string(c.Node.ID), Name: c.Name.Text, Description: description(c.Node), Score: c.Score, Match: c.Certain,
			Type: []entry{typeEntry(c.Node.Type)},
		}
		for _, f := range c.Features {
			one.Features = append(one.Features, feature{f.ID, f.Value})
		}
		result = append(result, one)
	}
	return candidates{result}
}

// description tells namesakes apart.
func description(n graph.Node) string {
	parts := []string{string(n.Type)}
	for _, part := range []string{n.Kind, string(n.Region), string(n.Country), n.Date.Value} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// suggestEntities completes the beginning of a name.
func (s Service) suggestEntities(ctx context.Context, r *http.Request) (any, error) {
	key := namekey.Key(r.FormValue("prefix"))
	answer := found{[]entry{}}
	if key == "" {
		return answer, nil
	}
	f := graph.NodeFilter{Name: key, Match: graph.MatchPrefix, Order: graph.ByMatch}
	if t := graph.EntityType(r.FormValue("type")); slices.Contains(graph.EntityTypes(), t) {
		f.Types = []graph.EntityType{t}
	}
	err := s.Store.View(ctx, func(reader graph.Reader) error {
		list, err := reader.FindNodes(ctx, f, graph.Page{Limit: MaxShown})
		for _, n := range list.Items {
			answer.Result = append(answer.Result, entry{string(n.ID), n.Main, description(n), []entry{typeEntry(n.Type)}})
		}
		return err
	})
	return answer, err
}
