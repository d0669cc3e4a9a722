package server

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits bound a request before it is parsed. A value of 0 or less is no bound.
type Limits struct {
	Tokens             int // of the document, comments aside
	NameBytes          int // of one name: the validator compares an unknown one with all of the schema
	Depth              int // fields inside fields
	IntrospectionDepth int // the same for operations that ask for the schema only
	Aliases            int
	RootFields         int // of one operation, fragments expanded
	Directives         int
	Fragments          int // definitions
	Spreads            int // of named fragments
	Repeats            int // fields with one response path, fragments expanded
	Selections         int // fields and fragments of the document, fragments expanded
	VariableDepth      int // lists and objects inside each other
	ListItems          int // of one list among the variables
}

// DefaultLimits returns the bounds that fit every question of an analyst and the introspection
// query of the common consoles.
func DefaultLimits() Limits {
	return Limits{
		Tokens: 1000, NameBytes: 128, Depth: 12, IntrospectionDepth: 16, Aliases: 30, RootFields: 20, Directives: 50,
		Fragments: 20, Spreads: 40, Repeats: 20, Selections: 5000, VariableDepth: 32, ListItems: 1000,
	}
}

// guard refuses documents and variables beyond its limits before gqlgen parses them.
type guard struct{ limits Limits }

// ExtensionName names the guard for gqlgen.
func (guard) ExtensionName() string { return "Guard" }

// Validate accepts every schema.
func (guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters measures the request; it changes nothing.
func (g guard) MutateOperationParameters(_ context.Context, params *graphql.RawParams) *gqlerror.Error {
	if err := g.check(params); err != nil {
		return err
	}
	return nil
}

func (g guard) check(params *graphql.RawParams) *gqlerror.Error {
	doc, err := scan(params.Query, g.limits)
	if err != nil {
		return err
	}
	if err := doc.check(g.limits); err != nil {
		return err
	}
	for _, v := range params.Variables {
		if err := g.limits.variable(v, 1); err != nil {
			return err
		}
	}
	return nil
}

// variable bounds the nesting and the lists of a value of decoded JSON.
func (l Limits) variable(v any, depth int) *gqlerror.Error {
	if err := within("VariableDepth", l.VariableDepth, depth); err != nil {
		return err
	}
	var children []any
	switch v := v.(type) {
	case []any:
		if err := within("ListItems", l.ListItems, len(v)); err != nil {
			return err
		}
		children = v
	case map[string]any:
		for _, child := range v {
			children = append(children, child)
		}
	}
	for _, child := range children {
		if err := l.variable(child, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// within refuses what is beyond a limit; the error names the limit as Limits spells it.
func within(limit string, most, got int) *gqlerror.Error {
	if most <= 0 || got <= most {
		return nil
	}
	return &gqlerror.Error{
		Message:    fmt.Sprintf("the request passes the limit %s, which is %d", limit, most),
		Extensions: map[string]any{"code": CodeLimit, "limit": limit, "max": most},
	}
}
