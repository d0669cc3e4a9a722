package resolver

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"citygraph/graph"
)

// The bounds of single fields; passing one is a *graph.LimitError with the constant's name.
const (
	MaxNodeIDs   = 100   // ids of one `nodes` or `neighborhood`
	MaxSubgraph  = 1_000 // ids of one `subgraph`
	MaxWalkNodes = 2_000 // nodes of one traversal's answer
)

// Budget bounds one operation as a whole; passing it is a *graph.LimitError with the field's
// name.
type Budget struct {
	Rows      int // objects made from rows of the store
	RowsAsked int // rows that its lists may hold: parents times page size
	TextBytes int // bytes of articles and sentences in the answer
}

// DefaultBudget returns the bounds that fit every question of an analyst.
func DefaultBudget() Budget { return Budget{Rows: 10_000, RowsAsked: 200_000, TextBytes: 4 << 20} }

// operation is what all fields of one operation share.
type operation struct {
	reader graph.Reader
	budget Budget
	rows   atomic.Int64
	asked  atomic.Int64
	text   atomic.Int64
}

type operationKey struct{}

// WithReader returns a context in which an operation reads from r and may spend the budget.
func WithReader(ctx context.Context, r graph.Reader, b Budget) context.Context {
	return context.WithValue(ctx, operationKey{}, &operation{reader: r, budget: b})
}

var errNoReader = errors.New("resolver: the context holds no reader")

// current returns the operation of the context.
func current(ctx context.Context) (*operation, error) {
	op, ok := ctx.Value(operationKey{}).(*operation)
	if !ok {
		return nil, errNoReader
	}
	return op, nil
}

// reader returns the Reader of the operation.
func reader(ctx context.Context) (graph.Reader, error) {
	op, err := current(ctx)
	if err != nil {
		return nil, err
	}
	return op.reader, nil
}

// spendRows takes n rows off the budget of the operation.
func spendRows(ctx context.Context, n int) error {
	op, err := current(ctx)
	if err != nil {
		return err
	}
	return spend(&op.rows, n, "Rows", op.budget.Rows)
}

// ask takes the rows that a list of each of n parents may hold off the budget.
func ask(ctx context.Context, parents int, p graph.Page) error {
	op, err := current(ctx)
	if err != nil {
		return err
	}
	return spend(&op.asked, parents*p.Limit, "RowsAsked", op.budget.RowsAsked)
}

// spendText takes the bytes of a text off the budget and returns the text.
func spendText(ctx context.Context, text string) (string, error) {
	op, err := current(ctx)
	if err != nil {
		return "", err
	}
	return text, spend(&op.text, len(text), "TextBytes", op.budget.TextBytes)
}

func spend(spent *atomic.Int64, n int, limit string, most int) error {
	if got := spent.Add(int64(n)); got > int64(most) {
		return &graph.LimitError{Limit: limit, Max: most, Got: int(got)}
	}
	return nil
}

// scope is the two clocks that a root field sets for everything below it.
type scope struct {
	asOf    time.Time  // record time; zero: now
	validAt graph.Date // valid time; zero: any
}

func newScope(asOf *time.Time, validAt *graph.Date) scope {
	return scope{asOf: value(asOf), validAt: value(validAt)}
}

// value is what p points at, or the zero value.
func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// known is nil for the zero value, which in the domain stands for "not known".
func known[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
