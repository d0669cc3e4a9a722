package match_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/match"
	"citygraph/graph/namekey"
)

// named is a city with names as graphtest.Place takes them.
func store(t *testing.T) *graphtest.Memory {
	t.Helper()
	story := graphtest.NewStory("names", "en", "2024-01-01", "sample")
	shanghai := graphtest.Place("city:1", "country:CN", "en:Shanghai", "zh:上海", "ar:شانغهاي")
	for _, twin := range []graph.Entity{
		graphtest.Place("city:2", "country:IE", "en:Cork"), graphtest.Place("city:3", "country:ES", "es:Córdoba"),
		graphtest.Place("city:4", "country:AR", "es:Córdoba"), graphtest.Place("city:5", "country:US", "en:San Francisco", "zh:旧金山"),
		graphtest.Place("city:6", "country:SA", "ar:جدة"), graphtest.Place("city:7", "country:DE", "de:Hamburg"),
		graphtest.Place("city:8", "country:DE", "de:Homburg"),
	} {
		story.Fact(shanghai, graph.TwinnedWith, twin)
	}
	m := graphtest.NewMemory()
	if _, err := m.Apply(t.Context(), graph.Batch{Assertions: []graph.Assertion{story.Assertion()}}, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestCandidates looks for names as people write them in lists.
func TestCandidates(t *testing.T) {
	r := store(t)
	tests := map[string]struct {
		query   match.Query
		want    []graph.EntityID // the best ones
		certain bool
	}{
		"the name":                       {match.Query{Name: "Shanghai"}, []graph.EntityID{"city:1"}, true},
		"in capitals and another script": {match.Query{Name: "SHANGHAI"}, []graph.EntityID{"city:1"}, true},
		"in Chinese":                     {match.Query{Name: "上海"}, []graph.EntityID{"city:1"}, true},
		"in Traditional Chinese":         {match.Query{Name: "舊金山"}, []graph.EntityID{"city:5"}, true},
		"with its rank":                  {match.Query{Name: "上海市"}, []graph.EntityID{"city:1"}, false},
		"with a mistake":                 {match.Query{Name: "Shannghai"}, []graph.EntityID{"city:1"}, false},
		"two words, one mistaken":        {match.Query{Name: "san fransisco"}, []graph.EntityID{"city:5"}, false},
		"two words, both mistaken":       {match.Query{Name: "sann fransisco"}, []graph.EntityID{"city:5"}, false},
		"letters that Arabs interchange": {match.Query{Name: "جده"}, []graph.EntityID{"city:6"}, true},
		"a word too many":                {match.Query{Name: "Cork City"}, []graph.EntityID{"city:2"}, false},
		"two of one name":                {match.Query{Name: "Cordoba"}, []graph.EntityID{"city:3", "city:4"}, false},
		"two of one name, by country":    {match.Query{Name: "Cordoba", Country: "country:AR"}, []graph.EntityID{"city:4", "city:3"}, true},
		"of another type":                {match.Query{Name: "Cork", Types: []graph.EntityType{graph.Person}}, nil, false},
		"nothing like it":                {match.Query{Name: "Ouagadougou"}, nil, false},
		"no name":                        {match.Query{Name: " - "}, nil, false},
		"a short word":                   {match.Query{Name: "xx"}, nil, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			all, err := match.Candidates(t.Context(), r, []match.Query{tt.query}, 5, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			var got []graph.EntityID
			for _, c := range all[0] {
				got = append(got, c.Node.ID)
				if c.Score < 0 || c.Score > 100 || len(c.Features) == 0 || c.Features[0].Reason == "" {
					t.Errorf("candidate %+v", c)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if len(all[0]) > 0 && all[0][0].Certain != tt.certain {
				t.Errorf("score %.1f, certain %t", all[0][0].Score, all[0][0].Certain)
			}
		})
	}
}

func TestBounds(t *testing.T) {
	r := store(t)
	for name, tt := range map[string]struct {
		queries, limit int
		want           error
	}{
		"as many as are allowed": {match.MaxQueries, match.MaxCandidates, nil},
		"too many names":         {match.MaxQueries + 1, 1, graph.ErrLimit},
		"too many candidates":    {1, match.MaxCandidates + 1, graph.ErrLimit},
		"no candidate":           {1, 0, graph.ErrInvalid},
	} {
		if _, err := match.Candidates(t.Context(), r, make([]match.Query, tt.queries), tt.limit, time.Time{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	spellings, err := match.Respell(t.Context(), r, namekey.Key("shannghai corc hambrug"))
	if err != nil || len(spellings) == 0 || len(spellings) > match.MaxSpellings {
		t.Errorf("%d spellings, %v", len(spellings), err)
	}
	if long, err := match.Respell(t.Context(), r, strings.Repeat("corc ", 9)); err != nil || len(long) > 0 {
		t.Errorf("a sentence is respelt: %q, %v", long, err)
	}
}
