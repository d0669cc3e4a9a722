package neo4j

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// edgeChange is what derivation does to the edges of the touched groups.
type edgeChange struct {
	create []graph.Edge
	update map[graph.EdgeType][]any
	remove map[graph.EdgeType][]any
	assign []any                  // claims that change their edge
	degree map[graph.EntityID]int // by how much
}

// conclude derives edges and nodes anew from the claims and descriptions of what is touched.
// It runs under the locks of all touched entities, so what it reads is what every earlier batch
// has committed.
func (w *touched) conclude(ctx context.Context, tx runner) error {
	edges, err := w.deriveEdges(ctx, tx)
	if err != nil {
		return err
	}
	if err := edges.write(ctx, tx, &w.changes); err != nil {
		return err
	}
	return w.deriveNodes(ctx, tx, edges.degree)
}

func (w *touched) deriveEdges(ctx context.Context, tx runner) (*edgeChange, error) {
	claims := map[graph.Group][]graph.Claim{}
	before := map[graph.ClaimID]graph.EdgeID{}
	err := rows(ctx, tx, query("group_claims", nil), params{"groups": w.groupKeys()}, func(r record) error {
		c, edge := claimOf(r.props("claim")), graph.EdgeID(r.text("edge"))
		claims[c.Group()] = append(claims[c.Group()], c)
		before[c.ID] = edge
		w.note(c.Group(), edge)
		return nil
	})
	if err != nil {
		return nil, err
	}
	change := &edgeChange{
		update: map[graph.EdgeType][]any{}, remove: map[graph.EdgeType][]any{}, degree: map[graph.EntityID]int{},
	}
	for _, group := range w.groups() {
		edges, of := derive.Edges(claims[group])
		change.add(group, edges, w.prior[group])
		for _, c := range claims[group] {
			if of[c.ID] != before[c.ID] {
				change.assign = append(change.assign, params{"id": string(c.ID), "edge": orNull(of[c.ID])})
			}
		}
	}
	return change, nil
}

// add sorts the edges of one group into new, kept and gone.
func (c *edgeChange) add(group graph.Group, edges []graph.Edge, prior map[graph.EdgeID]bool) {
	gone := make(map[graph.EdgeID]bool, len(prior))
	for id := range prior {
		gone[id] = true
	}
	for _, e := range edges {
		if gone[e.ID] {
			delete(gone, e.ID)
			c.update[e.Type] = append(c.update[e.Type], params{"id": string(e.ID), "props": map[string]any(edgeProps(e))})
			continue
		}
		c.create = append(c.create, e)
		c.degree[e.From]++
		c.degree[e.To]++
	}
	for id := range gone {
		c.remove[group.Type] = append(c.remove[group.Type], params{"id": string(id), "group": groupKey(group)})
		c.degree[group.Subject]--
		c.degree[group.Object]--
	}
}

func (c *edgeChange) write(ctx context.Context, tx runner, told *changes) error {
	for _, r := range graph.Ontology() {
		slot := parts{"type": string(r.Type)}
		if err := told.noteRows(ctx, tx, query("delete_edges", slot), byID(c.remove[r.Type]), nil, graph.Removed); err != nil {
			return err
		}
		if err := told.noteRows(ctx, tx, query("update_edges", slot), byID(c.update[r.Type]), nil, graph.Changed); err != nil {
			return err
		}
	}
	create := make([]any, len(c.create))
	for i, e := range c.create {
		told.note(graph.Added, string(e.ID))
		create[i] = params{
			"id": string(e.ID), "type": string(e.Type), "from": string(e.From), "to": string(e.To), "props": map[string]any(edgeProps(e)),
		}
	}
	if err := execRows(ctx, tx, query("create_edges", nil), byID(create), nil); err != nil {
		return err
	}
	return execRows(ctx, tx, query("assign_claims", nil), byID(c.assign), nil)
}

// deriveNodes writes the touched entities as their current descriptions make them.
func (w *touched) deriveNodes(ctx context.Context, tx runner, change map[graph.EntityID]int) error {
	ids := params{"ids": strs(w.ids())}
	described := map[graph.EntityID][]derive.Description{}
	err := rows(ctx, tx, query("entity_descriptions", nil), ids, func(r record) error {
		e, err := descriptionIn(r)
		described[e.Entity.ID] = append(described[e.Entity.ID], e)
		return err
	})
	if err != nil {
		return err
	}
	degree := map[graph.EntityID]int{}
	err = rows(ctx, tx, query("entity_degrees", nil), ids, func(r record) error {
		degree[graph.EntityID(r.text("id"))] = r.number("degree")
		return nil
	})
	if err != nil {
		return err
	}
	merged := map[graph.EntityID][]graph.EntityID{}
	err = rows(ctx, tx, query("merged", nil), ids, func(r record) error {
		survivor := graph.EntityID(r.text("survivor"))
		merged[survivor] = append(merged[survivor], graph.EntityID(r.text("id")))
		return nil
	})
	if err != nil {
		return err
	}
	var write, gone []any
	for _, id := range w.ids() {
		node := derive.Node(described[id])
		if node.ID == "" {
			gone = append(gone, params{"id": string(id), "type": string(id.TypeOf())})
			continue
		}
		node.Degree, node.MergedFrom = degree[id]+change[id], merged[id]
		write = append(write, params{"id": string(id), "type": string(node.Type), "props": map[string]any(nodeProps(node))})
	}
	kinds := params{"added": string(graph.Added), "changed": string(graph.Changed)}
	if err := w.changes.noteRows(ctx, tx, query("write_nodes", nil), write, kinds, ""); err != nil {
		return err
	}
	return w.changes.noteRows(ctx, tx, query("clear_nodes", nil), gone, nil, graph.Removed)
}

// descriptionIn reads the columns json and articles.
func descriptionIn(r record) (derive.Description, error) {
	e, err := described(r.text("json"))
	return derive.Description{Entity: e, Articles: r.number("articles")}, err
}

// byID sorts rows by their id, so that all writers go the same way through the database.
func byID(list []any) []any {
	slices.SortFunc(list, func(a, b any) int {
		x, _ := a.(params)["id"].(string)
		y, _ := b.(params)["id"].(string)
		return cmp.Compare(x, y)
	})
	return list
}

func orNull[T ~string](v T) any {
	if v == "" {
		return nil
	}
	return string(v)
}
