//go:build browser

package explorer_test

import (
	"errors"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"citygraph/cmd/citygraph/explorer"
	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
	"citygraph/schema/server"
)

// TestBrowser opens the explorer on the demo's articles in a real browser. It needs Node, the
// packages of package-lock.json and Chromium; where one is missing it is skipped with the reason,
// except in CI, where it fails.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	node := need(t, "node")
	needChromium(t)
	if _, err := os.Stat("node_modules/playwright-core"); err != nil {
		missing(t, "run npm ci in cmd/citygraph/explorer")
	}
	files, err := filepath.Glob("test/browser/*.test.mjs")
	if err != nil || len(files) == 0 {
		t.Fatalf("no browser tests: %v", err)
	}
	small := serve(t, sampleStore(t))
	large := serve(t, largeStore(t))
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), node, "--test", "--test-reporter=spec", file)
			cmd.Env = append(os.Environ(), "EXPLORER_URL="+small, "EXPLORER_LARGE_URL="+large)
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			t.Logf("%s", out)
		})
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
		missing(t, "no Chromium; set CHROMIUM to its path")
	}
}

// sampleStore holds the demo's articles, loaded by the program itself.
func sampleStore(t *testing.T) server.Viewer {
	t.Helper()
	dir := t.TempDir()
	binary, db := filepath.Join(dir, "citygraph"), filepath.Join(dir, "demo.db")
	run(t, "go", "build", "-o", binary, "citygraph/cmd/citygraph")
	run(t, binary, "load", "--quiet", "--store", db, "../sample/articles")
	store, err := sqlite.Open(t.Context(), db, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) || err != nil {
		t.Fatalf("%s %v: %v\n%s", filepath.Base(name), args, err, out)
	}
}

// largeStore holds about 1000 cities and 3000 edges among them.
func largeStore(t *testing.T) server.Viewer {
	t.Helper()
	store := graphtest.NewMemory()
	articles := graphtest.NewGenerator(1000, 7)
	for range 4 {
		var batch graph.Batch
		for range 260 {
			batch.Assertions = append(batch.Assertions, articles.Next(4))
		}
		if _, err := store.Apply(t.Context(), batch, time.Unix(1_700_000_000, 0)); err != nil {
			t.Fatal(err)
		}
	}
	return store
}

func serve(t *testing.T, store server.Viewer) string {
	t.Helper()
	files, err := explorer.Files()
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(server.New(server.Config{Store: store, Version: "test", Log: zerolog.Nop(), Explorer: files}))
	t.Cleanup(s.Close)
	return s.URL
}
