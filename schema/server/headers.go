package server

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/rs/zerolog"
)

// contentPolicy lets a page load from this host only, run no inline code, and be framed by
// nobody; consolePolicy is that of the API console, whose editor writes style elements.
var (
	contentPolicy = policy("style-src 'self'")
	consolePolicy = policy("style-src 'self' 'unsafe-inline'")
)

func policy(styles string) string {
	return strings.Join([]string{
		"default-src 'none'", "script-src 'self'", styles, "img-src 'self' data: blob:",
		"font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'",
		"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
	}, "; ")
}

// guarded sets the security headers of every answer, and answers a panic of a handler.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		defer func() {
			reason := recover()
			if reason == any(http.ErrAbortHandler) {
				panic(reason) // breaks the connection off, as whoever panicked wants
			}
			if reason != nil {
				err := recovered(r.Context(), reason)
				zerolog.Ctx(r.Context()).Error().Err(err).Msg("handler panicked")
				http.Error(w, "something went wrong here", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func etag(content []byte) string {
	sum := sha256.Sum256(content)
	return `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}
