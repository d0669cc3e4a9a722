package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/apikey"
	"citygraph/schema/server"
)

const feedQuery = `query($since: Cursor, $first: Int) { changes(since: $since, first: $first) {
  changes { cursor at kind id node { id } } next more latest } }`

// twins loads an article that ties Cork to a city of its own.
func twins(t testing.TB, store graph.Writer, n int) graph.ArticleID {
	t.Helper()
	place := graphtest.Place(graph.CityID(int64(9000+n)), "country:XA", fmt.Sprintf("en:Town %d", n))
	a := graphtest.NewStory(fmt.Sprintf("tie %d", n), "en", "2024-01-01", "sample").
		Fact(graphtest.Cork, graph.TwinnedWith, place).Assertion()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: []graph.Assertion{a}}, loadedAt.AddDate(0, 0, n)); err != nil {
		t.Fatal(err)
	}
	return a.Article.ID
}

// line is a change on one line.
func line(kind, id any) string { return fmt.Sprint(kind, " ", id) }

// known lists all changes of a store.
func known(t testing.TB, store graph.Reader) []string {
	t.Helper()
	feed, err := store.Changes(t.Context(), 0, graph.MaxScan)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range feed.Changes {
		list = append(list, line(c.Kind, c.ID))
	}
	return list
}

// TestChanges reads the feed by the API in stretches while it grows.
func TestChanges(t *testing.T) {
	store := reference(t)
	h := newServer(store)
	var got []string
	var since any
	for grown := false; ; {
		feed := dig(t, mustAsk(t, h, feedQuery, map[string]any{"since": since, "first": 7}), "changes")
		for _, c := range dig(t, feed, "changes").([]any) {
			got = append(got, line(dig(t, c, "kind"), dig(t, c, "id")))
			if id := dig(t, c, "node", "id"); id != dig(t, c, "id") {
				t.Errorf("the node of %v is %v", c, id)
			}
		}
		since = dig(t, feed, "next")
		if dig(t, feed, "more") == true {
			continue
		}
		if grown {
			break
		}
		grown = true
		twins(t, store, 1)
	}
	if diff := cmp.Diff(known(t, store), got); diff != "" {
		t.Error(diff)
	}
	again := dig(t, mustAsk(t, h, feedQuery, map[string]any{"since": since}), "changes")
	if diff := cmp.Diff(map[string]any{"changes": []any{}, "next": since, "more": false, "latest": since}, again); diff != "" {
		t.Errorf("at the end: %s", diff)
	}
	gone := twins(t, store, 2)
	since = dig(t, mustAsk(t, h, feedQuery, nil), "changes", "latest")
	if _, err := store.Apply(t.Context(), graph.Batch{Retract: []graph.ArticleID{gone}}, loadedAt); err != nil {
		t.Fatal(err)
	}
	first := dig(t, mustAsk(t, h, feedQuery, map[string]any{"since": since}), "changes", "changes", 0)
	if dig(t, first, "kind") != "REMOVED" || dig(t, first, "id") != string(gone) || dig(t, first, "node") != nil {
		t.Errorf("after it was taken back: %v", first)
	}
}

func TestChangesRefuses(t *testing.T) {
	store := reference(t)
	h := newServer(store)
	full := dig(t, mustAsk(t, h, feedQuery, map[string]any{"first": 100}), "changes", "latest")
	list := dig(t, mustAsk(t, h, `{ cities(first: 1) { pageInfo { endCursor } } }`, nil), "cities", "pageInfo", "endCursor")
	for name, tt := range map[string]struct {
		store     *graphtest.Memory
		variables map[string]any
		code      string
	}{
		"one more than a page":       {store, map[string]any{"first": 101}, server.CodeLimit},
		"none":                       {store, map[string]any{"first": 0}, server.CodeUserInput},
		"a cursor of another list":   {store, map[string]any{"since": list}, server.CodeCursor},
		"no cursor":                  {store, map[string]any{"since": "x"}, server.CodeCursor},
		"a cursor of a larger store": {graphtest.NewMemory(), map[string]any{"since": full}, server.CodeCursor},
	} {
		if got := ask(t, newServer(tt.store), feedQuery, tt.variables).codes(); !slices.Equal(got, []string{tt.code}) {
			t.Errorf("%s: %v, want %s", name, got, tt.code)
		}
	}
	empty := dig(t, mustAsk(t, newServer(graphtest.NewMemory()), feedQuery, nil), "changes")
	if diff := cmp.Diff(map[string]any{"changes": []any{}, "next": nil, "more": false, "latest": nil}, empty); diff != "" {
		t.Errorf("an empty store: %s", diff)
	}
	if w := get(h, "/changes?since=x"); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), server.CodeCursor) {
		t.Errorf("a stream after no cursor: %d %s", w.Code, w.Body)
	}
}

// listening serves over loopback and returns the address of the feed.
func listening(t *testing.T, h *server.Server) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(func() {
		h.Drain()
		s.Close()
	})
	return s.URL + "/changes"
}

// stream is one reading of the feed, as a browser does it.
type stream struct {
	t     *testing.T
	body  *bufio.Reader
	close func()
	last  string // id
}

func connect(t *testing.T, address, last, key string) (*stream, int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if last != "" {
		req.Header.Set("Last-Event-ID", last)
	}
	if key != "" {
		req.Header.Set("Authorization", "Bearer "+key)
	}
	res, err := http.DefaultClient.Do(req) //nolint:bodyclose // closed by the stream
	if err != nil {
		t.Fatal(err)
	}
	s := &stream{t, bufio.NewReader(res.Body), func() { cancel(); res.Body.Close() }, last}
	t.Cleanup(s.close)
	return s, res.StatusCode
}

// block reads up to the next empty line; nothing is left where the stream has ended.
func (s *stream) block() (event, data string, ok bool) {
	for {
		text, err := s.body.ReadString('\n')
		if err != nil {
			return "", "", false
		}
		field, value, _ := strings.Cut(strings.TrimSuffix(text, "\n"), ": ")
		switch field {
		case "id":
			s.last = value
		case "event":
			event = value
		case "data":
			data = value
		case "":
			return event, data, true
		}
	}
}

// read reads n changes.
func (s *stream) read(n int) (list []string) {
	s.t.Helper()
	for len(list) < n {
		event, data, ok := s.block()
		if !ok {
			s.t.Fatalf("the stream ended after %d of %d changes", len(list), n)
		}
		if event != "change" {
			continue
		}
		var c struct{ Kind, ID string }
		if err := json.Unmarshal([]byte(data), &c); err != nil {
			s.t.Fatal(err)
		}
		list = append(list, line(c.Kind, c.ID))
	}
	return list
}

func quick(c *server.Config) { c.FeedPause, c.PerClient = time.Millisecond, 1000 }

// TestFeedResumes breaks a stream at many places; what the readings have in all is the feed.
func TestFeedResumes(t *testing.T) {
	store := reference(t)
	for n := range 40 { // more than a stretch
		twins(t, store, n)
	}
	address := listening(t, newServer(store, quick))
	var got []string
	last := ""
	for _, n := range []int{1, 2, 99, 1} {
		s, _ := connect(t, address, last, "")
		got = append(got, s.read(n)...)
		s.close()
		last = s.last
	}
	twins(t, store, 50)
	s, _ := connect(t, address, last, "")
	got = append(got, s.read(len(known(t, store))-len(got))...)
	twins(t, store, 51) // while it is being read
	got = append(got, s.read(len(known(t, store))-len(got))...)
	if diff := cmp.Diff(known(t, store), got); diff != "" {
		t.Error(diff)
	}
}

// TestFeedFromLatest: a stream that broke before its first event loses nothing either, and an
// idle one says that it lives.
func TestFeedFromLatest(t *testing.T) {
	store := reference(t)
	before := len(known(t, store))
	address := listening(t, newServer(store, quick))
	s, _ := connect(t, address+"?since=latest", "", "")
	for range 2 { // where it begins, and the first sign of life
		if event, data, ok := s.block(); event != "" || data != "" || !ok || s.last == "" {
			t.Fatalf("the stream begins with %q %q", event, data)
		}
	}
	s.close()
	twins(t, store, 1)
	s, _ = connect(t, address+"?since=latest", s.last, "")
	want := known(t, store)[before:]
	if diff := cmp.Diff(want, s.read(len(want))); diff != "" {
		t.Error(diff)
	}
}

// TestFeedIsBounded: so many streams of one client, and a place is free again when one ends.
func TestFeedIsBounded(t *testing.T) {
	address := listening(t, newServer(reference(t), quick))
	var open []*stream
	for range 4 {
		s, status := connect(t, address, "", "")
		if status != http.StatusOK {
			t.Fatalf("stream %d: %d", len(open)+1, status)
		}
		s.read(1)
		open = append(open, s)
	}
	if _, status := connect(t, address, "", ""); status != http.StatusTooManyRequests {
		t.Fatalf("one more: %d", status)
	}
	open[0].close()
	for {
		if _, status := connect(t, address, "", ""); status == http.StatusOK {
			return
		}
	}
}

// ring is a set of keys that changes.
type ring struct {
	mu sync.Mutex
	keys
}

func (r *ring) Check(secret string) (apikey.Key, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.keys.Check(secret)
}

func TestFeedEndsWithItsKey(t *testing.T) {
	access := &ring{keys: keys{"s3cret": {Name: "reader", Role: apikey.Read}}}
	address := listening(t, newServer(reference(t), quick, func(c *server.Config) { c.Keys = access }))
	s, _ := connect(t, address, "", "s3cret")
	s.read(1)
	access.mu.Lock()
	clear(access.keys)
	access.mu.Unlock()
	for ok := true; ok; {
		_, _, ok = s.block()
	}
}

// TestFeedEndsWithTheServer: a stream does not hold up the end, and no goroutine is left.
func TestFeedEndsWithTheServer(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	h := newServer(reference(t), func(c *server.Config) { c.FeedPause = time.Hour })
	go func() { served <- h.Serve(ctx, listener, time.Minute) }()
	s, _ := connect(t, "http://"+listener.Addr().String()+"/changes", "", "")
	s.read(1)
	stop()
	for ok := true; ok; {
		_, _, ok = s.block()
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	s.close()
	http.DefaultClient.CloseIdleConnections()
}
