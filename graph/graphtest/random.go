package graphtest

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"citygraph/graph"
	"citygraph/graph/traverse"
)

// randomGraphs draws small histories of loads and retractions and compares everything that the
// store then answers with the oracle, and every traversal with a plain one.
func randomGraphs(t *testing.T, open Open) {
	rapid.Check(t, func(rt *rapid.T) {
		store, oracle := open(t), NewMemory()
		defer store.Close()
		steps := rapid.IntRange(1, 6).Draw(rt, "steps")
		for n := range steps {
			batch := drawBatch(rt, n)
			for _, s := range []graph.Writer{store, oracle} {
				if _, err := s.Apply(context.Background(), batch, day(1+n)); err != nil {
					rt.Fatalf("apply: %v", err)
				}
			}
			judge(failer{t, rt}, day(1+n), drawVerdicts(rt), store, oracle)
		}
		compareAll(failer{t, rt}, store, oracle)
		same(failer{t, rt}, "feed", feed(failer{t, rt}, oracle, graph.MaxScan), feed(failer{t, rt}, store, graph.MaxScan))
		comparePaths(rt, store)
	})
}

// failer lets helpers that want a testing.TB fail the rapid case, so that it shrinks.
type failer struct {
	testing.TB
	rt *rapid.T
}

func (f failer) Errorf(format string, args ...any) { f.rt.Fatalf(format, args...) }
func (f failer) Fatalf(format string, args ...any) { f.rt.Fatalf(format, args...) }
func (f failer) Fatal(args ...any)                 { f.rt.Fatal(args...) }

func drawBatch(rt *rapid.T, n int) graph.Batch {
	batch := graph.Batch{Run: fmt.Sprint(n)}
	for i := range rapid.IntRange(0, 4).Draw(rt, "articles") {
		if rapid.IntRange(0, 4).Draw(rt, "retract") == 0 {
			id := graph.NewArticleID("", "s", fmt.Sprint("A", i), "")
			batch.Retract = append(batch.Retract, id)
			continue
		}
		batch.Assertions = append(batch.Assertions, drawStory(rt, i))
	}
	return batch
}

func drawVerdicts(rt *rapid.T) graph.Verdicts {
	var v graph.Verdicts
	for range rapid.IntRange(0, 2).Draw(rt, "judgements") {
		a := rapid.SampledFrom(people()).Draw(rt, "one")
		b := rapid.SampledFrom(people()).Draw(rt, "other")
		switch verdict := rapid.SampledFrom([]graph.Verdict{"", graph.Same, graph.Same, graph.Different}).Draw(rt, "verdict"); {
		case a.ID == b.ID:
		case verdict == "":
			v.Withdraw = append(v.Withdraw, graph.Pair{A: a.ID, B: b.ID})
		default:
			v.Put = append(v.Put, judged(a, b, verdict))
		}
	}
	return v
}

func drawStory(rt *rapid.T, i int) graph.Assertion {
	cities := []graph.Entity{Shanghai, Cork, Lima, Dunedin, Coventry, Prague}
	types := []graph.EdgeType{graph.TwinnedWith, graph.Visited, graph.PartnersWith, graph.LocatedIn}
	s := NewStory(fmt.Sprint("A", i), rapid.SampledFrom([]string{"ar", "en", "zh-Hans"}).Draw(rt, "lang"),
		rapid.SampledFrom([]string{"", "2020", "2021-05", "2024-01-02"}).Draw(rt, "published"), "s")
	for range rapid.IntRange(0, 5).Draw(rt, "facts") {
		if rapid.IntRange(0, 2).Draw(rt, "people") == 0 {
			drawMeeting(rt, s)
			continue
		}
		a := rapid.SampledFrom(cities).Draw(rt, "from")
		b := rapid.SampledFrom(cities).Draw(rt, "to")
		if a.ID == b.ID {
			s.Mention(a)
			continue
		}
		s.Fact(a, rapid.SampledFrom(types).Draw(rt, "type"), b,
			On(rapid.SampledFrom([]string{"", "1994", "1994-10", "1994-10-21", "2001", "../1990", "2019/2021"}).Draw(rt, "date")),
			With(rapid.SampledFrom([]graph.Status{"", "", "ACTIVE", "PLANNED", "SUSPENDED", "ENDED"}).Draw(rt, "status")),
			Said(rapid.SampledFrom([]graph.Modality{"FACT", "FACT", "PLANNED", "QUOTED", "DENIED"}).Draw(rt, "modality")),
			InTier(rapid.SampledFrom([]graph.Tier{"", "SISTER", "FRIENDLY_EXCHANGE", "UNSPECIFIED"}).Draw(rt, "tier")),
			Sure(rapid.SampledFrom([]float64{0.5, 0.75, 0.9}).Draw(rt, "confidence")), undated)
	}
	return s.Assertion()
}

func drawMeeting(rt *rapid.T, s *Story) {
	a := rapid.SampledFrom(people()).Draw(rt, "guest")
	b := rapid.SampledFrom(people()).Draw(rt, "host")
	s.Fact(a, graph.HoldsOffice, Dunedin, As("MAYOR"))
	if a.ID != b.ID {
		s.Fact(a, graph.Met, b)
	}
}

// undated makes an empty date the zero Date, which has no method.
func undated(c *graph.Claim) {
	if c.Date.Value == "" {
		c.Date = graph.Date{}
	}
}

// comparePaths compares every pair's k shortest paths with a search that lists all of them.
func comparePaths(rt *rapid.T, store graph.Store) {
	ctx := context.Background()
	list, err := store.FindNodes(ctx, graph.NodeFilter{}, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		rt.Fatal(err)
	}
	lists, err := store.FindEdges(ctx, nil, graph.EdgeFilter{}, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		rt.Fatal(err)
	}
	if len(list.Items) < 2 {
		return
	}
	from, to := list.Items[0].ID, list.Items[len(list.Items)-1].ID
	depth := rapid.IntRange(1, 4).Draw(rt, "depth")
	want := plainPaths(lists[0].Items, from, to, depth)
	got, err := traverse.Shortest(ctx, store, from, to, graph.MaxPaths, traverse.Options{Depth: depth})
	if err != nil {
		rt.Fatal(err)
	}
	if len(want) > graph.MaxPaths {
		want = want[:graph.MaxPaths]
	}
	if len(want) != len(got.Paths) {
		rt.Fatalf("%d paths, want %d", len(got.Paths), len(want))
	}
	for i := range want {
		if fmt.Sprint(want[i]) != fmt.Sprint(got.Paths[i].Edges) {
			rt.Fatalf("path %d is %v, want %v", i, got.Paths[i].Edges, want[i])
		}
	}
}
