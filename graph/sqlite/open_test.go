package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
)

func TestMigrationsRunOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "odd name #1?%20.db")
	store := open(t, path)
	load(t, store, 0, 3)
	before := graphtest.Dump(t, store)
	level := store.Features().Schema
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("the store is not at its path: %v", err)
	}
	again := open(t, path)
	if got := again.Features().Schema; got != level || level == 0 {
		t.Errorf("schema %d, then %d", level, got)
	}
	if graphtest.Dump(t, again) != before {
		t.Error("opening again changed the store")
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte("not a database, but long enough to have a header that is none"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	execute(t, other, "CREATE TABLE customer (name TEXT)")
	newer := filepath.Join(dir, "newer.db")
	open(t, newer).Close()
	execute(t, newer, "INSERT INTO migration (level, name) VALUES (9999, 'of a later version')")
	for _, c := range []struct {
		name, path string
		want       error
	}{
		{"no path", "", graph.ErrInvalid},
		{"memory", ":memory:", graph.ErrInvalid},
		{"a text file", text, graph.ErrInvalid},
		{"a database of something else", other, graph.ErrInvalid},
		{"a later schema", newer, graph.ErrConflict},
		{"a missing folder", filepath.Join(dir, "no", "such", "folder.db"), graph.ErrUnavailable},
	} {
		s, err := sqlite.Open(context.Background(), c.path, sqlite.Options{})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if s != nil {
			t.Errorf("%s: a store beside the error", c.name)
		}
	}
}

func TestSchemaChangedByAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	store := open(t, path)
	execute(t, path, "INSERT INTO migration (level, name) VALUES (9999, 'of a later version')")
	if err := store.Ping(context.Background()); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("ping: %v", err)
	}
}

func TestViewEnds(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "graph.db"))
	var kept graph.Reader
	err := store.View(context.Background(), func(r graph.Reader) error {
		kept = r
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := kept.Stats(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("reading after the view: %v", err)
	}
}

// execute runs a statement from outside the store.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// load applies the n generated articles from the i-th on, as one batch.
func load(t testing.TB, s graph.Writer, i, n int) {
	t.Helper()
	if _, err := s.Apply(context.Background(), generator{cities: 30}.batch(i, n), time.Unix(int64(i), 0)); err != nil {
		t.Fatal(err)
	}
}
