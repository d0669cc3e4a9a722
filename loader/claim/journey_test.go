package claim_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

// relations returns the claims of a type as "subject>object" by main name, sorted.
func relations(t *testing.T, tag, text string, keep func(graph.Claim) bool) []string {
	t.Helper()
	doc, mentions, entities := world(t, tag, text)
	names := map[graph.EntityID]string{}
	for _, e := range entities {
		names[e.ID] = e.Main
	}
	out := []string{}
	for _, c := range extractor(t).Extract(doc, mentions, entities).Claims {
		if keep(c) {
			out = append(out, names[c.Subject]+">"+names[c.Object])
		}
	}
	slices.Sort(out)
	return out
}

func visited(c graph.Claim) bool { return c.Type == graph.Visited && c.Modality != graph.Denied }

// TestJourneys checks that whoever is named as one of a party has been where the party went,
// and that whom the party called on has not.
func TestJourneys(t *testing.T) {
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"members named afterwards": {
			"[Office Mayor] [Person Ann] of [City Home] led a delegation to [City Away].\nWith her were [Person Bob] and [Person Cy].",
			[]string{"Ann>Away", "Bob>Away", "Cy>Away"},
		},
		"stops told afterwards": {
			"[Office Mayor] [Person Ann] of [City Home] flew to [City Away], accompanied by [Person Bob].\nThe delegation travelled on to [City Far].",
			[]string{"Ann>Away", "Ann>Far", "Bob>Away", "Bob>Far"},
		},
		"one on its own": {
			"[Office Mayor] [Person Ann] of [City Home] visited [City Away].\nWith her were [Person Bob] and [Person Cy].\n[Person Bob] reported.\nThey were glad.\n[Person Ann] later visited [City Far].",
			[]string{"Ann>Away", "Ann>Far", "Bob>Away", "Cy>Away"},
		},
		"host of the call": {
			"[Office Mayor] [Person Ann] of [City Home] called on [Office Mayor] [Person Bob] of [City Away], visited [City Far] and left.",
			[]string{"Ann>Away", "Ann>Far"},
		},
		"a choir of the place": {
			"[Office Mayor] [Person Ann] of [City Home] led a delegation to [City Away].\nIn [City Far] schools sang.",
			[]string{"Ann>Away"},
		},
		"a leader named after the visit": {
			"A delegation from [City Home] visited [City Away].\n[Office Mayor] [Person Ann] led the group, which included [Person Bob].",
			[]string{"Ann>Away", "Bob>Away", "Home>Away"},
		},
		"delegations at a meeting": {
			"The summit closed in [City Away].\nDelegations from [City Home] and [City Far] took part in it in [City Away].",
			[]string{"Far>Away", "Home>Away"},
		},
		"speakers at a meeting": {
			"The summit closed in [City Away].\n[Person Ann], [Office mayor] of [City Home], chaired the last session in [City Away].",
			[]string{"Ann>Away"},
		},
		"the head of the host at its own meeting": {
			"The summit closed in [City Away].\n[Person Ann], [Office mayor] of [City Away], chaired the last session in [City Away].",
			[]string{},
		},
		"invited": {
			"[Office Mayor] [Person Ann] of [City Home] invited [Person Bob] to visit [City Home].",
			[]string{},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, relations(t, "en", tc.text, visited)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWhoCame checks who is a guest of whom in sentences where more than guests are named.
func TestWhoCame(t *testing.T) {
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"who came along, not whom they talked to": {
			"[Person 林克]率团访问[City 武汉]。\n[Institution 大学][Office 校长][Person 朴成贤]随团来访，并与[Person 舒平]座谈。",
			[]string{"朴成贤>武汉", "林克>武汉"},
		},
		"the host shows the way": {
			"[City 武汉][Office 市长][Person 王民]陪同[City 林登][Office 市长][Person 林克]考察了[Institution 武汉港]。",
			[]string{"林克>武汉港"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, relations(t, "zh", tc.text, visited)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDenials checks that what an article denies is a claim of its own kind, without state.
func TestDenials(t *testing.T) {
	for name, tc := range map[string]struct {
		tag, text string
		want      []string
	}{
		"tie":     {"en", "[City Cork] has denied that it is a sister city of [City Lima].", []string{"Cork>Lima"}},
		"visit":   {"en", "[Person A B] never visited [City Cork].", []string{"A B>Cork"}},
		"meeting": {"en", "[Person A B] has not met [Person C D].", []string{"C D>A B"}},
		"said":    {"en", "[City Cork] is a sister city of [City Lima].", []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			denied := func(c graph.Claim) bool { return c.Modality == graph.Denied && c.Status == "" && c.Date.IsZero() }
			if diff := cmp.Diff(tc.want, relations(t, tc.tag, tc.text, denied)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
