package graphtest

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"citygraph/graph"
)

// Memory is a graph.Store that is slow and obvious: the oracle. It keeps every assertion ever
// made and derives the whole graph for each question.
type Memory struct {
	mu      sync.Mutex
	records []graph.Record // in the order of Apply
	markers map[graph.BatchID]bool
	last    time.Time
	closed  bool
}

// NewMemory returns an empty store.
func NewMemory() *Memory { return &Memory{markers: map[graph.BatchID]bool{}} }

// Apply implements graph.Writer.
func (m *Memory) Apply(ctx context.Context, b graph.Batch, at time.Time) (graph.Applied, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return graph.Applied{}, err
	}
	if err := b.Validate(); err != nil {
		return graph.Applied{}, err
	}
	at = at.UTC()
	var done graph.Applied
	for _, a := range b.Assertions {
		done.Assertions = append(done.Assertions, m.assert(a.Normal(), at))
	}
	for _, id := range b.Retract {
		outcome := graph.Absent
		if i := m.current(id); i >= 0 {
			m.records[i].Retracted, outcome = at, graph.Retracted
		}
		done.Retract = append(done.Retract, outcome)
	}
	m.markers[b.ID()] = true
	m.last = at
	return done, nil
}

func (m *Memory) assert(a graph.Assertion, at time.Time) graph.Outcome {
	outcome := graph.Loaded
	if i := m.current(a.Article.ID); i >= 0 {
		if m.records[i].Hash() == a.Hash() {
			return graph.Unchanged
		}
		m.records[i].Retracted, outcome = at, graph.Replaced
	}
	m.records = append(m.records, graph.Record{Assertion: a, Recorded: at})
	return outcome
}

// current returns the index of the article's current record, or -1.
func (m *Memory) current(id graph.ArticleID) int {
	return slices.IndexFunc(m.records, func(r graph.Record) bool {
		return r.Article.ID == id && r.Retracted.IsZero()
	})
}

// HasApplied implements graph.Writer.
func (m *Memory) HasApplied(ctx context.Context, id graph.BatchID) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.markers[id], m.usable(ctx)
}

// Rebuild implements graph.Writer: nothing derived is kept, so nothing is to do.
func (m *Memory) Rebuild(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.usable(ctx)
}

// View implements graph.Store on a copy.
func (m *Memory) View(ctx context.Context, read func(graph.Reader) error) error {
	m.mu.Lock()
	if err := m.usable(ctx); err != nil {
		m.mu.Unlock()
		return err
	}
	snapshot := &Memory{records: slices.Clone(m.records), markers: m.markers, last: m.last}
	m.mu.Unlock()
	return read(snapshot)
}

// Ping implements graph.Store.
func (m *Memory) Ping(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.usable(ctx)
}

// Features implements graph.Store.
func (m *Memory) Features() graph.Features { return graph.Features{Name: "memory"} }

// Close implements graph.Store.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

func (m *Memory) usable(ctx context.Context) error {
	if m.closed {
		return graph.ErrClosed
	}
	return ctx.Err()
}

// state derives the graph as known at a record time, zero meaning now.
func (m *Memory) state(ctx context.Context, asOf time.Time) (*state, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	var known []graph.Record
	for _, r := range m.records {
		if asOf.IsZero() && r.Retracted.IsZero() || !asOf.IsZero() && knownAt(r, asOf) {
			known = append(known, r)
		}
	}
	slices.SortFunc(known, func(a, b graph.Record) int {
		return strings.Compare(string(a.Article.ID), string(b.Article.ID))
	})
	return newState(known), nil
}

func knownAt(r graph.Record, at time.Time) bool {
	return !r.Recorded.After(at) && (r.Retracted.IsZero() || r.Retracted.After(at))
}
