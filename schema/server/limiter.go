package server

import (
	"net"
	"net/http"
	"sync"
)

// limiter bounds how many requests run at once, in all and for one client.
type limiter struct {
	mu        sync.Mutex
	running   int
	byClient  map[string]int
	most      int
	perClient int
}

func newLimiter(most, perClient int) *limiter {
	return &limiter{byClient: map[string]int{}, most: most, perClient: perClient}
}

// acquire takes a place, or reports that there is none.
func (l *limiter) acquire(client string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.running >= l.most || l.byClient[client] >= l.perClient {
		return false
	}
	l.running++
	l.byClient[client]++
	return true
}

func (l *limiter) release(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.running--
	if l.byClient[client]--; l.byClient[client] == 0 {
		delete(l.byClient, client)
	}
}

// limit answers 429 where no place is free.
func (l *limiter) limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client := clientOf(r)
		if !l.acquire(client) {
			w.Header().Set("Retry-After", "1")
			a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
			a.refuse(http.StatusTooManyRequests, requestError(CodeLimit, "too many requests at once: try again in a second"))
			return
		}
		defer l.release(client)
		next.ServeHTTP(w, r)
	})
}

// clientOf tells clients apart: by the name of their key, else by their address.
func clientOf(r *http.Request) string {
	if key := recordOf(r.Context()).key; key != "" {
		return key
	}
	address, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return address
}
