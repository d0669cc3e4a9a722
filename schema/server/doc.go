// Package server is the API as one http.Handler: /graphql, /schema.graphql, /export,
// /changes, /reconcile, /healthz, /readyz, the explorer's files and, where asked for, /metrics. All
// but the health answers ask for an API key where the server has keys (gate), and may be used by
// the pages of other sites where those are allowed (origins).
//
// A request to /graphql passes, in this order:
//
//	limiter    so many requests at once, in all and for one client: 429
//	transport  POST with JSON only, bounded body, strict JSON; trusted documents by their hash
//	guard      measures the document in one pass before it is parsed (see Limits)
//	gqlgen     parses, validates, executes inside one read transaction of the store
//	presenter  turns errors into stable codes and leaks nothing
//	transport  bounds the answer, picks status and media type
//
// gqlgen's own complexity limit is not used: it walks a fragment at every spread, and a
// document of one kilobyte keeps it busy for many seconds. The parser's token limit alone does
// not help either, because validation compares every pair of fields with one response key. The
// guard therefore runs first, in time linear in the document.
//
// GET /changes is the feed of what became known as server-sent events (feed): it begins after the
// cursor in Last-Event-ID or since, loses and repeats nothing when a client comes back, and ends
// when the server drains.
//
// The answers follow the GraphQL over HTTP draft (application/graphql-response+json, and
// application/json for older clients).
package server
