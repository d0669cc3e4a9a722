package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// Judge implements graph.Writer.
func (s *Store) Judge(ctx context.Context, v graph.Verdicts, at time.Time) error {
	if err := v.Validate(); err != nil {
		return fmt.Errorf("neo4j: judge: %w", err)
	}
	return s.rejudge(ctx, "judge", at, func(_ context.Context, _ runner, before []graph.Judgement) ([]graph.Judgement, error) {
		return v.Amend(before), nil
	})
}

// Identify implements graph.Writer.
func (s *Store) Identify(ctx context.Context, rules graph.Rules, at time.Time) error {
	return s.rejudge(ctx, "identify", at, func(ctx context.Context, tx runner, before []graph.Judgement) ([]graph.Judgement, error) {
		profiles, err := profiles(ctx, tx)
		if err != nil {
			return nil, err
		}
		return rules.Amend(before, profiles)
	})
}

// amend says what is to be judged where something was judged before.
type amend func(ctx context.Context, tx runner, before []graph.Judgement) ([]graph.Judgement, error)

// rejudge changes the judgements, with all that follows, in one transaction. Whoever judges
// comes one after the other, and reads what the one before has committed.
func (s *Store) rejudge(ctx context.Context, name string, at time.Time, amend amend) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	err := s.settle(ctx, func(ctx context.Context, tx runner, token string) error {
		if err := exec(ctx, tx, query("write_marker", nil), params{"id": name, "token": token, "at": nil}); err != nil {
			return err
		}
		if err := exec(ctx, tx, query("lock_identity", nil), nil); err != nil {
			return err
		}
		before, err := moment{}.judgements(ctx, tx)
		if err != nil {
			return err
		}
		after, err := amend(ctx, tx, before)
		if err != nil {
			return err
		}
		r := rereading{before: before, after: after, old: graph.NewClasses(before), now: graph.NewClasses(after)}
		return r.run(ctx, tx, params{"at": at.UTC(), "token": token})
	})
	if err != nil {
		return fmt.Errorf("neo4j: %s: %w", name, err)
	}
	return nil
}

// rereading is a change of judgements with all that follows from it.
type rereading struct {
	before, after []graph.Judgement
	old, now      graph.Classes
}

func (r rereading) run(ctx context.Context, tx runner, p params) error {
	changed, err := r.putJudgements(ctx, tx, p)
	if err != nil || !changed {
		return err
	}
	work := newTouched()
	for _, id := range r.old.Moved(r.now) {
		work.entities[id], work.entities[r.old.Survivor(id)], work.entities[r.now.Survivor(id)] = true, true, true
	}
	if err := work.lockEntities(ctx, tx); err != nil {
		return err
	}
	if err := r.putSurvivors(ctx, tx); err != nil {
		return err
	}
	c, err := r.change(ctx, tx)
	if err != nil {
		return err
	}
	if err := work.lock(ctx, tx, c); err != nil {
		return err
	}
	if err := c.resolve(ctx, tx, &work); err != nil {
		return err
	}
	if err := work.replace(ctx, tx, c, p); err != nil {
		return err
	}
	return advance(ctx, tx, p, work.changes)
}

// putJudgements writes what is judged otherwise than before, and says whether anything is.
func (r rereading) putJudgements(ctx context.Context, tx runner, p params) (bool, error) {
	var gone, write []any
	for _, j := range r.before {
		if !slices.ContainsFunc(r.after, j.Equal) {
			gone = append(gone, j.Key())
		}
	}
	for _, j := range r.after {
		if slices.ContainsFunc(r.before, j.Equal) {
			continue
		}
		text, err := json.Marshal(j)
		if err != nil {
			return false, fmt.Errorf("write a judgement: %w", err)
		}
		write = append(write, params{"id": j.Key(), "json": string(text)})
	}
	err := inOrder(
		func() error { return execRows(ctx, tx, query("retire_judgements", nil), gone, p) },
		func() error { return execRows(ctx, tx, query("write_judgements", nil), write, p) },
	)
	return len(gone)+len(write) > 0, err
}

// putSurvivors notes every id whose class changed.
func (r rereading) putSurvivors(ctx context.Context, tx runner) error {
	var alone, joined []any
	for _, id := range r.old.Moved(r.now) {
		if s := r.now.Survivor(id); s != id || r.now.MergedFrom(id) != nil {
			joined = append(joined, params{"id": string(id), "survivor": string(s)})
		} else {
			alone = append(alone, string(id))
		}
	}
	return inOrder(
		func() error { return execRows(ctx, tx, query("clear_survivors", nil), alone, nil) },
		func() error { return execRows(ctx, tx, query("write_survivors", nil), joined, nil) },
	)
}

// change returns the articles that are now read with other ids. All whose class changed are
// locked, so that no other article can come to name them.
func (r rereading) change(ctx context.Context, tx runner) (c change, err error) {
	var named []graph.EntityID
	for _, id := range r.old.Moved(r.now) {
		named = append(named, r.old.Survivor(id))
	}
	slices.Sort(named)
	var ids []graph.ArticleID
	err = rows(ctx, tx, query("naming", nil), params{"ids": strs(slices.Compact(named))}, func(r record) error {
		ids = append(ids, graph.ArticleID(r.text("id")))
		return nil
	})
	if err != nil {
		return c, err
	}
	if err := execRows(ctx, tx, query("lock_articles", nil), strs(ids), nil); err != nil {
		return c, err
	}
	asserted, err := moment{}.asserted(ctx, tx, ids)
	if err != nil {
		return c, err
	}
	for _, id := range ids {
		own := asserted[id].Assertion.Normal()
		was, _ := derive.Resolve(own, r.old.Survivor)
		is, _ := derive.Resolve(own, r.now.Survivor)
		if was.Hash() != is.Hash() {
			c.retire = append(c.retire, id)
			c.write = append(c.write, written{Assertion: own, hash: own.Hash()})
		}
	}
	return c, nil
}

// profiles reads what current articles tell of people and institutions, each with its own ids.
func profiles(ctx context.Context, tx runner) ([]graph.Profile, error) {
	var p derive.Profiles
	err := inOrder(
		func() error {
			return rows(ctx, tx, query("originals", nil), nil, func(r record) error {
				var a graph.Assertion
				err := json.Unmarshal([]byte(r.text("json")), &a)
				p.Add(a)
				return err
			})
		},
		func() error {
			return rows(ctx, tx, query("own_descriptions", nil), nil, func(r record) error {
				e, err := described(r.text("json"))
				p.Describe(e)
				return err
			})
		},
		func() error {
			return rows(ctx, tx, query("own_posts", nil), nil, func(r record) error {
				p.Claim(claimOf(r.props("claim")))
				return nil
			})
		},
	)
	return p.List(), err
}
