package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/loader"
)

// TestModelAddsToALoad: the whole command with a model behind it, once well and once refused.
func TestModelAddsToALoad(t *testing.T) {
	asked := 0
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		if r.Header.Get("Authorization") != "Bearer secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		content, err := json.Marshal(map[string]any{"items": []map[string]string{
			{"kind": "PARTNERS_WITH", "subject": "Cork", "object": "Shanghai", "state": "HOLDS", "quote": "Cork and Shanghai have been sister cities since 2005."},
			{"kind": "PARTNERS_WITH", "subject": "Cork", "object": "Lima", "state": "HOLDS", "quote": "Cork and Shanghai have been sister cities since 2005."},
		}})
		if err != nil {
			t.Error(err)
		}
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]any{"content": string(content)}}}})
	}))
	defer api.Close()
	source, key := write(t, "a.txt", twinArticle), write(t, "key", "secret\n")
	flags := []string{"--extractor", "llm", "--llm-url", api.URL, "--llm-model", "m", "--llm-cache", t.TempDir()}
	load := func(more ...string) loader.Report {
		t.Helper()
		args := append([]string{"load", "--json", "--store", filepath.Join(t.TempDir(), "s.db")}, append(flags, more...)...)
		var report loader.Report
		if err := json.Unmarshal([]byte(mustRun(t, append(args, source)...)), &report); err != nil {
			t.Fatal(err)
		}
		return report
	}
	t.Setenv("CITYGRAPH_LLM_KEY", "wrong")
	refused := load()
	if refused.Loaded != 1 || refused.Claims != 1 || refused.Drops["MODEL_REFUSED"] != 1 {
		t.Errorf("refused: %+v", refused)
	}
	well := load("--llm-key-file", key)
	if well.Loaded != 1 || well.Claims != 2 || well.Drops["NOT_VERBATIM"] != 1 {
		t.Errorf("well: %+v", well)
	}
	r := runHere(t, append(append([]string{"extract"}, flags...), source)...)
	if !strings.Contains(r.out, "PARTNERS_WITH") || !strings.Contains(r.err, "1 from the cache") || asked != 2 {
		t.Errorf("extract after it, asked %d times: %s%s", asked, r.err, r.out)
	}
}

func TestModelFlags(t *testing.T) {
	source := write(t, "a.txt", twinArticle)
	for name, c := range map[string]struct {
		args []string
		code int
	}{
		"an unknown extractor": {[]string{"--extractor", "magic"}, exitUsage},
		"no address":           {[]string{"--extractor", "llm", "--llm-model", "m"}, exitUsage},
		"no model":             {[]string{"--extractor", "llm", "--llm-url", "http://127.0.0.1:1"}, exitUsage},
		"no address at all":    {[]string{"--extractor", "llm", "--llm-url", "api", "--llm-model", "m", "--llm-cache", t.TempDir()}, exitUsage},
		"no budget":            {[]string{"--extractor", "llm", "--llm-url", "http://127.0.0.1:1", "--llm-model", "m", "--llm-budget", "0"}, exitUsage},
		"no key file":          {[]string{"--extractor", "llm", "--llm-url", "http://127.0.0.1:1", "--llm-model", "m", "--llm-key-file", "none"}, exitConfig},
	} {
		if r := runHere(t, append([]string{"extract", source}, c.args...)...); r.code != c.code || r.out != "" {
			t.Errorf("%s: exit %d, want %d; %s", name, r.code, c.code, r.err)
		}
	}
}
