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

// FindJudgements implements graph.IdentityReader.
func (r reader) FindJudgements(ctx context.Context, f graph.JudgementFilter, p graph.Page) (graph.List[graph.Judgement], error) {
	if _, err := pageLimit(p); err != nil {
		return graph.List[graph.Judgement]{}, err
	}
	return ask(ctx, r, "find judgements", time.Time{}, func(ctx context.Context, tx runner, m moment) (graph.List[graph.Judgement], error) {
		all, err := m.judgements(ctx, tx)
		if err != nil {
			return graph.List[graph.Judgement]{}, err
		}
		all = slices.DeleteFunc(all, func(j graph.Judgement) bool { return !f.Passes(j) })
		return cut(all, graph.ByID, graph.Judgement.Position, p)
	})
}

// judgements reads what the moment knows of who is who.
func (m moment) judgements(ctx context.Context, tx runner) (list []graph.Judgement, err error) {
	err = rows(ctx, tx, query("judgements", parts{"visible": visible}), m.params(), func(r record) error {
		var j graph.Judgement
		err := json.Unmarshal([]byte(r.text("json")), &j)
		list = append(list, j)
		return err
	})
	return list, err
}

func (m moment) classes(ctx context.Context, tx runner) (graph.Classes, error) {
	list, err := m.judgements(ctx, tx)
	return graph.NewClasses(list), err
}

// follow returns the survivors that ids answer with at the moment.
func (m moment) follow(ctx context.Context, tx runner, ids []graph.EntityID) ([]graph.EntityID, error) {
	var of derive.Survivor
	var err error
	if m.isNow() {
		of, err = survivors(ctx, tx, ids)
	} else {
		var classes graph.Classes
		classes, err = m.classes(ctx, tx)
		of = classes.Survivor
	}
	if err != nil {
		return nil, err
	}
	out := slices.Clone(ids)
	for i, id := range ids {
		out[i] = of(id)
	}
	return out, nil
}

func (m moment) followFilter(ctx context.Context, tx runner, at []graph.EntityID, f graph.EdgeFilter) ([]graph.EntityID, graph.EdgeFilter, error) {
	at, err := m.follow(ctx, tx, at)
	if err != nil {
		return nil, f, err
	}
	f.Others, err = m.follow(ctx, tx, f.Others)
	return at, f, err
}

// survivors reads the ids that now stand for some.
func survivors(ctx context.Context, tx runner, ids []graph.EntityID) (derive.Survivor, error) {
	var asked []graph.EntityID
	for _, id := range ids {
		if !id.TypeOf().IsPlace() {
			asked = append(asked, id)
		}
	}
	known := map[graph.EntityID]graph.EntityID{}
	of := func(id graph.EntityID) graph.EntityID {
		if s, joined := known[id]; joined {
			return s
		}
		return id
	}
	if len(asked) == 0 {
		return of, nil
	}
	err := rows(ctx, tx, query("survivors", nil), params{"ids": strs(asked)}, func(r record) error {
		known[graph.EntityID(r.text("id"))] = graph.EntityID(r.text("survivor"))
		return nil
	})
	return of, err
}

// resolve makes what begins be read with survivors' ids. The entities are locked, so that
// nobody joins or parts them meanwhile; survivors that were not are locked as well.
func (c change) resolve(ctx context.Context, tx runner, w *touched) error {
	of, err := survivors(ctx, tx, w.ids())
	if err != nil {
		return err
	}
	more := newTouched()
	for _, id := range w.ids() {
		if s := of(id); !w.entities[s] {
			w.entities[s], more.entities[s] = true, true
		}
	}
	if len(more.entities) > 0 {
		if err := more.lockEntities(ctx, tx); err != nil {
			return err
		}
	}
	for i := range c.write {
		if err := c.write[i].resolve(of); err != nil {
			return err
		}
	}
	return nil
}

func (w *written) resolve(of derive.Survivor) error {
	read, changed := derive.Resolve(w.Assertion, of)
	if !changed {
		return nil
	}
	own := w.Assertion
	own.Article = graph.Article{} // its text is stored beside it
	text, err := json.Marshal(own)
	if err != nil {
		return fmt.Errorf("keep what %s asserts: %w", w.Article.ID, err)
	}
	w.Assertion, w.original = read, string(text)
	return nil
}
