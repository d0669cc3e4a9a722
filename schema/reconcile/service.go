package reconcile

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/rs/zerolog"

	"citygraph/graph"
)

// The bounds of a request.
const (
	MaxBody  = 1 << 20 // bytes
	MaxRows  = 1_000   // entities of one extend
	MaxShown = 20      // suggestions

	deadline = 10 * time.Second
)

// Viewer gives a state of the store to read from.
type Viewer interface {
	View(ctx context.Context, read func(graph.Reader) error) error
}

// Service answers the API at a path. It is safe for concurrent use.
type Service struct {
	Store Viewer
	Path  string // where it is mounted, without a slash at the end
}

// Routes are the handlers by pattern of http.ServeMux.
func (s Service) Routes() map[string]http.Handler {
	return map[string]http.Handler{
		"GET " + s.Path:                       s.answer(s.root),
		"POST " + s.Path:                      s.answer(s.root),
		"GET " + s.Path + "/suggest/entity":   s.answer(s.suggestEntities),
		"GET " + s.Path + "/suggest/type":     s.answer(suggestTypes),
		"GET " + s.Path + "/suggest/property": s.answer(suggestProperties),
		"GET " + s.Path + "/properties":       s.answer(propose),
	}
}

// answer writes what a function returns as JSON; its errors in plain words.
func (s Service) answer(with func(context.Context, *http.Request) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, MaxBody)
		ctx, cancel := context.WithTimeout(r.Context(), deadline)
		defer cancel()
		value, err := with(ctx, r)
		status := http.StatusOK
		if err != nil {
			status, value = statusOf(err), map[string]string{"message": messageOf(err)}
			if status == http.StatusInternalServerError {
				zerolog.Ctx(ctx).Error().Err(err).Msg("reconciliation failed")
			}
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(value) //nolint:errcheck // the client has gone
	})
}

func statusOf(err error) int {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, graph.ErrInvalid), errors.Is(err, graph.ErrLimit):
		return http.StatusBadRequest
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrClosed):
		return http.StatusServiceUnavailable
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusGatewayTimeout
	}
	return http.StatusInternalServerError
}

// messageOf says what a client may know of an error.
func messageOf(err error) string {
	var invalid *graph.InvalidError
	var limit *graph.LimitError
	switch {
	case errors.As(err, &invalid):
		return invalid.Error()
	case errors.As(err, &limit):
		return limit.Error()
	}
	return strings.ToLower(http.StatusText(statusOf(err)))
}

// root is the one address of manifest, queries and extension.
func (s Service) root(ctx context.Context, r *http.Request) (any, error) {
	if err := r.ParseForm(); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, err
		}
		return nil, &graph.InvalidError{Field: "body", Reason: "is no form"}
	}
	switch {
	case r.Form.Has("queries"):
		return s.reconcile(ctx, r.Form.Get("queries"))
	case r.Form.Has("extend"):
		return s.extend(ctx, r.Form.Get("extend"))
	case r.Method == http.MethodPost:
		return nil, &graph.InvalidError{Field: "body", Reason: "has neither queries nor extend"}
	}
	return s.manifest(r), nil
}

// read fills a value from the JSON of a parameter; unknown fields are passed over.
func read(field, from string, into any) error {
	if json.Unmarshal([]byte(from), into) != nil {
		return &graph.InvalidError{Field: field, Reason: "is not the JSON that the specification asks for"}
	}
	return nil
}
