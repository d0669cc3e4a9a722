package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rs/zerolog"
	"go.uber.org/goleak"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/server"
)

func get(h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return send(h, r)
}

// pinged counts pings, and fails them where fail is set.
type pinged struct {
	*graphtest.Memory
	pings int
	fail  error
}

func (p *pinged) Ping(context.Context) error {
	p.pings++
	return p.fail
}

func TestHealth(t *testing.T) {
	store := &pinged{Memory: reference(t)}
	now := time.Unix(1000, 0)
	h := newServer(store, func(c *server.Config) { c.Now = func() time.Time { return now } })

	if w := get(h, "/healthz"); w.Code != 200 || strings.TrimSpace(w.Body.String()) != `{"status":"ok","version":"test"}` {
		t.Errorf("healthz: %d %s", w.Code, w.Body)
	}
	ready := `{"status":"ready","version":"test","store":{"name":"memory","schema":0}}`
	for range 3 {
		if w := get(h, "/readyz"); w.Code != 200 || strings.TrimSpace(w.Body.String()) != ready {
			t.Errorf("readyz: %d %s", w.Code, w.Body)
		}
	}
	if store.pings != 1 {
		t.Errorf("%d pings within a second", store.pings)
	}
	now, store.fail = now.Add(time.Second), errors.New("secret")
	if w := get(h, "/readyz"); w.Code != 503 || store.pings != 2 || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("with a broken store: %d %s", w.Code, w.Body)
	}
	now, store.fail = now.Add(time.Second), nil
	h.Drain()
	if w := get(h, "/readyz"); w.Code != 503 || !strings.Contains(w.Body.String(), "shutting down") {
		t.Errorf("draining: %d %s", w.Code, w.Body)
	}
	if w := get(h, "/healthz"); w.Code != 200 {
		t.Errorf("healthz while draining: %d", w.Code)
	}
}

func TestExplorerFiles(t *testing.T) {
	files := fstest.MapFS{
		"index.html":            {Data: []byte("<p>page")},
		"graphiql.html":         {Data: []byte("<p>console")},
		"assets/app-1a2b.js":    {Data: []byte("plain")},
		"assets/app-1a2b.js.gz": {Data: []byte("packed")},
	}
	h := newServer(reference(t), func(c *server.Config) { c.Explorer = files })
	tests := map[string]struct {
		path, encoding    string
		status            int
		body, cache, sent string
	}{
		"the page":            {"/", "", 200, "<p>page", "no-cache", ""},
		"a deep link":         {"/entity/city:1796236", "", 200, "<p>page", "no-cache", ""},
		"another page":        {"/graphiql", "", 200, "<p>console", "no-cache", ""},
		"its file":            {"/graphiql.html", "", 200, "<p>console", "no-cache", ""},
		"no file of a page":   {"/assets", "", 200, "<p>page", "no-cache", ""},
		"an asset":            {"/assets/app-1a2b.js", "", 200, "plain", "public, max-age=31536000, immutable", ""},
		"a packed asset":      {"/assets/app-1a2b.js", "gzip, br", 200, "packed", "public, max-age=31536000, immutable", "gzip"},
		"a missing asset":     {"/assets/none.js", "", 404, "404 page not found\n", "", ""},
		"outside of the root": {"/../../etc/passwd.txt", "", 404, "404 page not found\n", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			r.URL.Path = tt.path
			r.Header.Set("Accept-Encoding", tt.encoding)
			w := send(explorerOf(h), r)
			got := []any{w.Code, w.Body.String(), w.Header().Get("Cache-Control"), w.Header().Get("Content-Encoding")}
			if diff := cmp.Diff([]any{tt.status, tt.body, tt.cache, tt.sent}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	first := get(h, "/")
	if w := get(h, "/", "If-None-Match", first.Header().Get("Etag")); w.Code != http.StatusNotModified {
		t.Errorf("with the entity tag: %d", w.Code)
	}
	if w := send(h, httptest.NewRequest(http.MethodPost, "/", nil)); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

// explorerOf follows the redirect that the mux answers to an unclean path.
func explorerOf(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		first := send(h, r)
		if to := first.Header().Get("Location"); to != "" {
			first = send(h, httptest.NewRequest(http.MethodGet, to, nil))
		}
		for key, values := range first.Header() {
			w.Header()[key] = values
		}
		w.WriteHeader(first.Code)
		w.Write(first.Body.Bytes())
	})
}

func TestNoExplorer(t *testing.T) {
	if w := get(newServer(reference(t)), "/"); w.Code != http.StatusNotFound {
		t.Errorf("status %d", w.Code)
	}
}

func TestSecurityHeaders(t *testing.T) {
	h := newServer(reference(t), func(c *server.Config) { c.Explorer = fstest.MapFS{"index.html": {Data: []byte("x")}} })
	for _, path := range []string{"/", "/healthz", "/graphql", "/schema.graphql", "/none.js"} {
		header := get(h, path).Header()
		if !strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") || header.Get("X-Content-Type-Options") != "nosniff" ||
			header.Get("Referrer-Policy") != "no-referrer" || header.Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s: %v", path, header)
		}
	}
}

// TestStylePolicy: the API console alone may hold inline styles, and no page inline code.
func TestStylePolicy(t *testing.T) {
	files := fstest.MapFS{"index.html": {Data: []byte("x")}, "graphiql.html": {Data: []byte("x")}}
	h := newServer(reference(t), func(c *server.Config) { c.Explorer = files })
	for path, inline := range map[string]bool{"/": false, "/graphiql": true, "/graphiql.html": true, "/entity/x": false, "/graphql": false, "/none.js": false} {
		policy := get(h, path).Header().Get("Content-Security-Policy")
		if got := strings.Contains(policy, "style-src 'self' 'unsafe-inline'"); got != inline {
			t.Errorf("%s: inline styles %v in %q", path, got, policy)
		}
		if !strings.Contains(policy, "script-src 'self';") {
			t.Errorf("%s: scripts from elsewhere in %q", path, policy)
		}
	}
}

// TestClosed hides the schema; the control is an open server.
func TestClosed(t *testing.T) {
	store := reference(t)
	closed := newServer(store, func(c *server.Config) { c.Closed = true })
	probes := map[string]string{
		"the schema":         `{ __schema { types { name } } }`,
		"a type":             `{ __type(name: "City") { name } }`,
		"a field":            `{ citie { id } }`,
		"an argument":        `{ cities(firs: 1) { totalCount } }`,
		"a type by name":     `{ node(id: "x") { ... on Citi { id } } }`,
		"a value":            `{ cities(orderBy: NAMES) { totalCount } }`,
		"a field of a input": `{ cities(filter: {nam: "x"}) { totalCount } }`,
	}
	for name, query := range probes {
		t.Run(name, func(t *testing.T) {
			a := ask(t, closed, query, nil)
			if len(a.Errors) == 0 || strings.Contains(a.Errors[0].Message, "Did you mean") {
				t.Errorf("answered %+v", a)
			}
		})
	}
	mustAsk(t, closed, `{ __typename stats { claims } }`, nil)
	if w := get(closed, "/schema.graphql"); w.Code != http.StatusNotFound {
		t.Errorf("closed schema: %d", w.Code)
	}
	open := newServer(store)
	if a := ask(t, open, probes["a field"], nil); !strings.Contains(a.Errors[0].Message, "Did you mean") {
		t.Errorf("an open server suggests nothing: %+v", a.Errors)
	}
	if w := get(open, "/schema.graphql"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "type Query {") {
		t.Errorf("open schema: %d", w.Code)
	}
}

func TestMetrics(t *testing.T) {
	store := reference(t)
	if w := get(newServer(store), "/metrics"); w.Code != http.StatusNotFound {
		t.Errorf("off by default: %d", w.Code)
	}
	h := newServer(store, func(c *server.Config) { c.Metrics, c.Operations = true, []string{"Known"} })
	ask(t, h, `query Known { stats { claims } }`, nil)
	ask(t, h, `query Made_up_17 { stats { claims } }`, nil)
	ask(t, h, `{ nonsense }`, nil)
	body := get(h, "/metrics").Body.String()
	for _, line := range []string{
		`citygraph_http_requests_total{operation="Known",status="200"} 1`,
		`citygraph_http_requests_total{operation="other",status="200"} 2`,
		`citygraph_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1`,
		`citygraph_http_requests_in_flight 0`,
		`citygraph_http_request_duration_seconds_count{operation="Known"} 1`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("no line %s in\n%s", line, body)
		}
	}
	if strings.Contains(body, "Made_up_17") {
		t.Error("a name that a client made up is a label")
	}
}

// TestLog wants operation, status and duration in the log, and neither document nor variables.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	h := newServer(reference(t), func(c *server.Config) { c.Log = zerolog.New(&log) })
	ask(t, h, `query Twins($name: String) { city(name: $name) { originalName } }`, map[string]any{"name": "Secretville"})
	var line map[string]any
	if err := json.Unmarshal(log.Bytes(), &line); err != nil {
		t.Fatalf("%v in %s", err, log.String())
	}
	if line["op"] != "Twins" || line["status"] != 200.0 || line["dur_ms"] == nil || line["request"] == "" || line["level"] != "info" {
		t.Errorf("line %v", line)
	}
	for _, private := range []string{"Secretville", "originalName"} {
		if strings.Contains(log.String(), private) {
			t.Errorf("%q is in the log: %s", private, log.String())
		}
	}
}

// blocking is a store whose views wait until they are let go.
type blocking struct {
	*graphtest.Memory
	entered chan struct{}
	release chan struct{}
}

func (b *blocking) View(ctx context.Context, read func(graph.Reader) error) error {
	b.entered <- struct{}{}
	<-b.release
	return b.Memory.View(ctx, read)
}

// TestTooManyAtOnce answers 429 beyond the bound of one client and of all.
func TestTooManyAtOnce(t *testing.T) {
	store := &blocking{reference(t), make(chan struct{}), make(chan struct{})}
	h := newServer(store, func(c *server.Config) { c.Concurrent, c.PerClient = 3, 2 })
	from := func(address string) *http.Request {
		r := request(good)
		r.RemoteAddr = address
		return r
	}
	var wait sync.WaitGroup
	for _, address := range []string{"192.0.2.1:1", "192.0.2.1:2", "192.0.2.2:1"} {
		wait.Go(func() {
			if w := send(h, from(address)); w.Code != http.StatusOK {
				t.Errorf("%s: %d", address, w.Code)
			}
		})
		<-store.entered
		if address == "192.0.2.1:2" {
			wantTooMany(t, send(h, from("192.0.2.1:3")))
		}
	}
	wantTooMany(t, send(h, from("192.0.2.3:1")))
	close(store.release)
	wait.Wait()
	go func() { <-store.entered }()
	if w := send(h, from("192.0.2.1:4")); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

func wantTooMany(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	if w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "LIMIT_EXCEEDED") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

// TestServe lets a running request end when it is told to stop.
func TestServe(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	store := &blocking{reference(t), make(chan struct{}), make(chan struct{})}
	h := newServer(store)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- h.Serve(ctx, listener, time.Minute) }()
	status := make(chan int, 1)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	go func() {
		resp, err := client.Post("http://"+listener.Addr().String()+"/graphql", "application/json", strings.NewReader(good))
		if err != nil {
			status <- 0
			return
		}
		resp.Body.Close()
		status <- resp.StatusCode
	}()
	<-store.entered
	stop()
	for get(h, "/readyz").Code != http.StatusServiceUnavailable {
		// Drain comes right after the context ends.
	}
	close(store.release)
	if got := <-status; got != http.StatusOK {
		t.Errorf("the running request got %d", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

// TestServeGivesUp cuts off what outlasts the grace period, and says so.
func TestServeGivesUp(t *testing.T) {
	store := &blocking{reference(t), make(chan struct{}), make(chan struct{})}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- newServer(store).Serve(ctx, listener, time.Millisecond) }()
	failed := make(chan error, 1)
	go func() {
		_, err := http.Post("http://"+listener.Addr().String()+"/graphql", "application/json", strings.NewReader(good)) //nolint:bodyclose // there is no answer
		failed <- err
	}()
	<-store.entered
	stop()
	if err := <-served; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Serve: %v", err)
	}
	if <-failed == nil {
		t.Error("the request was answered")
	}
	close(store.release)
}
