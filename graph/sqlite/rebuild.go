package sqlite

import (
	"context"
)

// rebuildStep is how many groups or entities are derived at a time.
const rebuildStep = 1000

// Rebuild implements graph.Writer, in one transaction: readers see the old graph until the new
// one is whole.
func (s *Store) Rebuild(ctx context.Context) error {
	return s.write(ctx, "rebuild", func(c *conn) error {
		for _, q := range []query{
			keepPastEdges, clearEdges, clearClaimEdges, clearNodeNames, clearNameWords, clearNodeBodies, clearNodes,
			clearDescribed, clearCounters, countDescribed, countAssertions,
		} {
			if _, err := c.exec(ctx, q); err != nil {
				return err
			}
		}
		if err := rebuildNodes(ctx, c); err != nil {
			return err
		}
		if err := rebuildEdges(ctx, c); err != nil {
			return err
		}
		_, err := c.exec(ctx, deletePresentEdges)
		return err
	})
}

func rebuildEdges(ctx context.Context, c *conn) error {
	var last group
	for {
		w := newWork(ctx, c, "")
		args := []any{last.subject, last.object, last.kind, rebuildStep}
		err := c.each(ctx, listGroups, args, func(row scanner) error {
			err := row.Scan(&last.subject, &last.object, &last.kind)
			w.touch(last)
			return err
		})
		if err != nil {
			return err
		}
		if err := w.derive(); err != nil {
			return err
		}
		if len(w.groups) < rebuildStep {
			return nil
		}
	}
}

func rebuildNodes(ctx context.Context, c *conn) error {
	var last int64
	for {
		w := newWork(ctx, c, "")
		var ids []int64
		err := c.each(ctx, listDescribed, []any{last, rebuildStep}, func(row scanner) error {
			err := row.Scan(&last)
			ids = append(ids, last)
			return err
		})
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := w.deriveNode(id); err != nil {
				return err
			}
		}
		if err := w.derive(); err != nil {
			return err
		}
		if len(ids) < rebuildStep {
			return nil
		}
	}
}
