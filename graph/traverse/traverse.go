// Package traverse walks the graph through a graph.Reader: neighbourhoods, induced subgraphs,
// shortest and k shortest paths. It is written once for every store, so that no engine's
// default decides what a path is; a store only answers for many nodes at once, and the number
// of its calls grows with the depth and never with the number of nodes.
//
// # What a path is
//
// A path repeats no node, hence no edge. Edges are walked against their direction too unless
// the filter names one: a visit links guest and host either way. Of parallel edges between two
// nodes each makes a path of its own. Shorter paths come first; among equals the one whose
// sequence of edge ids is the smaller. Depth counts edges.
//
// # Bounds
//
// Every walk is bounded by depth, by nodes in the answer, by edges read and by time. An answer
// that a bound cut says so, and at which depth: everything nearer is complete.
package traverse

import (
	"context"
	"slices"
	"strings"

	"citygraph/graph"
)

// Options bound and filter a walk. The zero value walks every edge type, one hop far.
type Options struct {
	Filter graph.EdgeFilter // Order is ignored
	Depth  int              // hops; 0: 1 for neighbourhoods, MaxDepth for paths; at most graph.MaxDepth
	Limit  int              // nodes of the answer; 0: graph.MaxTraversal, which is also the most
}

// Subgraph is nodes and edges, once each, in id order.
type Subgraph struct {
	Nodes       []graph.Node
	Edges       []graph.Edge // both ends are in Nodes
	Truncated   bool
	TruncatedAt int // depth at which a bound cut the walk; 0 where none did
}

// Neighborhood returns the nodes within Depth hops of start and every edge among them that
// passes the filter and was met on the way.
func Neighborhood(ctx context.Context, r graph.Reader, start []graph.EntityID, o Options) (Subgraph, error) {
	o, err := o.checked(1)
	if err != nil {
		return Subgraph{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, graph.TraversalTime)
	defer cancel()
	w := newWalk(r, o)
	if start, err = follow(ctx, r, o, start); err != nil {
		return Subgraph{}, err
	}
	frontier := w.admit(start)
	for depth := 1; depth <= o.Depth && len(frontier) > 0 && w.cutAt == 0; depth++ {
		frontier, err = w.expand(ctx, frontier, depth)
		if err != nil {
			return Subgraph{}, err
		}
	}
	return w.subgraph(ctx)
}

// Induced returns the given nodes and every edge among them that passes the filter.
func Induced(ctx context.Context, r graph.Reader, ids []graph.EntityID, o Options) (Subgraph, error) {
	o, err := o.checked(1)
	if err != nil {
		return Subgraph{}, err
	}
	if len(ids) > o.Limit {
		return Subgraph{}, &graph.LimitError{Limit: "MaxTraversal", Max: o.Limit, Got: len(ids)}
	}
	ctx, cancel := context.WithTimeout(ctx, graph.TraversalTime)
	defer cancel()
	w := newWalk(r, o)
	if ids, err = follow(ctx, r, o, ids); err != nil {
		return Subgraph{}, err
	}
	o.Filter.Others = slices.DeleteFunc(slices.Clone(ids), func(id graph.EntityID) bool { return id == "" })
	w.filter = o.Filter
	if _, err := w.expand(ctx, w.admit(ids), 1); err != nil {
		return Subgraph{}, err
	}
	return w.subgraph(ctx)
}

// follow returns the survivor that each id answers with, "" where there is no such node.
func follow(ctx context.Context, r graph.Reader, o Options, ids []graph.EntityID) ([]graph.EntityID, error) {
	nodes, err := r.Nodes(ctx, ids, o.Filter.AsOf)
	if err != nil {
		return nil, err
	}
	survivor := make(map[graph.EntityID]graph.EntityID, len(nodes))
	for _, n := range nodes {
		survivor[n.ID] = n.ID
		for _, id := range n.MergedFrom {
			survivor[id] = n.ID
		}
	}
	found := make([]graph.EntityID, len(ids))
	for i, id := range ids {
		found[i] = survivor[id]
	}
	return found, nil
}

func (o Options) checked(depth int) (Options, error) {
	if o.Depth == 0 {
		o.Depth = depth
	}
	if o.Limit == 0 {
		o.Limit = graph.MaxTraversal
	}
	o.Filter.Order = graph.ByID
	switch {
	case o.Depth < 0 || o.Limit < 0:
		return o, &graph.InvalidError{Field: "depth, limit", Reason: "is negative"}
	case o.Depth > graph.MaxDepth:
		return o, &graph.LimitError{Limit: "MaxDepth", Max: graph.MaxDepth, Got: o.Depth}
	case o.Limit > graph.MaxTraversal:
		return o, &graph.LimitError{Limit: "MaxTraversal", Max: graph.MaxTraversal, Got: o.Limit}
	}
	return o, nil
}

// walk is one breadth-first search: what it has met, and how much it may still read.
type walk struct {
	reader graph.Reader
	filter graph.EdgeFilter
	limit  int
	budget int // edges left to read
	seen   map[graph.EntityID]bool
	edges  map[graph.EdgeID]graph.Edge
	cutAt  int
}

func newWalk(r graph.Reader, o Options) *walk {
	return &walk{
		reader: r, filter: o.Filter, limit: o.Limit, budget: graph.MaxEdgesVisited,
		seen: map[graph.EntityID]bool{}, edges: map[graph.EdgeID]graph.Edge{},
	}
}

// admit marks ids as met, up to the limit, and returns those that are new; "" is none.
func (w *walk) admit(ids []graph.EntityID) []graph.EntityID {
	var fresh []graph.EntityID
	for _, id := range ids {
		if id != "" && !w.seen[id] && len(w.seen) < w.limit {
			w.seen[id] = true
			fresh = append(fresh, id)
		}
	}
	return fresh
}

// expand reads the edges of the frontier and returns the nodes first met through them. Nodes
// beyond the limit, and edges to them, are left out and the cut is noted.
func (w *walk) expand(ctx context.Context, frontier []graph.EntityID, depth int) ([]graph.EntityID, error) {
	found, cut, err := neighbours(ctx, w.reader, frontier, w.filter, &w.budget)
	if err != nil {
		return nil, err
	}
	var next []graph.EntityID
	for _, e := range found {
		next = append(next, e.From, e.To)
	}
	slices.Sort(next)
	next = w.admit(slices.Compact(next))
	for _, e := range found {
		if w.seen[e.From] && w.seen[e.To] {
			w.edges[e.ID] = e
		} else {
			cut = true
		}
	}
	if cut && w.cutAt == 0 {
		w.cutAt = depth
	}
	return next, nil
}

func (w *walk) subgraph(ctx context.Context) (Subgraph, error) {
	ids := make([]graph.EntityID, 0, len(w.seen))
	for id := range w.seen {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	nodes, err := w.reader.Nodes(ctx, ids, w.filter.AsOf)
	if err != nil {
		return Subgraph{}, err
	}
	return Subgraph{Nodes: nodes, Edges: sortedEdges(w.edges), Truncated: w.cutAt > 0, TruncatedAt: w.cutAt}, nil
}

func sortedEdges(edges map[graph.EdgeID]graph.Edge) []graph.Edge {
	out := make([]graph.Edge, 0, len(edges))
	for _, e := range edges {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b graph.Edge) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

// neighbours reads the edges at all of ids, each edge once, in id order of node and edge, as
// far as the budget reaches; cut says that it did not reach.
func neighbours(ctx context.Context, r graph.Reader, ids []graph.EntityID, f graph.EdgeFilter, budget *int) (edges []graph.Edge, cut bool, err error) {
	met := map[graph.EdgeID]bool{}
	pending := ids
	for len(pending) > 0 && !cut {
		chunk, rest := pending, []graph.EntityID(nil)
		if len(chunk) > chunkSize {
			chunk, rest = pending[:chunkSize], pending[chunkSize:]
		}
		limit := min(graph.MaxScan, max(1, *budget/len(chunk)))
		lists, err := r.FindEdges(ctx, chunk, f, graph.Page{Limit: limit})
		if err != nil {
			return nil, false, err
		}
		for _, list := range lists {
			cut = cut || list.HasNext
			for _, e := range list.Items {
				if !met[e.ID] {
					met[e.ID] = true
					edges = append(edges, e)
				}
			}
			*budget -= len(list.Items)
		}
		pending = rest
		cut = cut || *budget <= 0 && len(rest) > 0
	}
	return edges, cut, nil
}

// chunkSize is how many nodes are asked for at once; it keeps the share of the budget that one
// hub may use large enough.
const chunkSize = 256
