package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/rs/zerolog"

	"citygraph/graph"
	"citygraph/schema/resolver"
)

// The bounds of GET /changes.
const (
	maxFeeds   = 64               // streams at once
	maxFeedsOf = 4                // streams at once of one client
	feedBeats  = 15               // looks for news without any, after which a stream says that it lives
	feedWrite  = 10 * time.Second // a client that takes nothing for so long is let go
)

// feed streams the changes of the store as server-sent events: those after the cursor in the
// header Last-Event-ID, which a browser sends when it connects again, or in the parameter since;
// with since=latest only what is yet to come; without any, all from the first. An event of type
// change has its cursor as its id and, as data, a JSON object of at, kind and id.
//
// A stream begins with the place it starts from, so that one which breaks before its first event
// goes on there too. It ends with the client, with the server, and when its key is revoked.
type feed struct {
	store   Viewer
	allowed func(*http.Request) bool
	ending  <-chan struct{} // closed when streams have to end
	pause   time.Duration   // between two looks for news
}

func (f feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	found, err := f.open(r)
	if err != nil {
		a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
		a.fail(present(r.Context(), err))
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // proxies pass it on at once
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return
	}
	out := events{w, http.NewResponseController(w)}
	out.rc.SetReadDeadline(time.Time{}) //nolint:errcheck // the limit of a request; only a recorder in a test has none
	if err := f.follow(r, out, found); err != nil && r.Context().Err() == nil {
		zerolog.Ctx(r.Context()).Warn().Err(err).Msg("feed broken off")
	}
}

// open reads the stretch that a request begins with.
func (f feed) open(r *http.Request) (*resolver.ChangeFeed, error) {
	since := r.Header.Get("Last-Event-ID")
	if since == "" {
		since = r.URL.Query().Get("since")
	}
	switch since {
	case "":
		return f.read(r.Context(), nil)
	case "latest":
		found, err := f.read(r.Context(), nil)
		if err != nil {
			return nil, err
		}
		return found.End(), nil
	}
	return f.read(r.Context(), &since)
}

func (f feed) read(ctx context.Context, since *string) (found *resolver.ChangeFeed, err error) {
	err = f.store.View(ctx, func(r graph.Reader) error {
		found, err = resolver.ReadFeed(ctx, r, since, graph.MaxPage)
		return err
	})
	return found, err
}

// follow sends a stretch and all that comes after it.
func (f feed) follow(r *http.Request, out events, found *resolver.ChangeFeed) error {
	if err := out.place(found.Since()); err != nil {
		return err
	}
	look := time.NewTicker(f.pause)
	defer look.Stop()
	for idle := 0; ; idle++ {
		if len(found.Changes) > 0 || idle == feedBeats {
			idle = 0
			if err := out.send(found); err != nil {
				return err
			}
		}
		if !found.More() {
			select {
			case <-r.Context().Done():
				return nil
			case <-f.ending:
				return nil
			case <-look.C:
			}
		}
		if !f.allowed(r) {
			return nil
		}
		var err error
		if found, err = f.read(r.Context(), found.Next()); err != nil {
			return err
		}
	}
}

// events writes server-sent events.
type events struct {
	w  http.ResponseWriter
	rc *http.ResponseController
}

// event is the data of one event.
type event struct {
	At   time.Time        `json:"at"`
	Kind graph.ChangeKind `json:"kind"`
	ID   string           `json:"id"`
}

// send writes the changes of a stretch, or a sign of life where there are none.
func (e events) send(f *resolver.ChangeFeed) error {
	if len(f.Changes) == 0 {
		return e.place(f.Next())
	}
	var text []byte
	for _, c := range f.Changes {
		data, err := json.Marshal(event{c.At().UTC(), c.Kind(), c.ID()})
		if err != nil {
			return fmt.Errorf("server: change %s: %w", c.ID(), err)
		}
		text = fmt.Appendf(text, "id: %s\nevent: change\ndata: %s\n\n", c.Cursor(), data)
	}
	return e.write(text)
}

// place tells the client where it is: what has an id and no data is no event.
func (e events) place(cursor *string) error {
	if cursor == nil {
		return e.write([]byte(":\n\n"))
	}
	return e.write(fmt.Appendf(nil, "id: %s\n\n", *cursor))
}

// write sends text at once.
func (e events) write(text []byte) error {
	e.rc.SetWriteDeadline(time.Now().Add(feedWrite)) //nolint:errcheck // only a recorder in a test has none
	if _, err := e.w.Write(text); err != nil {
		return err
	}
	return e.rc.Flush()
}
