package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"citygraph/graph"
)

// work is one write transaction: what it has touched and not yet derived.
type work struct {
	asked context.Context // ends the work between statements
	ctx   context.Context // of the statements: without an end, which would cost each a goroutine
	c     *conn
	at    string

	survivors map[graph.EntityID]graph.EntityID // of entities met so far
	moved     map[graph.EntityID]bool           // whose class changed
	numbers   map[graph.EntityID]int64          // of entities met so far
	entities  map[string]graph.Entity           // descriptions given by this batch, by hash
	groups    map[group]*touched                // whose edges may change
	described map[description]int               // change in the number of articles
	degree    map[int64]int                     // change in the number of edges, by entity
	counts    map[counter]int                   // change of counters
	changes   []graph.Change                    // for the feed
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
		survivors: map[graph.EntityID]graph.EntityID{}, moved: map[graph.EntityID]bool{},
		numbers: map[graph.EntityID]int64{}, entities: map[string]graph.Entity{},
		groups: map[group]*touched{}, described: map[description]int{},
		degree: map[int64]int{}, counts: map[counter]int{},
	}
}

func (w *work) exec(q query, args ...any) error {
	_, err := w.c.exec(w.ctx, q, args...)
	return err
}

func (w *work) touch(g group) *touched {
	t := w.groups[g]
	if t == nil {
		t = &touched{}
		w.groups[g] = t
	}
	return t
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
