package assist

import (
	"context"
	"encoding/json"

	"citygraph/graph"
	"citygraph/schema/questions"
)

type searchInput struct {
	Text   string   `json:"text" jsonschema:"the name or the beginning of one, in any script"`
	Types  []string `json:"types,omitempty" jsonschema:"only these: City, Region, Country, Person, Institution, Agreement, Event"`
	Prefix bool     `json:"prefix,omitempty" jsonschema:"true: names that begin so"`
	Lang   string   `json:"lang,omitempty" jsonschema:"language of names in the answer, such as en, zh or ar"`
	Limit  int      `json:"limit,omitempty" jsonschema:"1 to 25, else 10"`
}

func (s *server) search(ctx context.Context, in searchInput) (any, error) {
	first, err := limit(in.Limit)
	if err != nil {
		return nil, err
	}
	by := "WORDS"
	if in.Prefix {
		by = "PREFIX"
	}
	return s.document(ctx, "search", map[string]any{
		"text": in.Text, "types": unlessEmpty(in.Types), "match": by, "first": first, "lang": unlessBlank(in.Lang),
	})
}

type entityInput struct {
	Entity string `json:"entity" jsonschema:"id, or a name in any script"`
	Lang   string `json:"lang,omitempty" jsonschema:"language of names in the answer, such as en, zh or ar"`
	Limit  int    `json:"limit,omitempty" jsonschema:"edges to show, 1 to 25, else 10"`
}

func (s *server) entity(ctx context.Context, in entityInput) (any, error) {
	first, err := limit(in.Limit)
	if err != nil {
		return nil, err
	}
	id, err := s.lookUp(ctx, in.Entity)
	if err != nil {
		return nil, err
	}
	return s.document(ctx, "entity", map[string]any{"id": id, "first": first, "lang": unlessBlank(in.Lang)})
}

type tiesInput struct {
	Entity     string   `json:"entity" jsonschema:"id, or a name in any script"`
	Other      string   `json:"other,omitempty" jsonschema:"only edges to this one: id, or a name in any script"`
	Types      []string `json:"types,omitempty" jsonschema:"only these: TWINNED_WITH, HOLDS_OFFICE, VISITED, MET, PARTNERS_WITH, PARTY_TO, SIGNED, RENEWS, PARTICIPATED_IN, HELD_IN, LOCATED_IN, MEMBER_OF"`
	ValidAt    string   `json:"validAt,omitempty" jsonschema:"only edges that hold on this date: YYYY, YYYY-MM or YYYY-MM-DD"`
	MinSupport int      `json:"minSupport,omitempty" jsonschema:"only edges that at least so many independent articles assert"`
	After      string   `json:"after,omitempty" jsonschema:"endCursor of the page before"`
	Lang       string   `json:"lang,omitempty" jsonschema:"language of names in the answer, such as en, zh or ar"`
	Limit      int      `json:"limit,omitempty" jsonschema:"1 to 25, else 10"`
}

func (s *server) ties(ctx context.Context, in tiesInput) (any, error) {
	first, err := limit(in.Limit)
	if err != nil {
		return nil, err
	}
	id, err := s.lookUp(ctx, in.Entity)
	if err != nil {
		return nil, err
	}
	variables := map[string]any{
		"id": id, "types": unlessEmpty(in.Types), "first": first, "validAt": unlessBlank(in.ValidAt),
		"after": unlessBlank(in.After), "lang": unlessBlank(in.Lang),
	}
	if in.MinSupport > 0 {
		variables["minSupport"] = in.MinSupport
	}
	if in.Other != "" {
		other, err := s.lookUp(ctx, in.Other)
		if err != nil {
			return nil, err
		}
		variables["other"] = []string{other}
	}
	return s.document(ctx, "ties", variables)
}

type pathInput struct {
	From     string   `json:"from" jsonschema:"id, or a name in any script"`
	To       string   `json:"to" jsonschema:"id, or a name in any script"`
	Types    []string `json:"types,omitempty" jsonschema:"only edges of these types, such as TWINNED_WITH"`
	Paths    int      `json:"paths,omitempty" jsonschema:"1 to 25, else 3"`
	MaxDepth int      `json:"maxDepth,omitempty" jsonschema:"steps, 1 to 6, else 6"`
	Lang     string   `json:"lang,omitempty" jsonschema:"language of names in the answer, such as en, zh or ar"`
}

func (s *server) path(ctx context.Context, in pathInput) (any, error) {
	from, err := s.lookUp(ctx, in.From)
	if err != nil {
		return nil, err
	}
	to, err := s.lookUp(ctx, in.To)
	if err != nil {
		return nil, err
	}
	k, depth := in.Paths, in.MaxDepth
	if k == 0 {
		k = 3
	}
	if depth == 0 {
		depth = graph.MaxDepth
	}
	return s.document(ctx, "path", map[string]any{
		"from": from, "to": to, "types": unlessEmpty(in.Types), "k": k, "maxDepth": depth, "lang": unlessBlank(in.Lang),
	})
}

type evidenceInput struct {
	ID    string `json:"id" jsonschema:"id of an edge, an entity, an article or a claim"`
	After string `json:"after,omitempty" jsonschema:"endCursor of the page before"`
	Limit int    `json:"limit,omitempty" jsonschema:"1 to 25, else 10"`
}

func (s *server) evidence(ctx context.Context, in evidenceInput) (any, error) {
	first, err := limit(in.Limit)
	if err != nil {
		return nil, err
	}
	return s.document(ctx, "evidence", map[string]any{"id": in.ID, "first": first, "after": unlessBlank(in.After)})
}

type noInput struct{}

// prepared is a question of the list.
type prepared struct {
	Number    int               `json:"number"`
	Question  string            `json:"question"`
	Variables map[string]sample `json:"variables"`
}

type sample struct {
	Type   string          `json:"type"`
	Sample json.RawMessage `json:"sample"`
}

func (s *server) questions(context.Context, noInput) (any, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	list := make([]prepared, len(all))
	for i, q := range all {
		list[i] = prepared{q.Number, q.Text, map[string]sample{}}
		for _, v := range q.Variables {
			list[i].Variables[v.Name] = sample{v.Type(), v.Sample}
		}
	}
	return map[string]any{"questions": list}, nil
}

type askInput struct {
	Number    string            `json:"number" jsonschema:"number or name of the question, see the tool questions"`
	Variables map[string]string `json:"variables,omitempty" jsonschema:"values by variable; a name stands for the entity it fits best; lists with commas"`
}

func (s *server) ask(ctx context.Context, in askInput) (any, error) {
	q, err := questions.Find(in.Number)
	if err != nil {
		return nil, err
	}
	var variables map[string]any
	err = s.store.View(ctx, func(r graph.Reader) (err error) {
		variables, err = q.Bind(ctx, r, in.Variables)
		return err
	})
	if err != nil {
		return nil, err
	}
	data, err := s.query(ctx, q.Document, variables)
	return map[string]any{"question": q.Text, "variables": variables, "answer": data}, err
}

// limit reads how many items are wanted, 0 being 10.
func limit(n int) (int, error) {
	switch {
	case n == 0:
		return 10, nil
	case n < 0:
		return 0, &graph.InvalidError{Field: "limit", Reason: "is below 1"}
	case n > MaxItems:
		return 0, &graph.LimitError{Limit: "MaxItems", Max: MaxItems, Got: n}
	}
	return n, nil
}

// unlessBlank is nil, which a document reads as not given, for "".
func unlessBlank(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func unlessEmpty(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return list
}
