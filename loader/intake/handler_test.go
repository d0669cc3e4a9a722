package intake_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/loader"
	"citygraph/loader/intake"
)

var pipeline = sync.OnceValues(loader.New)

func handler(t *testing.T, w graph.Writer) *intake.Handler {
	t.Helper()
	p, err := pipeline()
	if err != nil {
		t.Fatal(err)
	}
	return intake.New(p, w)
}

// item is an article as a client writes it.
func item(title, text string) string {
	b, _ := json.Marshal(map[string]string{"title": title, "source": "test", "date": "2024-05-02", "text": text})
	return string(b)
}

var (
	cork  = item("Cork", "Cork and Shanghai have been sister cities since 2005.")
	lima  = item("Lima", "The mayor of Lima visited Shanghai on 3 May 2024.")
	empty = `{"text": ""}`
)

type answer struct {
	loader.Counts
	Claims int
	Items  []loader.Item
	Error  string
}

func post(t *testing.T, h http.Handler, media, body string) (int, answer) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/articles", strings.NewReader(body))
	r.Header.Set("Content-Type", media)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return w.Code, a
}

func parts(t *testing.T, files map[string]string, order ...string) (media, body string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, name := range order {
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(part, files[name])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.String()
}

// TestBodies sends the same articles in every form, twice: the first time they are loaded, and
// then they are there.
func TestBodies(t *testing.T) {
	form, multi := parts(t, map[string]string{"a.jsonl": cork + "\n" + empty + "\n", "b.jsonl": lima + "\n"}, "a.jsonl", "b.jsonl")
	for name, body := range map[string][2]string{
		"an array":   {"application/json", "[" + cork + ",\n " + empty + "," + lima + "]"},
		"lines":      {"application/jsonl", cork + "\n" + empty + "\n\n" + lima},
		"other name": {"application/x-ndjson; charset=utf-8", cork + "\n" + empty + "\n" + lima + "\n"},
		"files":      {form, multi},
	} {
		t.Run(name, func(t *testing.T) {
			store := graphtest.NewMemory()
			h := handler(t, store)
			status, a := post(t, h, body[0], body[1])
			if want := (loader.Counts{Read: 3, Loaded: 2, Quarantined: 1}); status != 200 || a.Counts != want || a.Claims == 0 {
				t.Errorf("status %d: %+v", status, a)
			}
			outcomes := map[graph.Outcome]int{}
			for _, i := range a.Items {
				outcomes[i.Outcome]++
				if (i.Article == "") != (i.Outcome == loader.Quarantined) || (i.Reason == "") != (i.Outcome != loader.Quarantined) {
					t.Errorf("item %+v", i)
				}
			}
			if diff := cmp.Diff(map[graph.Outcome]int{graph.Loaded: 2, loader.Quarantined: 1}, outcomes); diff != "" {
				t.Error(diff)
			}
			if _, again := post(t, h, body[0], body[1]); again.Unchanged != 2 || again.Loaded != 0 {
				t.Errorf("again: %+v", again.Counts)
			}
		})
	}
	status, a := post(t, handler(t, graphtest.NewMemory()), "application/json", cork)
	if status != 200 || a.Loaded != 1 {
		t.Errorf("one object: %d %+v", status, a)
	}
}

// TestBrokenBodies: what cannot be read is said, and what was read before it is loaded.
func TestBrokenBodies(t *testing.T) {
	for name, tt := range map[string]struct {
		media, body    string
		status, loaded int
	}{
		"no type":               {"", cork, 415, 0},
		"a form":                {"application/x-www-form-urlencoded", "a=b", 415, 0},
		"no JSON":               {"application/json", "hello", 400, 0},
		"an array cut off":      {"application/json", "[" + cork + ",", 400, 1},
		"more after the object": {"application/json", cork + cork, 400, 1},
		"an object cut off":     {"application/json", cork[:20], 400, 0},
		"no parts":              {"multipart/form-data; boundary=x", "hello", 400, 0},
		"no boundary":           {"multipart/form-data", "hello", 400, 0},
		"a line that is none":   {"application/jsonl", "hello\n" + cork, 200, 1},
		"nothing":               {"application/jsonl", "", 200, 0},
		"a very long article":   {"application/json", `[{"text": "` + strings.Repeat("x", 4<<20) + `"}]`, 413, 0},
		"a very long document":  {"application/json", "[" + strings.Repeat(" ", intake.MaxDocument), 413, 0},
	} {
		t.Run(name, func(t *testing.T) {
			status, a := post(t, handler(t, graphtest.NewMemory()), tt.media, tt.body)
			if status != tt.status || a.Loaded != tt.loaded || (a.Error == "") != (status == 200) {
				t.Errorf("status %d: %+v", status, a)
			}
		})
	}
	for n, want := range map[int]int{intake.MaxArticles: 200, intake.MaxArticles + 1: 413} {
		if status, a := post(t, handler(t, graphtest.NewMemory()), "application/jsonl", strings.Repeat(empty+"\n", n)); status != want || len(a.Items) < intake.MaxArticles {
			t.Errorf("%d articles: %d, %d items", n, status, len(a.Items))
		}
	}
	many := map[string]string{"a": cork}
	order := make([]string, intake.MaxParts+1)
	for i := range order {
		order[i] = "empty"
	}
	order[0] = "a"
	for n, want := range map[int]int{intake.MaxParts: 200, intake.MaxParts + 1: 413} {
		media, body := parts(t, many, order[:n]...)
		if status, a := post(t, handler(t, graphtest.NewMemory()), media, body); status != want || a.Loaded != 1 {
			t.Errorf("%d parts: %d %+v", n, status, a.Counts)
		}
	}
}

// unavailable is a store that does not answer; blocked waits until it is let go.
type unavailable struct{ graph.Writer }

func (unavailable) Apply(context.Context, graph.Batch, time.Time) (graph.Applied, error) {
	return graph.Applied{}, graph.ErrClosed
}

type blocked struct {
	graph.Writer
	entered, release chan struct{}
}

func (b blocked) Apply(ctx context.Context, batch graph.Batch, at time.Time) (graph.Applied, error) {
	b.entered <- struct{}{}
	<-b.release
	return b.Writer.Apply(ctx, batch, at)
}

func TestStoreDown(t *testing.T) {
	if status, a := post(t, handler(t, unavailable{graphtest.NewMemory()}), "application/json", cork); status != 503 || a.Loaded != 0 || a.Error == "" {
		t.Errorf("status %d: %+v", status, a)
	}
}

// TestBackPressure: beyond MaxRequests at once a sender is told to wait.
func TestBackPressure(t *testing.T) {
	b := blocked{graphtest.NewMemory(), make(chan struct{}), make(chan struct{})}
	h := handler(t, b)
	var wait sync.WaitGroup
	for range intake.MaxRequests {
		wait.Go(func() {
			if status, _ := post(t, h, "application/json", cork); status != 200 {
				t.Errorf("status %d", status)
			}
		})
		<-b.entered
	}
	if status, a := post(t, h, "application/json", cork); status != http.StatusTooManyRequests || a.Error == "" {
		t.Errorf("one more: %d %+v", status, a)
	}
	close(b.release)
	wait.Wait()
}
