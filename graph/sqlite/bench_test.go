package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/sqlite"
)

// sizeFrom reads a size from the environment.
func sizeFrom(b *testing.B, name string, otherwise int) int {
	b.Helper()
	value := os.Getenv(name)
	if value == "" {
		return otherwise
	}
	n, err := strconv.Atoi(value)
	if err != nil || n <= 0 {
		b.Fatalf("%s=%q is no size", name, value)
	}
	return n
}

// BenchmarkLoad loads CITYGRAPH_BENCH_ARTICLES generated articles into a fresh store and
// reports what the last tenth cost over the first.
func BenchmarkLoad(b *testing.B) {
	articles, step := sizeFrom(b, "CITYGRAPH_BENCH_ARTICLES", 2000), sizeFrom(b, "CITYGRAPH_BENCH_BATCH", 250)
	world := generator{cities: 3000}
	for b.Loop() {
		store := open(b, filepath.Join(b.TempDir(), "graph.db"))
		claims := 0
		var costs []time.Duration
		var total time.Duration
		for i := 0; i < articles; i += step {
			b.StopTimer()
			batch := world.batch(i, step)
			b.StartTimer()
			begin := time.Now()
			if _, err := store.Apply(context.Background(), batch, time.Unix(int64(i), 0)); err != nil {
				b.Fatal(err)
			}
			costs = append(costs, time.Since(begin))
			total += costs[len(costs)-1]
			for _, a := range batch.Assertions {
				claims += len(a.Claims)
			}
		}
		part := max(1, len(costs)/10)
		if n := 1000 / step; len(costs) > 10*n {
			part = n
		}
		b.ReportMetric(float64(claims)/total.Seconds(), "claims/s")
		b.ReportMetric(sum(costs[len(costs)-part:]).Seconds()/sum(costs[:part]).Seconds(), "last/first")
		b.ReportMetric(float64(total.Microseconds())/float64(articles), "µs/article")
	}
}

func sum(all []time.Duration) (total time.Duration) {
	for _, d := range all {
		total += d
	}
	return total
}

// BenchmarkRead reads from a store of CITYGRAPH_BENCH_HUB edges at one city.
func BenchmarkRead(b *testing.B) {
	edges := sizeFrom(b, "CITYGRAPH_BENCH_HUB", 5000)
	store, hub := hubStore(b, edges)
	ctx := context.Background()
	b.Run("node by id", func(b *testing.B) {
		for b.Loop() {
			if nodes, err := store.Nodes(ctx, []graph.EntityID{hub}, time.Time{}); err != nil || len(nodes) != 1 {
				b.Fatal(nodes, err)
			}
		}
	})
	for _, order := range []graph.Order{graph.ByID, graph.ByDate, graph.BySupport} {
		f := graph.EdgeFilter{Order: order}
		page := graph.Page{Limit: 20}
		b.Run("page 1 of hub by "+name(order), func(b *testing.B) { readPage(b, store, hub, f, page) })
		for range 199 {
			page.After = readOnce(b, store, hub, f, page)
		}
		b.Run("page 200 of hub by "+name(order), func(b *testing.B) { readPage(b, store, hub, f, page) })
	}
}

func name(o graph.Order) string {
	if o == graph.ByID {
		return "ID"
	}
	return string(o)
}

func readPage(b *testing.B, store *sqlite.Store, at graph.EntityID, f graph.EdgeFilter, p graph.Page) {
	for b.Loop() {
		readOnce(b, store, at, f, p)
	}
}

// readOnce reads a full page and returns its last position.
func readOnce(b *testing.B, store *sqlite.Store, at graph.EntityID, f graph.EdgeFilter, p graph.Page) graph.Position {
	b.Helper()
	lists, err := store.FindEdges(context.Background(), []graph.EntityID{at}, f, p)
	if err != nil || len(lists[0].Items) != p.Limit {
		b.Fatal(len(lists), err)
	}
	return lists[0].Positions[p.Limit-1]
}
