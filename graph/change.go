package graph

import (
	"strings"
	"time"
)

// ChangeKind is what became of something that the graph knows.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "ADDED"
	Changed ChangeKind = "CHANGED"
	Removed ChangeKind = "REMOVED"
)

// Change is one thing that became known: an article was added, replaced or retracted, or an
// entity or edge came to be, became another, or rests on nothing any more. How often an entity
// is mentioned and how many edges lie at it is no change of the entity.
//
// A change has its place in a store's feed for ever. Writers that commit one after the other
// come in that order, whatever their record times; what one of them changed comes by id.
type Change struct {
	N    int64     // place in the feed: 1, 2, 3 …
	At   time.Time // record time
	Kind ChangeKind
	ID   string // of the article, entity or edge
}

// Feed is one stretch of a store's changes, in order of N.
type Feed struct {
	Changes []Change
	Head    int64 // place of the store's last change, 0 before the first
}

// CompareChanges orders what one writer changed.
func CompareChanges(a, b Change) int { return strings.Compare(a.ID, b.ID) }

// Change is what the outcome means for its article; "" where nothing changed.
func (o Outcome) Change() ChangeKind {
	switch o {
	case Loaded:
		return Added
	case Replaced:
		return Changed
	case Retracted:
		return Removed
	}
	return ""
}
