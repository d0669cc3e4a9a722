// Package scalar reads and writes the scalars of the API: Date, DateTime, LangTag and Cursor, which
// travel as text, and Int64. What cannot be read is a *graph.InvalidError.
package scalar

import (
	"io"
	"regexp"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
)

// maxCursorBytes bounds a cursor; a longer one was not made here.
const maxCursorBytes = 4 << 10

// MarshalDate writes the EDTF value of a date.
func MarshalDate(d graph.Date) graphql.Marshaler { return graphql.MarshalString(d.Value) }

// UnmarshalDate reads an EDTF value.
func UnmarshalDate(v any) (graph.Date, error) {
	s, err := text("Date", v)
	if err != nil {
		return graph.Date{}, err
	}
	if s == "" {
		return graph.Date{}, &graph.InvalidError{Field: "Date", Reason: "is empty"}
	}
	return graph.ParseDate(s)
}

// MarshalDateTime writes an instant in RFC 3339, in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano))) //nolint:errcheck // gqlgen writes to memory
	})
}

// UnmarshalDateTime reads an instant in RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, err := text("DateTime", v)
	if err != nil {
		return time.Time{}, err
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, &graph.InvalidError{Field: "DateTime", Reason: "is no instant in RFC 3339"}
	}
	return t, nil
}

// MarshalLangTag writes a language tag.
func MarshalLangTag(tag string) graphql.Marshaler { return graphql.MarshalString(tag) }

var langTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$`)

// UnmarshalLangTag reads a language tag of the shape of BCP 47.
func UnmarshalLangTag(v any) (string, error) {
	s, err := text("LangTag", v)
	if err == nil && !langTag.MatchString(s) {
		err = &graph.InvalidError{Field: "LangTag", Reason: "is no BCP 47 tag"}
	}
	return s, err
}

// MarshalCursor writes a cursor.
func MarshalCursor(c string) graphql.Marshaler { return graphql.MarshalString(c) }

// UnmarshalCursor reads a cursor; what it means only its list can tell.
func UnmarshalCursor(v any) (string, error) {
	s, err := text("Cursor", v)
	if err == nil && len(s) > maxCursorBytes {
		err = &graph.InvalidError{Field: "Cursor", Reason: "is too long"}
	}
	return s, err
}

// MarshalInt64 writes a number.
func MarshalInt64(n int64) graphql.Marshaler { return graphql.MarshalInt64(n) }

// UnmarshalInt64 reads a whole number.
func UnmarshalInt64(v any) (int64, error) {
	n, err := graphql.UnmarshalInt64(v)
	_, isText := v.(string)
	if err != nil || isText || v == nil {
		return 0, &graph.InvalidError{Field: "Int64", Reason: "is no whole number of 64 bits"}
	}
	return n, nil
}

func text(scalar string, v any) (string, error) {
	s, ok := v.(string)
	if !ok {
		return "", &graph.InvalidError{Field: scalar, Reason: "is no text"}
	}
	return s, nil
}
