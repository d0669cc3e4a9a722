package graph

import (
	"context"
	"time"
)

// Outcome is what a batch did with one article.
type Outcome string

// The outcomes of Apply.
const (
	Loaded    Outcome = "LOADED"    // new to the store
	Replaced  Outcome = "REPLACED"  // a changed version took the place of the one before
	Unchanged Outcome = "UNCHANGED" // the same assertion was there already
	Retracted Outcome = "RETRACTED"
	Absent    Outcome = "ABSENT" // asked to retract what is not there
)

// Applied is what a batch did: one outcome for each assertion and each retraction, in order.
type Applied struct {
	Assertions []Outcome
	Retract    []Outcome
}

// Writer takes what loaders assert.
type Writer interface {
	// Apply writes the batch whole or not at all, with all that is derived from it and a marker
	// of its id in the same transaction. Applying it again changes nothing, and neither does an
	// assertion that is there already; the state decides, never the marker. at is the record
	// time. Any number of writers may run at once, in any number of processes: the graph ends
	// as if they had come one after the other. On ErrUnavailable the outcome may be unknown:
	// ask HasApplied.
	Apply(ctx context.Context, b Batch, at time.Time) (Applied, error)
	// HasApplied reports whether a batch with this id was committed.
	HasApplied(ctx context.Context, id BatchID) (bool, error)
	// Judge changes what was judged by hand, with all that follows from it, in one transaction.
	// at is the record time: questions about an earlier one know nothing of it.
	Judge(ctx context.Context, v Verdicts, at time.Time) error
	// Identify judges anew by rule, from what all current articles tell and nothing else, in the
	// same way; only what changes is written. After the last of any number of loaders has called
	// it, the judgements are those of all their articles, whoever came first.
	Identify(ctx context.Context, rules Rules, at time.Time) error
	// Rebuild derives every node and edge anew from the current assertions.
	Rebuild(ctx context.Context) error
}

// Features says what a store can do, beyond the contract that all keep.
type Features struct {
	Name    string // "sqlite" or "neo4j"
	Version string // of the engine
	Schema  int    // migration level
	Shared  bool   // other processes on other machines may write at once
}

// Store is a graph database. It is safe for concurrent use; after Close every call is
// ErrClosed.
type Store interface {
	Reader
	Writer
	// View runs read with a Reader that sees one state of the store throughout. The Reader is
	// safe for concurrent use and dies with the call.
	View(ctx context.Context, read func(Reader) error) error
	// Ping reports whether the store answers and its schema is current.
	Ping(ctx context.Context) error
	Features() Features
	Close() error
}
