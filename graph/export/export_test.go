package export_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/export"
	"citygraph/graph/graphtest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// places are coordinates for some cities of the reference graph, which has none.
var places = map[graph.EntityID][2]float64{
	"city:1796236": {31.22222, 121.45806}, "city:2965140": {51.89797, -8.47061}, "city:3936456": {-12.04318, -77.02824},
	"city:2191562": {-45.87416, 170.50361}, "city:3067696": {50.08804, 14.42076},
}

// reference is a store with the reference graph on the map.
func reference(t *testing.T) *graphtest.Memory {
	t.Helper()
	assertions := graphtest.Reference()
	for _, a := range assertions {
		for i, e := range a.Entities {
			if at, ok := places[e.ID]; ok {
				a.Entities[i].Lat, a.Entities[i].Lon = at[0], at[1]
			}
		}
	}
	return loaded(t, assertions...)
}

func loaded(t *testing.T, assertions ...graph.Assertion) *graphtest.Memory {
	t.Helper()
	store := graphtest.NewMemory()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: assertions}, time.Date(2024, 12, 5, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return store
}

// files are what Write wrote, by name.
type files map[string]*bytes.Buffer

func write(t *testing.T, r graph.Reader, format string, opts export.Options) files {
	t.Helper()
	written := files{}
	if err := export.Write(t.Context(), r, format, opts, written.open); err != nil {
		t.Fatal(err)
	}
	return written
}

func (f files) open(name string) (io.WriteCloser, error) {
	f[name] = &bytes.Buffer{}
	return closer{f[name]}, nil
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

// find is the one file that a format with one file writes.
func find(t *testing.T, format string) export.Format {
	t.Helper()
	for _, f := range export.Formats() {
		if f.Name == format {
			return f
		}
	}
	t.Fatalf("no format %s", format)
	return export.Format{}
}

func single(t *testing.T, r graph.Reader, format string, opts export.Options) []byte {
	t.Helper()
	return write(t, r, format, opts)[find(t, format).Files[0]].Bytes()
}

// TestGolden: every format writes exactly its files, and the same bytes each time.
func TestGolden(t *testing.T) {
	store := reference(t)
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			written := write(t, store, f.Name, export.Options{})
			if len(written) != len(f.Files) {
				t.Errorf("wrote %d files, the format has %v", len(written), f.Files)
			}
			again := write(t, store, f.Name, export.Options{})
			for _, name := range f.Files {
				if !bytes.Equal(written[name].Bytes(), again[name].Bytes()) {
					t.Errorf("%s differs on the second write", name)
				}
				golden(t, filepath.Join("testdata", f.Name, name), written[name].Bytes())
			}
		})
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestWriteRefuses(t *testing.T) {
	none := func(string) (io.WriteCloser, error) {
		t.Error("a file was asked for")
		return nil, os.ErrPermission
	}
	cases := []struct {
		name, format string
		opts         export.Options
	}{
		{"unknown format", "xlsx", export.Options{}},
		{"part of a canonical dump", "jsonl", export.Options{Types: []graph.EntityType{graph.City}}},
		{"filtered canonical dump", "jsonl", export.Options{Edges: graph.EdgeFilter{MinSupport: 2}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := export.Write(t.Context(), graphtest.NewMemory(), c.format, c.opts, none); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("error %v, want ErrInvalid", err)
			}
		})
	}
}

// TestWriteFails: every format hands on the failure of the file, of its close and of the reader.
func TestWriteFails(t *testing.T) {
	store, full := reference(t), errors.New("disk full")
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			broken := func(string) (io.WriteCloser, error) { return failing{write: full}, nil }
			if err := export.Write(t.Context(), store, f.Name, export.Options{}, broken); !errors.Is(err, full) {
				t.Errorf("write: error %v", err)
			}
			unclosed := func(string) (io.WriteCloser, error) { return failing{close: full}, nil }
			if err := export.Write(t.Context(), store, f.Name, export.Options{}, unclosed); !errors.Is(err, full) {
				t.Errorf("close: error %v", err)
			}
			if err := export.Write(cancelled, store, f.Name, export.Options{}, files{}.open); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled: error %v", err)
			}
		})
	}
}

type failing struct{ write, close error }

func (f failing) Write(p []byte) (int, error) { return len(p), f.write }
func (f failing) Close() error                { return f.close }
