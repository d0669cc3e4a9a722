package server_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/schema/server"
)

const (
	mediaGraphQL = "application/graphql-response+json; charset=utf-8"
	mediaJSON    = "application/json; charset=utf-8"
	good         = `{"query": "{ stats { claims } }"}`
	goodAnswer   = `{"data":{"stats":{"claims":32}}}`
)

// TestTransport sends bodies and headers and wants status, media type and body; where body is
// "" only an error without data is wanted, which repeats nothing of the request.
func TestTransport(t *testing.T) {
	tests := map[string]struct {
		headers map[string]string // of a POST of JSON; "-" takes a header away
		send    string
		status  int
		media   string
		body    string
	}{
		"a query":                    {nil, good, 200, mediaJSON, goodAnswer},
		"accepting the draft's type": {map[string]string{"Accept": "application/graphql-response+json"}, good, 200, mediaGraphQL, goodAnswer},
		"preferring the draft's type": {
			map[string]string{"Accept": "application/graphql-response+json, application/json;q=0.9"}, good, 200, mediaGraphQL, goodAnswer,
		},
		"preferring JSON": {
			map[string]string{"Accept": "application/graphql-response+json;q=0.5, application/json;q=0.9"}, good, 200, mediaJSON, goodAnswer,
		},
		"accepting both alike":     {map[string]string{"Accept": "application/json, application/graphql-response+json"}, good, 200, mediaGraphQL, goodAnswer},
		"accepting all":            {map[string]string{"Accept": "*/*"}, good, 200, mediaJSON, goodAnswer},
		"accepting HTML":           {map[string]string{"Accept": "text/html"}, good, 406, mediaJSON, ""},
		"accepting JSON not":       {map[string]string{"Accept": "application/json;q=0"}, good, 406, mediaJSON, ""},
		"accepting another set":    {map[string]string{"Accept": "application/json; charset=latin1"}, good, 406, mediaJSON, ""},
		"with a character set":     {map[string]string{"Content-Type": "application/json; charset=UTF-8"}, good, 200, mediaJSON, goodAnswer},
		"with another set":         {map[string]string{"Content-Type": "application/json; charset=utf-16"}, good, 415, mediaJSON, ""},
		"as plain text":            {map[string]string{"Content-Type": "text/plain"}, good, 415, mediaJSON, ""},
		"as a form":                {map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, "query={secret}", 415, mediaJSON, ""},
		"as an upload":             {map[string]string{"Content-Type": "multipart/form-data; boundary=x"}, "--x--", 415, mediaJSON, ""},
		"without a type":           {map[string]string{"Content-Type": "-"}, good, 415, mediaJSON, ""},
		"from another site":        {map[string]string{"Sec-Fetch-Site": "cross-site"}, good, 403, mediaJSON, ""},
		"from this site":           {map[string]string{"Sec-Fetch-Site": "same-origin"}, good, 200, mediaJSON, goodAnswer},
		"no JSON":                  {nil, `{ secret`, 400, mediaJSON, ""},
		"bytes after the JSON":     {nil, good + " secret", 400, mediaJSON, ""},
		"no UTF-8":                 {nil, "{\"query\": \"{ stats { claims } }\xff\"}", 400, mediaJSON, ""},
		"a batch":                  {nil, "[" + good + "]", 400, mediaJSON, ""},
		"null":                     {nil, "null", 400, mediaJSON, ""},
		"an empty body":            {nil, "", 400, mediaJSON, ""},
		"no query":                 {nil, `{"secret": 1}`, 400, mediaJSON, ""},
		"a query under QUERY":      {nil, `{"QUERY": "{ stats { claims } }"}`, 400, mediaJSON, ""},
		"a number as query":        {nil, `{"query": 17}`, 400, mediaJSON, ""},
		"a list as variables":      {nil, `{"query": "{ stats { claims } }", "variables": ["secret"]}`, 400, mediaJSON, ""},
		"text as extensions":       {nil, `{"query": "{ stats { claims } }", "extensions": "secret"}`, 400, mediaJSON, ""},
		"a number as name":         {nil, `{"query": "{ stats { claims } }", "operationName": 17}`, 400, mediaJSON, ""},
		"nulls":                    {nil, `{"query": "{ stats { claims } }", "operationName": null, "variables": null, "extensions": null}`, 200, mediaJSON, goodAnswer},
		"a named operation":        {nil, `{"query": "query A { stats { claims } } query B { stats { articles } }", "operationName": "A"}`, 200, mediaJSON, goodAnswer},
		"an unknown operation":     {nil, `{"query": "query A { stats { claims } }", "operationName": "B"}`, 200, mediaJSON, ""},
		"a bad document for old":   {nil, `{"query": "{ "}`, 200, mediaJSON, ""},
		"a bad document":           {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "{ "}`, 400, mediaGraphQL, ""},
		"an invalid document":      {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "{ nonsense }"}`, 400, mediaGraphQL, ""},
		"a bad variable":           {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "query($n: Int) { cities(first: $n) { totalCount } }", "variables": {"n": "x"}}`, 400, mediaGraphQL, ""},
		"a refused document":       {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "{ stats { ` + strings.Repeat("claims ", 30) + `} }"}`, 400, mediaGraphQL, ""},
		"a mutation":               {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "mutation { load }"}`, 400, mediaGraphQL, ""},
		"a resolver's error is ok": {map[string]string{"Accept": "application/graphql-response+json"}, `{"query": "{ city { id } }"}`, 200, mediaGraphQL, `{"errors":[{"message":"invalid id, geonames, name: exactly one is needed","path":["city"],"locations":[{"line":1,"column":3}],"extensions":{"code":"BAD_USER_INPUT"}}],"data":{"city":null}}`},
	}
	h := newServer(reference(t))
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := request(tt.send)
			for key, v := range tt.headers {
				r.Header.Set(key, v)
				if v == "-" {
					r.Header.Del(key)
				}
			}
			w := send(h, r)
			if w.Code != tt.status || w.Header().Get("Content-Type") != tt.media {
				t.Errorf("status %d, type %q: %s", w.Code, w.Header().Get("Content-Type"), w.Body)
			}
			if tt.body != "" {
				if diff := cmp.Diff(tt.body, w.Body.String()); diff != "" {
					t.Error(diff)
				}
				return
			}
			wantError(t, w)
		})
	}
}

// wantError checks an answer to a request that was not executed.
func wantError(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	body := w.Body.String()
	if !strings.HasPrefix(body, `{"errors":[{"message":"`) || strings.Contains(body, `"data"`) || strings.Contains(body, "secret") || len(body) > 1024 {
		t.Errorf("body %s", body)
	}
	if !strings.Contains(body, `"code":"`) {
		t.Errorf("no code in %s", body)
	}
}

func TestMethods(t *testing.T) {
	h := newServer(reference(t))
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		t.Run(method, func(t *testing.T) {
			w := send(h, httptest.NewRequest(method, "/graphql?query=%7Bstats%7Bclaims%7D%7D", nil))
			if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != http.MethodPost {
				t.Errorf("status %d, allow %q", w.Code, w.Header().Get("Allow"))
			}
		})
	}
}

// TestGet answers GET where that is switched on.
func TestGet(t *testing.T) {
	tests := map[string]struct {
		address string
		status  int
		want    string
	}{
		"a query":           {"query=%7Bstats%7Bclaims%7D%7D", 200, goodAnswer},
		"with variables":    {"query=query($n:String!)%7Bstats%7Bclaims%7D__type(name:$n)%7Bname%7D%7D&variables=%7B%22n%22:%22City%22%7D", 200, `{"data":{"stats":{"claims":32},"__type":{"name":"City"}}}`},
		"an operation":      {"query=query%20A%7Bstats%7Bclaims%7D%7Dquery%20B%7Bstats%7Barticles%7D%7D&operationName=A", 200, goodAnswer},
		"broken variables":  {"query=%7Bstats%7Bclaims%7D%7D&variables=%7B", 400, ""},
		"more after a list": {"query=%7Bstats%7Bclaims%7D%7D&variables=%7B%7D%5B", 400, ""},
		"no query":          {"", 400, ""},
	}
	h := newServer(reference(t), func(c *server.Config) { c.Get = true })
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := get(h, "/graphql?"+tt.address)
			if w.Code != tt.status {
				t.Errorf("status %d: %s", w.Code, w.Body)
			}
			if tt.want == "" {
				wantError(t, w)
			} else if diff := cmp.Diff(tt.want, w.Body.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLargeAnswer is cut off with a typed error.
func TestLargeAnswer(t *testing.T) {
	store := reference(t)
	h := newServer(store)
	query := `{ articles { nodes { text } } }`
	mustAsk(t, h, query, nil)
	small := newServer(store, withAnswerBytes(200))
	if got := refusedBy(ask(t, small, query, nil)); got != "AnswerBytes" {
		t.Errorf("refused by %q", got)
	}
}
