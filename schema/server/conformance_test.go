package server_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/schema"
	"citygraph/schema/server"
)

// audits is how many checks graphql-http's audit has.
const audits = 61

// node runs a script of .ci/conformance and returns what it prints. Where its packages are not
// installed the test is skipped, but never in CI.
func node(t *testing.T, script string, args ...string) ([]byte, error) {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", ".ci", "conformance"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "graphql-http")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("the packages of .ci/conformance are not installed: run .ci/setup")
		}
		t.Skip("the packages of .ci/conformance are not installed: .ci/setup does that")
	}
	cmd := exec.CommandContext(t.Context(), "node", append([]string{script}, args...)...)
	cmd.Dir = dir
	return cmd.CombinedOutput()
}

// TestAudit runs the audit of the GraphQL over HTTP draft, with GET and without.
func TestAudit(t *testing.T) {
	for name, get := range map[string]bool{"POST alone": false, "GET too": true} {
		t.Run(name, func(t *testing.T) {
			s := httptest.NewServer(newServer(reference(t), func(c *server.Config) { c.Get = get }))
			defer s.Close()
			out, err := node(t, "audit.mjs", s.URL+"/graphql")
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			var result struct {
				Audits int
				Failed []string
			}
			if err := json.Unmarshal(out, &result); err != nil {
				t.Fatalf("%v in %s", err, out)
			}
			if get {
				fmt.Printf("audit %d/%d\n", result.Audits-len(result.Failed), result.Audits)
			}
			if result.Audits != audits || get && len(result.Failed) > 0 {
				t.Errorf("%d audits, not ok: %s", result.Audits, strings.Join(result.Failed, "\n"))
			}
			for _, failed := range result.Failed {
				if strings.Contains(failed, " error:") {
					t.Error(failed)
				}
			}
		})
	}
}

// TestRelayLint: the schema keeps the rules of Relay; the control is a schema that does not.
func TestRelayLint(t *testing.T) {
	good, bad := filepath.Join(t.TempDir(), "schema.graphql"), filepath.Join(t.TempDir(), "schema.graphql")
	if err := os.WriteFile(good, []byte(schema.SDL()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, []byte(strings.Replace(schema.SDL(), "hasNextPage: Boolean!", "hasMore: Boolean!", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, clean := range map[string]bool{good: true, bad: false} {
		out, err := node(t, "lint.mjs", path)
		if err != nil || clean != (strings.TrimSpace(string(out)) == "[]") {
			t.Errorf("%v: %s", err, out)
		}
	}
}

// TestRelayCompiler: the fragments that a Relay client writes compile; the control asks for a
// field that is not there.
func TestRelayCompiler(t *testing.T) {
	sdl := filepath.Join(t.TempDir(), "schema.graphql")
	if err := os.WriteFile(sdl, []byte(schema.SDL()), 0o600); err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join("..", "..", ".ci", "conformance", "relay", "twins.js"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"as it is": string(source), "with a mistake": strings.Replace(string(source), "status", "stature", 1)} {
		src, out := t.TempDir(), t.TempDir()
		if err := os.WriteFile(filepath.Join(src, "twins.js"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		config := filepath.Join(t.TempDir(), "relay.config.json")
		b, err := json.Marshal(map[string]string{"src": src, "schema": sdl, "language": "javascript", "artifactDirectory": out})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(config, b, 0o600); err != nil {
			t.Fatal(err)
		}
		said, err := node(t, filepath.Join("node_modules", "relay-compiler", "cli.js"), config)
		made, globErr := filepath.Glob(filepath.Join(out, "*.graphql.js"))
		if globErr != nil {
			t.Fatal(globErr)
		}
		if good := name == "as it is"; good != (err == nil) || good != (len(made) >= 4) {
			t.Errorf("%s: %v, %d files: %s", name, err, len(made), said)
		}
	}
}
