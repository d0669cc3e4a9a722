package server

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// answer writes one GraphQL response.
type answer struct {
	w        http.ResponseWriter
	media    string
	maxBytes int
	record   *record
}

// body is the response as it travels; Data is absent where nothing was executed.
type body struct {
	Errors     gqlerror.List   `json:"errors,omitempty"`
	Data       json.RawMessage `json:"data,omitempty"`
	Extensions map[string]any  `json:"extensions,omitempty"`
}

// complete writes the response of an executed operation.
func (a answer) complete(resp *graphql.Response) {
	if len(resp.Data) > a.maxBytes {
		a.reject(gqlerror.List{within("AnswerBytes", a.maxBytes, len(resp.Data))})
		return
	}
	b := body{resp.Errors, resp.Data, resp.Extensions}
	if b.Data == nil {
		b.Data = json.RawMessage("null")
	}
	a.write(http.StatusOK, b)
}

// reject writes the errors of a request that was not executed.
func (a answer) reject(errs gqlerror.List) {
	status := http.StatusBadRequest
	if a.media == mediaJSON {
		status = http.StatusOK // what older clients expect of a well-formed request
	}
	a.refuse(status, errs)
}

// fail writes the error that kept the store from answering, whoever is to blame.
func (a answer) fail(err *gqlerror.Error) {
	status := http.StatusInternalServerError
	switch err.Extensions["code"] {
	case CodeUserInput, CodeCursor:
		status = http.StatusBadRequest
	case CodeUnavailable:
		status = http.StatusServiceUnavailable
	case CodeTimeout:
		status = http.StatusGatewayTimeout
	}
	a.refuse(status, gqlerror.List{err})
}

// refuse writes errors under a status.
func (a answer) refuse(status int, errs gqlerror.List) { a.write(status, body{Errors: errs}) }

func (a answer) write(status int, b body) {
	a.record.codes = codesOf(b.Errors)
	b.Errors = b.Errors[:min(len(b.Errors), maxErrors)]
	out, err := json.Marshal(b)
	if err != nil {
		status, out = http.StatusInternalServerError, []byte(`{"errors":[{"message":"the answer cannot be written","extensions":{"code":"INTERNAL"}}]}`)
	}
	h := a.w.Header()
	h.Set("Content-Type", a.media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(out)))
	h.Set("Cache-Control", "no-store")
	a.w.WriteHeader(status)
	a.w.Write(out) //nolint:errcheck // the client has gone
}
