package server_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/export"
	"citygraph/graph/graphtest"
	"citygraph/schema/server"
)

// written exports by the package itself.
func written(t *testing.T, r graph.Reader, format string, opts export.Options) map[string]string {
	t.Helper()
	files := map[string]*bytes.Buffer{}
	err := export.Write(t.Context(), r, format, opts, func(name string) (io.WriteCloser, error) {
		files[name] = &bytes.Buffer{}
		return nopCloser{files[name]}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for name, b := range files {
		texts[name] = b.String()
	}
	return texts
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// received is the files of an answer.
func received(t *testing.T, w *httptest.ResponseRecorder, f export.Format) map[string]string {
	t.Helper()
	if len(f.Files) == 1 {
		if got := w.Header().Get("Content-Type"); got != f.MediaType {
			t.Errorf("media type %q", got)
		}
		return map[string]string{f.Files[0]: w.Body.String()}
	}
	archive, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		texts[file.Name] = string(b)
	}
	return texts
}

// TestExport: every format comes over HTTP as the package writes it, whole and narrowed.
func TestExport(t *testing.T) {
	store := reference(t)
	h := newServer(store)
	ties := export.Options{Types: []graph.EntityType{graph.City}, Edges: graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}, MinSupport: 2}}
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			w := get(h, "/export/"+f.Name)
			if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; filename=\"citygraph") {
				t.Fatalf("status %d, headers %v", w.Code, w.Header())
			}
			if diff := cmp.Diff(written(t, store, f.Name, export.Options{}), received(t, w, f)); diff != "" {
				t.Error(diff)
			}
			narrow := get(h, "/export/"+f.Name+"?nodeTypes=City&types=TWINNED_WITH&minSupport=2")
			if f.Name == "jsonl" {
				if narrow.Code != http.StatusBadRequest {
					t.Errorf("a part of a dump: %d", narrow.Code)
				}
				return
			}
			if diff := cmp.Diff(written(t, store, f.Name, ties), received(t, narrow, f)); diff != "" {
				t.Error(diff)
			}
			if head := send(h, httptest.NewRequest(http.MethodHead, "/export/"+f.Name, nil)); head.Code != http.StatusOK || head.Body.Len() > 0 {
				t.Errorf("head: %d, %d bytes", head.Code, head.Body.Len())
			}
		})
	}
}

func TestExportRefused(t *testing.T) {
	h := newServer(reference(t))
	for path, status := range map[string]int{
		"/export/xls":                  404,
		"/export/csv?tier=SISTER":      400,
		"/export/csv?tiers=BEST":       400,
		"/export/csv?date=soon":        400,
		"/export/csv?minSupport=-1":    400,
		"/export/jsonl?nodeTypes=City": 400,
	} {
		w := get(h, path)
		if w.Code != status {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		wantError(t, w)
	}
	if w := send(h, httptest.NewRequest(http.MethodPost, "/export/csv", nil)); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
	down := newServer(&broken{Memory: reference(t), fail: func(context.Context) error { return graph.ErrUnavailable }, views: 1})
	if w := get(down, "/export/jsonld"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("a store that does not answer: %d", w.Code)
	}
}

func TestExportIndex(t *testing.T) {
	var index struct{ Formats, Fields []struct{ Name string } }
	if err := json.Unmarshal(get(newServer(reference(t)), "/export").Body.Bytes(), &index); err != nil {
		t.Fatal(err)
	}
	if len(index.Formats) != len(export.Formats()) || len(index.Fields) != len(export.Fields()) {
		t.Errorf("%+v", index)
	}
}

// endless is a store whose lists of nodes never end; from the given page on they fail.
type endless struct {
	*graphtest.Memory
	failAt int
}

func (e endless) View(ctx context.Context, read func(graph.Reader) error) error {
	return e.Memory.View(ctx, func(r graph.Reader) error { return read(&endlessReader{Reader: r, failAt: e.failAt}) })
}

type endlessReader struct {
	graph.Reader
	page, failAt int
}

func (r *endlessReader) FindNodes(context.Context, graph.NodeFilter, graph.Page) (graph.List[graph.Node], error) {
	if r.page++; r.page == r.failAt {
		return graph.List[graph.Node]{}, errors.New("the store broke")
	}
	list := graph.List[graph.Node]{HasNext: true}
	for range 1000 {
		n := graph.Node{Entity: graph.Entity{ID: "city:1", Type: graph.City}}
		list.Items, list.Positions = append(list.Items, n), append(list.Positions, graph.Position{ID: "city:1"})
	}
	return list, nil
}

// TestExportBrokenOff: what fails half way does not look like a whole file.
func TestExportBrokenOff(t *testing.T) {
	for _, format := range []string{"cytoscape", "csv"} {
		s := httptest.NewServer(newServer(endless{reference(t), 20}))
		defer s.Close()
		res, err := http.Get(s.URL + "/export/" + format)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		// An archive is packed in memory first: there the failure may come before the first byte.
		if n, err := io.Copy(io.Discard, res.Body); err == nil && res.StatusCode == http.StatusOK {
			t.Errorf("%s: status %d, %d bytes, then %v", format, res.StatusCode, n, err)
		}
	}
}

// TestExportMemory: the memory that an export takes does not grow with what it has written. The
// client reads 24 MiB of a list without end and goes away.
func TestExportMemory(t *testing.T) {
	s := httptest.NewServer(newServer(endless{reference(t), 0}))
	defer s.Close()
	res, err := http.Get(s.URL + "/export/cytoscape")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	read := func(n int64) (heap uint64) {
		if _, err := io.CopyN(io.Discard, res.Body, n); err != nil {
			t.Fatal(err)
		}
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	early := read(1 << 20)
	if late := read(23 << 20); late > early+(8<<20) {
		t.Errorf("%d MiB after 1 MiB, %d MiB after 24 MiB", early>>20, late>>20)
	}
}

var _ server.Viewer = endless{}
