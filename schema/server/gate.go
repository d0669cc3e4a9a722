package server

import (
	"errors"
	"net/http"
	"strings"

	"github.com/rs/zerolog"

	"citygraph/schema/apikey"
)

// Keys tells who a secret belongs to.
type Keys interface {
	// Check returns the key of a secret, or an apikey.ErrUnknown.
	Check(secret string) (apikey.Key, error)
}

// gate lets through who may do what lies behind it. A gate without keys lets everybody read and
// nobody load: any page in a browser can reach a server on its own machine.
type gate struct{ keys Keys }

// needs guards a handler with a role.
func (g gate) needs(role apikey.Role, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
		secret := secretOf(r)
		switch {
		case g.keys == nil && role == apikey.Read:
			next.ServeHTTP(w, r)
			return
		case g.keys == nil:
			a.refuse(http.StatusForbidden, requestError(CodeForbidden, "this server has no keys, and this needs one"))
			return
		case secret == "":
			challenge(w, r)
			a.refuse(http.StatusUnauthorized, requestError(CodeUnauthenticated, "send an API key: Authorization: Bearer KEY"))
			return
		}
		key, err := g.keys.Check(secret)
		switch {
		case errors.Is(err, apikey.ErrUnknown):
			challenge(w, r)
			a.refuse(http.StatusUnauthorized, requestError(CodeUnauthenticated, "the API key is unknown or revoked"))
		case err != nil:
			zerolog.Ctx(r.Context()).Error().Err(err).Msg("keys cannot be read")
			a.refuse(http.StatusServiceUnavailable, requestError(CodeUnavailable, "the API keys cannot be read now"))
		case !key.Role.Allows(role):
			a.record.key = key.Name
			a.refuse(http.StatusForbidden, requestError(CodeForbidden, "the API key has not the role "+string(role)))
		default:
			a.record.key = key.Name
			next.ServeHTTP(w, r)
		}
	})
}

// keeps reports whether a request that was let through to read would still be.
func (g gate) keeps(r *http.Request) bool {
	if g.keys == nil {
		return true
	}
	_, err := g.keys.Check(secretOf(r))
	return err == nil
}

// secretOf reads the secret of a request: a bearer token, or the password that a browser asks
// its user for.
func secretOf(r *http.Request) string {
	if _, password, ok := r.BasicAuth(); ok {
		return password
	}
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// challenge says how to send a key. A browser that opens a page asks its user for it, as a
// password, and then sends it with all that the page asks for.
func challenge(w http.ResponseWriter, r *http.Request) {
	scheme := "Bearer"
	if strings.Contains(r.Header.Get("Accept"), "text/html") {
		scheme = "Basic"
	}
	w.Header().Set("WWW-Authenticate", scheme+` realm="citygraph", charset="UTF-8"`)
}
