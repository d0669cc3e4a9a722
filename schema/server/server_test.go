package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/server"
)

// loadedAt is the record time of the reference graph.
var loadedAt = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// reference returns a store that holds the reference graph.
func reference(t testing.TB) *graphtest.Memory {
	t.Helper()
	store := graphtest.NewMemory()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: graphtest.Reference()}, loadedAt); err != nil {
		t.Fatal(err)
	}
	return store
}

// newServer makes a silent server over the store, set up further by each option.
func newServer(store server.Viewer, options ...func(*server.Config)) *server.Server {
	c := server.Config{Store: store, Version: "test", Log: zerolog.Nop(), Concurrent: 1000, PerClient: 1000}
	for _, set := range options {
		set(&c)
	}
	return server.New(c)
}

// request makes a POST of JSON.
func request(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}

// send answers a request.
func send(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// answer is what a client reads of a response.
type answer struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
}

func (a answer) codes() []string {
	codes := []string{}
	for _, e := range a.Errors {
		code, _ := e.Extensions["code"].(string)
		codes = append(codes, code)
	}
	return codes
}

// ask runs a document.
func ask(t testing.TB, h http.Handler, query string, variables map[string]any) answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	w := send(h, request(string(body)))
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return a
}

// mustAsk runs a document that has to work.
func mustAsk(t testing.TB, h http.Handler, query string, variables map[string]any) map[string]any {
	t.Helper()
	a := ask(t, h, query, variables)
	if len(a.Errors) > 0 {
		t.Fatalf("%s: %+v", query, a.Errors)
	}
	return a.Data
}

// dig reads a value at a path of keys and indices.
func dig(t testing.TB, v any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			m, ok := v.(map[string]any)
			if !ok {
				t.Fatalf("no object at %v of %v", step, path)
			}
			v = m[step]
		case int:
			l, ok := v.([]any)
			if !ok || step >= len(l) {
				t.Fatalf("no item at %v of %v", step, path)
			}
			v = l[step]
		}
	}
	return v
}

// counting is a store that counts the calls of its readers.
type counting struct {
	*graphtest.Memory
	mu    sync.Mutex
	calls []string
	views int
}

func (c *counting) View(ctx context.Context, read func(graph.Reader) error) error {
	c.note(&c.views)
	return c.Memory.View(ctx, func(r graph.Reader) error { return read(countingReader{r, c}) })
}

func (c *counting) note(counter *int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*counter++
}

func (c *counting) call(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls = append(c.calls, name)
}

type countingReader struct {
	graph.Reader
	counts *counting
}

func (r countingReader) Nodes(ctx context.Context, ids []graph.EntityID, asOf time.Time) ([]graph.Node, error) {
	r.counts.call("Nodes")
	return r.Reader.Nodes(ctx, ids, asOf)
}

func (r countingReader) FindNodes(ctx context.Context, f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	r.counts.call("FindNodes")
	return r.Reader.FindNodes(ctx, f, p)
}

func (r countingReader) Edges(ctx context.Context, ids []graph.EdgeID, asOf time.Time) ([]graph.Edge, error) {
	r.counts.call("Edges")
	return r.Reader.Edges(ctx, ids, asOf)
}

func (r countingReader) FindEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	name := "FindEdges"
	if p.WithTotal {
		name = "FindEdges with total"
	}
	r.counts.call(name)
	return r.Reader.FindEdges(ctx, at, f, p)
}

func (r countingReader) CountEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	r.counts.call("CountEdges")
	return r.Reader.CountEdges(ctx, at, f)
}

func (r countingReader) Claims(ctx context.Context, ids []graph.ClaimID) ([]graph.Claim, error) {
	r.counts.call("Claims")
	return r.Reader.Claims(ctx, ids)
}

func (r countingReader) FindClaims(ctx context.Context, s graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	r.counts.call("FindClaims")
	return r.Reader.FindClaims(ctx, s, f, p)
}

func (r countingReader) Articles(ctx context.Context, ids []graph.ArticleID) ([]graph.Article, error) {
	r.counts.call("Articles")
	return r.Reader.Articles(ctx, ids)
}

func (r countingReader) FindArticles(ctx context.Context, f graph.ArticleFilter, p graph.Page) (graph.List[graph.Article], error) {
	r.counts.call("FindArticles")
	return r.Reader.FindArticles(ctx, f, p)
}

func (r countingReader) Assertions(ctx context.Context, ids []graph.ArticleID) ([]graph.Record, error) {
	r.counts.call("Assertions")
	return r.Reader.Assertions(ctx, ids)
}

// pretty indents JSON.
func pretty(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	out.WriteByte('\n')
	return out.Bytes()
}
