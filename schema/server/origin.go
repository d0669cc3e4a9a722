package server

import (
	"net/http"
	"net/url"
	"slices"

	"citygraph/graph"
)

// CheckOrigin reports, as an ErrInvalid, what is no origin as browsers write it: scheme, host
// and a port that is not the scheme's own, nothing after them.
func CheckOrigin(origin string) error {
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || origin != u.Scheme+"://"+u.Host {
		return &graph.InvalidError{Field: "origin", Reason: "is not like https://example.org"}
	}
	return nil
}

// origins are the other sites whose pages may use the API: the CORS allow-list.
type origins []string

// crosses reports whether a browser sends the request for a page of a site that is not allowed.
func (o origins) crosses(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") == "cross-site" && !slices.Contains(o, r.Header.Get("Origin"))
}

// sameSite refuses what a browser sends for a page of a site that is not allowed: such a page
// cannot read the answer, but could keep the server busy.
func sameSite(o origins, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.crosses(r) {
			a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
			a.refuse(http.StatusForbidden, requestError(CodeForbidden, "requests from other sites are refused"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// share lets the pages of allowed sites read answers, and answers what their browsers ask
// beforehand. Cookies play no part: a page sends a key, or nothing.
func (o origins) share(next http.Handler) http.Handler {
	if len(o) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Add("Vary", "Origin")
		origin := r.Header.Get("Origin")
		if !slices.Contains(o, origin) {
			next.ServeHTTP(w, r)
			return
		}
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
			h.Set("Access-Control-Allow-Methods", "GET, POST")
			h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID")
			h.Set("Access-Control-Max-Age", "600")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		h.Set("Access-Control-Expose-Headers", "Content-Disposition, Retry-After, X-Request-Id")
		next.ServeHTTP(w, r)
	})
}
