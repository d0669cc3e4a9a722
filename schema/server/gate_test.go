package server_test

import (
	"bytes"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rs/zerolog"

	"citygraph/schema/apikey"
	"citygraph/schema/server"
)

// keys is a set of keys by secret.
type keys map[string]apikey.Key

func (k keys) Check(secret string) (apikey.Key, error) {
	if secret == "broken" {
		return apikey.Key{}, errors.New("disk on fire")
	}
	key, ok := k[secret]
	if !ok {
		return key, apikey.ErrUnknown
	}
	return key, nil
}

// TestKeys asks every route with every kind of key.
func TestKeys(t *testing.T) {
	var log bytes.Buffer
	ring := keys{"s3cret-reader": {Name: "dashboard", Role: apikey.Read}, "s3cret-loader": {Name: "feeder", Role: apikey.Load}}
	h := newServer(reference(t), func(c *server.Config) {
		c.Keys, c.Metrics, c.Log = ring, true, zerolog.New(&log)
		c.Explorer = fstest.MapFS{"index.html": {Data: []byte("<p>page")}}
	})
	routes := map[string]func() *http.Request{
		"a query":     func() *http.Request { return request(good) },
		"the schema":  func() *http.Request { return httptest.NewRequest(http.MethodGet, "/schema.graphql", nil) },
		"an export":   func() *http.Request { return httptest.NewRequest(http.MethodGet, "/export/csv", nil) },
		"a manifest":  func() *http.Request { return httptest.NewRequest(http.MethodGet, "/reconcile", nil) },
		"the metrics": func() *http.Request { return httptest.NewRequest(http.MethodGet, "/metrics", nil) },
		"the pages":   func() *http.Request { return httptest.NewRequest(http.MethodGet, "/entity/city:1", nil) },
	}
	authorizations := map[string]struct {
		header string
		status int
	}{
		"no key":           {"", 401},
		"a reader's":       {"Bearer s3cret-reader", 200},
		"a loader's":       {"bearer s3cret-loader", 200},
		"as a password":    {"Basic " + "YTpzM2NyZXQtcmVhZGVy", 200}, // a:s3cret-reader
		"as a user":        {"Basic " + "czNjcmV0LXJlYWRlcjo=", 401}, // s3cret-reader:
		"an unknown one":   {"Bearer s3cret-readex", 401},
		"of no scheme":     {"s3cret-reader", 401},
		"of another":       {"Digest s3cret-reader", 401},
		"an empty one":     {"Bearer ", 401},
		"keys unreadable":  {"Bearer broken", 503},
		"a very long one":  {"Bearer " + strings.Repeat("a.", 10_000), 401},
		"a forged token's": {"Bearer eyJhbGciOiJub25lIn0.e30.", 401},
	}
	for route, make := range routes {
		for name, tt := range authorizations {
			t.Run(route+"/"+name, func(t *testing.T) {
				r := make()
				if tt.header != "" {
					r.Header.Set("Authorization", tt.header)
				}
				w := send(h, r)
				if w.Code != tt.status {
					t.Errorf("status %d, want %d: %.200s", w.Code, tt.status, w.Body)
				}
				if challenged := w.Header().Get("WWW-Authenticate") != ""; challenged != (tt.status == 401) {
					t.Errorf("challenged: %t", challenged)
				}
			})
		}
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		if w := get(h, path); w.Code != http.StatusOK {
			t.Errorf("%s without a key: %d", path, w.Code)
		}
	}
	if strings.Contains(log.String(), "s3cret") || !strings.Contains(log.String(), `"key":"dashboard"`) {
		t.Errorf("the log holds a secret, or no name of a key")
	}
}

// TestArticles: only a key that may load reaches the handler, and none does without keys.
func TestArticles(t *testing.T) {
	taken := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	ring := keys{"r": {Name: "r", Role: apikey.Read}, "l": {Name: "l", Role: apikey.Load}}
	guarded := newServer(reference(t), func(c *server.Config) { c.Keys, c.Articles = ring, taken })
	open := newServer(reference(t), func(c *server.Config) { c.Articles = taken })
	for name, tt := range map[string]struct {
		h      http.Handler
		key    string
		site   string
		status int
	}{
		"a loader": {guarded, "l", "", 200}, "a reader": {guarded, "r", "", 403}, "nobody": {guarded, "", "", 401},
		"a loader's page": {guarded, "l", "cross-site", 403}, "without keys": {open, "", "", 403}, "a made up key": {open, "l", "", 403},
	} {
		r := httptest.NewRequest(http.MethodPost, "/articles", strings.NewReader("{}"))
		r.Header.Set("Authorization", "Bearer "+tt.key)
		r.Header.Set("Sec-Fetch-Site", tt.site)
		if w := send(tt.h, r); w.Code != tt.status {
			t.Errorf("%s: %d, want %d", name, w.Code, tt.status)
		}
	}
}

// TestChallenge: a browser that opens the pages asks for the key, a program is told how.
func TestChallenge(t *testing.T) {
	h := newServer(reference(t), func(c *server.Config) { c.Keys = keys{} })
	if got := get(h, "/", "Accept", "text/html,*/*").Header().Get("WWW-Authenticate"); !strings.HasPrefix(got, "Basic ") {
		t.Errorf("a browser is challenged with %q", got)
	}
	if got := get(h, "/export/csv").Header().Get("WWW-Authenticate"); !strings.HasPrefix(got, "Bearer ") {
		t.Errorf("a program is challenged with %q", got)
	}
}

// TestOrigins lets pages of allowed sites in, and no others.
func TestOrigins(t *testing.T) {
	const friend, stranger = "https://friend.example", "https://stranger.example"
	h := newServer(reference(t), func(c *server.Config) {
		c.Origins, c.Keys = []string{friend}, keys{"k": {Name: "k", Role: apikey.Read}}
	})
	from := func(origin string, r *http.Request) *httptest.ResponseRecorder {
		r.Header.Set("Origin", origin)
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		return send(h, r)
	}
	asking := func() *http.Request {
		r := request(good)
		r.Header.Set("Authorization", "Bearer k")
		return r
	}
	preflight := func() *http.Request {
		r := httptest.NewRequest(http.MethodOptions, "/graphql", nil)
		r.Header.Set("Access-Control-Request-Method", "POST")
		r.Header.Set("Access-Control-Request-Headers", "authorization,content-type")
		return r
	}
	for name, tt := range map[string]struct {
		answer  *httptest.ResponseRecorder
		status  int
		allowed string
	}{
		"a friend's query":         {from(friend, asking()), 200, friend},
		"a friend without a key":   {from(friend, request(good)), 401, friend},
		"a friend's preflight":     {from(friend, preflight()), 204, friend},
		"a stranger's query":       {from(stranger, asking()), 403, ""},
		"a stranger's preflight":   {from(stranger, preflight()), 401, ""},
		"almost the friend":        {from(friend+".evil.example", asking()), 403, ""},
		"the friend over http":     {from("http://friend.example", asking()), 403, ""},
		"a page without an origin": {from("null", asking()), 403, ""},
	} {
		header := tt.answer.Header()
		if tt.answer.Code != tt.status || header.Get("Access-Control-Allow-Origin") != tt.allowed {
			t.Errorf("%s: status %d, allowed %q", name, tt.answer.Code, header.Get("Access-Control-Allow-Origin"))
		}
		if header.Get("Access-Control-Allow-Credentials") != "" || !strings.Contains(strings.Join(header.Values("Vary"), ","), "Origin") {
			t.Errorf("%s: headers %v", name, header)
		}
	}
	if w := get(newServer(reference(t)), "/schema.graphql", "Origin", friend); w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Error("without a list somebody is allowed")
	}
}

func TestCheckOrigin(t *testing.T) {
	for origin, good := range map[string]bool{
		"https://a.example": true, "http://localhost:3000": true, "http://[::1]:3000": true,
		"*": false, "": false, "a.example": false, "https://a.example/": false, "https://a.example/x": false,
		"ftp://a.example": false, "https://": false, "https://u@a.example": false, "null": false,
	} {
		if err := server.CheckOrigin(origin); (err == nil) != good {
			t.Errorf("%q: %v", origin, err)
		}
	}
}
