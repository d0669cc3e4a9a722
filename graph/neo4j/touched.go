package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"citygraph/graph"
)

// touched is what a batch may change: entities, and the groups of claims between them with the
// edges that they made before.
type touched struct {
	entities map[graph.EntityID]bool
	prior    map[graph.Group]map[graph.EdgeID]bool // edges by group
	changes  changes                               // for the feed
}

func newTouched() touched {
	return touched{entities: map[graph.EntityID]bool{}, prior: map[graph.Group]map[graph.EdgeID]bool{}}
}

// lock takes the write locks of all entities that the versions that begin or end speak of.
func (w *touched) lock(ctx context.Context, tx runner, c change) error {
	maps.Copy(w.entities, c.entities())
	err := rows(ctx, tx, query("mentioned_entities", nil), params{"ids": strs(c.retire)}, func(r record) error {
		w.entities[graph.EntityID(r.text("id"))] = true
		return nil
	})
	if err != nil {
		return err
	}
	return w.lockEntities(ctx, tx)
}

func (w *touched) lockEntities(ctx context.Context, tx runner) error {
	return execRows(ctx, tx, query("lock_entities", nil), strs(w.ids()), nil)
}

// ids returns the touched entities in order.
func (w *touched) ids() []graph.EntityID { return slices.Sorted(maps.Keys(w.entities)) }

// groups returns the touched groups in order.
func (w *touched) groups() []graph.Group {
	return slices.SortedFunc(maps.Keys(w.prior), func(a, b graph.Group) int {
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object, b.Object), cmp.Compare(a.Type, b.Type))
	})
}

// groupKeys returns the keys of the touched groups as a parameter.
func (w *touched) groupKeys() []any {
	var keys []any
	for _, g := range w.groups() {
		keys = append(keys, groupKey(g))
	}
	return keys
}

// retire moves the versions that end into history and notes the groups that they touch.
func (w *touched) retire(ctx context.Context, tx runner, ending []graph.ArticleID, p params) error {
	if len(ending) == 0 {
		return nil
	}
	slices.Sort(ending)
	ids := strs(ending)
	err := rows(ctx, tx, query("asserted_groups", nil), params{"ids": ids}, func(r record) error {
		w.note(groupIn(r), graph.EdgeID(r.text("edge")))
		return nil
	})
	if err != nil {
		return err
	}
	for _, name := range []string{"retire_articles", "retire_mentions", "retire_claims", "clear_articles"} {
		if err := execRows(ctx, tx, query(name, nil), ids, p); err != nil {
			return err
		}
	}
	return nil
}

// note adds a group and one of the edges that it made before, "" for none.
func (w *touched) note(group graph.Group, edge graph.EdgeID) {
	if w.prior[group] == nil {
		w.prior[group] = map[graph.EdgeID]bool{}
	}
	if edge != "" {
		w.prior[group][edge] = true
	}
}

// addGroups notes the groups of the claims that begin.
func (w *touched) addGroups(begin []written) {
	for _, a := range begin {
		for _, c := range a.Claims {
			if c.Figure == "" {
				w.note(c.Group(), "")
			}
		}
	}
}
