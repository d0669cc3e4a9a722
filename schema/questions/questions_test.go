package questions_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rs/zerolog"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
	"citygraph/graph/sqlite"
	"citygraph/schema/questions"
	"citygraph/schema/server"
)

var (
	update = flag.Bool("update", false, "rewrite the answers from SQLite; read the diff")
	shared neo4jtest.Shared
)

func TestMain(m *testing.M) { shared.Main(m) }

// total is the number of competency questions in the domain guide.
const total = 40

// The record times of the two loads.
var (
	firstLoad  = time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
	secondLoad = time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
)

// TestAnswers asks every question with its sample variables of both stores; the answers are
// those of testdata, made from SQLite.
func TestAnswers(t *testing.T) {
	all := allQuestions(t)
	answered := map[string]int{}
	for _, open := range []func(*testing.T) graph.Store{openSQLite, openNeo4j} {
		store := ""
		t.Run("store", func(t *testing.T) {
			s := open(t)
			store = s.Features().Name
			load(t, s)
			api := server.New(server.Config{Store: s, Version: "test", Log: zerolog.Nop()})
			for _, q := range all {
				if t.Run(fmt.Sprintf("%s/%d", store, q.Number), func(t *testing.T) { check(t, api, s, q, *update && store == "sqlite") }) {
					answered[store]++
				}
			}
		})
	}
	if answered["sqlite"] == answered["neo4j"] {
		fmt.Printf("questions %d/%d on both stores\n", answered["sqlite"], total)
	}
}

func check(t *testing.T, api http.Handler, s graph.Store, q questions.Question, rewrite bool) {
	got := ask(t, api, s, q, nil)
	golden := filepath.Join("testdata", fmt.Sprintf("%02d-%s.json", q.Number, q.Name))
	if rewrite {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

// ask answers a question; errors fail the test.
func ask(t *testing.T, api http.Handler, s graph.Store, q questions.Question, given map[string]string) []byte {
	t.Helper()
	variables, err := q.Bind(t.Context(), s, given)
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"query": q.Document, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	api.ServeHTTP(w, r)
	var answer struct {
		Data   json.RawMessage
		Errors []json.RawMessage
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%v in %s", err, w.Body)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, answer.Data, "", " "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	return pretty.Bytes()
}

func load(t *testing.T, s graph.Store) {
	t.Helper()
	first, second := graphtest.Diplomacy()
	for _, l := range []struct {
		batch graph.Batch
		at    time.Time
	}{
		{graph.Batch{Assertions: first, Run: "first"}, firstLoad},
		{graph.Batch{Assertions: second, Run: "second"}, secondLoad},
	} {
		if _, err := s.Apply(t.Context(), l.batch, l.at); err != nil {
			t.Fatal(err)
		}
	}
}

func openSQLite(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), sqlite.Options{})
	return closing(t, s, err)
}

func openNeo4j(t *testing.T) graph.Store {
	t.Helper()
	at := shared.Start(t)
	s, err := neo4j.Open(t.Context(), at.URI, neo4j.Options{Username: at.Username, Password: at.Password, Migrate: true})
	return closing(t, s, err)
}

func closing(t *testing.T, s graph.Store, err error) graph.Store {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func allQuestions(t *testing.T) []questions.Question {
	t.Helper()
	all, err := questions.All()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAnswersSaySomething: no answer is empty, so that a question cannot pass by finding nothing.
func TestAnswersSaySomething(t *testing.T) {
	for _, q := range allQuestions(t) {
		answer, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("%02d-%s.json", q.Number, q.Name)))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(answer), `"text": "`) && !strings.Contains(string(answer), `"name": "`) {
			t.Errorf("question %d answers nothing: %s", q.Number, answer)
		}
	}
}
