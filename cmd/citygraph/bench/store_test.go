package bench

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	_ "modernc.org/sqlite" // the raw write beside the store's

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
	"citygraph/graph/sqlite"
	"citygraph/graph/traverse"
)

var shared neo4jtest.Shared

func TestMain(m *testing.M) { shared.Main(m) }

// size picks a size: the full one, or the small one for a quick look.
func size(full, small int) int {
	if os.Getenv("CITYGRAPH_BENCH") == "small" {
		return small
	}
	return full
}

const (
	batchSize    = 200
	bigBatch     = 1_000 // where writing is not what is measured
	factsEach    = 10
	genSeed      = 42
	citiesOfRead = 100_000
)

// batches generates articles cut into batches of so many.
func batches(g *graphtest.Generator, articles, each int) (list []graph.Batch, claims int) {
	for done := 0; done < articles; done += each {
		batch := graph.Batch{Run: fmt.Sprint(done)}
		for range min(each, articles-done) {
			a := g.Next(factsEach)
			claims += len(a.Claims)
			batch.Assertions = append(batch.Assertions, a)
		}
		list = append(list, batch)
	}
	return list, claims
}

func applyAll(b *testing.B, s graph.Writer, list []graph.Batch) {
	b.Helper()
	for _, batch := range list {
		if _, err := s.Apply(context.Background(), batch, time.Now()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkApply measures claims a second into each store, and as "raw" the same bytes as bare
// rows or nodes in batches of the same size.
func BenchmarkApply(b *testing.B) {
	list, claims := batches(graphtest.NewGenerator(5_000, genSeed), size(5_000, 1_000), batchSize)
	rate := func(b *testing.B, run func()) {
		for b.Loop() {
			start := time.Now()
			run()
			b.ReportMetric(float64(claims)/time.Since(start).Seconds(), "claims/s")
		}
	}
	b.Run("sqlite", func(b *testing.B) {
		rate(b, func() {
			s, err := sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			applyAll(b, s, list)
		})
	})
	b.Run("sqlite-raw", func(b *testing.B) { rate(b, func() { rawSQLite(b, list) }) })
	b.Run("neo4j", func(b *testing.B) {
		server := shared.Start(b)
		s, err := neo4j.Open(context.Background(), server.URI, neo4j.Options{Username: server.Username, Password: server.Password, Migrate: true})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		rate(b, func() { applyAll(b, s, list) })
	})
	b.Run("neo4j-raw", func(b *testing.B) { rate(b, func() { rawNeo4j(b, list) }) })
}

func rawSQLite(b *testing.B, list []graph.Batch) {
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "raw.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE claim (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID"); err != nil {
		b.Fatal(err)
	}
	for _, batch := range list {
		tx, err := db.Begin()
		if err != nil {
			b.Fatal(err)
		}
		for _, row := range rows(b, batch) {
			if _, err := tx.Exec("INSERT INTO claim VALUES (?, ?)", row["id"], row["body"]); err != nil {
				b.Fatal(err)
			}
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func rawNeo4j(b *testing.B, list []graph.Batch) {
	server := shared.Start(b)
	ctx := context.Background()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close(ctx)
	run := func(query string, params map[string]any) {
		if _, err := driver.ExecuteQuery(ctx, d, query, params, driver.EagerResultTransformer, driver.ExecuteQueryWithDatabase("neo4j")); err != nil {
			b.Fatal(err)
		}
	}
	run("CREATE CONSTRAINT raw IF NOT EXISTS FOR (c:Raw) REQUIRE c.id IS UNIQUE", nil)
	for _, batch := range list {
		run("UNWIND $rows AS row MERGE (c:Raw {id: row.id}) SET c.body = row.body", map[string]any{"rows": rows(b, batch)})
	}
	run("DROP CONSTRAINT raw", nil)
}

func rows(b *testing.B, batch graph.Batch) []map[string]any {
	var out []map[string]any
	for _, a := range batch.Assertions {
		for _, c := range a.Claims {
			body, err := json.Marshal(c)
			if err != nil {
				b.Fatal(err)
			}
			out = append(out, map[string]any{"id": string(c.ID), "body": string(body)})
		}
	}
	return out
}

// BenchmarkRead measures questions to SQLite on a graph of 100,000 nodes and 1,000,000 edges.
func BenchmarkRead(b *testing.B) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(b.TempDir(), "large.db"), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	g := graphtest.NewGenerator(size(citiesOfRead, 2_000), genSeed)
	for range size(120, 2) { // one at a time: all of them would fill the memory
		list, _ := batches(g, bigBatch, bigBatch)
		applyAll(b, s, list)
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		b.Fatal(err)
	}
	nodes, edges := 0, 0
	for _, n := range stats.Nodes {
		nodes += n
	}
	for _, n := range stats.Edges {
		edges += n
	}
	b.Logf("%d nodes, %d edges", nodes, edges)
	city := func(i int) graph.EntityID { return g.City(1 + i%1000*37%(size(citiesOfRead, 2_000)-1)).ID }
	measure := func(name string, ask func(i int) error) {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := ask(i); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	measure("by-id", func(i int) error {
		_, err := s.Nodes(ctx, []graph.EntityID{city(i)}, time.Time{})
		return err
	})
	measure("two-hops", func(i int) error {
		_, err := traverse.Neighborhood(ctx, s, []graph.EntityID{city(i)}, traverse.Options{Depth: 2, Limit: 200})
		return err
	})
	measure("hub-page", func(int) error {
		_, err := s.FindEdges(ctx, []graph.EntityID{g.City(0).ID}, graph.EdgeFilter{Order: graph.ByDate}, graph.Page{Limit: 50})
		return err
	})
	measure("shortest-path", func(i int) error {
		_, err := traverse.Shortest(ctx, s, city(i), city(i+500), 1, traverse.Options{Filter: graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}})
		return err
	})
}
