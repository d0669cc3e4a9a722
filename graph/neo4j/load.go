package neo4j

import (
	"context"
	"maps"
	"slices"
	"time"

	"citygraph/graph"
)

// load is one batch on its way into the database.
type load struct {
	batch  graph.BatchID
	at     time.Time
	assert []graph.Assertion // in normal form, as in the batch
	hash   []string          // one an assertion
	take   []graph.ArticleID // to retract, as in the batch
}

func newLoad(b graph.Batch, at time.Time) *load {
	l := &load{batch: b.ID(), at: at, take: b.Retract}
	for _, a := range b.Assertions {
		l.assert = append(l.assert, a.Normal())
		l.hash = append(l.hash, a.Hash())
	}
	return l
}

// run does the whole load in one transaction: lock, compare, move to history, write, derive,
// mark. It keeps nothing between calls, so that the driver may call it again.
func (l *load) run(ctx context.Context, tx runner, token string) (graph.Applied, error) {
	applied, change, err := l.compare(ctx, tx)
	if err != nil {
		return applied, err
	}
	if err := exec(ctx, tx, query("write_marker", nil), params{"id": string(l.batch), "token": token, "at": l.at}); err != nil {
		return applied, err
	}
	if len(change.retire) == 0 && len(change.write) == 0 {
		return applied, nil
	}
	work := newTouched()
	work.changes.noteArticles(l, applied)
	if err := work.lock(ctx, tx, change); err != nil {
		return applied, err
	}
	if err := change.resolve(ctx, tx, &work); err != nil {
		return applied, err
	}
	p := params{"at": l.at, "token": token}
	if err := work.replace(ctx, tx, change, p); err != nil {
		return applied, err
	}
	return applied, advance(ctx, tx, p, work.changes)
}

// replace moves to history what ends, writes what begins and derives what follows, under locks
// that are held.
func (w *touched) replace(ctx context.Context, tx runner, c change, p params) error {
	if err := w.retire(ctx, tx, c.retire, p); err != nil {
		return err
	}
	if err := write(ctx, tx, c.write, p); err != nil {
		return err
	}
	w.addGroups(c.write)
	return w.conclude(ctx, tx)
}

// advance makes this the latest batch, with what it changed, as the transaction's last act.
func advance(ctx context.Context, tx runner, p params, c changes) error {
	if err := exec(ctx, tx, query("lock_revision", nil), nil); err != nil {
		return err
	}
	all := c.params()
	maps.Copy(all, p)
	return exec(ctx, tx, query("advance_revision", nil), all)
}

// change is what a load has to do, once the state is known.
type change struct {
	retire []graph.ArticleID // versions that end
	write  []written         // versions that begin
}

// written is an assertion as it is read: with survivors' ids.
type written struct {
	graph.Assertion
	hash     string
	original string // what the article asserted itself as JSON, "" where it is read so
}

// entities returns the ids of all entities of the versions that begin.
func (c change) entities() map[graph.EntityID]bool {
	ids := map[graph.EntityID]bool{}
	for _, w := range c.write {
		for _, e := range w.Entities {
			ids[e.ID] = true
		}
	}
	return ids
}

// compare locks the articles and says what is to do with each.
func (l *load) compare(ctx context.Context, tx runner) (graph.Applied, change, error) {
	ids := slices.Clone(l.take)
	for _, a := range l.assert {
		ids = append(ids, a.Article.ID)
	}
	slices.Sort(ids)
	var done graph.Applied
	var c change
	if err := execRows(ctx, tx, query("lock_articles", nil), strs(ids), nil); err != nil {
		return done, c, err
	}
	current := map[graph.ArticleID]string{}
	err := rows(ctx, tx, query("article_hashes", nil), params{"ids": strs(ids)}, func(r record) error {
		current[graph.ArticleID(r.text("id"))] = r.text("hash")
		return nil
	})
	if err != nil {
		return done, c, err
	}
	for i, a := range l.assert {
		hash, known := current[a.Article.ID]
		outcome := graph.Loaded
		switch {
		case known && hash == l.hash[i]:
			outcome = graph.Unchanged
		case known:
			outcome = graph.Replaced
			c.retire = append(c.retire, a.Article.ID)
		}
		if outcome != graph.Unchanged {
			c.write = append(c.write, written{Assertion: a, hash: l.hash[i]})
		}
		done.Assertions = append(done.Assertions, outcome)
	}
	for _, id := range l.take {
		outcome := graph.Absent
		if _, known := current[id]; known {
			outcome = graph.Retracted
			c.retire = append(c.retire, id)
		}
		done.Retract = append(done.Retract, outcome)
	}
	return done, c, nil
}

// write writes the versions that begin: articles, descriptions, mentions and claims.
func write(ctx context.Context, tx runner, list []written, p params) error {
	var articles, mentions, claims []any
	descriptions := map[string]params{}
	for _, w := range list {
		articles = append(articles, params{"id": string(w.Article.ID), "props": map[string]any(articleProps(w.Article).with("original", w.original)), "hash": w.hash})
		hashes := map[graph.EntityID]string{}
		for _, e := range w.Entities {
			hashes[e.ID] = e.Hash()
			key := descriptionKey(e)
			if descriptions[key] == nil {
				text, err := describe(e)
				if err != nil {
					return err
				}
				descriptions[key] = params{"key": key, "entity": string(e.ID), "json": text, "articles": 0}
			}
			descriptions[key]["articles"] = descriptions[key]["articles"].(int) + 1
		}
		for _, m := range w.Mentions {
			mentions = append(mentions, params{
				"article": string(w.Article.ID), "entity": string(m.Entity), "description": hashes[m.Entity], "spans": spanList(m.Spans),
			})
		}
		for _, c := range w.Claims {
			claims = append(claims, claimRow(c, w.Article))
		}
	}
	var described []any
	for _, key := range slices.Sorted(maps.Keys(descriptions)) {
		described = append(described, descriptions[key])
	}
	return inOrder(
		func() error { return execRows(ctx, tx, query("write_articles", nil), articles, p) },
		func() error { return execRows(ctx, tx, query("write_descriptions", nil), described, nil) },
		func() error { return execRows(ctx, tx, query("write_mentions", nil), mentions, nil) },
		func() error { return execRows(ctx, tx, query("write_claims", nil), claims, p) },
	)
}

func claimRow(c graph.Claim, a graph.Article) params {
	row := params{"props": map[string]any(claimProps(c, a)), "article": string(a.ID), "subject": string(c.Subject), "object": nil}
	if c.Object != "" {
		row["object"] = string(c.Object)
	}
	return row
}

// inOrder runs steps until one fails.
func inOrder(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
