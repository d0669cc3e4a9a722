package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// Judge implements graph.Writer.
func (s *Store) Judge(ctx context.Context, v graph.Verdicts, at time.Time) error {
	if err := v.Validate(); err != nil {
		return translate("judge", err)
	}
	return s.write(ctx, "judge", func(c *conn) error {
		w := newWork(ctx, c, at.UTC().Format(recordTime))
		before, err := w.judgements()
		if err != nil {
			return err
		}
		return w.rejudge(before, v.Amend(before))
	})
}

// Identify implements graph.Writer.
func (s *Store) Identify(ctx context.Context, rules graph.Rules, at time.Time) error {
	return s.write(ctx, "identify", func(c *conn) error {
		w := newWork(ctx, c, at.UTC().Format(recordTime))
		before, err := w.judgements()
		if err != nil {
			return err
		}
		profiles, err := w.profiles()
		if err != nil {
			return err
		}
		after, err := rules.Amend(before, profiles)
		if err != nil {
			return err
		}
		return w.rejudge(before, after)
	})
}

// judgements reads the judgements that hold, in order of key.
func (w *work) judgements() (list []graph.Judgement, err error) {
	err = w.c.each(w.ctx, listJudgements, nil, func(row scanner) error {
		j, err := body[graph.Judgement](row)
		list = append(list, j)
		return err
	})
	return list, err
}

// rejudge makes after the judgements that hold, with all that follows from it.
func (w *work) rejudge(before, after []graph.Judgement) error {
	if err := w.putJudgements(before, after); err != nil {
		return err
	}
	old, now := graph.NewClasses(before), graph.NewClasses(after)
	if err := w.putSurvivors(old, now); err != nil {
		return err
	}
	assertions, err := w.naming(old)
	if err != nil {
		return err
	}
	for _, n := range assertions {
		if err := w.reread(n, old, now); err != nil {
			return err
		}
	}
	if err := w.derive(); err != nil {
		return err
	}
	return w.publish()
}

func (w *work) putJudgements(before, after []graph.Judgement) error {
	for _, j := range before {
		if !slices.ContainsFunc(after, j.Equal) {
			if err := w.exec(retractJudgement, j.Key(), w.at); err != nil {
				return err
			}
		}
	}
	for _, j := range after {
		if slices.ContainsFunc(before, j.Equal) {
			continue
		}
		text, err := marshal(j)
		if err != nil {
			return err
		}
		if err := w.exec(insertJudgement, j.Key(), j.A, j.B, j.Verdict, j.By, w.at, text); err != nil {
			return err
		}
	}
	return nil
}

// putSurvivors notes every id whose class changed.
func (w *work) putSurvivors(old, now graph.Classes) error {
	for _, id := range old.Moved(now) {
		w.moved[id] = true
		q, args := putSurvivor, []any{id, now.Survivor(id)}
		if now.Survivor(id) == id && now.MergedFrom(id) == nil {
			q, args = deleteSurvivor, []any{id}
		}
		if err := w.exec(q, args...); err != nil {
			return err
		}
	}
	return nil
}

// naming lists the assertions that name somebody whose class changed.
func (w *work) naming(old graph.Classes) ([]int64, error) {
	found := map[int64]bool{}
	for _, id := range slices.Sorted(maps.Keys(w.moved)) {
		err := w.c.each(w.ctx, listNaming, []any{old.Survivor(id)}, func(row scanner) error {
			var n int64
			err := row.Scan(&n)
			found[n] = true
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// reread stores an assertion anew where it is now read with other ids.
func (w *work) reread(n int64, old, now graph.Classes) error {
	if err := w.asked.Err(); err != nil {
		return err
	}
	asserted, err := assertedBy(w.ctx, w.c, n)
	if err != nil {
		return err
	}
	was, _ := derive.Resolve(asserted, old.Survivor)
	is, _ := derive.Resolve(asserted, now.Survivor)
	if was.Hash() == is.Hash() {
		return nil
	}
	if err := w.retract(n); err != nil {
		return err
	}
	a, err := encode(asserted)
	if err != nil {
		return err
	}
	return w.insert(a)
}

// resolve makes an assertion be read with survivors' ids.
func (w *work) resolve(a encoded) (encoded, error) {
	survivors := map[graph.EntityID]graph.EntityID{}
	for _, e := range a.asserted.Entities {
		var err error
		if survivors[e.ID], err = w.survivor(e.ID); err != nil {
			return a, err
		}
	}
	read, changed := derive.Resolve(a.asserted, func(id graph.EntityID) graph.EntityID { return survivors[id] })
	if !changed {
		return a, nil
	}
	own, err := original(a.asserted)
	if err != nil {
		return a, err
	}
	coded, err := encodeRead(a.asserted, read)
	coded.original = own
	return coded, err
}

// survivor returns the id that stands for an entity.
func (w *work) survivor(id graph.EntityID) (graph.EntityID, error) {
	if id.TypeOf().IsPlace() {
		return id, nil
	}
	survivor, known := w.survivors[id]
	if known {
		return survivor, nil
	}
	survivor, err := survivorOf(w.ctx, w.c, id)
	w.survivors[id] = survivor
	return survivor, err
}

// mergedFrom returns the ids that a node stands for beside its own.
func (w *work) mergedFrom(n int64) (ids []graph.EntityID, err error) {
	err = w.c.each(w.ctx, selectMerged, []any{n}, func(row scanner) error {
		var id graph.EntityID
		err := row.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, err
}

// profiles reads what current articles tell of people and institutions, each with its own ids.
func (w *work) profiles() ([]graph.Profile, error) {
	var p derive.Profiles
	err := w.c.each(w.ctx, listOriginals, nil, func(row scanner) error {
		a, err := body[graph.Assertion](row)
		p.Add(a)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = w.c.each(w.ctx, listOwnDescriptions, nil, func(row scanner) error {
		e, err := body[graph.Entity](row)
		p.Describe(e)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = w.c.each(w.ctx, listOwnPosts, nil, func(row scanner) error {
		var text []byte
		if err := row.Scan(&text); err != nil {
			return err
		}
		var c graph.Claim
		err := json.Unmarshal(text, &c)
		p.Claim(c)
		return err
	})
	return p.List(), err
}
