package server

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/graph"
	"citygraph/schema/resolver"
)

// The codes of extensions.code. They are stable.
const (
	CodeUserInput   = "BAD_USER_INPUT"
	CodeCursor      = "BAD_CURSOR"
	CodeNotFound    = "NOT_FOUND"
	CodeLimit       = "LIMIT_EXCEEDED"
	CodeTimeout     = "TIMEOUT"
	CodeUnavailable = "UNAVAILABLE"
	CodeParse       = errcode.ParseFailed
	CodeValidation  = errcode.ValidationFailed
	CodeInternal    = "INTERNAL"

	CodeUnauthenticated = "UNAUTHENTICATED"    // no API key, or an unknown one
	CodeForbidden       = "FORBIDDEN"          // the key's role does not suffice
	CodeUntrusted       = "UNTRUSTED_DOCUMENT" // the server runs trusted documents only
)

const (
	maxErrors       = 5   // errors of one answer
	maxMessageBytes = 256 // bytes of one message
)

// present turns an error into what a client may read. What it does not know becomes INTERNAL
// with the request's id; the detail goes to the log under the same id.
func present(ctx context.Context, err error) *gqlerror.Error {
	var own *gqlerror.Error
	if !errors.As(err, &own) {
		own = gqlerror.WrapPath(graphql.GetPath(ctx), err)
	}
	out := &gqlerror.Error{Err: err, Path: own.Path, Locations: own.Locations, Extensions: map[string]any{}}
	if code, _ := own.Extensions["code"].(string); code != "" {
		out.Message, out.Extensions = shorten(own.Message), own.Extensions // made by guard, parser or validator
		return out
	}
	out.Message = explain(err, out.Extensions)
	if out.Extensions["code"] == CodeInternal {
		out.Extensions["requestId"] = recordOf(ctx).id
		zerolog.Ctx(ctx).Error().Err(err).Msg("field failed")
	}
	return out
}

// explain returns the message of a known error and sets its code.
func explain(err error, extensions map[string]any) string {
	var invalid *graph.InvalidError
	var limit *graph.LimitError
	code := func(c string) { extensions["code"] = c }
	switch {
	case errors.Is(err, resolver.ErrBadCursor):
		code(CodeCursor)
		return resolver.ErrBadCursor.Error()
	case errors.As(err, &invalid):
		code(CodeUserInput)
		return shorten(invalid.Error())
	case errors.As(err, &limit):
		code(CodeLimit)
		extensions["limit"], extensions["max"] = limit.Limit, limit.Max
		return fmt.Sprintf("the request passes the limit %s, which is %d", limit.Limit, limit.Max)
	case errors.Is(err, graph.ErrInvalid):
		code(CodeUserInput)
		return "the input is invalid"
	case errors.Is(err, graph.ErrLimit):
		code(CodeLimit)
		return "the request passes a limit"
	case errors.Is(err, graph.ErrNotFound):
		code(CodeNotFound)
		return "there is no such entity"
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		code(CodeTimeout)
		return "the request took too long: ask for less, or for smaller pages"
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrClosed):
		code(CodeUnavailable)
		return "the store does not answer now: try again later"
	}
	code(CodeInternal)
	return "something went wrong here; the request id finds it in the log"
}

// shorten bounds a message, whatever a client put into the document.
func shorten(message string) string {
	if len(message) <= maxMessageBytes {
		return message
	}
	cut := maxMessageBytes
	for !utf8.RuneStart(message[cut]) {
		cut--
	}
	return message[:cut] + "…"
}

// recovered logs a panic of a resolver with its stack and hides it.
func recovered(ctx context.Context, reason any) error {
	zerolog.Ctx(ctx).Error().Str("panic", fmt.Sprint(reason)).Str("stack", string(debug.Stack())).Msg("resolver panicked")
	return errPanic
}

var errPanic = errors.New("server: a resolver panicked")

// requestError is an error of the request itself, made by this package.
func requestError(code, message string) gqlerror.List {
	return gqlerror.List{{Message: message, Extensions: map[string]any{"code": code}}}
}

// codesOf lists the codes of errors, without doubles, in order.
func codesOf(list gqlerror.List) []string {
	var codes []string
	for _, e := range list {
		code, _ := e.Extensions["code"].(string)
		if code != "" && !strings.Contains(strings.Join(codes, " "), code) {
			codes = append(codes, code)
		}
	}
	return codes
}
