package export_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/export"
)

func TestSelect(t *testing.T) {
	many := func(n int) map[string][]string {
		return map[string][]string{"others": {strings.Repeat("city:1,", n-1) + "city:1"}}
	}
	tests := map[string]struct {
		values map[string][]string
		want   export.Options
		err    error
	}{
		"nothing": {nil, export.Options{}, nil},
		"lists as values and with commas": {
			map[string][]string{"types": {"TWINNED_WITH,VISITED", "MET"}, "nodeTypes": {"City"}, "tiers": {"SISTER"}},
			export.Options{Types: []graph.EntityType{graph.City}, Edges: graph.EdgeFilter{
				Types: []graph.EdgeType{graph.TwinnedWith, graph.Visited, graph.Met}, Tiers: []graph.Tier{graph.TierSister},
			}},
			nil,
		},
		"of articles": {
			map[string][]string{"langs": {"zh,ar"}, "sources": {"sample-en"}},
			export.Options{Edges: graph.EdgeFilter{Langs: []string{"zh", "ar"}, Sources: []string{"sample-en"}}},
			nil,
		},
		"single values": {
			map[string][]string{"date": {"2020/2024"}, "validAt": {"2022"}, "asOf": {"2025-01-01T00:00:00Z"}, "minConfidence": {"0.5"}, "minSupport": {"2"}},
			export.Options{Edges: graph.EdgeFilter{
				Date: graph.Date{Value: "2020/2024", Method: graph.Stated}, ValidAt: graph.Date{Value: "2022", Method: graph.Stated},
				AsOf: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), MinConfidence: 0.5, MinSupport: 2,
			}},
			nil,
		},
		"a byte order mark":      {map[string][]string{"bom": {"true"}}, export.Options{BOM: true}, nil},
		"neither true nor false": {map[string][]string{"bom": {"maybe"}}, export.Options{}, graph.ErrInvalid},
		"an unknown field":       {map[string][]string{"tier": {"SISTER"}}, export.Options{}, graph.ErrInvalid},
		"an unknown code":        {map[string][]string{"tiers": {"sister"}}, export.Options{}, graph.ErrInvalid},
		"an empty id":            {map[string][]string{"others": {""}}, export.Options{}, graph.ErrInvalid},
		"no date":                {map[string][]string{"date": {"May 2020"}}, export.Options{}, graph.ErrInvalid},
		"an empty date":          {map[string][]string{"validAt": {""}}, export.Options{}, graph.ErrInvalid},
		"two dates":              {map[string][]string{"date": {"2020", "2021"}}, export.Options{}, graph.ErrInvalid},
		"no instant":             {map[string][]string{"asOf": {"2025"}}, export.Options{}, graph.ErrInvalid},
		"too sure":               {map[string][]string{"minConfidence": {"1.5"}}, export.Options{}, graph.ErrInvalid},
		"not a number":           {map[string][]string{"minConfidence": {"NaN"}}, export.Options{}, graph.ErrInvalid},
		"half an article":        {map[string][]string{"minSupport": {"0.5"}}, export.Options{}, graph.ErrInvalid},
		"as many as are allowed": {many(export.MaxSelect), export.Options{Edges: graph.EdgeFilter{Others: repeat("city:1", export.MaxSelect)}}, nil},
		"more than are allowed":  {many(export.MaxSelect + 1), export.Options{}, graph.ErrLimit},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := export.Select(tt.values)
			if !errors.Is(err, tt.err) {
				t.Fatalf("error %v, want %v", err, tt.err)
			}
			if err != nil {
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func repeat(id graph.EntityID, n int) []graph.EntityID {
	list := make([]graph.EntityID, n)
	for i := range list {
		list[i] = id
	}
	return list
}
