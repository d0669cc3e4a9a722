package resolver

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
)

// ErrBadCursor says that a cursor is no cursor of this list in this order under this filter.
var ErrBadCursor = errors.New("the cursor belongs to another list, filter or order")

// cut is how a caller cuts a list into a page.
type cut struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// page reads the cut. list tells the list, its filter and its order apart from all others;
// totalCount is counted only where the field being resolved selects it.
func (c cut) page(ctx context.Context, list string) (graph.Page, error) {
	p := graph.Page{Limit: graph.DefaultPage, WithTotal: selects(ctx, "totalCount")}
	size := c.first
	if c.last != nil {
		size, p.Backward = c.last, true
	}
	switch {
	case c.first != nil && c.last != nil:
		return p, &graph.InvalidError{Field: "first, last", Reason: "exclude each other"}
	case size != nil && *size < 1:
		return p, &graph.InvalidError{Field: "first, last", Reason: "is below 1"}
	case size != nil && *size > graph.MaxPage:
		return p, &graph.LimitError{Limit: "MaxPage", Max: graph.MaxPage, Got: *size}
	case size != nil:
		p.Limit = *size
	}
	var err error
	if p.After, err = readCursor(list, c.after); err != nil {
		return p, err
	}
	p.Before, err = readCursor(list, c.before)
	return p, err
}

func selects(ctx context.Context, field string) bool {
	return graphql.HasOperationContext(ctx) && graphql.GetFieldContext(ctx) != nil && graphql.FieldRequested(ctx, field)
}

// cursor is a position with the mark of its list. It travels as base64 of its JSON.
type cursor struct {
	List  string `json:"l"`
	Value string `json:"v,omitempty"`
	ID    string `json:"i"`
}

func writeCursor(list string, p graph.Position) string {
	b, err := json.Marshal(cursor{mark(list), p.Value, p.ID})
	if err != nil {
		panic("resolver: cursor cannot be written: " + err.Error()) // three strings always can
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(list string, text *string) (graph.Position, error) {
	if text == nil {
		return graph.Position{}, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(*text)
	if err != nil {
		return graph.Position{}, ErrBadCursor
	}
	var c cursor
	if err := json.Unmarshal(b, &c); err != nil || c.List != mark(list) || c.ID == "" {
		return graph.Position{}, ErrBadCursor
	}
	return graph.Position{Value: c.Value, ID: c.ID}, nil
}

// mark is a short digest of what a cursor is bound to; the version comes first, so that a
// change of the format refuses older cursors.
func mark(list string) string {
	sum := sha256.Sum256([]byte("1" + list))
	return base64.RawURLEncoding.EncodeToString(sum[:6])
}
