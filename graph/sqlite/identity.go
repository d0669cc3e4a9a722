package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"citygraph/graph"
)

// survivorOf returns the id that stands for an entity.
func survivorOf(ctx context.Context, c *conn, id graph.EntityID) (graph.EntityID, error) {
	survivor := id
	if err := c.one(ctx, selectSurvivor, []any{&survivor}, id); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	return survivor, nil
}

// follow returns the survivors that ids answer with.
func (q *session) follow(ids []graph.EntityID) ([]graph.EntityID, error) {
	out := slices.Clone(ids)
	for i, id := range ids {
		if id.TypeOf().IsPlace() {
			continue
		}
		var err error
		if out[i], err = survivorOf(q.ctx, q.c, id); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (q *session) followBoth(at, others []graph.EntityID) (a, b []graph.EntityID, err error) {
	if a, err = q.follow(at); err != nil {
		return nil, nil, err
	}
	b, err = q.follow(others)
	return a, b, err
}

// survivorAt returns the survivor that an id answers with at a record time, zero meaning now.
func (q *session) survivorAt(id graph.EntityID, asOf time.Time) (graph.EntityID, error) {
	if asOf.IsZero() {
		return survivorOf(q.ctx, q.c, id)
	}
	classes, err := classesKnown(q, asOf.UTC().Format(recordTime))
	return classes.Survivor(id), err
}

func classesKnown(q *session, at string) (graph.Classes, error) {
	known, err := rowsOf(q, q.c.text[listKnownJudgements], []any{at}, body[graph.Judgement])
	return graph.NewClasses(known), err
}

// follow returns the survivors that ids answered with then.
func (p *past) follow(ids []graph.EntityID) []graph.EntityID {
	out := slices.Clone(ids)
	for i, id := range ids {
		out[i] = p.classes.Survivor(id)
	}
	return out
}

// FindJudgements implements graph.IdentityReader.
func (r reader) FindJudgements(ctx context.Context, f graph.JudgementFilter, p graph.Page) (graph.List[graph.Judgement], error) {
	return ask(ctx, r, "find judgements", func(q *session) (graph.List[graph.Judgement], error) {
		s := stream{text: q.c.text[findJudgements]}
		if err := in(&s.fragments, "j.verdict"+inList, f.Verdicts); err != nil {
			return graph.List[graph.Judgement]{}, err
		}
		if f.Entity != "" {
			s.and("(j.a = ? OR j.b = ?)", f.Entity, f.Entity)
		}
		if f.By != "" {
			s.and("j.judge = ?", f.By)
		}
		return merged(q, []stream{s}, column{id: "j.key"}, graph.ByID, body[graph.Judgement], graph.Judgement.Position).page(p)
	})
}
