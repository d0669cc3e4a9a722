package graphtest

import (
	"context"
	"slices"
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// judgement is a judgement with its record time.
type judgement struct {
	graph.Judgement
	recorded, retracted time.Time
}

// Judge implements graph.Writer.
func (m *Memory) Judge(ctx context.Context, v graph.Verdicts, at time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return err
	}
	if err := v.Validate(); err != nil {
		return err
	}
	m.rejudge(v.Amend(m.judgements(time.Time{})), at.UTC())
	return nil
}

// Identify implements graph.Writer.
func (m *Memory) Identify(ctx context.Context, rules graph.Rules, at time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return err
	}
	var profiles derive.Profiles
	for _, r := range m.records {
		if r.Retracted.IsZero() {
			profiles.Add(r.Assertion)
		}
	}
	amended, err := rules.Amend(m.judgements(time.Time{}), profiles.List())
	if err != nil {
		return err
	}
	m.rejudge(amended, at.UTC())
	return nil
}

// rejudge makes these the judgements of now, and records anew every article that is read with
// other ids for it.
func (m *Memory) rejudge(list []graph.Judgement, at time.Time) {
	for i, old := range m.judged {
		if old.retracted.IsZero() && !slices.ContainsFunc(list, old.Equal) {
			m.judged[i].retracted = at
		}
	}
	for _, j := range list {
		if !slices.ContainsFunc(m.judgements(time.Time{}), j.Equal) {
			m.judged = append(m.judged, judgement{j, at, time.Time{}})
		}
	}
	for i, r := range slices.Clone(m.records) {
		read, _ := derive.Resolve(r.Assertion, m.classes(time.Time{}).Survivor)
		if r.Retracted.IsZero() && read.Hash() != r.read.Hash() {
			m.records[i].Retracted = at
			m.record(r.Assertion, at)
		}
	}
	m.remember(at)
}

// judgements returns what was judged as known at a record time, zero meaning now.
func (m *Memory) judgements(asOf time.Time) []graph.Judgement {
	var list []graph.Judgement
	for _, j := range m.judged {
		if knownAt(j.recorded, j.retracted, asOf) {
			list = append(list, j.Judgement)
		}
	}
	return list
}

func (m *Memory) classes(asOf time.Time) graph.Classes { return graph.NewClasses(m.judgements(asOf)) }

// FindJudgements implements graph.IdentityReader.
func (m *Memory) FindJudgements(ctx context.Context, f graph.JudgementFilter, p graph.Page) (graph.List[graph.Judgement], error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return graph.List[graph.Judgement]{}, err
	}
	return cut(keep(m.judgements(time.Time{}), f.Passes), p, graph.ByID, graph.Judgement.Position)
}
