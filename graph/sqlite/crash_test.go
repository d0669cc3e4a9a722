package sqlite_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
)

// The child loads the same batches as every other process here, and says so after each. In the
// control it says so before, and the test must then see batches lost.
const (
	childPath    = "CITYGRAPH_CRASH_CHILD"
	childControl = "CITYGRAPH_CRASH_CONTROL"
	crashBatches = 40
	crashStep    = 5
)

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		if err := loadAndSay(path, os.Getenv(childControl) != ""); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func loadAndSay(path string, early bool) error {
	store, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		return err
	}
	for i := range crashBatches {
		if early {
			fmt.Println(i)
		}
		if _, err := store.Apply(context.Background(), crashWorld.batch(i*crashStep, crashStep), time.Unix(int64(i), 0)); err != nil {
			return err
		}
		if !early {
			fmt.Println(i)
		}
	}
	return store.Close()
}

var crashWorld = generator{cities: 30}

// TestKill kills a loading process at random moments, more of them with CITYGRAPH_KILLS: what
// it said is there, nothing is there in part, and going on ends in the graph of an undisturbed
// load.
func TestKill(t *testing.T) {
	want := graphtest.Dump(t, wholeLoad(t))
	path := filepath.Join(t.TempDir(), "graph.db")
	draw := rand.New(rand.NewPCG(7, 7))
	for range kills(t) {
		said := loadUntilKilled(t, path, 1+draw.IntN(crashBatches/2), "")
		store := open(t, path)
		checkWhole(t, path)
		if lost := missing(t, store, said); lost > 0 {
			t.Fatalf("%d of %d batches that were acknowledged are lost", lost, said)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	store := open(t, path)
	for i := range crashBatches {
		load(t, store, i*crashStep, crashStep)
	}
	if graphtest.Dump(t, store) != want {
		t.Error("the graph differs from that of an undisturbed load")
	}
}

// TestKillControl shows that TestKill could fail: a process that speaks too early loses batches.
func TestKillControl(t *testing.T) {
	for range 10 {
		path := filepath.Join(t.TempDir(), "graph.db")
		said := loadUntilKilled(t, path, 3, "1")
		if missing(t, open(t, path), said) > 0 {
			return
		}
	}
	t.Error("ten early acknowledgements and nothing was lost")
}

func kills(t *testing.T) int {
	n := 6
	if value := os.Getenv("CITYGRAPH_KILLS"); value != "" {
		if _, err := fmt.Sscan(value, &n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func wholeLoad(t *testing.T) *sqlite.Store {
	store := open(t, filepath.Join(t.TempDir(), "graph.db"))
	for i := range crashBatches {
		load(t, store, i*crashStep, crashStep)
	}
	return store
}

// loadUntilKilled starts a loading process, kills it after it has spoken that often, and
// returns how often it spoke in all.
func loadUntilKilled(t *testing.T, path string, after int, control string) (said int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childPath+"="+path, childControl+"="+control)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for said < after && lines.Scan() {
		said++
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	said += strings.Count(string(rest), "\n")
	if err := child.Wait(); err == nil {
		t.Fatal("the process ended before it was killed")
	}
	return said
}

// missing counts the first n batches that are not marked as applied.
func missing(t *testing.T, store *sqlite.Store, n int) (lost int) {
	t.Helper()
	for i := range n {
		applied, err := store.HasApplied(context.Background(), crashWorld.batch(i*crashStep, crashStep).ID())
		if err != nil {
			t.Fatal(err)
		}
		if !applied {
			lost++
		}
	}
	return lost
}

// checkWhole runs SQLite's own check, and counts the articles: no batch is there in part.
func checkWhole(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	var articles int
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("integrity: %s, %v", verdict, err)
	}
	if err := db.QueryRow("SELECT count(*) FROM assertion").Scan(&articles); err != nil || articles%crashStep != 0 {
		t.Fatalf("%d articles, %v; a batch has %d", articles, err, crashStep)
	}
}
