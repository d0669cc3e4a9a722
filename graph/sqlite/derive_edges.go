package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/derive"
)

func compareGroups(a, b group) int {
	return cmp.Or(
		cmp.Compare(a.subject, b.subject), cmp.Compare(a.object, b.object),
		strings.Compare(string(a.kind), string(b.kind)),
	)
}

// member is a claim of a group: stored already, or waiting for its edge to be known.
type member struct {
	claim     graph.Claim
	n         int64        // 0: not stored yet
	edge      graph.EdgeID // that it belonged to until now
	assertion int64        // of a claim not stored yet, with its body
	body      string
}

// deriveGroup concludes the edges of one group anew.
func (w *work) deriveGroup(g group, t touched) error {
	if err := w.asked.Err(); err != nil {
		return err
	}
	members, err := w.members(g)
	if err != nil {
		return err
	}
	members = append(members, t.added...)
	before := map[graph.EdgeID]bool{}
	for _, id := range t.gone {
		before[id] = true
	}
	claims := make([]graph.Claim, len(members))
	for i, m := range members {
		claims[i] = m.claim
		before[m.edge] = true
	}
	delete(before, "") // claims that made no edge, or not yet
	edges, of := derive.Edges(claims)
	if err := w.replaceEdges(g, before, edges); err != nil {
		return err
	}
	for _, m := range members {
		if err := w.attach(g, m, of[m.claim.ID]); err != nil {
			return err
		}
	}
	return nil
}

// replaceEdges makes the edges of a group those given; before are the ids it had.
func (w *work) replaceEdges(g group, before map[graph.EdgeID]bool, edges []graph.Edge) error {
	for _, e := range edges {
		if err := w.putEdge(g, e, before[e.ID]); err != nil {
			return err
		}
		delete(before, e.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if err := w.dropEdge(id, g); err != nil {
			return err
		}
	}
	return nil
}

// attach notes which edge a claim belongs to.
func (w *work) attach(g group, m member, edge graph.EdgeID) error {
	switch {
	case m.n == 0:
		return w.insertMember(m, g.subject, g.object, edge)
	case m.edge != edge:
		return w.exec(updateClaimEdge, m.n, edge)
	}
	return nil
}

// members reads the stored claims of a group.
func (w *work) members(g group) (members []member, err error) {
	err = w.c.each(w.ctx, selectGroup, []any{g.subject, g.object, g.kind}, func(row scanner) error {
		var m member
		var body sql.RawBytes
		if err := row.Scan(&m.n, &m.edge, &body); err != nil {
			return err
		}
		err := json.Unmarshal(body, &m.claim)
		members = append(members, m)
		return err
	})
	return members, err
}

// putEdge stores an edge, new or changed.
func (w *work) putEdge(g group, e graph.Edge, exists bool) error {
	body, err := marshal(e)
	if err != nil {
		return err
	}
	topics, err := marshal(e.Topics)
	if err != nil {
		return err
	}
	first, last := dayRange(e.Date)
	from, until := holdingRange(e)
	q, kind := updateEdge, graph.Changed
	if !exists {
		q, kind = insertEdge, graph.Added
		w.countEdge(g, 1)
	}
	result, err := w.c.exec(w.ctx, q, e.ID, e.Type, g.subject, g.object, e.From.TypeOf(), e.To.TypeOf(),
		e.Tier, e.Status, e.Modality, e.Office, topics, e.Date.SortKey(), first, last, from, until,
		e.Support, e.Confidence, body)
	return w.noteIf(result, err, kind, string(e.ID))
}

func (w *work) dropEdge(id graph.EdgeID, g group) error {
	if err := w.exec(deleteEdge, id); err != nil {
		return err
	}
	w.countEdge(g, -1)
	w.note(graph.Removed, string(id))
	return w.exec(insertPastEdge, id, g.kind, g.subject, g.object)
}

func (w *work) countEdge(g group, change int) {
	w.counts[counter{"edge", string(g.kind)}] += change
	w.degree[g.subject] += change
	w.degree[g.object] += change
}
