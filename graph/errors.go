package graph

import (
	"errors"
	"fmt"
)

// Sentinels that every store and stage wraps; a store translates its driver's errors by code
// and lets no driver type escape.
var (
	ErrNotFound    = errors.New("not found")
	ErrInvalid     = errors.New("invalid input")
	ErrConflict    = errors.New("conflict")
	ErrLimit       = errors.New("limit exceeded")
	ErrUnavailable = errors.New("store unavailable")
	ErrClosed      = errors.New("store closed")
)

// InvalidError says which field of an input is bad, and why. It is an ErrInvalid.
type InvalidError struct {
	Field  string // path of the field, such as "claims[3].evidence.sentence"
	Reason string
}

func (e *InvalidError) Error() string { return fmt.Sprintf("invalid %s: %s", e.Field, e.Reason) }

// Is makes an InvalidError an ErrInvalid.
func (e *InvalidError) Is(target error) bool { return target == ErrInvalid }

// LimitError says which named limit was passed. It is an ErrLimit.
type LimitError struct {
	Limit string // the constant's name, such as "MaxPage"
	Max   int
	Got   int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s is %d, got %d", e.Limit, e.Max, e.Got)
}

// Is makes a LimitError an ErrLimit.
func (e *LimitError) Is(target error) bool { return target == ErrLimit }
