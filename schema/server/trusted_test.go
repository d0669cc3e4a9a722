package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"testing/fstest"

	"citygraph/graph"
	"citygraph/schema/server"
)

const trustedQuery = "query Counts { stats { claims } }\n"

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestTrustedDocuments(t *testing.T) {
	documents, err := server.ReadDocuments(fstest.MapFS{
		"counts.graphql":    {Data: []byte(trustedQuery)},
		"deep/name.graphql": {Data: []byte("query Name($id: ID!) { entity(id: $id) { id } }")},
		"readme.txt":        {Data: []byte("no document")},
	})
	if err != nil || len(documents) != 2 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	h := newServer(reference(t), func(c *server.Config) { c.Documents, c.Get = documents, true })
	tests := map[string]struct {
		body   map[string]any
		status int
		code   string
	}{
		"by id":             {map[string]any{"documentId": "sha256:" + hash(trustedQuery)}, 200, ""},
		"by the hash alone": {map[string]any{"documentId": hash(trustedQuery)}, 200, ""},
		"by its text":       {map[string]any{"query": trustedQuery}, 200, ""},
		"another text":      {map[string]any{"query": "{ stats { articles } }"}, 403, server.CodeUntrusted},
		"introspection":     {map[string]any{"query": introspection}, 403, server.CodeUntrusted},
		"a text with an id": {map[string]any{"query": "{ stats { articles } }", "documentId": hash(trustedQuery)}, 403, server.CodeUntrusted},
		"an unknown id":     {map[string]any{"documentId": hash("x")}, 403, server.CodeUntrusted},
		"a number as id":    {map[string]any{"documentId": 17}, 400, server.CodeUserInput},
		"neither":           {map[string]any{}, 400, server.CodeUserInput},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			body, err := json.Marshal(tt.body)
			if err != nil {
				t.Fatal(err)
			}
			w := send(h, request(string(body)))
			if w.Code != tt.status {
				t.Errorf("status %d: %s", w.Code, w.Body)
			}
			if tt.code == "" {
				if w.Body.String() != goodAnswer {
					t.Errorf("answer %s", w.Body)
				}
				return
			}
			wantError(t, w)
		})
	}
	if w := get(h, "/graphql?documentId="+url.QueryEscape("sha256:"+hash(trustedQuery))); w.Code != http.StatusOK || w.Body.String() != goodAnswer {
		t.Errorf("by GET: %d %s", w.Code, w.Body)
	}
	open := newServer(reference(t))
	if w := send(open, request(`{"documentId": "`+hash(trustedQuery)+`"}`)); w.Code != http.StatusBadRequest {
		t.Errorf("a server without documents: %d", w.Code)
	}
}

func TestReadDocumentsRefuses(t *testing.T) {
	many := func(n int) fstest.MapFS {
		files := fstest.MapFS{}
		for i := range n {
			files[fmt.Sprintf("%d.graphql", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "query Q%d { __typename }", i)}
		}
		return files
	}
	for name, tt := range map[string]struct {
		files fstest.MapFS
		want  error
	}{
		"a field that is not there": {fstest.MapFS{"a.graphql": {Data: []byte("{ nothing }")}}, graph.ErrInvalid},
		"no document":               {fstest.MapFS{"a.graphql": {Data: []byte("{")}}, graph.ErrInvalid},
		"as many as are allowed":    {many(server.MaxDocuments), nil},
		"more than are allowed":     {many(server.MaxDocuments + 1), graph.ErrLimit},
	} {
		if _, err := server.ReadDocuments(tt.files); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
