package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/eval"
)

// corpus is the real input of the tests on both stores: the gold articles where they are
// beside the project, else the sample articles that the binary carries.
func corpus(t *testing.T) string {
	t.Helper()
	if dir := goldDev(); dir != "" {
		return dir
	}
	t.Log("no gold corpus beside the project: using the sample articles")
	return filepath.Join("sample", "articles")
}

// goldDev is the folder of the gold articles for developing, "" where there is none.
func goldDev() string {
	dir := filepath.Join("..", "..", "..", "shared", "gold", "dev")
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return dir
}

// loadInto loads the articles of dir and returns the report.
func loadInto(t *testing.T, store, dir string, more ...string) loader.Report {
	t.Helper()
	args := append([]string{"load", "--json", "--quiet", "--store", store}, append(more, articlesOnly(t, dir)...)...)
	var report loader.Report
	if err := json.Unmarshal([]byte(mustRun(t, args...)), &report); err != nil {
		t.Fatal(err)
	}
	return report
}

// articlesOnly lists the articles below dir, without the facts beside them.
func articlesOnly(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	if err != nil || len(list) == 0 {
		t.Fatalf("no articles in %s: %v", dir, err)
	}
	return list
}

// TestTortureBothStoresHoldTheSame loads real articles into both stores: the dumps are equal, a second
// load changes nothing, and any article retracted and loaded again brings the same graph back.
func TestTortureBothStoresHoldTheSame(t *testing.T) {
	dir := corpus(t)
	dumps := map[string]string{}
	for name, store := range storesUnderTest(t) {
		first := loadInto(t, store, dir)
		if first.Loaded == 0 || first.Quarantined > 0 {
			t.Fatalf("%s: %+v", name, first.Counts)
		}
		dumps[name] = mustRun(t, "export", "--store", store)
		again := loadInto(t, store, dir)
		if again.Unchanged != again.Read || again.Read != first.Read {
			t.Errorf("%s: the second load is not all unchanged: %+v", name, again.Counts)
		}
		if mustRun(t, "export", "--store", store) != dumps[name] {
			t.Errorf("%s: the second load changed the graph", name)
		}
		retractEach(t, store, dir, dumps[name])
		if mustRun(t, "rebuild", "--quiet", "--store", store); mustRun(t, "export", "--store", store) != dumps[name] {
			t.Errorf("%s: rebuilding changed the graph", name)
		}
	}
	if dumps["sqlite"] != dumps["neo4j"] {
		t.Error("the two stores hold different graphs")
	}
	t.Logf("%d lines of canonical dump, equal on both stores", strings.Count(dumps["sqlite"], "\n"))
}

// retractEach retracts and reloads articles one by one: every one where torture is whole, else
// every twentieth.
func retractEach(t *testing.T, store, dir, want string) {
	t.Helper()
	list := articlesOnly(t, dir)
	for i := 0; i < len(list); i += tortureRounds(20, 1) {
		id := articleID(t, list[i])
		mustRun(t, "retract", "--store", store, id)
		if mustRun(t, "export", "--store", store) == want {
			t.Errorf("%s: retracting changed nothing", list[i])
		}
		mustRun(t, "load", "--quiet", "--store", store, list[i])
		if mustRun(t, "export", "--store", store) != want {
			t.Errorf("%s: retracting and reloading changed the graph", list[i])
		}
	}
}

func articleID(t *testing.T, file string) string {
	t.Helper()
	var record loader.Record
	if err := json.Unmarshal([]byte(mustRun(t, "extract", file)), &record); err != nil {
		t.Fatal(err)
	}
	return string(record.Article.ID)
}

// TestShardsAtOnce: four loaders at the same time, a shard each, end in the dump of one loader.
func TestShardsAtOnce(t *testing.T) {
	dir := corpus(t)
	single := filepath.Join(t.TempDir(), "single.db")
	whole := loadInto(t, single, dir)
	want := mustRun(t, "export", "--store", single)
	for name, store := range storesUnderTest(t) {
		var wg sync.WaitGroup
		reports := make([]loader.Report, 4)
		for i := range reports {
			wg.Add(1)
			go func() {
				defer wg.Done()
				args := append([]string{"load", "--json", "--quiet", "--store", store, "--shard", fmt.Sprintf("%d/4", i+1)}, articlesOnly(t, dir)...)
				out, err := command(context.Background(), t, serverEnv(), absolute(t, args)...).Output()
				if err == nil {
					err = json.Unmarshal(out, &reports[i])
				}
				if err != nil {
					t.Errorf("%s: shard %d: %v", name, i+1, err)
				}
			}()
		}
		wg.Wait()
		loaded := 0
		for i, r := range reports {
			if r.Loaded == 0 {
				t.Errorf("%s: shard %d loaded nothing", name, i+1)
			}
			loaded += r.Loaded
		}
		if loaded != whole.Loaded {
			t.Errorf("%s: the shards loaded %d articles, one loader %d", name, loaded, whole.Loaded)
		}
		if mustRun(t, "export", "--store", store) != want {
			t.Errorf("%s: four loaders at once end in another graph than one", name)
		}
	}
}

// serverEnv passes on the credentials that storesUnderTest has set.
func serverEnv() []string {
	return []string{"NEO4J_USERNAME=" + os.Getenv("NEO4J_USERNAME"), "NEO4J_PASSWORD=" + os.Getenv("NEO4J_PASSWORD")}
}

// absolute makes file arguments independent of the folder that a process starts in.
func absolute(t *testing.T, args []string) []string {
	t.Helper()
	for i, a := range args {
		if !strings.HasSuffix(a, ".txt") {
			continue
		}
		path, err := filepath.Abs(a)
		if err != nil {
			t.Fatal(err)
		}
		args[i] = path
	}
	return args
}

// TestExportRestores: an export loads into an empty store and gives the same export.
func TestExportRestores(t *testing.T) {
	dir := t.TempDir()
	store, copied, file := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db"), filepath.Join(dir, "graph.jsonl")
	loadInto(t, store, corpus(t))
	confirmSome(t, store)
	mustRun(t, "export", "--store", store, "--output", file)
	mustRun(t, "load", "--quiet", "--store", copied, file)
	if mustRun(t, "export", "--store", copied) != mustRun(t, "export", "--store", store) {
		t.Error("the restored graph differs")
	}
}

// confirmSome judges two people of a store to be one.
func confirmSome(t *testing.T, store string) {
	t.Helper()
	var answer struct {
		Data struct {
			People struct{ Nodes []struct{ ID string } }
		}
	}
	out := mustRun(t, "query", "--store", store, "{ people(first: 2) { nodes { id } } }")
	if err := json.Unmarshal([]byte(out), &answer); err != nil || len(answer.Data.People.Nodes) != 2 {
		t.Fatalf("%v: %s", err, out)
	}
	people := answer.Data.People.Nodes
	mustRun(t, "identity", "confirm", "--store", store, people[0].ID, people[1].ID, "--because", "for a test")
}

// TestGoldFloor holds what the extraction must reach on the gold articles: 90 % of the places,
// a fact F1 of 0.40 in each language, and evidence that is always an exact substring.
func TestGoldFloor(t *testing.T) {
	dir := goldDev()
	if dir == "" {
		t.Skip("no gold corpus beside the project")
	}
	pipeline, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	scores, err := eval.Run(t.Context(), []string{dir}, pipeline, eval.Options{Totals: true})
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	if err := scores.WriteTable(&table); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + table.String())
	for _, lang := range scores.Languages() {
		part := scores.Language[lang]
		if part.Facts.F1() < 0.40 {
			t.Errorf("%s: fact F1 is %.3f", lang, part.Facts.F1())
		}
		var places eval.Tally
		for _, kind := range []graph.EntityType{graph.City, graph.Region, graph.Country} {
			places.Right += part.EntityTypes[kind].Right
			places.Missed += part.EntityTypes[kind].Missed
		}
		if places.Recall() < 0.90 {
			t.Errorf("%s: %.3f of the places are found", lang, places.Recall())
		}
		if evidence := part.Attributes["evidence"]; evidence.Right != evidence.Of {
			t.Errorf("%s: %d of %d sentences are not in their article", lang, evidence.Of-evidence.Right, evidence.Of)
		}
	}
}
