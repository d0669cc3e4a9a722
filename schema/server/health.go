package server

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"citygraph/graph"
)

const (
	pingTTL     = time.Second // how long an answer of the store is believed
	pingTimeout = 3 * time.Second
)

// health tells whether the process lives and whether it can answer.
type health struct {
	version  string
	store    Viewer
	now      func() time.Time
	draining atomic.Bool

	mu     sync.Mutex
	asked  time.Time
	answer error
}

// status is the body of both health answers.
type status struct {
	Status  string       `json:"status"`
	Version string       `json:"version"`
	Reason  string       `json:"reason,omitempty"`
	Store   *storeStatus `json:"store,omitempty"`
}

type storeStatus struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
	Schema  int    `json:"schema"`
}

// live answers that the process runs.
func (h *health) live(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, status{Status: "ok", Version: h.version})
}

// ready answers whether requests can be served, with the store's kind and schema level.
func (h *health) ready(w http.ResponseWriter, r *http.Request) {
	f := h.store.Features()
	s := status{Status: "ready", Version: h.version, Store: storeOf(f)}
	switch {
	case h.draining.Load():
		s.Status, s.Reason = "unready", "shutting down"
	case h.ping(r.Context()) != nil:
		s.Status, s.Reason = "unready", "the store does not answer, or its schema is not current"
	}
	code := http.StatusOK
	if s.Reason != "" {
		code = http.StatusServiceUnavailable
	}
	writeJSON(w, code, s)
}

func storeOf(f graph.Features) *storeStatus {
	return &storeStatus{Name: f.Name, Version: f.Version, Schema: f.Schema}
}

// ping asks the store, at most once in pingTTL for all callers. A caller that leaves does not
// spoil the answer for the others.
func (h *health) ping(ctx context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if now := h.now(); h.asked.IsZero() || now.Sub(h.asked) >= pingTTL {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), pingTimeout)
		defer cancel()
		h.asked, h.answer = now, h.store.Ping(ctx)
	}
	return h.answer
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", mediaJSON+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v) //nolint:errcheck // the client has gone
}
