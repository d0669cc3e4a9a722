package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/export"
	"citygraph/graph/graphtest"
	"citygraph/graph/sqlite"
)

// TestFlippedBytes damages a file in one place at a time: every answer is an error or some
// answer, and the process lives.
func TestFlippedBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	store := open(t, path)
	load(t, store, 0, 40)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	draw := rand.New(rand.NewPCG(3, 5))
	refused := 0
	for n := range 150 {
		damaged := append([]byte(nil), whole...)
		at := draw.IntN(len(damaged))
		if n%3 == 0 {
			at = draw.IntN(len(damaged)/4096)*4096 + draw.IntN(12) // the head of a page
		}
		damaged[at] ^= byte(1 + draw.IntN(255))
		if readAndWrite(t, filepath.Join(t.TempDir(), "graph.db"), damaged) != nil {
			refused++
		}
	}
	if refused == 0 {
		t.Error("no damage was noticed")
	}
}

func readAndWrite(t *testing.T, path string, file []byte) error {
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	store, err := sqlite.Open(ctx, path, sqlite.Options{BusyTimeout: time.Second})
	if err != nil {
		return err
	}
	defer store.Close()
	if err := export.Canonical(ctx, store, discard{}); err != nil {
		return err
	}
	_, err = store.Apply(ctx, generator{cities: 30}.batch(40, 5), time.Unix(9, 0))
	return err
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

// TestTwoProcesses opens one file twice, as two processes do, and loads through both while
// readers ask: nobody is turned away, and the graph is that of one loader.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	one, two := open(t, path), open(t, path)
	const batches, step = 12, 5
	var group sync.WaitGroup
	errs := make(chan error, 64)
	for w, store := range []*sqlite.Store{one, two} {
		group.Go(func() {
			for i := range batches {
				at := (i + w*batches/2) % batches
				if _, err := store.Apply(context.Background(), crashWorld.batch(at*step, step), time.Unix(int64(i), 0)); err != nil {
					errs <- fmt.Errorf("writer %d: %w", w, err)
				}
			}
		})
		for range 4 {
			group.Go(func() {
				for range 20 {
					if _, err := store.FindNodes(context.Background(), graph.NodeFilter{Order: graph.ByDegree}, graph.Page{WithTotal: true}); err != nil {
						errs <- fmt.Errorf("reader of %d: %w", w, err)
					}
				}
			})
		}
	}
	group.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
	alone := open(t, filepath.Join(t.TempDir(), "graph.db"))
	load(t, alone, 0, batches*step)
	if graphtest.Dump(t, alone) != graphtest.Dump(t, two) {
		t.Error("two loaders made another graph than one")
	}
}
