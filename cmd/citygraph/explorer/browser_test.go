package explorer_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"citygraph/graph/neo4j/neo4jtest"
)

// TestBrowser opens the explorer in a real browser, served by the program itself: every page on
// the demo's articles in SQLite, the analyst's first ten minutes on Neo4j too, a graph of a
// thousand nodes, and an empty one. It needs Node, the packages of package-lock.json and
// Chromium; where one is missing it is skipped with the reason, except in CI, where it fails.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	node := need(t, "node")
	needChromium(t)
	needPackages(t)
	program := build(t)
	demo := program.serve(t, nil, "demo")
	neo4j := neo4jtest.Start(t)
	addresses := map[string][]string{
		"sqlite": {"EXPLORER_URL=" + demo},
		"neo4j":  {"EXPLORER_URL=" + program.serve(t, []string{"NEO4J_USERNAME=" + neo4j.Username, "NEO4J_PASSWORD=" + neo4j.Password}, "demo", "--store", neo4j.URI)},
		"empty":  {"EXPLORER_URL=" + program.serve(t, nil, "serve", "--store", emptyStore(t))},
		"large":  {"EXPLORER_URL=" + program.serve(t, nil, "serve", "--store", largeStore(t))},
	}
	stories := []struct{ file, store string }{
		{"minutes", "sqlite"}, {"minutes", "neo4j"}, {"pages", "sqlite"}, {"network", "sqlite"}, {"pictures", "sqlite"}, {"failures", "sqlite"}, {"empty", "empty"}, {"large", "large"},
	}
	for _, story := range stories {
		t.Run(story.file+" on "+story.store, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), node, "--test", "--test-reporter=spec", filepath.Join("test", "browser", story.file+".test.mjs"))
			cmd.Env = append(os.Environ(), addresses[story.store]...)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			t.Logf("%s", out)
		})
	}
}

// TestBrowserExample opens the page in examples from an origin of its own, which the server allows.
func TestBrowserExample(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	node := need(t, "node")
	needChromium(t)
	needPackages(t)
	page := httptest.NewServer(http.FileServer(http.Dir(filepath.Join("..", "..", "..", "examples"))))
	defer page.Close()
	program := build(t)
	store := filepath.Join(t.TempDir(), "graph.db")
	if out, err := exec.CommandContext(t.Context(), string(program), "demo", "--load-only", "--store", store).CombinedOutput(); err != nil {
		t.Fatalf("demo: %v\n%s", err, out)
	}
	api := program.serve(t, nil, "serve", "--store", store, "--allow-origin", page.URL)
	cmd := exec.CommandContext(t.Context(), node, "--test", "--test-reporter=spec", filepath.Join("test", "browser", "example.test.mjs"))
	cmd.Env = append(os.Environ(), "EXPLORER_URL="+page.URL, "API_URL="+api)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func needChromium(t *testing.T) {
	t.Helper()
	if os.Getenv("CHROMIUM") != "" {
		return
	}
	if !slices.ContainsFunc([]string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}, func(name string) bool {
		_, err := exec.LookPath(name)
		return err == nil
	}) {
		missing(t, "no Chromium; install it, or set CHROMIUM to its path")
	}
}
