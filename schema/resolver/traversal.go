package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/traverse"
)

// drawing is nodes and edges of an answer, each once, in two groups.
type drawing struct {
	nodes *entities
	edges *edges
	types []graph.EdgeType
	cut   bool
	cutAt int
}

func draw(ctx context.Context, nodes []graph.Node, rows []graph.Edge, allowed []graph.EdgeType, s scope) (drawing, error) {
	if len(allowed) == 0 {
		for _, r := range graph.Ontology() {
			allowed = append(allowed, r.Type)
		}
	}
	d := drawing{nodes: newEntities(nodes, s), edges: newEdges(rows, s), types: allowed}
	// All ends are at hand: nothing below asks the store for them again.
	_, err := once(&d.edges.shared, "ends", func() ([]graph.Node, error) { return nodes, nil })
	if err != nil {
		return d, err
	}
	_, err = once(&d.edges.shared, "other", func() (*entities, error) { return d.nodes, nil })
	if err != nil {
		return d, err
	}
	return d, spendRows(ctx, len(nodes)+len(rows))
}

// Nodes is every node once.
func (d drawing) Nodes() []Entity { return listed(d.nodes.list) }

// Edges is every edge once.
func (d drawing) Edges() []*Edge {
	list := make([]*Edge, len(d.edges.rows))
	for i, row := range d.edges.rows {
		list[i] = &Edge{edge: row, group: d.edges}
	}
	return list
}

// EdgeTypes is the edge types that were allowed.
func (d drawing) EdgeTypes() []graph.EdgeType { return d.types }

// Truncated reports whether a limit cut the answer short.
func (d drawing) Truncated() bool { return d.cut }

// TruncatedAtDepth is the depth at which it was cut.
func (d drawing) TruncatedAtDepth() *int {
	if !d.cut {
		return nil
	}
	return &d.cutAt
}

// Subgraph is a part of the graph.
type Subgraph struct{ drawing }

// Paths is the paths between two entities.
type Paths struct {
	drawing
	paths []traverse.Path
}

// Paths is the paths, shortest first.
func (p *Paths) Paths() []*Path {
	list := make([]*Path, len(p.paths))
	for i, path := range p.paths {
		list[i] = &Path{path, p.drawing}
	}
	return list
}

// Path is one path.
type Path struct {
	path traverse.Path
	in   drawing
}

// Length is the number of edges.
func (p *Path) Length() int { return len(p.path.Edges) }

// Nodes is the nodes from one end to the other.
func (p *Path) Nodes() []Entity {
	list := make([]Entity, len(p.path.Nodes))
	for i, id := range p.path.Nodes {
		list[i] = p.in.nodes.get(id)
	}
	return list
}

// Edges is the edges between the nodes, each seen from the node before it.
func (p *Path) Edges() []*Edge {
	list := make([]*Edge, len(p.path.Edges))
	for i, id := range p.path.Edges {
		list[i] = &Edge{p.in.edges.rows[p.in.edges.at[id]], p.path.Nodes[i], p.in.edges}
	}
	return list
}

// Neighborhood is what lies within some hops of the given entities.
func (Query) Neighborhood(ctx context.Context, ids []string, filter *EdgeFilter, depth, limit int, asOf *time.Time, validAt *graph.Date) (*Subgraph, error) {
	s := newScope(asOf, validAt)
	o := traverse.Options{Filter: filter.read(s, nil), Depth: depth, Limit: limit}
	if err := bounded(ids, MaxNodeIDs, "MaxNodeIDs", depth, limit); err != nil {
		return nil, err
	}
	return subgraph(ctx, ids, traverse.Neighborhood, o, s)
}

// Subgraph is the given entities and every edge among them.
func (Query) Subgraph(ctx context.Context, ids []string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date) (*Subgraph, error) {
	s := newScope(asOf, validAt)
	o := traverse.Options{Filter: filter.read(s, nil), Limit: MaxWalkNodes}
	if err := bounded(ids, MaxSubgraph, "MaxSubgraph", 1, 1); err != nil {
		return nil, err
	}
	return subgraph(ctx, ids, traverse.Induced, o, s)
}

type walk func(context.Context, graph.Reader, []graph.EntityID, traverse.Options) (traverse.Subgraph, error)

func subgraph(ctx context.Context, list []string, along walk, o traverse.Options, s scope) (*Subgraph, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	found, err := along(ctx, r, unique(ids[graph.EntityID](list)), o)
	if err != nil {
		return nil, err
	}
	d, err := draw(ctx, found.Nodes, found.Edges, o.Filter.Types, walked(s, o.Filter))
	d.cut, d.cutAt = found.Truncated, found.TruncatedAt
	return &Subgraph{d}, err
}

// ShortestPath is a shortest path between two entities.
func (q Query) ShortestPath(ctx context.Context, from, to string, filter *EdgeFilter, maxDepth int, asOf *time.Time, validAt *graph.Date) (*Paths, error) {
	return q.Paths(ctx, from, to, 1, filter, maxDepth, asOf, validAt)
}

// Paths is the k shortest paths between two entities.
func (Query) Paths(ctx context.Context, from, to string, k int, filter *EdgeFilter, maxDepth int, asOf *time.Time, validAt *graph.Date) (*Paths, error) {
	s := newScope(asOf, validAt)
	o := traverse.Options{Filter: filter.read(s, nil), Depth: maxDepth}
	if err := bounded(nil, 0, "", maxDepth, 1); err != nil {
		return nil, err
	}
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	found, err := traverse.Shortest(ctx, r, graph.EntityID(from), graph.EntityID(to), k, o)
	if err != nil {
		return nil, err
	}
	d, err := draw(ctx, found.Nodes, found.Edges, o.Filter.Types, walked(s, o.Filter))
	d.cut, d.cutAt = found.Truncated, found.TruncatedAt
	return &Paths{d, found.Paths}, err
}

// walked is the scope below an answer that was read with the filter.
func walked(s scope, f graph.EdgeFilter) scope {
	s.asOf, s.validAt = f.AsOf, f.ValidAt
	return s
}

// bounded checks the size of a walk; depth and limit of the store itself are wider.
func bounded(ids []string, most int, name string, depth, limit int) error {
	switch {
	case len(ids) > most:
		return &graph.LimitError{Limit: name, Max: most, Got: len(ids)}
	case depth < 1 || limit < 1:
		return &graph.InvalidError{Field: "depth, limit", Reason: "is below 1"}
	case limit > MaxWalkNodes:
		return &graph.LimitError{Limit: "MaxWalkNodes", Max: MaxWalkNodes, Got: limit}
	}
	return nil
}
