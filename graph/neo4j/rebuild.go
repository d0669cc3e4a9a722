package neo4j

import (
	"context"
	"fmt"

	"citygraph/graph"
)

// rebuildChunk is how many entities one transaction of Rebuild derives anew.
const rebuildChunk = 200

// Rebuild implements graph.Writer. It goes through the entities in order of id, some of them a
// transaction, under the same locks as Apply: loaders may go on, and a rebuild that was broken
// off has done no harm.
func (s *Store) Rebuild(ctx context.Context) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	for after := ""; ; {
		var ids []graph.EntityID
		err := s.read(ctx, func(ctx context.Context, tx runner) error {
			ids = nil
			return rows(ctx, tx, query("entity_keys", nil), params{"after": after, "limit": rebuildChunk}, func(r record) error {
				ids = append(ids, graph.EntityID(r.text("id")))
				return nil
			})
		})
		if err == nil && len(ids) > 0 {
			after = string(ids[len(ids)-1])
			err = s.settle(ctx, func(ctx context.Context, tx runner, token string) error {
				return rebuild(ctx, tx, ids, token)
			})
		}
		if err != nil {
			return fmt.Errorf("neo4j: rebuild: %w", err)
		}
		if len(ids) < rebuildChunk {
			return nil
		}
	}
}

// rebuild derives entities anew, with the edges that begin at them.
func rebuild(ctx context.Context, tx runner, ids []graph.EntityID, token string) error {
	work := newTouched()
	for _, id := range ids {
		work.entities[id] = true
	}
	if err := work.reach(ctx, tx, ids); err != nil { // what to lock
		return err
	}
	if err := work.lockEntities(ctx, tx); err != nil {
		return err
	}
	clear(work.prior)
	if err := work.reach(ctx, tx, ids); err != nil { // what is there, now that it stays
		return err
	}
	if err := exec(ctx, tx, query("write_marker", nil), params{"id": "rebuild", "token": token, "at": nil}); err != nil {
		return err
	}
	for _, name := range []string{"reset_descriptions", "recount_descriptions"} {
		if err := execRows(ctx, tx, query(name, nil), strs(ids), nil); err != nil {
			return err
		}
	}
	edges, err := work.deriveEdges(ctx, tx)
	if err != nil {
		return err
	}
	if err := edges.write(ctx, tx, &work.changes); err != nil {
		return err
	}
	if err := execRows(ctx, tx, query("recount_degrees", parts{"types": allTypes()}), strs(work.ids()), nil); err != nil {
		return err
	}
	if err := work.deriveNodes(ctx, tx, nil); err != nil {
		return err
	}
	return advance(ctx, tx, params{"token": token, "at": nil}, changes{})
}

// reach notes the groups that begin at entities, with the edges that are there, and the
// entities at their far ends.
func (w *touched) reach(ctx context.Context, tx runner, ids []graph.EntityID) error {
	return rows(ctx, tx, query("groups_from", parts{"types": allTypes()}), params{"ids": strs(ids)}, func(r record) error {
		group := groupIn(r)
		w.entities[group.Object] = true
		w.note(group, graph.EdgeID(r.text("edge")))
		return nil
	})
}

// groupIn reads the columns type, subject and object.
func groupIn(r record) graph.Group {
	return graph.Group{
		Type: graph.EdgeType(r.text("type")), Subject: graph.EntityID(r.text("subject")), Object: graph.EntityID(r.text("object")),
	}
}
