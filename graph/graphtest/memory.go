package graphtest

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// Memory is a graph.Store that is slow and obvious: the oracle. It keeps every assertion ever
// made and derives the whole graph for each question.
type Memory struct {
	mu      sync.Mutex
	records []record    // in the order of Apply
	judged  []judgement // in the order of Judge and Identify
	moments []moment    // after each of them
	markers map[graph.BatchID]bool
	last    time.Time
	closed  bool
}

// record is an assertion as the article made it, and as it is read: with survivors' ids.
type record struct {
	graph.Record
	read graph.Assertion
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
	m.remember(at)
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
	m.record(a, at)
	return outcome
}

func (m *Memory) record(a graph.Assertion, at time.Time) {
	read, _ := derive.Resolve(a, m.classes(time.Time{}).Survivor)
	m.records = append(m.records, record{graph.Record{Assertion: a, Recorded: at}, read})
}

// current returns the index of the article's current record, or -1.
func (m *Memory) current(id graph.ArticleID) int {
	return slices.IndexFunc(m.records, func(r record) bool {
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
	snapshot := &Memory{records: slices.Clone(m.records), judged: slices.Clone(m.judged), moments: slices.Clone(m.moments), markers: m.markers, last: m.last}
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
	var known []record
	for _, r := range m.records {
		if knownAt(r.Recorded, r.Retracted, asOf) {
			known = append(known, r)
		}
	}
	slices.SortFunc(known, func(a, b record) int {
		return strings.Compare(string(a.Article.ID), string(b.Article.ID))
	})
	return newState(known, m.classes(asOf)), nil
}

// knownAt reports whether what was recorded and retracted then is known at a record time, zero
// meaning now.
func knownAt(recorded, retracted, at time.Time) bool {
	if at.IsZero() {
		return retracted.IsZero()
	}
	return !recorded.After(at) && (retracted.IsZero() || retracted.After(at))
}
