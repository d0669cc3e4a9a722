package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// deriveNodes concludes anew every node whose descriptions or edges changed.
func (w *work) deriveNodes() error {
	touched := map[int64]bool{}
	for _, d := range slices.SortedFunc(maps.Keys(w.described), compareDescriptions) {
		touched[d.entity] = true
		if err := w.addDescribed(d, w.described[d]); err != nil {
			return err
		}
	}
	for id, change := range w.degree {
		if change != 0 {
			touched[id] = true
		}
	}
	for id := range w.moved {
		n, err := w.number(id)
		if err != nil {
			return err
		}
		touched[n] = true
	}
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		if err := w.deriveNode(id); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) addDescribed(d description, change int) error {
	if change == 0 {
		return nil
	}
	if err := w.exec(addDescribed, d.entity, d.hash, change); err != nil || change > 0 {
		return err
	}
	return w.exec(deleteUndescribed, d.entity)
}

func compareDescriptions(a, b description) int {
	return cmp.Or(cmp.Compare(a.entity, b.entity), strings.Compare(a.hash, b.hash))
}

// weight is how many articles describe an entity in one way.
type weight struct {
	hash     string
	articles int
}

// deriveNode concludes one node. Its entity depends on the order of its descriptions alone,
// so a node that many articles mention is mostly just counted.
func (w *work) deriveNode(n int64) error {
	if err := w.asked.Err(); err != nil {
		return err
	}
	weights, err := w.weights(n)
	if err != nil {
		return err
	}
	var id graph.EntityID
	var had string
	err = w.c.one(w.ctx, selectNodeBasis, []any{&id, &had}, n)
	exists := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	merged, err := w.mergedFrom(n)
	if err != nil {
		return err
	}
	basis, articles := sum(weights, merged)
	switch {
	case len(weights) == 0 && !exists:
		return nil
	case len(weights) == 0:
		return w.dropNode(n, id)
	case basis == had:
		return w.countNode(n, articles, w.degree[n])
	}
	node, err := w.conclude(weights)
	if err != nil {
		return err
	}
	node.MergedFrom = merged
	return w.putNode(n, exists, node, basis)
}

// countNode changes a node's counts alone. Its degree stands in an index, so it is written only
// where it changes.
func (w *work) countNode(n int64, articles, degree int) error {
	if degree == 0 {
		return w.exec(updateNodeArticles, n, articles)
	}
	return w.exec(updateNodeCounts, n, articles, degree)
}

func (w *work) weights(n int64) (weights []weight, err error) {
	err = w.c.each(w.ctx, selectDescribed, []any{n}, func(row scanner) error {
		var d weight
		if err := row.Scan(&d.hash, &d.articles); err != nil {
			return err
		}
		weights = append(weights, d)
		return nil
	})
	return weights, err
}

// sum digests the order of descriptions with the ids that were joined, and counts the articles
// behind them.
func sum(weights []weight, merged []graph.EntityID) (basis string, articles int) {
	var order strings.Builder
	for _, d := range weights {
		order.WriteString(d.hash)
		articles += d.articles
	}
	for _, id := range merged {
		order.WriteString(string(id))
	}
	return graph.ContentHash([]byte(order.String()))[:20], articles
}

func (w *work) conclude(weights []weight) (graph.Node, error) {
	descriptions := make([]derive.Description, len(weights))
	for i, d := range weights {
		entity, given := w.entities[d.hash]
		if !given {
			var err error
			if entity, err = descriptionOf(w.ctx, w.c, d.hash); err != nil {
				return graph.Node{}, err
			}
		}
		descriptions[i] = derive.Description{Entity: entity, Articles: d.articles}
	}
	return derive.Node(descriptions), nil
}

func descriptionOf(ctx context.Context, c *conn, hash string) (entity graph.Entity, err error) {
	var body []byte
	if err := c.one(ctx, selectDescription, []any{&body}, hash); err != nil {
		return entity, fmt.Errorf("description %s: %w", hash, err)
	}
	return entity, json.Unmarshal(body, &entity)
}

// stored is what a node's body holds: all but its counts.
type stored struct {
	graph.Entity
	MergedFrom []graph.EntityID `json:"mergedFrom,omitempty"`
}

// putNode stores a node, new or changed.
func (w *work) putNode(n int64, exists bool, node graph.Node, basis string) error {
	body, err := marshal(stored{node.Entity, node.MergedFrom})
	if err != nil {
		return err
	}
	topics, err := marshal(node.Topics)
	if err != nil {
		return err
	}
	first, last := dayRange(node.Date)
	q, kind := updateNode, graph.Changed
	if !exists {
		q, kind = insertNode, graph.Added
		w.counts[counter{"node", string(node.Type)}]++
	}
	err = w.exec(q, n, node.ID, node.Type, node.Kind, node.Country, node.Region, node.GeoNames,
		node.ISO, node.Status, topics, first, last, node.MainKey(), node.Articles, basis, w.degree[n])
	if err != nil {
		return err
	}
	result, err := w.c.exec(w.ctx, putNodeBody, n, body)
	if err := w.noteIf(result, err, kind, string(node.ID)); err != nil {
		return err
	}
	return w.putNames(n, node.Names)
}

// putNames makes the node's name keys those of names.
func (w *work) putNames(node int64, names []graph.Name) error {
	old := map[string]int64{}
	err := w.c.each(w.ctx, selectNodeNames, []any{node}, func(row scanner) error {
		var n int64
		var key string
		if err := row.Scan(&n, &key); err != nil {
			return err
		}
		old[key] = n
		return nil
	})
	if err != nil {
		return err
	}
	kept := map[string]bool{}
	for _, name := range names {
		if _, had := old[name.Key]; !had && !kept[name.Key] {
			if err := w.insertName(node, name.Key); err != nil {
				return err
			}
		}
		kept[name.Key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(old)) {
		if !kept[key] {
			if err := w.deleteName(old[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *work) insertName(node int64, key string) error {
	result, err := w.c.exec(w.ctx, insertNodeName, node, key)
	if err != nil {
		return err
	}
	n, err := result.LastInsertId()
	if err != nil {
		return err
	}
	return w.exec(insertNameWords, n, words(key))
}

func (w *work) deleteName(n int64) error {
	if err := w.exec(deleteNameWords, n); err != nil {
		return err
	}
	return w.exec(deleteNodeName, n)
}

func (w *work) dropNode(n int64, id graph.EntityID) error {
	if err := w.putNames(n, nil); err != nil {
		return err
	}
	w.counts[counter{"node", string(id.TypeOf())}]--
	w.note(graph.Removed, string(id))
	if err := w.exec(deleteNodeBody, n); err != nil {
		return err
	}
	return w.exec(deleteNode, n)
}

// words writes the tokens of a name key as full-text search stores them.
func words(key string) string {
	var b strings.Builder
	for _, token := range graph.NameTokens(key) {
		fmt.Fprintf(&b, "%x ", token)
	}
	return b.String()
}
