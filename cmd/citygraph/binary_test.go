package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"citygraph/graph/neo4j/neo4jtest"
)

// shared is the one Neo4j of this test binary.
var shared neo4jtest.Shared

func TestMain(m *testing.M) { shared.Main(m) }

// buildBinary builds the program once; tests that kill it need a process of its own.
var buildBinary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "citygraph-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "citygraph")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w: %s", err, out)
	}
	return path, nil
})

// command prepares the built program with an environment of its own.
func command(ctx context.Context, t testing.TB, env []string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + cmd.Dir}, env...)
	return cmd
}

// neo4jEnv is the credentials of a test server.
func neo4jEnv(s *neo4jtest.Server) []string {
	return []string{"NEO4J_USERNAME=" + s.Username, "NEO4J_PASSWORD=" + s.Password}
}

// result is one run of the program.
type result struct {
	code     int
	out, err string
}

// runHere runs the program inside the test process.
func runHere(t testing.TB, args ...string) result {
	t.Helper()
	return runWith(t, "", args...)
}

func runWith(t testing.TB, input string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(input), &out, &errs)
	return result{code, out.String(), errs.String()}
}

// mustRun fails the test where the program does not exit with 0.
func mustRun(t testing.TB, args ...string) string {
	t.Helper()
	r := runHere(t, args...)
	if r.code != exitOK {
		t.Fatalf("citygraph %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.err, r.out)
	}
	return r.out
}

// storesUnderTest gives each store an address to load into, empty.
func storesUnderTest(t *testing.T) map[string]string {
	t.Helper()
	server := shared.Start(t)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	mustRun(t, "migrate", "--store", server.URI)
	return map[string]string{"sqlite": filepath.Join(t.TempDir(), "graph.db"), "neo4j": server.URI}
}
