package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"citygraph/graph"
	"citygraph/schema/resolver"
)

// The media types of answers. The first is that of the draft, where a request error has a
// status of its own; the second is for older clients, where it has status 200.
const (
	mediaGraphQL = "application/graphql-response+json"
	mediaJSON    = "application/json"
)

// transport is the GraphQL over HTTP draft for POST with a body of JSON, and for GET where the
// routes let that through. It is a graphql.Transport for every request.
type transport struct {
	store       Viewer
	budget      resolver.Budget
	bodyBytes   int64
	answerBytes int
	deadline    time.Duration
	origins     origins
	documents   Documents
}

// Supports accepts every request: Do refuses what is no GraphQL.
func (transport) Supports(*http.Request) bool { return true }

// Do answers one request.
func (t transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Add("Vary", "Accept")
	media := accepted(r.Header.Values("Accept"))
	answer := answer{w: w, media: media, maxBytes: t.answerBytes, record: recordOf(r.Context())}
	switch {
	case media == "":
		answer.media = mediaJSON
		answer.refuse(http.StatusNotAcceptable, requestError(CodeUserInput, "accept "+mediaGraphQL+" or "+mediaJSON))
		return
	case t.origins.crosses(r):
		answer.refuse(http.StatusForbidden, requestError(CodeUserInput, "requests from other sites are refused"))
		return
	case r.Method == http.MethodPost && !isJSON(r.Header.Get("Content-Type")):
		answer.refuse(http.StatusUnsupportedMediaType, requestError(CodeUserInput, "the content type is "+mediaJSON+" in UTF-8"))
		return
	}
	start := graphql.Now()
	params, err := t.params(w, r)
	if err != nil {
		refuseParams(answer, err)
		return
	}
	params.Headers, params.ReadTime = r.Header, graphql.TraceTiming{Start: start, End: graphql.Now()}
	ctx, cancel := context.WithTimeout(r.Context(), t.deadline)
	defer cancel()
	t.answer(ctx, answer, exec, params)
}

// answer runs the operation inside one view of the store.
func (t transport) answer(ctx context.Context, answer answer, exec graphql.GraphExecutor, params *graphql.RawParams) {
	op, errs := exec.CreateOperationContext(ctx, params)
	if errs != nil {
		answer.reject(exec.DispatchError(graphql.WithOperationContext(ctx, op), errs).Errors)
		return
	}
	answer.record.operation = op.Operation.Name
	var resp *graphql.Response
	err := t.store.View(ctx, func(r graph.Reader) error {
		responses, ctx := exec.DispatchOperation(resolver.WithReader(ctx, r, t.budget), op)
		resp = responses(ctx)
		return outage(resp)
	})
	switch {
	case resp == nil && err == nil:
		err = context.DeadlineExceeded
		fallthrough
	case resp == nil:
		answer.fail(present(ctx, err))
	default:
		answer.complete(resp)
	}
}

// outage returns the store's failure that an answer holds, so that a view may try again.
func outage(resp *graphql.Response) error {
	if resp == nil {
		return nil
	}
	for _, e := range resp.Errors {
		if errors.Is(e.Err, graph.ErrUnavailable) {
			return e.Err
		}
	}
	return nil
}

// accepted picks the media type of the answer, "" where the client takes none of them. Without
// a header the client is an older one.
func accepted(headers []string) string {
	if len(headers) == 0 {
		return mediaJSON
	}
	best, found := 0.0, ""
	for _, part := range strings.Split(strings.Join(headers, ","), ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		if charset, ok := params["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
			continue
		}
		q := quality(params)
		switch media {
		case mediaGraphQL, mediaJSON:
		case "*/*", "application/*":
			media = mediaJSON
		default:
			continue
		}
		if q > best || q == best && q > 0 && media == mediaGraphQL {
			best, found = q, media
		}
	}
	return found
}

func quality(params map[string]string) float64 {
	text, ok := params["q"]
	if !ok {
		return 1
	}
	var q float64
	if json.Unmarshal([]byte(text), &q) != nil || q < 0 || q > 1 {
		return 0
	}
	return q
}

func isJSON(contentType string) bool {
	media, params, err := mime.ParseMediaType(contentType)
	charset, given := params["charset"]
	return err == nil && media == mediaJSON && (!given || strings.EqualFold(charset, "utf-8"))
}

// params reads the parameters of a POST's body or of a GET's address; the error is for
// refuseParams.
func (t transport) params(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	if r.Method == http.MethodPost {
		return t.readParams(http.MaxBytesReader(w, r.Body, t.bodyBytes))
	}
	address := r.URL.Query()
	fields := map[string]json.RawMessage{}
	for _, name := range []string{"query", "documentId", "operationName"} {
		if address.Has(name) {
			fields[name], _ = json.Marshal(address.Get(name)) //nolint:errchkjson // a string always can
		}
	}
	for _, name := range []string{"variables", "extensions"} {
		if v := address.Get(name); v != "" {
			fields[name] = json.RawMessage(v)
		}
	}
	return t.paramsOf(fields)
}

// The errors of parameters; none repeats any of the request.
var (
	errRead          = errors.New("the body cannot be read")
	errUTF8          = errors.New("the body is not UTF-8")
	errBody          = errors.New("the body is no JSON object")
	errQuery         = errors.New("query is missing or no string")
	errDocument      = errors.New("documentId is no string")
	errOperationName = errors.New("operationName is no string")
	errVariables     = errors.New("variables is no object")
	errExtensions    = errors.New("extensions is no object")
)

// refuseParams answers a request whose parameters cannot be read or are not allowed.
func refuseParams(a answer, err error) {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		errs := requestError(CodeLimit, "the body is too large")
		errs[0].Extensions["limit"], errs[0].Extensions["max"] = "BodyBytes", tooLarge.Limit
		a.refuse(http.StatusRequestEntityTooLarge, errs)
	case errors.Is(err, errUntrusted):
		a.refuse(http.StatusForbidden, requestError(CodeUntrusted, err.Error()))
	default:
		a.refuse(http.StatusBadRequest, requestError(CodeUserInput, err.Error()))
	}
}

func (t transport) readParams(body io.Reader) (*graphql.RawParams, error) {
	b, err := io.ReadAll(body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, err
	case err != nil:
		return nil, errRead
	case !utf8.Valid(b):
		return nil, errUTF8
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil || fields == nil {
		return nil, errBody
	}
	return t.paramsOf(fields)
}

// paramsOf reads the parameters by their exact names; others are passed over.
func (t transport) paramsOf(fields map[string]json.RawMessage) (*graphql.RawParams, error) {
	params := &graphql.RawParams{}
	var query, id *string
	switch {
	case decode(fields["query"], &query) != nil:
		return nil, errQuery
	case decode(fields["documentId"], &id) != nil:
		return nil, errDocument
	case query == nil && id == nil:
		return nil, errQuery
	case decode(fields["operationName"], &params.OperationName) != nil:
		return nil, errOperationName
	case decode(fields["variables"], &params.Variables) != nil:
		return nil, errVariables
	case decode(fields["extensions"], &params.Extensions) != nil:
		return nil, errExtensions
	}
	var err error
	params.Query, err = t.documents.resolve(query, id)
	return params, err
}

// decode reads a value; numbers stay text, so that none loses digits.
func decode(raw json.RawMessage, into any) error {
	if raw == nil {
		return nil
	}
	if !json.Valid(raw) {
		return errBody
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return d.Decode(into)
}
