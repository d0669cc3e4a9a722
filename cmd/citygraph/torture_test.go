package main

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citygraph/cmd/citygraph/sample"
)

// The torture tests kill loads and servers at random moments and load again: the graph must end
// as if nothing had happened. make torture runs them whole; make test runs a short form. The
// seed is fixed, the moments still vary with the machine.
func tortureRounds(short, full int) int {
	if os.Getenv("CITYGRAPH_TORTURE") == "full" {
		return full
	}
	return short
}

// writeCorpus writes the sample articles n times over, each copy under titles of its own, so
// that a load takes long enough to be killed in its middle.
func writeCorpus(t *testing.T, copies int) string {
	t.Helper()
	dir := t.TempDir()
	err := fs.WalkDir(sample.Articles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample.Articles, path)
		if err != nil {
			return err
		}
		title, rest, _ := strings.Cut(string(text), "\n")
		for n := range copies {
			name := filepath.Join(dir, fmt.Sprintf("%03d-%s", n, strings.ReplaceAll(path, "/", "-")))
			if err := os.WriteFile(name, []byte(fmt.Sprintf("%s (%d)\n%s", title, n, rest)), 0o600); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTortureSQLite(t *testing.T) {
	corpus := writeCorpus(t, 8)
	undisturbed := filepath.Join(t.TempDir(), "whole.db")
	runKilled(t, nil, 0, "load", "--quiet", "--store", undisturbed, corpus)
	began := time.Now() // the first run may have read the program from a cold disk
	runKilled(t, nil, 0, "load", "--quiet", "--batch", "50", "--store", filepath.Join(t.TempDir(), "timed.db"), corpus)
	whole := time.Since(began)
	want := mustRun(t, "export", "--store", undisturbed)
	rng := rand.New(rand.NewPCG(1, 1))
	broken := 0
	rounds := tortureRounds(6, 100)
	for round := range rounds {
		store := filepath.Join(t.TempDir(), "killed.db")
		runKilled(t, nil, time.Duration(rng.Int64N(int64(whole))), "load", "--quiet", "--batch", "50", "--store", store, corpus)
		if r := runHere(t, "export", "--store", store); r.out != want {
			broken++
		}
		runKilled(t, nil, 0, "load", "--quiet", "--batch", "50", "--store", store, corpus)
		if got := mustRun(t, "export", "--store", store); got != want {
			t.Errorf("round %d: the dump after kill and reload differs from an undisturbed load", round)
		}
	}
	// The control: without the second load the kills must show, else they hit nothing.
	if broken == 0 {
		t.Errorf("none of %d kills interrupted a load", rounds)
	}
	t.Logf("torture sqlite: %d kills, %d of them in mid-load, all dumps equal after loading again", rounds, broken)
}

func TestTortureNeo4j(t *testing.T) {
	corpus := writeCorpus(t, tortureRounds(3, 20))
	reference := filepath.Join(t.TempDir(), "whole.db")
	mustRun(t, "load", "--quiet", "--store", reference, corpus)
	want := mustRun(t, "export", "--store", reference)

	server := shared.Start(t)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	mustRun(t, "migrate", "--store", server.URI)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Minute)
	defer cancel()
	load := command(ctx, t, neo4jEnv(server), "load", "--quiet", "--store", server.URI, corpus)
	load.Stderr = os.Stderr
	if err := load.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- load.Wait() }()
	kills := 0
	for kills < tortureRounds(1, 5) {
		select {
		case err := <-ended:
			ended <- err
		case <-time.After(time.Duration(500+rand.IntN(1500)) * time.Millisecond):
		}
		if len(ended) > 0 {
			break
		}
		if err := server.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := server.Restart(t.Context()); err != nil {
			t.Fatal(err)
		}
		kills++
	}
	if err := <-ended; err != nil {
		t.Errorf("the load did not outlive %d kills of its server: %v", kills, err)
	}
	if kills == 0 {
		t.Error("the load ended before the server could be killed")
	}
	got := mustRun(t, "export", "--store", server.URI)
	if got != want {
		t.Errorf("the dump after %d kills differs from an undisturbed load", kills)
	}
	t.Logf("torture neo4j: server killed %d times in one load, dump equal", kills)
}

// runKilled runs the program and kills it after a while, or lets it end where after is 0.
func runKilled(t *testing.T, env []string, after time.Duration, args ...string) {
	t.Helper()
	cmd := command(t.Context(), t, env, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
	}
	if err := cmd.Wait(); err != nil && after == 0 {
		t.Fatalf("citygraph %s: %v", strings.Join(args, " "), err)
	}
}
