package server_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rs/zerolog"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/resolver"
	"citygraph/schema/server"
)

func withAnswerBytes(n int) func(*server.Config) {
	return func(c *server.Config) { c.AnswerBytes = n }
}

// broken is a store whose readers answer every list of nodes with fail.
type broken struct {
	*graphtest.Memory
	fail  func(ctx context.Context) error
	views int
}

func (b *broken) View(ctx context.Context, read func(graph.Reader) error) error {
	return b.Memory.View(ctx, func(r graph.Reader) error {
		err := read(brokenReader{r, b})
		b.views++
		if errors.Is(err, graph.ErrUnavailable) && b.views < 2 {
			err = read(r) // as a store does that tries again
		}
		return err
	})
}

type brokenReader struct {
	graph.Reader
	of *broken
}

func (r brokenReader) FindNodes(ctx context.Context, _ graph.NodeFilter, _ graph.Page) (graph.List[graph.Node], error) {
	return graph.List[graph.Node]{}, r.of.fail(ctx)
}

// TestStoreErrors wants a code for each failure of the store, and none of its text.
func TestStoreErrors(t *testing.T) {
	tests := map[string]struct {
		fail func(ctx context.Context) error
		want string
	}{
		"an unknown error": {func(context.Context) error { return errors.New("dial tcp 10.1.2.3:7687 secret") }, "INTERNAL"},
		"a panic":          {func(context.Context) error { panic("secret") }, "INTERNAL"},
		"closed":           {func(context.Context) error { return fmt.Errorf("secret: %w", graph.ErrClosed) }, "UNAVAILABLE"},
		"a limit":          {func(context.Context) error { return &graph.LimitError{Limit: "MaxScan", Max: 5, Got: 6} }, "LIMIT_EXCEEDED"},
		"invalid":          {func(context.Context) error { return fmt.Errorf("secret: %w", graph.ErrInvalid) }, "BAD_USER_INPUT"},
		"not found":        {func(context.Context) error { return fmt.Errorf("secret: %w", graph.ErrNotFound) }, "NOT_FOUND"},
		"the deadline":     {func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, "TIMEOUT"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			h := newServer(&broken{Memory: reference(t), fail: tt.fail}, func(c *server.Config) {
				c.Log = zerolog.New(&log)
				c.Deadline = 50 * time.Millisecond
			})
			w := send(h, request(`{"query": "{ cities { nodes { id } } }"}`))
			body := w.Body.String()
			if !strings.Contains(body, `"code":"`+tt.want+`"`) || strings.Contains(body, "secret") {
				t.Errorf("body %s", body)
			}
			if logged := strings.Contains(log.String(), "secret"); logged != (tt.want == "INTERNAL") {
				t.Errorf("detail in the log: %t: %s", logged, log.String())
			}
			if id := w.Header().Get("X-Request-Id"); tt.want == "INTERNAL" && (!strings.Contains(body, id) || !strings.Contains(log.String(), id)) {
				t.Errorf("request id %q is not in body and log", id)
			}
		})
	}
}

// TestOutage is an operation that a store runs a second time after it failed.
func TestOutage(t *testing.T) {
	store := &broken{Memory: reference(t), fail: func(context.Context) error { return fmt.Errorf("x: %w", graph.ErrUnavailable) }}
	mustAsk(t, newServer(store), `{ cities { totalCount } }`, nil)
	if store.views != 1 {
		t.Errorf("%d views", store.views)
	}
}

// TestClosedStore answers 503 where nothing can be read at all.
func TestClosedStore(t *testing.T) {
	store := reference(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	w := send(newServer(store), request(good))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"code":"UNAVAILABLE"`) {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	wantError(t, w)
}

// TestInputErrors wants a code for each kind of bad input.
func TestInputErrors(t *testing.T) {
	tests := map[string]struct {
		query string
		want  string
	}{
		"a date that is none":       {`{ city(id: "city:1", validAt: "yesterday") { id } }`, "BAD_USER_INPUT"},
		"an empty date":             {`{ city(id: "city:1", validAt: "") { id } }`, "BAD_USER_INPUT"},
		"an instant that is none":   {`{ city(id: "city:1", asOf: "2024") { id } }`, "BAD_USER_INPUT"},
		"a tag that is none":        {`{ city(id: "city:1796236") { name(lang: "not a tag") } }`, "BAD_USER_INPUT"},
		"a number as date":          {`{ city(id: "city:1", validAt: 5) { id } }`, "BAD_USER_INPUT"},
		"a large number":            {`{ city(geonames: 99999999999999999999) { id } }`, "BAD_USER_INPUT"},
		"a large fraction":          {`{ city(id: "city:1", validAt: 1e999) { id } }`, "BAD_USER_INPUT"},
		"a fraction for a number":   {`{ city(geonames: 1.5) { id } }`, "BAD_USER_INPUT"},
		"text for a number":         {`{ city(geonames: "5") { id } }`, "BAD_USER_INPUT"},
		"two ways to a city":        {`{ city(id: "city:1", name: "x") { id } }`, "BAD_USER_INPUT"},
		"a name of nothing":         {`{ search(text: " ") { totalCount } }`, "BAD_USER_INPUT"},
		"match order without name":  {`{ cities(orderBy: MATCH) { totalCount } }`, "BAD_USER_INPUT"},
		"first and last":            {`{ cities(first: 1, last: 1) { totalCount } }`, "BAD_USER_INPUT"},
		"no item":                   {`{ cities(first: 0) { totalCount } }`, "BAD_USER_INPUT"},
		"too many items":            {`{ cities(first: 101) { totalCount } }`, "LIMIT_EXCEEDED"},
		"too many ids":              {`{ nodes(ids: [` + strings.Repeat(`"a",`, 101) + `]) { id } }`, "LIMIT_EXCEEDED"},
		"types where they are set":  {`{ city(id: "city:1796236") { twins(filter: {types: [MET]}) { totalCount } } }`, "BAD_USER_INPUT"},
		"a direction from nowhere":  {`{ edges(filter: {direction: IN}) { totalCount } }`, "BAD_USER_INPUT"},
		"an interval as bound":      {`{ articles(filter: {from: "2023/2024"}) { totalCount } }`, "BAD_USER_INPUT"},
		"too deep a walk":           {`{ neighborhood(ids: ["city:1"], depth: 7) { truncated } }`, "LIMIT_EXCEEDED"},
		"no walk":                   {`{ neighborhood(ids: ["city:1"], depth: 0) { truncated } }`, "BAD_USER_INPUT"},
		"too wide a walk":           {`{ neighborhood(ids: ["city:1"], limit: 2001) { truncated } }`, "LIMIT_EXCEEDED"},
		"too many paths":            {`{ paths(from: "city:1796236", to: "city:2965140", k: 26) { truncated } }`, "LIMIT_EXCEEDED"},
		"a path from nowhere":       {`{ shortestPath(from: "city:1", to: "city:2965140") { truncated } }`, "NOT_FOUND"},
		"an unknown field":          {`{ nonsense }`, "GRAPHQL_VALIDATION_FAILED"},
		"an unknown code":           {`{ cities(orderBy: SIZE) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED"},
		"a fragment in itself":      {`{ ...A } fragment A on Query { ...A }`, "GRAPHQL_VALIDATION_FAILED"},
		"a syntax error":            {`{ city(id: ) { id } }`, "GRAPHQL_PARSE_FAILED"},
		"a schema for a document":   {`type Query { a: Int }`, "GRAPHQL_PARSE_FAILED"},
		"nothing":                   {``, "GRAPHQL_VALIDATION_FAILED"},
		"an open brace":             {`{ stats { claims }`, "GRAPHQL_PARSE_FAILED"},
		"a bracket closed by paren": {`{ nodes(ids: [1) { id } }`, "GRAPHQL_PARSE_FAILED"},
	}
	h := newServer(reference(t))
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := ask(t, h, tt.query, nil)
			if diff := cmp.Diff([]string{tt.want}, a.codes()); diff != "" {
				t.Errorf("%s%+v", diff, a.Errors)
			}
		})
	}
}

// TestBudget refuses an operation that passes a bound of the whole, and lets it through where
// the bound is just met.
func TestBudget(t *testing.T) {
	query := `{ city(id: "city:1") { twins(first: 10) { nodes { other { edges(first: 10) { nodes { claims(first: 1) { nodes { evidence { text } } } } } } } } } }`
	// With three twins: the hub, three edges, their far ends, four edges at each of these with a
	// claim each.
	exact := resolver.Budget{Rows: 1 + 3 + 3 + 3*4 + 3*4, RowsAsked: 10 + 3*10 + 12, TextBytes: 1 << 20}
	tests := map[string]struct {
		set  func(*resolver.Budget)
		want string
	}{
		"just met":       {func(*resolver.Budget) {}, ""},
		"rows":           {func(b *resolver.Budget) { b.Rows-- }, "Rows"},
		"rows asked for": {func(b *resolver.Budget) { b.RowsAsked-- }, "RowsAsked"},
		"text":           {func(b *resolver.Budget) { b.TextBytes = 100 }, "TextBytes"},
	}
	store := wide(t, 3)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			budget := exact
			tt.set(&budget)
			a := ask(t, newServer(store, func(c *server.Config) { c.Budget = budget }), query, nil)
			got := ""
			if len(a.Errors) > 0 {
				got, _ = a.Errors[0].Extensions["limit"].(string)
			}
			if got != tt.want {
				t.Errorf("refused by %q, want %q: %+v", got, tt.want, a.Errors)
			}
		})
	}
}

// TestManyErrors keeps an answer with many errors small.
func TestManyErrors(t *testing.T) {
	query := "{ stats { " + strings.Repeat("x", 120) + numbered("n%d", 300) + "} }"
	w := send(newServer(reference(t)), request(fmt.Sprintf(`{"query": %q}`, query)))
	if n := strings.Count(w.Body.String(), `"message"`); n > 5 || w.Body.Len() > 4096 {
		t.Errorf("%d errors in %d bytes", n, w.Body.Len())
	}
}
