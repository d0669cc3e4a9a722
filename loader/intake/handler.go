package intake

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/rs/zerolog"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/article"
)

// The bounds of one request.
const (
	MaxRequests = 2        // at once: the store takes one batch at a time
	MaxBody     = 1 << 30  // bytes
	MaxDocument = 64 << 20 // bytes of a JSON body; more goes as JSON Lines
	MaxArticles = 10_000   // the batch that passes it is the last that is written
	MaxParts    = 1_000    // of a multipart body

	patience = 10 * time.Second // with a store that does not answer
	pace     = 30 * time.Second // the longest wait for a piece of the body
)

// Handler loads what it is sent. It is safe for concurrent use.
type Handler struct {
	pipeline *loader.Pipeline
	writer   graph.Writer
	places   chan struct{}
}

// New returns a Handler that extracts with the pipeline and writes to the writer.
func New(p *loader.Pipeline, w graph.Writer) *Handler {
	return &Handler{pipeline: p, writer: w, places: make(chan struct{}, MaxRequests)}
}

// answer is the body of every answer but a refusal.
type answer struct {
	loader.Counts
	Claims int           `json:"claims"`
	Items  []loader.Item `json:"items"`           // in the order in which they were settled
	Error  string        `json:"error,omitempty"` // why the rest was not loaded
}

// ServeHTTP answers POST /articles. Where the whole body was taken the status is 200, whatever
// became of single articles; else it says why not, and the answer what was loaded by then.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case h.places <- struct{}{}:
		defer func() { <-h.places }()
	default:
		w.Header().Set("Retry-After", "1")
		reply(w, http.StatusTooManyRequests, answer{Items: []loader.Item{}, Error: "too many loads at once: try again in a second"})
		return
	}
	each, err := bodyOf(r)
	if err != nil {
		reply(w, http.StatusUnsupportedMediaType, answer{Items: []loader.Item{}, Error: err.Error()})
		return
	}
	r.Body = paced{http.MaxBytesReader(w, r.Body, MaxBody), http.NewResponseController(w)}
	in := &run{handler: h, answer: answer{Items: []loader.Item{}}}
	err = each(r, func(name string, part io.Reader) error { return in.load(r.Context(), name, part) })
	if err != nil {
		in.answer.Error = explain(err)
		zerolog.Ctx(r.Context()).Warn().Err(err).Int("count", len(in.answer.Items)).Msg("articles were not all loaded")
	}
	reply(w, statusOf(err), in.answer)
}

// run is one request.
type run struct {
	handler *Handler
	answer  answer
	tooMany error // set when MaxArticles is passed
}

// load takes one stream of the body through the pipeline.
func (in *run) load(ctx context.Context, name string, stream io.Reader) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	tail := &tailed{r: stream}
	report, err := loader.Load(ctx, []string{"-"}, in.handler.pipeline, in.handler.writer, loader.Options{
		Read: article.Options{Stdin: tail}, Patience: patience,
		Settled: func(i loader.Item) {
			i.Source = name
			in.answer.Items = append(in.answer.Items, i)
			if n := len(in.answer.Items); n > MaxArticles {
				in.tooMany = &graph.LimitError{Limit: "MaxArticles", Max: MaxArticles, Got: n}
				stop()
			}
		},
	})
	in.answer.add(report)
	if in.tooMany != nil {
		return in.tooMany
	}
	return errors.Join(err, tail.err)
}

func (a *answer) add(r loader.Report) {
	a.Read += r.Read
	a.Loaded += r.Loaded
	a.Replaced += r.Replaced
	a.Unchanged += r.Unchanged
	a.Duplicate += r.Duplicate
	a.Quarantined += r.Quarantined
	a.Claims += r.Claims
}

// tailed remembers why a stream ended before its end, which a reader of articles counts as one
// more article that cannot be read.
type tailed struct {
	r   io.Reader
	err error
}

func (t *tailed) Read(b []byte) (int, error) {
	n, err := t.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		t.err = err
	}
	return n, err
}

// paced gives every piece of a body its own time, so that a long one may take long and a
// stalled one may not.
type paced struct {
	io.ReadCloser
	rc *http.ResponseController
}

func (p paced) Read(b []byte) (int, error) {
	until := time.Now().Add(pace)
	p.rc.SetReadDeadline(until)            //nolint:errcheck // only a recorder in a test has none
	p.rc.SetWriteDeadline(until.Add(pace)) //nolint:errcheck // as above
	return p.ReadCloser.Read(b)
}

func statusOf(err error) int {
	var tooLarge *http.MaxBytesError
	switch {
	case err == nil:
		return http.StatusOK
	case errors.As(err, &tooLarge), errors.Is(err, graph.ErrLimit):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrClosed):
		return http.StatusServiceUnavailable
	case errors.Is(err, errBody):
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

// explain says what a client may know of an error.
func explain(err error) string {
	var limit *graph.LimitError
	switch status := statusOf(err); {
	case errors.As(err, &limit):
		return limit.Error() + ": send the rest in another request"
	case status == http.StatusBadRequest:
		return errBody.Error()
	default:
		return http.StatusText(status)
	}
}

func reply(w http.ResponseWriter, status int, a answer) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(a) //nolint:errcheck // the client has gone
}

// mediaType is the media type of a request, "" where it has none.
func mediaType(r *http.Request) string {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return media
}
