package loader

import (
	"context"
	"fmt"

	"citygraph/graph"
	"citygraph/loader/claim"
	"citygraph/loader/entity"
)

// Stage names a step of the path, as quarantine rows and errors spell it.
type Stage string

// The stages, in order.
const (
	StageArticle   Stage = "article"
	StageDocument  Stage = "document"
	StageMention   Stage = "mention"
	StageEntity    Stage = "entity"
	StageClaim     Stage = "claim"
	StageAssertion Stage = "assertion"
)

// Finder finds the typed spans of a document.
type Finder interface {
	Find(doc graph.Document) ([]graph.Mention, []graph.Drop)
}

// Resolver says which entities mentions name, and which somebody else's names stand for. It
// returns the mentions with their entities set.
type Resolver interface {
	Resolve(doc graph.Document, mentions []graph.Mention) entity.Result
	Link(doc graph.Document, named []entity.Named) entity.Linked
}

// Extractor reads the claims of a document whose mentions are resolved.
type Extractor interface {
	Extract(doc graph.Document, mentions []graph.Mention, entities []graph.Entity) claim.Result
}

// Adder adds claims to those that the rules read; it takes none away. Its error is ctx's alone:
// whatever else keeps it from adding is a drop.
type Adder interface {
	Add(ctx context.Context, doc graph.Document, mentions []graph.Mention, rules []graph.Claim) ([]graph.Claim, []graph.Drop, error)
}

// Reason says why an article did not pass a stage; the reasons of package article come beside
// these.
type Reason string

// The reasons of the stages after reading.
const (
	ReasonNoText       Reason = "NO_TEXT"
	ReasonTooLong      Reason = "TOO_LONG"
	ReasonNoLanguage   Reason = "LANGUAGE_UNKNOWN" // no pack for it
	ReasonInvalid      Reason = "ASSERTION_INVALID"
	ReasonPanic        Reason = "PANIC"
	ReasonMarkupBroken Reason = "MARKUP_BROKEN"
	// Of claims made elsewhere: no name could be linked, or no claim holds.
	ReasonNameUnknown   = Reason(entity.NameUnknown)
	ReasonNameAmbiguous = Reason(graph.DropAmbiguous)
	ReasonEvidence      = Reason(graph.DropNotVerbatim)
)

// DropInvalid counts claims that a stage made against the rules of package graph.
const DropInvalid graph.DropReason = "INVALID_CLAIM"

// StageError is an article that did not pass a stage. It wraps its cause.
type StageError struct {
	Stage  Stage
	Reason Reason
	Err    error
}

func (e *StageError) Error() string {
	return fmt.Sprintf("%s: %s: %v", e.Stage, e.Reason, e.Err)
}

func (e *StageError) Unwrap() error { return e.Err }
