package explorer_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
)

// program is the path of the built citygraph.
type program string

func build(t *testing.T) program {
	t.Helper()
	path := filepath.Join(t.TempDir(), "citygraph")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", path, "citygraph/cmd/citygraph").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program(path)
}

var listening = regexp.MustCompile(`explorer at (http://[^/]+)/`)

// serve runs a subcommand that serves on a free port until the test ends, and returns the address.
func (p program) serve(t *testing.T, env []string, args ...string) string {
	t.Helper()
	cmd := exec.Command(string(p), append(args, "--listen", "127.0.0.1:0")...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + cmd.Dir}, env...)
	talk, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := ""
	for lines := bufio.NewScanner(talk); lines.Scan(); {
		said += lines.Text() + "\n"
		if found := listening.FindStringSubmatch(lines.Text()); found != nil {
			drained := make(chan struct{})
			go func() { defer close(drained); io.Copy(io.Discard, talk) }()
			t.Cleanup(func() {
				cmd.Process.Signal(os.Interrupt)
				<-drained
				cmd.Wait()
			})
			return found[1]
		}
	}
	t.Fatalf("%v ended: %v\n%s", args, cmd.Wait(), said)
	return ""
}

func emptyStore(t *testing.T) string {
	t.Helper()
	return fill(t, nil)
}

// largeStore holds more than 1000 entities and 3000 edges among them.
func largeStore(t *testing.T) string {
	t.Helper()
	articles := graphtest.NewGenerator(1000, 7)
	var batches []graph.Batch
	for range 4 {
		var batch graph.Batch
		for range 260 {
			batch.Assertions = append(batch.Assertions, articles.Next(4))
		}
		batches = append(batches, batch)
	}
	return fill(t, batches)
}

// fill makes an SQLite store of some batches and returns its path.
func fill(t *testing.T, batches []graph.Batch) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graph.db")
	store, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, batch := range batches {
		if _, err := store.Apply(t.Context(), batch, time.Unix(1_700_000_000, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
