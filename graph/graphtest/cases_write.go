package graphtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"citygraph/graph"
)

func emptyStore(t *testing.T, open Open) {
	store := open(t)
	ctx := context.Background()
	if nodes := must[[]graph.Node](t)(store.Nodes(ctx, []graph.EntityID{"city:1"}, day(0))); len(nodes) != 0 {
		t.Errorf("absent node found: %v", nodes)
	}
	sameBoth(t, "find nodes", store, NewMemory(), func(r graph.Reader) (graph.List[graph.Node], error) {
		return r.FindNodes(ctx, graph.NodeFilter{}, graph.Page{WithTotal: true})
	})
	sameBoth(t, "find edges of an absent node", store, NewMemory(), func(r graph.Reader) ([]graph.List[graph.Edge], error) {
		return r.FindEdges(ctx, []graph.EntityID{"city:1"}, graph.EdgeFilter{}, graph.Page{})
	})
	sameBoth(t, "stats", store, NewMemory(), func(r graph.Reader) (graph.Stats, error) { return r.Stats(ctx) })
	if d := Dump(t, store); d != "" {
		t.Errorf("dump of an empty store: %s", d)
	}
	applied := retract(t, store, day(1), "article:none")
	same(t, "retract absent", []graph.Outcome{graph.Absent}, applied.Retract)
}

func applyAgain(t *testing.T, open Open) {
	store := open(t)
	batch := graph.Batch{Assertions: Reference(), Run: "one"}
	ctx := context.Background()
	if had := must[bool](t)(store.HasApplied(ctx, batch.ID())); had {
		t.Error("a batch never sent has been applied")
	}
	first := must[graph.Applied](t)(store.Apply(ctx, batch, day(1)))
	before := Dump(t, store)
	again := must[graph.Applied](t)(store.Apply(ctx, batch, day(2)))
	for i := range first.Assertions {
		if first.Assertions[i] != graph.Loaded || again.Assertions[i] != graph.Unchanged {
			t.Errorf("article %d: %s, then %s", i, first.Assertions[i], again.Assertions[i])
		}
	}
	if had := must[bool](t)(store.HasApplied(ctx, batch.ID())); !had {
		t.Error("the marker of an applied batch is missing")
	}
	same(t, "dump", before, Dump(t, store))
}

func replaceVersion(t *testing.T, open Open) {
	store := open(t)
	v1 := NewStory("Twins", "en", "2024", "s").At("https://example.org/a").Fact(Cork, graph.TwinnedWith, Shanghai).Assertion()
	v2 := NewStory("Twins, corrected", "en", "2024", "s").At("https://example.org/a").Fact(Cork, graph.TwinnedWith, Lima).Assertion()
	apply(t, store, day(1), v1)
	done := apply(t, store, day(2), v2)
	same(t, "outcome", []graph.Outcome{graph.Replaced}, done.Assertions)
	fresh := NewMemory() // stores that Open yields may share one database
	apply(t, fresh, day(1), v2)
	same(t, "dump of the new version alone", Dump(t, fresh), Dump(t, store))
}

func retractAndReload(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	full := Dump(t, store)
	for i, a := range Reference() {
		done := retract(t, store, day(2+2*i), a.Article.ID)
		same(t, "outcome", []graph.Outcome{graph.Retracted}, done.Retract)
		if Dump(t, store) == full {
			t.Errorf("retracting %q changed nothing", a.Article.Title)
		}
		apply(t, store, day(3+2*i), a)
		same(t, "dump after reloading "+a.Article.Title, full, Dump(t, store))
	}
}

func retractShared(t *testing.T, open Open) {
	store := open(t)
	one := NewStory("One", "en", "2024-01-01", "s").Fact(Cork, graph.TwinnedWith, Shanghai).Fact(Cork, graph.LocatedIn, Ireland).Assertion()
	two := NewStory("Two", "en", "2024-01-02", "s").Fact(Cork, graph.TwinnedWith, Shanghai).Assertion()
	apply(t, store, day(1), one, two)
	retract(t, store, day(2), one.Article.ID)
	fresh := NewMemory() // stores that Open yields may share one database
	apply(t, fresh, day(1), two)
	same(t, "dump", Dump(t, fresh), Dump(t, store))
	retract(t, store, day(3), two.Article.ID)
	if d := Dump(t, store); d != "" {
		t.Errorf("something rests on nothing: %s", d)
	}
}

func anyOrder(t *testing.T, open Open) {
	oracle := NewMemory()
	apply(t, oracle, day(1), Reference()...)
	want := Dump(t, oracle)
	for seed := range uint64(3) {
		store := open(t)
		as := Reference()
		rand.New(rand.NewPCG(seed, 7)).Shuffle(len(as), func(i, j int) { as[i], as[j] = as[j], as[i] })
		for i, a := range as {
			apply(t, store, day(1+i), a)
		}
		same(t, fmt.Sprintf("dump in order %d", seed), want, Dump(t, store))
	}
}

func writersAtOnce(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	as := append(Reference(), stories(40)...)
	apply(t, oracle, day(1), as...)
	var wg sync.WaitGroup
	errs := make(chan error, 4)
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range as {
				at := (i*(2*w+1) + w*11) % len(as) // each writer sends all, in an order of its own
				batch := graph.Batch{Assertions: []graph.Assertion{as[at]}, Run: fmt.Sprint(w)}
				if _, err := store.Apply(context.Background(), batch, day(1)); err != nil {
					errs <- err
					return
				}
			}
		}()
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
	apply(t, store, day(2), as...)
	same(t, "dump", Dump(t, oracle), Dump(t, store))
}

// stories are n articles about the same few ties.
func stories(n int) []graph.Assertion {
	cities := []graph.Entity{Shanghai, Cork, Lima, Dunedin}
	var as []graph.Assertion
	for i := range n {
		a, b := cities[i%4], cities[(i/4+i%4+1)%4]
		if a.ID == b.ID {
			b = Prague
		}
		as = append(as, NewStory(fmt.Sprintf("Story %d", i), "en", "2024-03-0"+fmt.Sprint(1+i%9), "s").
			Fact(a, graph.TwinnedWith, b, On(fmt.Sprint(1980+i%3))).Assertion())
	}
	return as
}

func invalidBatch(t *testing.T, open Open) {
	store := open(t)
	good := Reference()[0]
	break1 := map[string]func(*graph.Assertion){
		"evidence is not the text": func(a *graph.Assertion) { a.Claims[0].Evidence.Text = "something else" },
		"no evidence":              func(a *graph.Assertion) { a.Claims[0].Evidence = graph.Evidence{} },
		"unknown subject":          func(a *graph.Assertion) { a.Claims[0].Subject = "city:99" },
		"ontology":                 func(a *graph.Assertion) { a.Claims[0].Type = graph.Signed; a.Claims[0] = a.Claims[0].Identify() },
		"code":                     func(a *graph.Assertion) { a.Claims[0].Tier = "BEST" },
		"confidence":               func(a *graph.Assertion) { a.Claims[0].Confidence = 1.5 },
		"date":                     func(a *graph.Assertion) { a.Claims[0].Date = graph.Date{Value: "2024-13"} },
		"no text":                  func(a *graph.Assertion) { a.Article.Text = "" },
		"kind":                     func(a *graph.Assertion) { a.Entities[0].Kind = ""; a.Entities[0].Main = "" },
	}
	for name, spoil := range break1 {
		bad := Reference()[1]
		bad.Claims = append([]graph.Claim(nil), bad.Claims...)
		bad.Entities = append([]graph.Entity(nil), bad.Entities...)
		spoil(&bad)
		_, err := store.Apply(context.Background(), graph.Batch{Assertions: []graph.Assertion{good, bad}}, day(1))
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", name, err)
		}
	}
	if d := Dump(t, store); d != "" {
		t.Error("an invalid batch left something behind")
	}
}

func endings(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	ctx := context.Background()
	lists := must[[]graph.List[graph.Edge]](t)(store.FindEdges(ctx, []graph.EntityID{Prague.ID},
		graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}, graph.Page{}))
	if len(lists[0].Items) != 1 {
		t.Fatalf("%d ties of Prague", len(lists[0].Items))
	}
	tie := lists[0].Items[0]
	if tie.Status != graph.StatusEnded || tie.Until.Value != "2020-01-14" {
		t.Errorf("tie is %s until %q; a later mention reopened it", tie.Status, tie.Until.Value)
	}
	lists = must[[]graph.List[graph.Edge]](t)(store.FindEdges(ctx, []graph.EntityID{Dunedin.ID},
		graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}, Others: []graph.EntityID{Cork.ID}}, graph.Page{}))
	if len(lists[0].Items) != 0 {
		t.Error("a denial made an edge")
	}
}

func reprints(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	lists := must[[]graph.List[graph.Edge]](t)(store.FindEdges(context.Background(), []graph.EntityID{Prague.ID},
		graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}, graph.Page{}))
	if e := lists[0].Items[0]; e.Claims != 3 || e.Support != 2 {
		t.Errorf("%d claims with support %d; want 3 and 2", e.Claims, e.Support)
	}
	tie := func(title string, first, last int) graph.Assertion {
		return NewStory(title, "en", "2024-05-19", title).Fact(Cork, graph.TwinnedWith, Coventry).Printed(first, last).Assertion()
	}
	store = open(t)
	apply(t, store, day(1), tie("whole", 0, 300), tie("cut to half", 0, 150), tie("edited", 30, 300), tie("another text with a quote", 290, 600))
	lists = must[[]graph.List[graph.Edge]](t)(store.FindEdges(context.Background(), []graph.EntityID{Coventry.ID}, graph.EdgeFilter{}, graph.Page{}))
	if e := lists[0].Items[0]; e.Claims != 4 || e.Support != 2 {
		t.Errorf("%d claims of copies with support %d; want 4 and 2", e.Claims, e.Support)
	}
}

func hostileStrings(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	for i, s := range []string{
		"'; DROP TABLE node; --", "`) DETACH DELETE n //", "\u202eabc\u2069", "a\"b\\c\u2028d", "${x} $1 ?1 :id @p",
		"\\u0027 OR 1=1", "NUL-free \x01 control", "𠀀 outside the BMP", "e\u0301 decomposed", "\"*\" OR NEAR(a b)",
	} {
		place := Place(graph.CityID(int64(9000+i)), "", "en:"+s)
		a := NewStory("t"+s, "en", "", s).Fact(place, graph.TwinnedWith, Cork, func(c *graph.Claim) { c.Title = s }).Assertion()
		apply(t, store, day(1), a)
		apply(t, oracle, day(1), a)
		sameBoth(t, s, store, oracle, func(r graph.Reader) (graph.List[graph.Node], error) {
			return r.FindNodes(context.Background(), graph.NodeFilter{Name: place.MainKey(), Order: graph.ByMatch}, graph.Page{})
		})
	}
	same(t, "dump", Dump(t, oracle), Dump(t, store))
}

func largeBatch(t *testing.T, open Open) {
	store := open(t)
	var as []graph.Assertion
	for i := range graph.MaxBatch {
		as = append(as, NewStory(fmt.Sprintf("Large %d", i), "en", "2024", "s").
			Fact(Place(graph.CityID(int64(100+i)), "", fmt.Sprintf("en:C%d", i)), graph.TwinnedWith, Cork).Assertion())
	}
	apply(t, store, day(1), as...)
	lists := must[[]graph.List[graph.Edge]](t)(store.FindEdges(context.Background(), []graph.EntityID{Cork.ID}, graph.EdgeFilter{},
		graph.Page{Limit: graph.MaxScan, WithTotal: true}))
	if n := len(lists[0].Items); n != graph.MaxBatch || lists[0].Total != n {
		t.Errorf("%d edges, total %d; want %d", n, lists[0].Total, graph.MaxBatch)
	}
	ids := make([]graph.EntityID, graph.MaxIDs)
	for i := range ids {
		ids[i] = graph.CityID(int64(i))
	}
	if nodes := must[[]graph.Node](t)(store.Nodes(context.Background(), ids, day(0))); len(nodes) != 0 {
		t.Errorf("%d nodes known before they were loaded", len(nodes))
	}
	nodes := must[[]graph.Node](t)(store.Nodes(context.Background(), ids, noTime))
	if len(nodes) != graph.MaxBatch {
		t.Errorf("%d nodes in one bulk read; want %d", len(nodes), graph.MaxBatch)
	}
}

func viewIsOneState(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	before := Dump(t, store)
	err := store.View(context.Background(), func(r graph.Reader) error {
		if _, err := r.Stats(context.Background()); err != nil { // the state is fixed by the first read
			return err
		}
		apply(t, store, day(2), stories(3)...)
		same(t, "dump inside the view", before, Dump(t, r))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if Dump(t, store) == before {
		t.Error("the write during the view is lost")
	}
	wanted := errors.New("stop")
	if err := store.View(context.Background(), func(graph.Reader) error { return wanted }); !errors.Is(err, wanted) {
		t.Errorf("view returned %v", err)
	}
}

func rebuild(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	retract(t, store, day(2), Reference()[3].Article.ID)
	before := Dump(t, store)
	if err := store.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	same(t, "dump", before, Dump(t, store))
}

func cancelledAndClosed(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := store.Apply(ctx, graph.Batch{Assertions: stories(1)}, day(2)); !errors.Is(err, context.Canceled) {
		t.Errorf("apply after cancel: %v", err)
	}
	if _, err := store.FindNodes(ctx, graph.NodeFilter{}, graph.Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("read after cancel: %v", err)
	}
	if err := store.Ping(context.Background()); err != nil {
		t.Errorf("ping: %v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Stats(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("read after close: %v", err)
	}
	if _, err := store.Apply(context.Background(), graph.Batch{Assertions: stories(1)}, day(3)); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("apply after close: %v", err)
	}
}
