package questions

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// Bind makes the variables of a request: the samples, but for what is given as text by
// variable name. Lists are given with commas. Names are looked up in r.
//
// A given variable that the question has not, and text that does not fit the variable's type,
// is an *InvalidError; a name that nothing bears is graph.ErrNotFound.
func (q Question) Bind(ctx context.Context, r graph.NodeReader, given map[string]string) (map[string]any, error) {
	bound := map[string]any{}
	for _, v := range q.Variables {
		value, err := v.value(given)
		if err != nil {
			return nil, err
		}
		if v.kind.Name() == "ID" {
			if value, err = v.resolve(ctx, r, value); err != nil {
				return nil, err
			}
		}
		bound[v.Name] = value
	}
	for name := range given {
		if _, ok := bound[name]; !ok {
			return nil, &graph.InvalidError{Field: name, Reason: fmt.Sprintf("is no variable of question %d", q.Number)}
		}
	}
	return bound, nil
}

// value is what is given for the variable, else its sample.
func (v Variable) value(given map[string]string) (any, error) {
	text, ok := given[v.Name]
	if !ok {
		var sample any
		err := json.Unmarshal(v.Sample, &sample)
		return sample, err
	}
	if v.kind.Elem == nil {
		return v.scalar(text)
	}
	list := []any{}
	for _, part := range strings.Split(text, ",") {
		item, err := v.scalar(strings.TrimSpace(part))
		if err != nil {
			return nil, err
		}
		list = append(list, item)
	}
	return list, nil
}

func (v Variable) scalar(text string) (any, error) {
	switch v.kind.Name() {
	case "Int", "Float", "Boolean", "Int64":
		var value any
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			return nil, &graph.InvalidError{Field: v.Name, Reason: fmt.Sprintf("%q is no %s", text, v.kind.Name())}
		}
		return value, nil
	}
	return text, nil
}

// resolve turns names into ids, in a list one by one.
func (v Variable) resolve(ctx context.Context, r graph.NodeReader, value any) (any, error) {
	switch value := value.(type) {
	case string:
		return v.lookUp(ctx, r, value)
	case []any:
		ids := make([]any, len(value))
		for i, item := range value {
			id, err := v.resolve(ctx, r, item)
			if err != nil {
				return nil, err
			}
			ids[i] = id
		}
		return ids, nil
	}
	return value, nil
}

func (v Variable) lookUp(ctx context.Context, r graph.NodeReader, name string) (string, error) {
	if isID(name) {
		return name, nil
	}
	key := namekey.Key(name)
	if key == "" {
		return "", &graph.InvalidError{Field: v.Name, Reason: fmt.Sprintf("%q is no name", name)}
	}
	f := graph.NodeFilter{Types: v.Types, Name: key, Order: graph.ByMatch}
	found, err := r.FindNodes(ctx, f, graph.Page{Limit: 1})
	if err != nil {
		return "", err
	}
	if len(found.Items) == 0 {
		return "", fmt.Errorf("%s: nothing is called %q: %w", v.Name, name, graph.ErrNotFound)
	}
	return string(found.Items[0].ID), nil
}

// isID reports whether text is an id of the graph rather than a name.
func isID(text string) bool {
	if graph.EntityID(text).TypeOf() != "" {
		return strings.Contains(text, ":")
	}
	for _, prefix := range []string{"article:", "claim:", "edge:"} {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}
