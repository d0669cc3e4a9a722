package claim_test

import (
	"testing"

	"citygraph/graph"
)

// TestFigures checks which numbers beside a word for ties count the ties of a place. Every
// number mention has the value 9, whatever it is written as.
func TestFigures(t *testing.T) {
	for name, tc := range map[string]struct {
		tag, text string
		want      int
	}{
		"count":            {"en", "[City Lismore] has [Number nine] sister cities.", 1},
		"guests":           {"en", "Delegations from [Number nine] sister cities came to [City Lismore].", 0},
		"year of an event": {"en", "[City Lismore] hosted the [Number 2025] Sister Cities Forum.", 0},
		"in one country":   {"en", "[City Lismore] has [Number nine] sister cities in [Country Japan].", 0},
		"arabic guests":    {"ar", "منتدى المدن الصديقة في [City ألف] يجمع [Number تسعة] وفود", 0},
	} {
		t.Run(name, func(t *testing.T) {
			doc, mentions, entities := world(t, tc.tag, tc.text)
			got := 0
			for _, c := range extractor(t).Extract(doc, mentions, entities).Claims {
				if c.Figure == graph.TwinCount || c.Figure == graph.FriendlyExchangeCount {
					got++
				}
			}
			if got != tc.want {
				t.Errorf("%d counts, want %d", got, tc.want)
			}
		})
	}
}

// TestCancelledVisits checks that a journey that was called off is no visit.
func TestCancelledVisits(t *testing.T) {
	for name, tc := range map[string]struct {
		tag, text string
		want      int
	}{
		"visit":     {"en", "[Person A B] visited [City Cork].", 1},
		"cancelled": {"en", "[Person A B] cancelled a visit to [City Cork].", 0},
		"chinese":   {"zh", "[Person 林克]取消访问[City 武汉]。", 0},
	} {
		t.Run(name, func(t *testing.T) {
			doc, mentions, entities := world(t, tc.tag, tc.text)
			got := 0
			for _, c := range extractor(t).Extract(doc, mentions, entities).Claims {
				if c.Type == graph.Visited {
					got++
				}
			}
			if got != tc.want {
				t.Errorf("%d visits, want %d", got, tc.want)
			}
		})
	}
}
