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

func compareGroups(a, b graph.Group) int {
	return cmp.Or(
		strings.Compare(string(a.Subject), string(b.Subject)),
		strings.Compare(string(a.Object), string(b.Object)),
		strings.Compare(string(a.Type), string(b.Type)),
	)
}

// member is a claim of a group as stored.
type member struct {
	claim graph.Claim
	n     int64
	edge  graph.EdgeID // that it belonged to until now
}

// deriveGroup concludes the edges of one group anew; gone are edges of claims taken back.
func (w *work) deriveGroup(g graph.Group, gone []graph.EdgeID) error {
	if err := w.asked.Err(); err != nil {
		return err
	}
	members, err := w.members(g)
	if err != nil {
		return err
	}
	before := map[graph.EdgeID]bool{}
	for _, id := range gone {
		before[id] = true
	}
	claims := make([]graph.Claim, len(members))
	for i, m := range members {
		claims[i] = m.claim
		before[m.edge] = true
	}
	delete(before, "") // claims that made no edge, or not yet
	edges, of := derive.Edges(claims)
	for _, e := range edges {
		if err := w.putEdge(e, before[e.ID]); err != nil {
			return err
		}
		delete(before, e.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if err := w.dropEdge(id, g); err != nil {
			return err
		}
	}
	for _, m := range members {
		if edge := of[m.claim.ID]; edge != m.edge {
			if err := w.exec(updateClaimEdge, m.n, edge); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *work) members(g graph.Group) (members []member, err error) {
	err = w.c.each(w.ctx, selectGroup, []any{g.Subject, g.Object, g.Type}, func(row scanner) error {
		var m member
		var id graph.ClaimID
		var body sql.RawBytes
		if err := row.Scan(&m.n, &id, &m.edge, &body); err != nil {
			return err
		}
		claim, known := w.fresh[id]
		if !known {
			if err := json.Unmarshal(body, &claim); err != nil {
				return err
			}
		}
		m.claim = claim
		members = append(members, m)
		return nil
	})
	return members, err
}

// putEdge stores an edge, new or changed.
func (w *work) putEdge(e graph.Edge, exists bool) error {
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
	q := updateEdge
	if !exists {
		q = insertEdge
		w.countEdge(graph.Group{Type: e.Type, Subject: e.From, Object: e.To}, 1)
	}
	return w.exec(q, e.ID, e.Type, e.From, e.To, e.From.TypeOf(), e.To.TypeOf(),
		e.Tier, e.Status, e.Modality, e.Office, topics, e.Date.SortKey(), first, last, from, until,
		e.Support, e.Confidence, body)
}

func (w *work) dropEdge(id graph.EdgeID, g graph.Group) error {
	if err := w.exec(deleteEdge, id); err != nil {
		return err
	}
	w.countEdge(g, -1)
	return w.exec(insertPastEdge, id, g.Type, g.Subject, g.Object)
}

func (w *work) countEdge(g graph.Group, change int) {
	w.counts[counter{"edge", string(g.Type)}] += change
	w.degree[g.Subject] += change
	w.degree[g.Object] += change
}
