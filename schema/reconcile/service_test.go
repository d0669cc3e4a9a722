package reconcile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/match"
	"citygraph/schema/reconcile"
)

// published is where the JSON Schemas of the specification lie, outside of this repository.
var published = filepath.Join("..", "..", "..", "shared", "schemas", "reconciliation-0.2")

func service(t *testing.T) http.Handler {
	t.Helper()
	store := graphtest.NewMemory()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: graphtest.Reference()}, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	for pattern, h := range (reconcile.Service{Store: store, Path: "/reconcile"}).Routes() {
		mux.Handle(pattern, h)
	}
	return mux
}

func send(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	return send(h, httptest.NewRequest(http.MethodGet, path, nil))
}

func post(h http.Handler, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/reconcile", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return send(h, r)
}

const (
	someQueries = `{"q0": {"query": "Shanghai"}, "q1": {"query": "上海", "type": "City", "limit": 1},
	  "q2": {"query": "Duneden", "type": ["City", "Region"], "properties": [{"pid": "country", "v": "NZ"}, {"pid": "x", "v": 3}]},
	  "q3": {"query": "Ouagadougou", "type_strict": "any"}, "q4": {"query": "Dunedin", "type": "City", "properties": [{"pid": "country", "v": {"id": "country:NZ"}}]}}`
	someProperties = `{"ids": ["city:1796236", "city:0"], "properties": [{"id": "country"}, {"id": "latitude"}, {"id": "name-ar"}, {"id": "degree"}, {"id": "geonames"}, {"id": "kind"}]}`
)

// TestPublishedSchemas validates every kind of answer against the published JSON Schemas; it is
// skipped where those are not at hand.
func TestPublishedSchemas(t *testing.T) {
	if _, err := os.Stat(published); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the published schemas are not here")
	}
	h := service(t)
	for schema, answer := range map[string]*httptest.ResponseRecorder{
		"manifest":                         get(h, "/reconcile"),
		"reconciliation-result-batch":      post(h, url.Values{"queries": {someQueries}}),
		"data-extension-response":          post(h, url.Values{"extend": {someProperties}}),
		"suggest-entities-response":        get(h, "/reconcile/suggest/entity?prefix=sh"),
		"suggest-types-response":           get(h, "/reconcile/suggest/type?prefix=ci"),
		"suggest-properties-response":      get(h, "/reconcile/suggest/property?prefix=name"),
		"data-extension-property-proposal": get(h, "/reconcile/properties?type=City"),
	} {
		t.Run(schema, func(t *testing.T) {
			if answer.Code != http.StatusOK {
				t.Fatalf("status %d: %s", answer.Code, answer.Body)
			}
			s := compile(t, schema)
			if err := s.Validate(decoded(t, answer.Body.Bytes())); err != nil {
				t.Errorf("%v\n%s", err, answer.Body)
			}
			if err := s.Validate(decoded(t, []byte(`[]`))); err == nil {
				t.Error("the schema allows anything")
			}
		})
	}
	for schema, sent := range map[string]string{"reconciliation-query-batch": someQueries, "data-extension-query": someProperties} {
		if err := compile(t, schema).Validate(decoded(t, []byte(sent))); err != nil {
			t.Errorf("what this test sends is not what clients send: %v", err)
		}
	}
}

func compile(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft7)
	for _, file := range []string{name, "type"} {
		b, err := os.ReadFile(filepath.Join(published, file+".json"))
		if err != nil {
			t.Fatal(err)
		}
		// The schemas name each other and, for authentication, one that no answer here uses.
		b = bytes.ReplaceAll(b, []byte(`"$ref": "http://swagger.io/v2/schema.json#/definitions/securityDefinitions/additionalProperties"`), []byte(`"type": "object"`))
		b = bytes.ReplaceAll(b, []byte(`"$schema": "http://json-schema.org/schema#"`), []byte(`"$schema": "http://json-schema.org/draft-07/schema#"`))
		if err := c.AddResource("https://reconciliation-api.github.io/specs/0.2/schemas/"+file+".json", decoded(t, b)); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile("https://reconciliation-api.github.io/specs/0.2/schemas/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decoded(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	return v
}

func TestQueries(t *testing.T) {
	var answer map[string]struct {
		Result []struct {
			ID    string
			Score float64
			Match bool
			Type  []struct{ ID string }
		}
	}
	w := post(service(t), url.Values{"queries": {someQueries}})
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]struct {
		id    string
		match bool
	}{"q0": {"city:1796236", true}, "q1": {"city:1796236", true}, "q2": {"city:2191562", false}, "q4": {"city:2191562", true}} {
		list := answer[key].Result
		if len(list) == 0 || list[0].ID != want.id || list[0].Match != want.match || list[0].Type[0].ID != "City" {
			t.Errorf("%s: %+v, want %+v", key, list, want)
		}
	}
	if len(answer["q1"].Result) != 1 || answer["q3"].Result == nil || len(answer["q3"].Result) != 0 {
		t.Errorf("limits: %s", w.Body)
	}
	if byGet := get(service(t), "/reconcile?queries="+url.QueryEscape(someQueries)); byGet.Body.String() != w.Body.String() {
		t.Errorf("by GET: %s", byGet.Body)
	}
}

func TestExtend(t *testing.T) {
	var answer struct {
		Rows map[string]map[string][]map[string]any
	}
	w := post(service(t), url.Values{"extend": {someProperties}})
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		t.Fatal(err)
	}
	row := answer.Rows["city:1796236"]
	if row["country"][0]["id"] != "country:CN" || row["name-ar"][0]["str"] != "شانغهاي" || row["geonames"][0]["int"] != 1796236.0 || len(row["kind"]) != 0 {
		t.Errorf("row %v", row)
	}
	if unknown := answer.Rows["city:0"]; len(unknown) != 6 || len(unknown["country"]) != 0 {
		t.Errorf("an entity that is not there: %v", unknown)
	}
}

func TestSuggest(t *testing.T) {
	h := service(t)
	if w := get(h, "/reconcile/suggest/entity?prefix=%E4%B8%8A&type=City"); !strings.Contains(w.Body.String(), `"city:1796236"`) {
		t.Errorf("by the first character: %s", w.Body)
	}
	if w := get(h, "/reconcile/suggest/entity?prefix="); strings.TrimSpace(w.Body.String()) != `{"result":[]}` {
		t.Errorf("by nothing: %s", w.Body)
	}
	if w := get(h, "/reconcile/properties?type=Person"); strings.Contains(w.Body.String(), "latitude") {
		t.Errorf("of a person: %s", w.Body)
	}
}

// TestRefused sends what is beyond a bound or no request; the answer repeats none of it.
func TestRefused(t *testing.T) {
	queries := func(n int) string {
		batch := map[string]any{}
		for i := range n {
			batch[fmt.Sprint("q", i)] = map[string]any{"query": "secret"}
		}
		b, _ := json.Marshal(batch)
		return string(b)
	}
	ids := func(n int) string {
		b, _ := json.Marshal(map[string]any{"ids": make([]string, n), "properties": []any{}})
		return string(b)
	}
	h := service(t)
	for name, tt := range map[string]struct {
		form   url.Values
		status int
	}{
		"as many names as are allowed": {url.Values{"queries": {queries(match.MaxQueries)}}, 200},
		"more names than are allowed":  {url.Values{"queries": {queries(match.MaxQueries + 1)}}, 400},
		"as many rows as are allowed":  {url.Values{"extend": {ids(reconcile.MaxRows)}}, 200},
		"more rows than are allowed":   {url.Values{"extend": {ids(reconcile.MaxRows + 1)}}, 400},
		"an unknown property":          {url.Values{"extend": {`{"ids": [], "properties": [{"id": "secret"}]}`}}, 400},
		"no JSON":                      {url.Values{"queries": {"secret"}}, 400},
		"neither":                      {url.Values{}, 400},
		"a large body":                 {url.Values{"queries": {strings.Repeat("secret", reconcile.MaxBody/6)}}, 413},
	} {
		w := post(h, tt.form)
		if w.Code != tt.status || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: %d %.200s", name, w.Code, w.Body)
		}
	}
}
