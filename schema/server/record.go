package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"time"

	"github.com/rs/zerolog"
)

// record is what is noted of one request: by its handler, for log and metrics.
type record struct {
	id        string
	operation string   // name of the executed operation, "" where it has none
	key       string   // name of the API key, "" where none was sent
	codes     []string // error codes of the answer
	status    int
	bytes     int
}

type recordKey struct{}

// recordOf returns the record of a request; outside of one, an empty record.
func recordOf(ctx context.Context) *record {
	if r, ok := ctx.Value(recordKey{}).(*record); ok {
		return r
	}
	return &record{}
}

// recorder notes status and size of an answer.
type recorder struct {
	http.ResponseWriter
	record *record
}

func (r recorder) WriteHeader(status int) {
	if r.record.status == 0 {
		r.record.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r recorder) Write(b []byte) (int, error) {
	if r.record.status == 0 {
		r.record.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.record.bytes += n
	return n, err
}

// Unwrap gives http.ResponseController the writer below.
func (r recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// recorded gives every request an id, a logger and a record, and logs it when it is answered:
// never its document, variables or query string.
func recorded(log zerolog.Logger, now func() time.Time, done func(*record, time.Duration), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := now()
		rec := &record{id: newRequestID()}
		w.Header().Set("X-Request-Id", rec.id)
		requestLog := log.With().Str("request", rec.id).Logger()
		ctx := requestLog.WithContext(context.WithValue(r.Context(), recordKey{}, rec))
		defer func() { // also where the answer is broken off
			took := now().Sub(start)
			requestLog.WithLevel(levelOf(r.URL.Path)).Str("method", r.Method).Str("path", r.URL.Path).Str("op", rec.operation).
				Str("key", rec.key).Strs("codes", rec.codes).Int("status", rec.status).Int("bytes", rec.bytes).
				Dur("dur_ms", took).Msg("request answered")
			done(rec, took)
		}()
		next.ServeHTTP(recorder{w, rec}, r.WithContext(ctx))
	})
}

// levelOf keeps what a monitor asks for every second out of the log's story.
func levelOf(path string) zerolog.Level {
	switch path {
	case "/healthz", "/readyz", "/metrics":
		return zerolog.DebugLevel
	}
	return zerolog.InfoLevel
}

func newRequestID() string {
	var b [8]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
