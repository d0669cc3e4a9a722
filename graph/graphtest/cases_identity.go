package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"citygraph/graph"
)

// people are spellings that articles might give one mayor.
func people() []graph.Entity {
	return []graph.Entity{
		Radich, PersonNamed(Dunedin.ID, "ar:جوليس ليدي"), PersonNamed(Dunedin.ID, "zh-Hans:朱利斯·莱迪"),
		PersonNamed("", "en:Radich"), OBrien,
	}
}

// spellings are articles about one mayor under three names, two of them in one text.
func spellings() []graph.Assertion {
	p := people()
	return []graph.Assertion{
		NewStory("Mayor", "en", "2024-11-20", "s").Fact(p[0], graph.HoldsOffice, Dunedin, As("MAYOR")).
			Fact(p[0], graph.Visited, Shanghai, On("2024-11")).Fact(p[0], graph.Met, p[4]).Assertion(),
		NewStory("عمدة", "ar", "2024-12-04", "s").Fact(p[1], graph.HoldsOffice, Dunedin, As("MAYOR")).
			Fact(p[1], graph.Met, p[4]).Fact(p[1], graph.Met, p[2]).
			Fact(p[2], graph.HoldsOffice, Dunedin, As("MAYOR")).Assertion(),
		NewStory("市长", "zh-Hans", "2024-11-21", "s").Fact(p[2], graph.HoldsOffice, Dunedin, As("MAYOR")).
			Fact(p[2], graph.Visited, Shanghai, On("2024-11-18")).Fact(Shanghai, graph.TwinnedWith, Dunedin).Assertion(),
	}
}

func judged(a, b graph.Entity, v graph.Verdict) graph.Judgement {
	p := graph.NewPair(a.ID, b.ID)
	return graph.Judgement{A: p.A, B: p.B, Verdict: v, By: graph.ByHand, Score: 1, Reasons: []string{"a person said so"}}
}

func judge(t testing.TB, at time.Time, v graph.Verdicts, stores ...graph.Writer) {
	t.Helper()
	for _, s := range stores {
		if err := s.Judge(context.Background(), v, at); err != nil {
			t.Fatalf("judge: %v", err)
		}
	}
}

func put(js ...graph.Judgement) graph.Verdicts { return graph.Verdicts{Put: js} }

func judgementsUndone(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	for _, s := range []graph.Writer{store, oracle} {
		apply(t, s, day(1), append(Reference(), spellings()...)...)
	}
	apart := Dump(t, store)
	p := people()
	judge(t, day(2), put(judged(p[0], p[1], graph.Same)), store, oracle)
	compareAll(t, store, oracle)
	judge(t, day(3), put(judged(p[1], p[2], graph.Same)), store, oracle)
	compareAll(t, store, oracle)
	ids := []graph.EntityID{p[0].ID, p[1].ID, p[2].ID}
	nodes := must[[]graph.Node](t)(store.Nodes(context.Background(), ids, noTime))
	slices.Sort(ids)
	if len(nodes) != 1 || nodes[0].ID != ids[0] || !slices.Equal(nodes[0].MergedFrom, ids[1:]) || nodes[0].Articles != 5 {
		t.Errorf("three ids answer with %+v", nodes)
	}
	again := Dump(t, store)
	judge(t, day(4), put(judged(p[1], p[2], graph.Same)), store)
	same(t, "dump after the same judgement", again, Dump(t, store))
	judge(t, day(5), graph.Verdicts{Withdraw: []graph.Pair{{A: p[2].ID, B: p[1].ID}}}, store, oracle)
	compareAll(t, store, oracle)
	judge(t, day(6), graph.Verdicts{Withdraw: []graph.Pair{{A: p[0].ID, B: p[1].ID}}}, store, oracle)
	same(t, "dump after all is withdrawn", apart, Dump(t, store))
	compareAll(t, store, oracle)
}

func judgementsWeigh(t *testing.T, open Open) {
	p := people()
	for name, c := range map[string]struct {
		said []graph.Judgement
		one  bool // p[0] and p[2] end up as one
	}{
		"a chain":                {[]graph.Judgement{judged(p[0], p[1], graph.Same), judged(p[1], p[2], graph.Same)}, true},
		"different breaks it":    {[]graph.Judgement{judged(p[0], p[1], graph.Same), judged(p[1], p[2], graph.Same), judged(p[0], p[2], graph.Different)}, false},
		"unsure joins nothing":   {[]graph.Judgement{judged(p[0], p[2], graph.Unsure)}, false},
		"the last word by hand":  {[]graph.Judgement{judged(p[0], p[2], graph.Different), judged(p[0], p[2], graph.Same)}, true},
		"different joins nobody": {[]graph.Judgement{judged(p[0], p[2], graph.Different)}, false},
	} {
		store, oracle := open(t), NewMemory()
		for _, s := range []graph.Writer{store, oracle} {
			apply(t, s, day(1), spellings()...)
		}
		for _, j := range c.said {
			judge(t, day(2), put(j), store, oracle)
		}
		nodes := must[[]graph.Node](t)(store.Nodes(context.Background(), []graph.EntityID{p[0].ID, p[2].ID}, noTime))
		if (len(nodes) == 1) != c.one {
			t.Errorf("%s: %d nodes", name, len(nodes))
		}
		same(t, name, Dump(t, oracle), Dump(t, store))
	}
}

func judgedBefore(t *testing.T, open Open) {
	p, early, late := people(), open(t), NewMemory()
	verdicts := put(judged(p[0], p[1], graph.Same), judged(p[1], p[2], graph.Same))
	judge(t, day(1), verdicts, early)
	for i, a := range spellings() {
		apply(t, early, day(2+i), a)
	}
	apply(t, late, day(1), spellings()...)
	judge(t, day(2), verdicts, late)
	same(t, "dump, whoever came first", Dump(t, late), Dump(t, early))
	done := apply(t, early, day(8), spellings()...)
	same(t, "loading again", []graph.Outcome{graph.Unchanged, graph.Unchanged, graph.Unchanged}, done.Assertions)
	retract(t, early, day(9), spellings()[1].Article.ID)
	retract(t, late, day(9), spellings()[1].Article.ID)
	compareAll(t, early, late)
}

// officeRule is a rule for tests: who holds one office of one place is one.
func officeRule(profiles []graph.Profile) []graph.Judgement {
	var out []graph.Judgement
	for i, a := range profiles {
		for _, b := range profiles[i+1:] {
			if slices.ContainsFunc(a.Posts, func(x graph.Post) bool {
				return x.Type == graph.HoldsOffice && slices.ContainsFunc(b.Posts, func(y graph.Post) bool { return x.Office == y.Office && x.At == y.At })
			}) {
				reason := fmt.Sprintf("%d and %d names", len(a.Names), len(b.Names))
				out = append(out, graph.Judgement{A: a.ID, B: b.ID, Verdict: graph.Same, By: graph.ByRule, Score: 0.9, Reasons: []string{reason}})
			}
		}
	}
	return out
}

func identify(t testing.TB, at time.Time, stores ...graph.Writer) {
	t.Helper()
	for _, s := range stores {
		if err := s.Identify(context.Background(), officeRule, at); err != nil {
			t.Fatalf("identify: %v", err)
		}
	}
}

func identifyAtOnce(t *testing.T, open Open) {
	as := append(Reference(), spellings()...)
	oracle := NewMemory()
	apply(t, oracle, day(1), as...)
	identify(t, day(2), oracle)
	want := Dump(t, oracle)
	if !strings.Contains(want, "mergedFrom") {
		t.Fatal("the rule joins nobody")
	}
	store := open(t)
	var wg sync.WaitGroup
	errs := make(chan error, 3*len(as))
	for w := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range as { // each loader ends with the rules, as every load does
				if i%3 != w {
					continue
				}
				_, err := store.Apply(context.Background(), graph.Batch{Assertions: as[i : i+1]}, day(1))
				errs <- errors.Join(err, store.Identify(context.Background(), officeRule, day(1)))
			}
		}()
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	same(t, "dump", want, Dump(t, store))
	identify(t, day(3), store)
	same(t, "dump after the rules again", want, Dump(t, store))
	retract(t, store, day(4), as[len(as)-2].Article.ID)
	retract(t, oracle, day(4), as[len(as)-2].Article.ID)
	identify(t, day(5), store, oracle)
	compareAll(t, store, oracle)
	judge(t, day(6), put(judged(people()[0], people()[2], graph.Different)), store, oracle)
	compareAll(t, store, oracle)
}

func identityAsOf(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	p := people()
	for _, s := range []graph.Writer{store, oracle} {
		apply(t, s, day(1), spellings()...)
		judge(t, day(3), put(judged(p[0], p[1], graph.Same), judged(p[1], p[2], graph.Same)), s)
		judge(t, day(5), graph.Verdicts{Withdraw: []graph.Pair{{A: p[0].ID, B: p[1].ID}}}, s)
		retract(t, s, day(7), spellings()[2].Article.ID)
	}
	ctx := context.Background()
	ids := []graph.EntityID{p[0].ID, p[1].ID, p[2].ID, p[4].ID}
	for _, at := range []time.Time{day(1), day(2), day(3), day(4), day(5), day(6), day(7), noTime} {
		what := "as of " + at.Format(time.DateOnly)
		sameBoth(t, what+" nodes", store, oracle, func(r graph.Reader) ([]graph.Node, error) { return r.Nodes(ctx, ids, at) })
		sameBoth(t, what+" all nodes", store, oracle, func(r graph.Reader) (graph.List[graph.Node], error) {
			return r.FindNodes(ctx, graph.NodeFilter{AsOf: at}, graph.Page{Limit: 50})
		})
		sameBoth(t, what+" edges", store, oracle, func(r graph.Reader) ([]graph.List[graph.Edge], error) {
			return r.FindEdges(ctx, ids, graph.EdgeFilter{AsOf: at, Others: ids}, graph.Page{})
		})
		sameBoth(t, what+" counts", store, oracle, func(r graph.Reader) ([][]graph.EdgeCount, error) {
			return r.CountEdges(ctx, ids, graph.EdgeFilter{AsOf: at})
		})
		sameBoth(t, what+" claims", store, oracle, func(r graph.Reader) ([]graph.List[graph.Claim], error) {
			return r.FindClaims(ctx, graph.ClaimScope{Entities: ids}, graph.ClaimFilter{AsOf: at}, graph.Page{})
		})
		for _, id := range ids {
			sameBoth(t, what+" articles", store, oracle, func(r graph.Reader) (graph.List[graph.Article], error) {
				return r.FindArticles(ctx, graph.ArticleFilter{Mentions: id, AsOf: at}, graph.Page{})
			})
		}
	}
}

func judgementPages(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	p := people()
	judge(t, day(1), put(judged(p[0], p[1], graph.Same), judged(p[1], p[2], graph.Different), judged(p[0], p[3], graph.Unsure)), store, oracle)
	for name, f := range map[string]graph.JudgementFilter{
		"all": {}, "of one": {Entity: p[0].ID}, "unsure": {Verdicts: []graph.Verdict{graph.Unsure}},
		"by hand": {By: graph.ByHand}, "by rule": {By: graph.ByRule},
		"two": {Entity: p[1].ID, Verdicts: []graph.Verdict{graph.Same, graph.Different}},
	} {
		walk(t, name, store, oracle, func(r graph.Reader, page graph.Page) (graph.List[graph.Judgement], error) {
			return r.FindJudgements(context.Background(), f, page)
		})
	}
}

func invalidJudgements(t *testing.T, open Open) {
	store := open(t)
	apply(t, store, day(1), spellings()...)
	want := Dump(t, store)
	p := people()
	good := judged(p[0], p[1], graph.Same)
	with := func(set func(*graph.Judgement)) graph.Verdicts {
		j := good
		set(&j)
		return put(good, j)
	}
	many := make([]graph.Pair, graph.MaxBatch+1)
	for name, v := range map[string]graph.Verdicts{
		"itself":       with(func(j *graph.Judgement) { j.B = j.A }),
		"turned round": with(func(j *graph.Judgement) { j.A, j.B = j.B, j.A }),
		"two types":    with(func(j *graph.Judgement) { j.A = PortSH.ID }),
		"places":       with(func(j *graph.Judgement) { j.A, j.B = Shanghai.ID, Cork.ID }),
		"no verdict":   with(func(j *graph.Judgement) { j.Verdict = "" }),
		"by rule":      with(func(j *graph.Judgement) { j.By = graph.ByRule }),
		"score":        with(func(j *graph.Judgement) { j.Score = 1.5 }),
		"reasons":      with(func(j *graph.Judgement) { j.Reasons = make([]string, graph.MaxReasons+1) }),
		"too many":     {Withdraw: many},
	} {
		err := store.Judge(context.Background(), v, day(2))
		if !errors.Is(err, graph.ErrInvalid) && !errors.Is(err, graph.ErrLimit) {
			t.Errorf("%s: %v", name, err)
		}
	}
	bad := func([]graph.Profile) []graph.Judgement { return []graph.Judgement{{A: "x", B: "y"}} }
	if err := store.Identify(context.Background(), bad, day(2)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a rule that judges badly: %v", err)
	}
	same(t, "dump", want, Dump(t, store))
	judge(t, day(3), graph.Verdicts{Withdraw: many[:graph.MaxBatch]}, store)
	j := good
	j.Reasons = make([]string, graph.MaxReasons)
	judge(t, day(3), put(j), store)
}
