package server

import (
	"net"
	"net/http"
	"sync"
)

// limiter bounds how many requests run at once, in all and for one client address.
type limiter struct {
	mu        sync.Mutex
	running   int
	byClient  map[string]int
	most      int
	perClient int
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
		client, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			client = r.RemoteAddr
		}
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
