package claim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

// TestSeats checks which town an office without one is taken to be of.
func TestSeats(t *testing.T) {
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"where the clause led to": {
			"[City Home] is proud.\nThe group went on to [City Away], where it was received by [Office Mayor] [Person Ann].",
			[]string{"Ann>Away"},
		},
		"where the party came from": {
			"[City Home] received a delegation from [City Away].\nThe visitors were led by [Office Mayor] [Person Ann].",
			[]string{"Ann>Away"},
		},
		"two titles in a row": {
			"[City Home]'s [Office Mayor], [Office Councillor] [Person Ann], spoke.",
			[]string{"Ann>Home"},
		},
		"the same office elsewhere": {
			"[Person Ann], the [Office mayor] of [City Home], and her colleague from [City Away], [Person Bob], spoke.",
			[]string{"Ann>Home", "Bob>Away"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			mayor := func(c graph.Claim) bool { return c.Office == "MAYOR" }
			if diff := cmp.Diff(tc.want, relations(t, "en", tc.text, mayor)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestListsGoOn checks that a name nobody knows does not end a list of towns.
func TestListsGoOn(t *testing.T) {
	text := "[City Home] is twinned with [City Away], Nowhere, [City Far] and [City Near]."
	want := []string{"Home>Away", "Home>Far", "Home>Near"}
	got := relations(t, "en", text, func(c graph.Claim) bool { return c.Type == graph.TwinnedWith })
	for i, pair := range got { // a tie has no direction
		if from, to, _ := strings.Cut(pair, ">"); to == "Home" {
			got[i] = to + ">" + from
		}
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
