package loader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/article"
)

const sentence = "Cork and Shanghai are the twins of which the mayor told the council in the spring of the year."

func write(t *testing.T, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// line is a record of JSON Lines.
func line(url, date, text string) string {
	return fmt.Sprintf(`{"url":"https://e.example/%s","title":"Twins","date":%q,"text":%q}`, url, date, text) + "\n"
}

func lines(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(fmt.Sprint(i), "2024", fmt.Sprintf("%s It was number %d.", sentence, i)))
	}
	return b.String()
}

func load(t *testing.T, w graph.Writer, opts loader.Options, sources ...string) loader.Report {
	t.Helper()
	report, err := loader.Load(context.Background(), sources, pipeline(t), w, opts)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Reconcile(); err != nil {
		t.Error(err)
	}
	return report
}

func TestLoadCountsEveryRecordOnce(t *testing.T) {
	path := write(t, "a.jsonl", line("1", "2024", sentence)+line("1", "2024", sentence)+line("2", "2024", sentence+" PANIC.")+
		line("3", "2024", "Die Stadt und die Stadt sind Partner.")+"{broken\n"+line("4", "2024", sentence+" INVALID Cork and Shanghai of the year.")+
		line("5", "2024", "上海市和科克市是友好城市，两市的交流在不断发展。"))
	var rows []loader.Quarantine
	opts := loader.Options{Quarantine: func(q loader.Quarantine) error { rows = append(rows, q); return nil }}
	store := newMemory()
	got := load(t, store, opts, path)
	want := loader.Counts{Read: 7, Loaded: 3, Duplicate: 1, Quarantined: 3}
	if diff := cmp.Diff(want, got.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	wantReasons := map[loader.Reason]int{"PANIC": 1, "LANGUAGE_UNKNOWN": 1, "JSON_INVALID": 1}
	if diff := cmp.Diff(wantReasons, got.Reasons); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
	if got.Drops[loader.DropInvalid] != 1 || got.Drops[graph.DropZone] != 3 {
		t.Errorf("drops %v", got.Drops)
	}
	if c := got.Languages["zh"]; c == nil || c.Loaded != 1 {
		t.Errorf("languages %v", got.Languages)
	}
	var stages []loader.Stage
	for _, q := range rows {
		stages = append(stages, q.Stage)
		if q.Source != path || len(q.RawHash) != 64 {
			t.Errorf("row %+v", q)
		}
	}
	if diff := cmp.Diff([]loader.Stage{loader.StageClaim, loader.StageDocument, loader.StageArticle}, stages); diff != "" {
		t.Errorf("stages (-want +got):\n%s", diff)
	}
	second := load(t, store, loader.Options{}, path)
	if want := (loader.Counts{Read: 7, Unchanged: 3, Duplicate: 1, Quarantined: 3}); second.Counts != want {
		t.Errorf("second load %+v, want %+v", second.Counts, want)
	}
}

func TestVersionsOfOneArticle(t *testing.T) {
	older, newer := line("1", "2024-05", sentence+" Older."), line("1", "2024-06", sentence+" Newer.")
	same, other := line("1", "2024-06", sentence+" One."), line("1", "2024-06", sentence+" Other.")
	greater := "One."
	if graph.ContentHash([]byte(strings.TrimSuffix(other, "\n"))) > graph.ContentHash([]byte(strings.TrimSuffix(same, "\n"))) {
		greater = "Other."
	}
	tests := []struct {
		name, data, want string
	}{
		{"the later date wins, coming second", older + newer, "Newer."},
		{"the later date wins, coming first", newer + older, "Newer."},
		{"then the greater hash", same + other, greater},
		{"in any order", other + same, greater},
		{"the same again changes nothing", newer + newer, "Newer."},
		{"three", older + newer + older, "Newer."},
	}
	for _, tt := range tests {
		for _, streamed := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, streamed %v", tt.name, streamed), func(t *testing.T) {
				opts, source := loader.Options{}, "-"
				if streamed {
					opts.Read.Stdin = strings.NewReader(tt.data)
				} else {
					source = write(t, "a.jsonl", tt.data)
				}
				store := newMemory()
				got := load(t, store, opts, source)
				n := strings.Count(tt.data, "\n")
				if want := (loader.Counts{Read: n, Loaded: 1, Duplicate: n - 1}); got.Counts != want {
					t.Errorf("got %+v, want %+v", got.Counts, want)
				}
				if texts := store.texts(); len(texts) != 1 || !strings.HasSuffix(texts[0], tt.want) {
					t.Errorf("held %q, want %q", texts, tt.want)
				}
			})
		}
	}
}

func TestLaterVersionReplacesWhatIsWritten(t *testing.T) {
	data := line("x", "2024-05", sentence) + lines(loader.DefaultBatch) + line("x", "2024-06", sentence+" Newer.")
	store := newMemory()
	got := load(t, store, loader.Options{Read: article.Options{Stdin: strings.NewReader(data)}}, "-")
	want := loader.Counts{Read: loader.DefaultBatch + 2, Loaded: loader.DefaultBatch, Replaced: 1, Duplicate: 1}
	if got.Counts != want {
		t.Errorf("got %+v, want %+v", got.Counts, want)
	}
}

func TestBatchBounds(t *testing.T) {
	big := sentence + strings.Repeat(" The council met in the hall of the town.", loader.DefaultBatch*loader.BatchBytesEach/2/40)
	tests := []struct {
		name, data string
		want       []int
	}{
		{"at DefaultBatch", lines(loader.DefaultBatch), []int{loader.DefaultBatch}},
		{"one more", lines(loader.DefaultBatch + 1), []int{loader.DefaultBatch, 1}},
		{"by their bytes", line("1", "", big) + line("2", "", big) + line("3", "", big) + line("4", "", big), []int{1, 1, 1, 1}},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := newMemory()
			load(t, store, loader.Options{}, write(t, "a.jsonl", tt.data))
			if diff := cmp.Diff(tt.want, store.sizes); diff != "" {
				t.Errorf("batches (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBatchOption(t *testing.T) {
	path := write(t, "a.jsonl", lines(5))
	for _, size := range []int{2, graph.MaxBatch} {
		store := newMemory()
		load(t, store, loader.Options{Batch: size}, path)
		if got := store.sizes[0]; got != min(5, size) {
			t.Errorf("Batch %d: the first batch has %d articles", size, got)
		}
	}
	for _, size := range []int{-1, graph.MaxBatch + 1} {
		_, err := loader.Load(context.Background(), []string{path}, pipeline(t), newMemory(), loader.Options{Batch: size})
		if !errors.Is(err, graph.ErrLimit) {
			t.Errorf("Batch %d: got %v, want ErrLimit", size, err)
		}
	}
}

func TestWorkersDoNotChangeTheBatches(t *testing.T) {
	path := write(t, "a.jsonl", lines(450))
	one, eight := newMemory(), newMemory()
	load(t, one, loader.Options{Workers: 1}, path)
	load(t, eight, loader.Options{Workers: 8}, path)
	if diff := cmp.Diff(one.batches, eight.batches); diff != "" {
		t.Errorf("batches (-one +eight):\n%s", diff)
	}
}

func TestShardsShareTheArticles(t *testing.T) {
	path := write(t, "a.jsonl", lines(60)+"{broken\n{broken too\n")
	whole, parts := newMemory(), newMemory()
	all := load(t, whole, loader.Options{}, path)
	var sum loader.Counts
	for i := range 4 {
		r := load(t, parts, loader.Options{Shard: loader.Shard{Index: i + 1, Count: 4}}, path)
		if r.Read == 0 || r.Read+r.OtherShard != all.Read {
			t.Errorf("shard %d read %d and left %d of %d", i+1, r.Read, r.OtherShard, all.Read)
		}
		sum.Read += r.Read
		sum.Loaded += r.Loaded
		sum.Quarantined += r.Quarantined
	}
	if sum != all.Counts {
		t.Errorf("shards together %+v, whole %+v", sum, all.Counts)
	}
	if diff := cmp.Diff(whole.texts(), parts.texts()); diff != "" {
		t.Errorf("held (-whole +parts):\n%s", diff)
	}
	for _, bad := range []loader.Shard{{0, 4}, {5, 4}} {
		if _, err := loader.Load(context.Background(), []string{path}, pipeline(t), parts, loader.Options{Shard: bad}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("shard %v: %v", bad, err)
		}
	}
}

func TestUnavailableStore(t *testing.T) {
	unavailable := fmt.Errorf("gone: %w", graph.ErrUnavailable)
	tests := []struct {
		name  string
		fail  func(call int, committed bool) error
		want  loader.Counts
		error error
	}{
		{"comes back", func(call int, committed bool) error {
			if call <= 3 && !committed {
				return unavailable
			}
			return nil
		}, loader.Counts{Read: 2, Loaded: 2}, nil},
		{"had committed when it went", func(call int, committed bool) error {
			if call == 1 && committed {
				return unavailable
			}
			return nil
		}, loader.Counts{Read: 2, Loaded: 2}, nil},
		{"stays away", func(int, bool) error { return unavailable }, loader.Counts{}, graph.ErrUnavailable},
		{"fails for good", func(int, bool) error { return graph.ErrConflict }, loader.Counts{}, graph.ErrConflict},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := newMemory()
			store.fail = tt.fail
			var slept time.Duration
			opts := loader.Options{Patience: time.Minute, Sleep: func(_ context.Context, d time.Duration) error { slept += d; return nil }}
			report, err := loader.Load(context.Background(), []string{write(t, "a.jsonl", lines(2))}, pipeline(t), store, opts)
			if !errors.Is(err, tt.error) {
				t.Errorf("got %v, want %v", err, tt.error)
			}
			if report.Counts != tt.want || report.Reconcile() != nil {
				t.Errorf("got %+v, want %+v", report.Counts, tt.want)
			}
			if slept > 2*time.Minute {
				t.Errorf("waited %v", slept)
			}
		})
	}
}

func TestInterruptedLoadFinishesItsBatchAndResumes(t *testing.T) {
	path := write(t, "a.jsonl", lines(3*loader.DefaultBatch))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	store := newMemory()
	store.fail = func(call int, committed bool) error {
		if call == 2 && !committed {
			cancel()
		}
		return nil
	}
	first, err := loader.Load(ctx, []string{path}, pipeline(t), store, loader.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := first.Reconcile(); err != nil || first.Loaded != len(store.held) || first.Loaded < 2*loader.DefaultBatch {
		t.Errorf("report %+v, held %d, %v", first.Counts, len(store.held), err)
	}
	second := load(t, store, loader.Options{}, path)
	if second.Unchanged != first.Loaded || second.Loaded+second.Unchanged != 3*loader.DefaultBatch {
		t.Errorf("second run %+v after %+v", second.Counts, first.Counts)
	}
}

func TestQuarantineErrorEndsTheLoad(t *testing.T) {
	full := errors.New("disk full")
	_, err := loader.Load(context.Background(), []string{write(t, "a.jsonl", "{\n"+lines(300))}, pipeline(t), newMemory(),
		loader.Options{Quarantine: func(loader.Quarantine) error { return full }})
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

func TestMissingSource(t *testing.T) {
	if _, err := loader.Load(context.Background(), []string{"no-such-file"}, pipeline(t), newMemory(), loader.Options{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestProgressReachesTheTotal(t *testing.T) {
	var last loader.Progress
	load(t, newMemory(), loader.Options{Progress: func(p loader.Progress) { last = p }}, write(t, "a.jsonl", lines(7)+"{\n"))
	if last.Seen != 8 || last.Total != 8 || !last.Done {
		t.Errorf("got %+v", last)
	}
}

func TestExportIsRestored(t *testing.T) {
	first := newMemory()
	load(t, first, loader.Options{}, write(t, "a.jsonl", lines(3)))
	var export bytes.Buffer
	for _, a := range first.held {
		data, err := json.Marshal(map[string]graph.Assertion{"assertion": a})
		if err != nil {
			t.Fatal(err)
		}
		export.Write(append(data, '\n'))
	}
	export.WriteString(`{"node":{"id":"city:1"}}` + "\n" + `{"assertion":{"article":{}}}` + "\n" + `{"assertion":7}` + "\n")
	second := newMemory()
	got := load(t, second, loader.Options{}, write(t, "export.jsonl", export.String()))
	if want := (loader.Counts{Read: 5, Loaded: 3, Quarantined: 2}); got.Counts != want {
		t.Errorf("got %+v, want %+v", got.Counts, want)
	}
	if diff := cmp.Diff(first.held, second.held); diff != "" {
		t.Errorf("held (-first +second):\n%s", diff)
	}
}

func TestQuarantineWriterWritesRows(t *testing.T) {
	var b bytes.Buffer
	load(t, newMemory(), loader.Options{Quarantine: loader.QuarantineWriter(&b)}, write(t, "a.jsonl", "{\n"))
	var row map[string]any
	if err := json.Unmarshal(b.Bytes(), &row); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"source", "offset", "record", "stage", "reason", "rawHash"} {
		if _, ok := row[key]; !ok {
			t.Errorf("%s is missing in %v", key, row)
		}
	}
	if keys := len(row); !slices.Contains([]int{6, 7}, keys) {
		t.Errorf("row %v", row)
	}
}
