package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"citygraph/graph"
)

// recordTime writes record times so that they sort as text.
const recordTime = "2006-01-02T15:04:05.000000000Z"

// Apply implements graph.Writer.
func (s *Store) Apply(ctx context.Context, b graph.Batch, at time.Time) (graph.Applied, error) {
	if err := b.Validate(); err != nil {
		return graph.Applied{}, translate("apply", err)
	}
	coded, err := encodeAll(b.Assertions)
	if err != nil {
		return graph.Applied{}, translate("apply", err)
	}
	id, recorded := b.ID(), at.UTC().Format(recordTime)
	var done graph.Applied
	err = s.write(ctx, "apply", func(c *conn) error {
		w := newWork(ctx, c, recorded)
		if done, err = w.assertions(coded, b.Retract); err != nil {
			return err
		}
		if err := w.derive(); err != nil {
			return err
		}
		if err := w.exec(putLastLoad, recorded); err != nil {
			return err
		}
		return w.exec(insertBatch, id, recorded)
	})
	if err != nil {
		return graph.Applied{}, err
	}
	return done, nil
}

// HasApplied implements graph.Writer.
func (s *Store) HasApplied(ctx context.Context, id graph.BatchID) (applied bool, err error) {
	err = s.read(ctx, "has applied", func(q *session) error {
		return q.c.one(ctx, selectBatch, []any{&applied}, id)
	})
	return applied, err
}

// work is one write transaction: what it has touched and not yet derived.
type work struct {
	asked context.Context // ends the work between statements
	ctx   context.Context // of the statements: without an end, which would cost each a goroutine
	c     *conn
	at    string

	numbers   map[graph.EntityID]int64 // of entities met so far
	groups    map[group]*touched       // whose edges may change
	described map[description]int      // change in the number of articles
	degree    map[int64]int            // change in the number of edges, by entity
	counts    map[counter]int          // change of counters
}

// touched is what a batch does to one group of claims.
type touched struct {
	added []member
	gone  []graph.EdgeID // edges of claims taken back, "" among them
}

// group is a graph.Group by the numbers of its entities.
type group struct {
	kind            graph.EdgeType
	subject, object int64
}

type description struct {
	entity int64
	hash   string
}

type counter struct{ kind, name string }

func newWork(ctx context.Context, c *conn, at string) *work {
	return &work{
		asked: ctx, ctx: context.WithoutCancel(ctx), c: c, at: at,
		numbers: map[graph.EntityID]int64{}, groups: map[group]*touched{}, described: map[description]int{},
		degree: map[int64]int{}, counts: map[counter]int{},
	}
}

func (w *work) exec(q query, args ...any) error {
	_, err := w.c.exec(w.ctx, q, args...)
	return err
}

// assertions stores and retracts what a batch says.
func (w *work) assertions(coded []encoded, retract []graph.ArticleID) (graph.Applied, error) {
	var done graph.Applied
	for _, a := range coded {
		outcome, err := w.assert(a)
		if err != nil {
			return done, err
		}
		done.Assertions = append(done.Assertions, outcome)
	}
	for _, id := range retract {
		outcome, err := w.retractArticle(id)
		if err != nil {
			return done, err
		}
		done.Retract = append(done.Retract, outcome)
	}
	return done, nil
}

func (w *work) assert(a encoded) (graph.Outcome, error) {
	if err := w.asked.Err(); err != nil {
		return "", err
	}
	n, hash, err := w.current(a.article.ID)
	switch {
	case err != nil:
		return "", err
	case hash == a.hash:
		return graph.Unchanged, nil
	case n == 0:
		return graph.Loaded, w.insert(a)
	}
	if err := w.retract(n); err != nil {
		return "", err
	}
	return graph.Replaced, w.insert(a)
}

func (w *work) retractArticle(id graph.ArticleID) (graph.Outcome, error) {
	if err := w.asked.Err(); err != nil {
		return "", err
	}
	n, _, err := w.current(id)
	switch {
	case err != nil:
		return "", err
	case n == 0:
		return graph.Absent, nil
	}
	return graph.Retracted, w.retract(n)
}

// current returns the number and hash of an article's current assertion, 0 where it has none.
func (w *work) current(id graph.ArticleID) (n int64, hash string, err error) {
	err = w.c.one(w.ctx, selectCurrent, []any{&n, &hash}, id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, "", nil
	}
	return n, hash, err
}

// insert stores an assertion and notes what it touches.
func (w *work) insert(a encoded) error {
	result, err := w.c.exec(w.ctx, insertAssertion,
		a.article.ID, a.hash, w.at, a.article.URL, a.article.Source, a.article.Lang, a.article.Date, a.body)
	if err != nil {
		return err
	}
	n, err := result.LastInsertId()
	if err != nil {
		return err
	}
	w.counts[counter{"article", ""}]++
	w.counts[counter{"lang", a.article.Lang}]++
	for _, m := range a.mentions {
		if err := w.insertMention(n, a.article, m); err != nil {
			return err
		}
	}
	for _, c := range a.claims {
		if err := w.insertClaim(n, c); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) insertMention(assertion int64, a graph.Article, m encodedMention) error {
	entity, err := w.number(m.entity)
	if err != nil {
		return err
	}
	key := description{entity, m.hash}
	if _, known := w.described[key]; !known {
		if err := w.exec(insertDescription, m.hash, m.body); err != nil {
			return err
		}
	}
	w.described[key]++
	return w.exec(insertMention, assertion, entity, m.hash, m.spans, a.ID, a.Date)
}

// number returns the number that stands for an entity, a new one where it was never named.
func (w *work) number(id graph.EntityID) (int64, error) {
	if n, met := w.numbers[id]; met {
		return n, nil
	}
	n, found, err := numberOf(w.ctx, w.c, id)
	if err == nil && !found {
		n, err = w.insertEntity(id)
	}
	w.numbers[id] = n
	return n, err
}

func (w *work) insertEntity(id graph.EntityID) (int64, error) {
	result, err := w.c.exec(w.ctx, insertEntity, id)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// numberOf looks up the number that stands for an entity.
func numberOf(ctx context.Context, c *conn, id graph.EntityID) (n int64, found bool, err error) {
	err = c.one(ctx, selectEntity, []any{&n}, id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return n, err == nil, err
}

// insertClaim stores a figure at once; a relation waits until its edge is known.
func (w *work) insertClaim(assertion int64, c encodedClaim) error {
	w.counts[counter{"claim", ""}]++
	m := member{claim: c.Claim, assertion: assertion, body: c.body}
	subject, err := w.number(c.Subject)
	if err != nil {
		return err
	}
	if c.Figure != "" {
		w.counts[counter{"figure", string(c.Figure)}]++
		return w.insertMember(m, subject, nil, "")
	}
	object, err := w.number(c.Object)
	if err != nil {
		return err
	}
	t := w.touch(group{c.Type, subject, object})
	t.added = append(t.added, m)
	return nil
}

// insertMember stores a claim; the object of a figure is nil.
func (w *work) insertMember(m member, subject int64, object any, edge graph.EdgeID) error {
	c := m.claim
	return w.exec(insertClaim, m.assertion, c.ID, c.Type, c.Figure, subject, object, c.Modality, c.Confidence, edge, m.body)
}

func (w *work) touch(g group) *touched {
	t := w.groups[g]
	if t == nil {
		t = &touched{}
		w.groups[g] = t
	}
	return t
}

// retract makes an assertion history and notes what it touched.
func (w *work) retract(n int64) error {
	if err := w.forgetMentions(n); err != nil {
		return err
	}
	if err := w.forgetClaims(n); err != nil {
		return err
	}
	var lang string
	if err := w.c.one(w.ctx, selectLanguage, []any{&lang}, n); err != nil {
		return err
	}
	w.counts[counter{"article", ""}]--
	w.counts[counter{"lang", lang}]--
	for _, q := range []query{retractMentions, retractClaims} {
		if err := w.exec(q, n); err != nil {
			return err
		}
	}
	return w.exec(retractAssertion, n, w.at)
}

func (w *work) forgetMentions(assertion int64) error {
	return w.c.each(w.ctx, selectMentions, []any{assertion}, func(row scanner) error {
		var d description
		if err := row.Scan(&d.entity, &d.hash); err != nil {
			return err
		}
		w.described[d]--
		return nil
	})
}

func (w *work) forgetClaims(assertion int64) error {
	return w.c.each(w.ctx, selectClaimGroups, []any{assertion}, func(row scanner) error {
		var g group
		var object sql.NullInt64
		var figure string
		var edge graph.EdgeID
		if err := row.Scan(&g.kind, &figure, &g.subject, &object, &edge); err != nil {
			return err
		}
		w.counts[counter{"claim", ""}]--
		if figure != "" {
			w.counts[counter{"figure", figure}]--
			return nil
		}
		g.object = object.Int64
		t := w.touch(g)
		t.gone = append(t.gone, edge)
		return nil
	})
}

// derive concludes anew everything that was touched, in one order whatever the batch's.
func (w *work) derive() error {
	for _, g := range slices.SortedFunc(maps.Keys(w.groups), compareGroups) {
		if err := w.deriveGroup(g, *w.groups[g]); err != nil {
			return err
		}
	}
	if err := w.deriveNodes(); err != nil {
		return err
	}
	byName := func(a, b counter) int { return strings.Compare(a.kind+"\x00"+a.name, b.kind+"\x00"+b.name) }
	for _, k := range slices.SortedFunc(maps.Keys(w.counts), byName) {
		if change := w.counts[k]; change != 0 {
			if err := w.exec(addCounter, k.kind, k.name, change); err != nil {
				return err
			}
		}
	}
	return nil
}
