package claim_test

import (
	"testing"

	"citygraph/graph"
)

// TestClauses checks what one clause of a sentence may not take from another: a tie that was
// broken makes no document, a journey is not read both ways, towns named as somebody's twins
// are not one another's.
func TestClauses(t *testing.T) {
	for name, tc := range map[string]struct {
		tag, text string
		edge      graph.EdgeType
		want      int
	}{
		"broken":      {"ar", "أنهت [City ألف] اتفاقية التوأمة مع [City باء].", graph.PartyTo, 0},
		"made":        {"ar", "وقعت [City ألف] اتفاقية التوأمة مع [City باء].", graph.PartyTo, 2},
		"apposed":     {"ar", "بدأت [City ألف] مع مدينتين، هما [City باء] و[City جيم]، ثم امتدت توأماتها.", graph.TwinnedWith, 2},
		"then also":   {"ar", "وقعت [City ألف] اتفاقية توأمة مع [City باء]، ثم مع [City جيم].", graph.TwinnedWith, 2},
		"both became": {"ar", "اقتربت [City ألف] من [City باء]، ثم أصبحتا مدينتين شقيقتين.", graph.TwinnedWith, 1},
	} {
		t.Run(name, func(t *testing.T) {
			doc, mentions, entities := world(t, tc.tag, tc.text)
			got := 0
			for _, c := range extractor(t).Extract(doc, mentions, entities).Claims {
				if c.Type == tc.edge {
					got++
				}
			}
			if got != tc.want {
				t.Errorf("%d claims of %s, want %d", got, tc.edge, tc.want)
			}
		})
	}
}
