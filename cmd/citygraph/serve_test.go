package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"citygraph/cmd/citygraph/explorer"
	"citygraph/schema/server"
)

// started runs the built program as a server and returns its address; it ends with the test.
func started(t *testing.T, args ...string) (address string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	cmd := command(ctx, t, nil, append([]string{"serve"}, args...)...)
	errs, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		cmd.Wait()
	})
	said := make([]byte, 4096)
	n, err := errs.Read(said)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(said[:n]), "explorer at http://")
	if !ok {
		t.Fatalf("the server says %s", said[:n])
	}
	go io.Copy(io.Discard, errs)
	address, _, _ = strings.Cut(rest, "/")
	return address
}

func status(t *testing.T, url, key string) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if key != "" {
		req.Header.Set("Authorization", "Bearer "+key)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	return res.StatusCode
}

// TestKeysBeyondLoopback: a server that others can reach does not start without a key, asks for
// it, and a running server refuses it as soon as it is revoked.
func TestKeysBeyondLoopback(t *testing.T) {
	store, keys := filepath.Join(t.TempDir(), "s.db"), filepath.Join(t.TempDir(), "keys.json")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	if r := runHere(t, "serve", "--store", store, "--listen", "0.0.0.0:0", "--keys", keys); r.code != exitConfig || !strings.Contains(r.err, "citygraph key create") {
		t.Fatalf("without keys: exit %d, %s", r.code, r.err)
	}
	secret := strings.TrimSpace(mustRun(t, "key", "create", "reader", "--keys", keys))
	address := started(t, "--store", store, "--listen", "0.0.0.0:0", "--keys", keys)
	_, port, _ := strings.Cut(address, "]:")
	url := "http://127.0.0.1:" + port + "/export/csv"
	for name, tt := range map[string]struct {
		key  string
		want int
	}{"no key": {"", 401}, "the key": {secret, 200}, "another": {secret + "x", 401}} {
		if got := status(t, url, tt.key); got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
	t.Setenv("CITYGRAPH_API_KEY", secret)
	if out := mustRun(t, "query", "--server", "http://127.0.0.1:"+port+"/graphql", "{ stats { articles } }"); !strings.Contains(out, `"articles": 1`) {
		t.Errorf("query with the key in the environment: %s", out)
	}
	mustRun(t, "key", "revoke", "reader", "--keys", keys)
	if got := status(t, url, secret); got != 401 {
		t.Errorf("revoked: %d", got)
	}
}

// TestArticlesOverHTTP: what a loader posts can be asked for at once.
func TestArticlesOverHTTP(t *testing.T) {
	store, keys := filepath.Join(t.TempDir(), "s.db"), filepath.Join(t.TempDir(), "keys.json")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	secret := strings.TrimSpace(mustRun(t, "key", "create", "feeder", "--role", "load", "--keys", keys))
	address := started(t, "--store", store, "--listen", "127.0.0.1:0", "--keys", keys, "--require-keys")
	body := `{"title": "Lima", "source": "test", "date": "2024-05-02", "text": "Lima and Busan have been sister cities since 1999."}`
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/articles", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+secret)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if said, err := io.ReadAll(res.Body); err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(said), `"outcome":"LOADED"`) {
		t.Fatalf("status %d: %s", res.StatusCode, said)
	}
	t.Setenv("CITYGRAPH_API_KEY", secret)
	out := mustRun(t, "query", "--server", "http://"+address+"/graphql", `{ city(name: "Lima") { twins { nodes { other { name } } } } }`)
	if !strings.Contains(out, "Busan") {
		t.Errorf("answer %s", out)
	}
}

func TestKeyList(t *testing.T) {
	keys := filepath.Join(t.TempDir(), "keys.json")
	secret := strings.TrimSpace(mustRun(t, "key", "create", "newsroom", "--role", "load", "--keys", keys))
	out := mustRun(t, "key", "list", "--keys", keys)
	if !strings.Contains(out, "newsroom") || !strings.Contains(out, "load") || strings.Contains(out, secret) {
		t.Errorf("list: %s", out)
	}
	for _, args := range [][]string{{"key", "create", "newsroom"}, {"key", "create", "x", "--role", "admin"}, {"key", "revoke", "nobody"}} {
		if r := runHere(t, append(args, "--keys", keys)...); r.code != exitFailure {
			t.Errorf("%v: exit %d", args, r.code)
		}
	}
}

// TestServeFlags: what cannot be served is refused before anything is.
func TestServeFlags(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	broken := filepath.Dir(write(t, "a.graphql", "{ nothing }"))
	for name, args := range map[string][]string{
		"an origin with a path":   {"--allow-origin", "https://a.example/x"},
		"every origin":            {"--allow-origin", "*"},
		"a document of no schema": {"--trusted-documents", broken},
	} {
		if r := runHere(t, append([]string{"serve", "--store", store, "--listen", "127.0.0.1:0"}, args...)...); r.code != exitUsage {
			t.Errorf("%s: exit %d, %s", name, r.code, r.err)
		}
	}
}

// TestExportSelection: the flags of an export are the filters of the API.
func TestExportSelection(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	count := func(args ...string) int {
		out := mustRun(t, append([]string{"export", "--store", store, "--format", "pajek"}, args...)...)
		_, edges, _ := bytes.Cut([]byte(out), []byte("*Edges"))
		return bytes.Count(edges, []byte("\n"))
	}
	if all, none := count("--types", "TWINNED_WITH", "--min-support", "1"), count("--min-support", "2"); all <= none {
		t.Errorf("%d lines with support 1, %d with 2", all, none)
	}
	if r := runHere(t, "export", "--store", store, "--format", "csv", "--tiers", "BEST", "-o", t.TempDir()); r.code != exitUsage {
		t.Errorf("an unknown tier: exit %d", r.code)
	}
}

func TestSchemaCommand(t *testing.T) {
	if out := mustRun(t, "schema"); !strings.Contains(out, "type Query {") {
		t.Errorf("schema: %.100s", out)
	}
}

// TestTrustedDocuments: a server that is given documents runs them, and those of its own explorer,
// and no others.
func TestTrustedDocuments(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	const given = "query Counts { stats { claims } }"
	dir := filepath.Dir(write(t, "counts.graphql", given))
	url := "http://" + started(t, "--store", store, "--listen", "127.0.0.1:0", "--trusted-documents", dir) + "/graphql"
	own, err := explorer.Documents()
	if err != nil || len(own) == 0 {
		t.Fatalf("%d documents of the explorer, %v", len(own), err)
	}
	files := fstest.MapFS{}
	for i, text := range own {
		files[fmt.Sprint(i, ".graphql")] = &fstest.MapFile{Data: []byte(text)}
	}
	if _, err := server.ReadDocuments(files); err != nil {
		t.Errorf("the explorer's documents do not fit the schema: %v", err)
	}
	for _, tt := range []struct {
		texts   []string
		trusted bool
	}{{own, true}, {[]string{given}, true}, {[]string{"{ stats { claims } }"}, false}} {
		for _, text := range tt.texts {
			body, err := json.Marshal(map[string]string{"query": text})
			if err != nil {
				t.Fatal(err)
			}
			res, err := http.Post(url, "application/json", bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			answer, err := io.ReadAll(res.Body)
			res.Body.Close()
			if err != nil {
				t.Fatal(err)
			}
			if got := res.StatusCode != http.StatusForbidden; got != tt.trusted {
				t.Errorf("%d %s for %s", res.StatusCode, answer, text)
			}
		}
	}
}
