package analyze_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/graph"
	"citygraph/graph/analyze"
	"citygraph/graph/graphtest"
)

// firstLoad and secondLoad are the record times of the two loads.
var (
	firstLoad  = time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
	secondLoad = time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
)

// diplomacy is the oracle with both loads.
func diplomacy(t testing.TB) *graphtest.Memory {
	t.Helper()
	m := graphtest.NewMemory()
	first, second := graphtest.Diplomacy()
	apply(t, m, firstLoad, first...)
	apply(t, m, secondLoad, second...)
	return m
}

func apply(t testing.TB, m *graphtest.Memory, at time.Time, as ...graph.Assertion) {
	t.Helper()
	if _, err := m.Apply(context.Background(), graph.Batch{Assertions: as, Run: at.String()}, at); err != nil {
		t.Fatal(err)
	}
}

// graphOf loads stories into an empty oracle.
func graphOf(t testing.TB, stories ...*graphtest.Story) *graphtest.Memory {
	t.Helper()
	m := graphtest.NewMemory()
	var as []graph.Assertion
	for _, s := range stories {
		as = append(as, s.Assertion())
	}
	apply(t, m, firstLoad, as...)
	return m
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func city(n int, country string) graph.Entity {
	return graphtest.Place(graph.CityID(int64(9_000_000+n)), graph.CountryID(country), "en:Town "+string(rune('A'+n)))
}

// tied makes a graph of ties between numbered towns.
func tied(t testing.TB, pairs ...[2]int) *graphtest.Memory {
	t.Helper()
	s := graphtest.NewStory("ties", "en", "2020-01-01", "test")
	for _, p := range pairs {
		s.Fact(city(p[0], "IE"), graph.TwinnedWith, city(p[1], "IE"))
	}
	return graphOf(t, s)
}

func TestUnknownEntity(t *testing.T) {
	m, ctx, f := diplomacy(t), t.Context(), graph.EdgeFilter{}
	day, nowhere := graph.Date{Value: "2025"}, graph.EntityID("city:0")
	for name, ask := range map[string]func() error{
		"between":       func() error { _, err := analyze.Between(ctx, m, nowhere, graphtest.Cork.ID, f); return err },
		"timeline":      func() error { _, err := analyze.Timeline(ctx, m, nowhere, day, f); return err },
		"anniversaries": func() error { _, err := analyze.Anniversaries(ctx, m, nowhere, 2025, 5, f); return err },
		"endings":       func() error { _, err := analyze.Endings(ctx, m, nowhere, day, f); return err },
		"silent":        func() error { _, err := analyze.SilentTies(ctx, m, nowhere, day, 1, f); return err },
		"upgrades":      func() error { _, err := analyze.Upgrades(ctx, m, nowhere, f); return err },
		"balance":       func() error { _, err := analyze.VisitBalance(ctx, m, nowhere, day, f); return err },
		"unconfirmed":   func() error { _, err := analyze.Unconfirmed(ctx, m, nowhere, day, 1, f); return err },
		"visitors":      func() error { _, err := analyze.VisitorsOfBoth(ctx, m, nowhere, nowhere, nil, f); return err },
		"partners":      func() error { _, err := analyze.ComparePartners(ctx, m, nowhere, nowhere, f); return err },
		"triads":        func() error { _, err := analyze.Triads(ctx, m, nowhere, f); return err },
		"due":           func() error { _, err := analyze.DueAgreements(ctx, m, nowhere, day, 1, f); return err },
		"figures":       func() error { _, err := analyze.FigureSeries(ctx, m, nowhere, nil, f); return err },
		"brokers":       func() error { _, err := analyze.Brokers(ctx, m, nowhere, nowhere, f); return err },
		"counterparts":  func() error { _, err := analyze.Counterparts(ctx, m, nowhere, nowhere, nil, f); return err },
		"follow-ups":    func() error { _, err := analyze.FollowUps(ctx, m, nowhere, 1, f); return err },
		"commitments":   func() error { _, err := analyze.Commitments(ctx, m, nowhere, nowhere, day, nil, f); return err },
		"acquaintances": func() error { _, err := analyze.Acquaintances(ctx, m, nowhere, f); return err },
		"suggest":       func() error { _, err := analyze.Suggest(ctx, m, nowhere, f); return err },
		"facets":        func() error { _, err := analyze.CountBy(ctx, m, nowhere, analyze.Facets(), f); return err },
	} {
		if err := ask(); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBadArguments(t *testing.T) {
	m, ctx, f := diplomacy(t), t.Context(), graph.EdgeFilter{}
	cork, year := graphtest.Cork.ID, graph.Date{Value: "2025"}
	for name, c := range map[string]struct {
		ask  func() error
		want error
	}{
		"step 0":         {func() error { _, err := analyze.Anniversaries(ctx, m, cork, 2025, 0, f); return err }, graph.ErrInvalid},
		"negative days":  {func() error { _, err := analyze.Unconfirmed(ctx, m, cork, year, -1, f); return err }, graph.ErrInvalid},
		"window at most": {func() error { _, err := analyze.Unconfirmed(ctx, m, cork, year, analyze.MaxWindow, f); return err }, nil},
		"window beyond":  {func() error { _, err := analyze.Unconfirmed(ctx, m, cork, year, analyze.MaxWindow+1, f); return err }, graph.ErrLimit},
		"no day":         {func() error { _, err := analyze.SilentTies(ctx, m, cork, graph.Date{}, 1, f); return err }, graph.ErrInvalid},
		"half a period": {func() error {
			_, err := analyze.SilentTies(ctx, m, cork, graph.Date{Value: "2020/.."}, 1, f)
			return err
		}, graph.ErrInvalid},
		"no window":       {func() error { _, err := analyze.TieDynamics(ctx, m, "", year, 0, f); return err }, graph.ErrInvalid},
		"times reversed":  {func() error { _, err := analyze.Differences(ctx, m, secondLoad, firstLoad, f); return err }, graph.ErrInvalid},
		"equal times":     {func() error { _, err := analyze.Differences(ctx, m, firstLoad, firstLoad, f); return err }, graph.ErrInvalid},
		"cancelled":       {func() error { _, err := analyze.Triads(cancelled(ctx), m, "", f); return err }, context.Canceled},
		"whole graph too": {func() error { _, err := analyze.Triads(ctx, m, "", f); return err }, nil},
	} {
		if err := c.ask(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func cancelled(ctx context.Context) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	cancel()
	return ctx
}

func TestNetworkLimit(t *testing.T) {
	star := func(nodes int) *graphtest.Memory {
		m := graphtest.NewMemory()
		hub := graphtest.Place("city:1", "country:IE", "en:Hub")
		var as []graph.Assertion
		for from := 2; from <= nodes; from += 500 {
			s := graphtest.NewStory("star from "+string(graph.CityID(int64(from))), "en", "2020", "test")
			for n := from; n < min(from+500, nodes+1); n++ {
				s.Fact(hub, graph.TwinnedWith, graphtest.Place(graph.CityID(int64(n)), "country:IE", "en:Town"))
			}
			as = append(as, s.Assertion())
		}
		apply(t, m, firstLoad, as...)
		return m
	}
	d, err := analyze.Communities(t.Context(), star(analyze.MaxNetwork), analyze.Projection{}, graph.EdgeFilter{})
	if err != nil || d.Nodes != analyze.MaxNetwork || len(d.Communities) != 1 {
		t.Errorf("at the limit: %d nodes, %d communities, %v", d.Nodes, len(d.Communities), err)
	}
	_, err = analyze.Communities(t.Context(), star(analyze.MaxNetwork+1), analyze.Projection{}, graph.EdgeFilter{})
	if !errors.Is(err, graph.ErrLimit) {
		t.Errorf("beyond the limit: %v", err)
	}
}

func TestDifferences(t *testing.T) {
	m := diplomacy(t)
	got := must[[]analyze.Difference](t)(analyze.Differences(t.Context(), m, firstLoad, secondLoad, graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}))
	kinds := map[analyze.DifferenceKind]int{}
	for _, d := range got {
		kinds[d.Kind]++
		if d.Kind == analyze.EdgeChanged && cmp.Equal(d.Before, d.After) {
			t.Errorf("nothing changed in %v", d.Before)
		}
	}
	// Milan is new; Cork's ties with Shanghai and Cologne and Lima's with Shanghai changed.
	if diff := cmp.Diff(map[analyze.DifferenceKind]int{analyze.EdgeAdded: 1, analyze.EdgeChanged: 3}, kinds); diff != "" {
		t.Error(diff)
	}
	if _, err := m.Apply(t.Context(), graph.Batch{Retract: []graph.ArticleID{graph.NewArticleID("", "sample-it", "Milan and its dates", "")}}, secondLoad.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	got = must[[]analyze.Difference](t)(analyze.Differences(t.Context(), m, secondLoad, secondLoad.AddDate(0, 2, 0), graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}))
	if len(got) != 1 || got[0].Kind != analyze.EdgeRemoved || got[0].After.ID != "" {
		t.Errorf("after the retraction: %+v", got)
	}
}

// TestTriadsAreClosed compares with trying every three nodes.
func TestTriadsAreClosed(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var pairs [][2]int
		for range rapid.IntRange(1, 14).Draw(rt, "ties") {
			a, b := rapid.IntRange(0, 6).Draw(rt, "a"), rapid.IntRange(0, 6).Draw(rt, "b")
			if a != b {
				pairs = append(pairs, [2]int{min(a, b), max(a, b)})
			}
		}
		if len(pairs) == 0 {
			return
		}
		m := tied(t, pairs...)
		want := 0
		for a := range 7 {
			for b := a + 1; b < 7; b++ {
				for c := b + 1; c < 7; c++ {
					if slices.Contains(pairs, [2]int{a, b}) && slices.Contains(pairs, [2]int{a, c}) && slices.Contains(pairs, [2]int{b, c}) {
						want++
					}
				}
			}
		}
		got, err := analyze.Triads(context.Background(), m, "", graph.EdgeFilter{})
		if err != nil || len(got) != want {
			rt.Fatalf("%d triads, want %d (%v) in %v", len(got), want, err, pairs)
		}
		seen := 0
		for n := range 7 {
			of, err := analyze.Triads(context.Background(), m, city(n, "IE").ID, graph.EdgeFilter{})
			if err != nil && !errors.Is(err, graph.ErrNotFound) {
				rt.Fatal(err)
			}
			seen += len(of)
		}
		if seen != 3*want {
			rt.Fatalf("%d triads seen from their nodes, want %d", seen, 3*want)
		}
	})
}
