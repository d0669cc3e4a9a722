package scalar_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
	"citygraph/schema/scalar"
)

func TestRead(t *testing.T) {
	date := func(v any) (string, error) { d, err := scalar.UnmarshalDate(v); return d.Value, err }
	instant := func(v any) (string, error) {
		i, err := scalar.UnmarshalDateTime(v)
		return i.UTC().Format(time.RFC3339Nano), err
	}
	number := func(v any) (string, error) {
		n, err := scalar.UnmarshalInt64(v)
		return strconv.FormatInt(n, 10), err
	}
	tests := map[string]struct {
		read func(any) (string, error)
		in   any
		want string // "" for an error
	}{
		"a day":               {date, "2024-02-29", "2024-02-29"},
		"a month":             {date, "2024-11", "2024-11"},
		"a year":              {date, "2024", "2024"},
		"an interval":         {date, "2023/2025", "2023/2025"},
		"before":              {date, "../2020", "../2020"},
		"after":               {date, "2020/..", "2020/.."},
		"no day":              {date, "2023-02-29", ""},
		"an empty date":       {date, "", ""},
		"a number as date":    {date, 2024, ""},
		"nothing as date":     {date, nil, ""},
		"an instant":          {instant, "2026-11-24T17:00:00+01:00", "2026-11-24T16:00:00Z"},
		"parts of a second":   {instant, "2026-11-24T16:00:00.000000001Z", "2026-11-24T16:00:00.000000001Z"},
		"a day as instant":    {instant, "2026-11-24", ""},
		"a number as instant": {instant, 5, ""},
		"a tag":               {scalar.UnmarshalLangTag, "zh-Hans-CN", "zh-Hans-CN"},
		"no tag":              {scalar.UnmarshalLangTag, "zh Hans", ""},
		"an empty tag":        {scalar.UnmarshalLangTag, "", ""},
		"a cursor":            {scalar.UnmarshalCursor, "abc", "abc"},
		"a long cursor":       {scalar.UnmarshalCursor, strings.Repeat("a", 5000), ""},
		"a number":            {number, json.Number("1796236"), "1796236"},
		"a literal":           {number, int64(-5), "-5"},
		"a large number":      {number, json.Number("9223372036854775808"), ""},
		"a fraction":          {number, json.Number("1.5"), ""},
		"text as number":      {number, "5", ""},
		"nothing as number":   {number, nil, ""},
		"a list as cursor":    {scalar.UnmarshalCursor, []any{"a"}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := tt.read(tt.in)
			if tt.want == "" {
				if !errors.Is(err, graph.ErrInvalid) {
					t.Errorf("got %q, %v", got, err)
				}
				return
			}
			if err != nil || got != tt.want {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestWrite(t *testing.T) {
	tests := map[string]struct {
		in   graphql.Marshaler
		want string
	}{
		"a date":     {scalar.MarshalDate(graph.Date{Value: "2020/.."}), `"2020/.."`},
		"an instant": {scalar.MarshalDateTime(time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600))), `"2026-01-02T02:04:05.000000006Z"`},
		"a tag":      {scalar.MarshalLangTag("ar"), `"ar"`},
		"a cursor":   {scalar.MarshalCursor("a\"b"), `"a\"b"`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			tt.in.MarshalGQL(&b)
			if b.String() != tt.want {
				t.Errorf("got %s, want %s", b.String(), tt.want)
			}
		})
	}
}
