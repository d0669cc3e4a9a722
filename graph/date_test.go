package graph_test

import (
	"errors"
	"testing"

	"citygraph/graph"
)

func TestParseDate(t *testing.T) {
	for value, want := range map[string]graph.Precision{
		"": "", "2024": graph.Year, "2024-11": graph.Month, "2024-02-29": graph.Day,
		"2023/2025": graph.Interval, "2023-01/2023-01-31": graph.Interval, "../2020": graph.Before, "2020/..": graph.After,
	} {
		d, err := graph.ParseDate(value)
		if err != nil || d.Precision() != want {
			t.Errorf("%q: precision %q, error %v; want %q", value, d.Precision(), err, want)
		}
	}
	for _, value := range []string{"24", "2024-13", "2023-02-29", "2024-1-1", "../..", "2025/2023", "/2020", "2020/", "..", "2024-11-30T10:00", "soon"} {
		if _, err := graph.ParseDate(value); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%q: error %v, want ErrInvalid", value, err)
		}
	}
}

func TestDateRelations(t *testing.T) {
	date := func(v string) graph.Date { return graph.Date{Value: v} }
	for _, c := range []struct {
		a, b               string
		contains, overlaps bool
	}{
		{"2024", "2024-11-30", true, true},
		{"2024-11", "2024", false, true},
		{"2024-02", "2024-02-29", true, true},
		{"2024-02", "2024-03-01", false, false},
		{"2019/2021", "2020", true, true},
		{"2019/2021", "2021-05/2022", false, true},
		{"../2020", "1990", true, true},
		{"../2020", "../1990", true, true},
		{"2020/..", "../2019-12-31", false, false},
		{"2020/..", "2025", true, true},
		{"", "2025", false, false},
		{"2025", "", false, false},
	} {
		if got := date(c.a).Contains(date(c.b)); got != c.contains {
			t.Errorf("%q contains %q: %v", c.a, c.b, got)
		}
		if got := date(c.a).Overlaps(date(c.b)); got != c.overlaps {
			t.Errorf("%q overlaps %q: %v", c.a, c.b, got)
		}
		if date(c.a).Overlaps(date(c.b)) != date(c.b).Overlaps(date(c.a)) {
			t.Errorf("%q and %q: overlapping has a direction", c.a, c.b)
		}
	}
}

// FuzzParseDate: what is accepted has a precision and orderly bounds; nothing panics.
func FuzzParseDate(f *testing.F) {
	f.Add("2024-11-30")
	f.Add("../2020")
	f.Fuzz(func(t *testing.T, value string) {
		d, err := graph.ParseDate(value)
		first, last := graph.Date{Value: value}.Bounds()
		if err != nil || d.IsZero() {
			return
		}
		if d.Precision() == "" || first != "" && last != "" && first > last || first == "" && last == "" {
			t.Errorf("%q: precision %q, bounds %q to %q", value, d.Precision(), first, last)
		}
		if !d.Contains(d) || !d.Overlaps(d) {
			t.Errorf("%q does not contain itself", value)
		}
	})
}
