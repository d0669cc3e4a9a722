package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
)

// at is the record time of all loads in these tests: the dump holds none.
func at() time.Time { return time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC) }

// articles are n articles about few cities: loaders of any two parts meet on the same nodes and
// the same ties.
func articles(n int) []graph.Assertion {
	cities := []graph.Entity{graphtest.Shanghai, graphtest.Cork, graphtest.Lima, graphtest.Dunedin, graphtest.Prague}
	list := make([]graph.Assertion, n)
	for i := range list {
		a, b := cities[i%5], cities[(i+1+i/5%4)%5]
		list[i] = graphtest.NewStory(fmt.Sprintf("Article %d", i), "en", fmt.Sprintf("2024-01-%02d", 1+i%28), "s").
			Fact(a, graph.TwinnedWith, b, graphtest.On(fmt.Sprint(1980+i%7))).Assertion()
	}
	return list
}

// wanted is the dump of one loader that nothing disturbs.
func wanted(t *testing.T, list []graph.Assertion) string {
	t.Helper()
	oracle := graphtest.NewMemory()
	if _, err := oracle.Apply(t.Context(), graph.Batch{Assertions: list}, at()); err != nil {
		t.Fatal(err)
	}
	return graphtest.Dump(t, oracle)
}

// load sends list in batches of size, from the index first on and around.
func load(ctx context.Context, store graph.Writer, list []graph.Assertion, size, first int, run string) error {
	for i := 0; i < len(list); i += size {
		var batch []graph.Assertion
		for j := range min(size, len(list)-i) {
			batch = append(batch, list[(first+i+j)%len(list)])
		}
		if _, err := store.Apply(ctx, graph.Batch{Assertions: batch, Run: run}, at()); err != nil {
			return fmt.Errorf("loader %s, batch at %d: %w", run, i, err)
		}
	}
	return nil
}

// loadAtOnce runs loaders side by side, each over the whole list from a place of its own, and
// waits for all.
func loadAtOnce(t *testing.T, list []graph.Assertion, loaders int, store func(int) graph.Writer) {
	t.Helper()
	var wg sync.WaitGroup
	errs := make([]error, loaders)
	for w := range loaders {
		wg.Go(func() { errs[w] = load(t.Context(), store(w), list, 7, w*len(list)/loaders, fmt.Sprint(w)) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestManyLoadersEqualOne(t *testing.T) {
	server := shared.Start(t)
	var stores []*neo4j.Store // one a loader, as processes have
	for range 6 {
		stores = append(stores, openAt(t, server, neo4j.Options{}))
	}
	list := articles(80)
	loadAtOnce(t, list, len(stores), func(w int) graph.Writer { return stores[w] })
	if d := cmp.Diff(wanted(t, list), graphtest.Dump(t, stores[0])); d != "" {
		t.Errorf("dump of six loaders: (-one loader +six)\n%s", d)
	}
	rebuilt := graphtest.Dump(t, stores[0])
	if err := stores[1].Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(rebuilt, graphtest.Dump(t, stores[0])); d != "" {
		t.Errorf("counters went wrong: (-kept +rebuilt)\n%s", d)
	}
}

func TestServerKilledDuringLoad(t *testing.T) {
	server := shared.Start(t)
	store := openAt(t, server, neo4j.Options{})
	list := articles(120)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	committed := make(chan int, len(list))
	done := make(chan error, 1)
	go func() {
		defer close(committed)
		for i := range list {
			if err := load(ctx, store, list[i:i+1], 1, 0, "killed"); err != nil {
				done <- err
				return
			}
			committed <- i
		}
		done <- nil
	}()
	for _, wait := range []int{10, 20} { // kill after that many more commits, in the middle of the next
		for range wait {
			<-committed
		}
		if err := server.Kill(); errors.Is(err, neo4jtest.ErrFixed) {
			stop()
			<-done
			t.Skip(err)
		} else if err != nil {
			t.Fatal(err)
		}
		if err := server.Restart(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-done; err != nil {
		t.Fatalf("the loader did not outlast the server: %v", err)
	}
	if d := cmp.Diff(wanted(t, list), graphtest.Dump(t, store)); d != "" {
		t.Errorf("dump after two kills: (-undisturbed +killed)\n%s", d)
	}
}
