package traverse

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"citygraph/graph"
)

// Path is a way from one node to another: one edge fewer than nodes.
type Path struct {
	Nodes []graph.EntityID
	Edges []graph.EdgeID
}

// Paths is the paths of an answer, shortest first, with every node and edge on them once, in
// id order.
type Paths struct {
	Paths       []Path
	Nodes       []graph.Node
	Edges       []graph.Edge
	Truncated   bool
	TruncatedAt int // paths with fewer edges are all known; 0 where no bound cut the search
}

// Shortest returns the k shortest paths between two nodes, fewer where there are not as many
// within Depth. From a node to itself there is one path, without edges. An unknown node is
// ErrNotFound.
func Shortest(ctx context.Context, r graph.Reader, from, to graph.EntityID, k int, o Options) (Paths, error) {
	o, err := o.checked(graph.MaxDepth)
	switch {
	case err != nil:
		return Paths{}, err
	case k < 1:
		return Paths{}, &graph.InvalidError{Field: "k", Reason: "is below 1"}
	case k > graph.MaxPaths:
		return Paths{}, &graph.LimitError{Limit: "MaxPaths", Max: graph.MaxPaths, Got: k}
	}
	ctx, cancel := context.WithTimeout(ctx, graph.TraversalTime)
	defer cancel()
	ends, err := exist(ctx, r, o, from, to)
	if err != nil {
		return Paths{}, err
	}
	s := newSearch(r, o, ends[0], ends[1])
	if err := s.run(ctx, k); err != nil {
		return Paths{}, err
	}
	return s.answer(ctx, k)
}

// exist returns the survivors that ids answer with; one that is not there is an error.
func exist(ctx context.Context, r graph.Reader, o Options, ids ...graph.EntityID) ([]graph.EntityID, error) {
	found, err := follow(ctx, r, o, ids)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if found[i] == "" {
			return nil, &missingError{id}
		}
	}
	return found, nil
}

type missingError struct{ id graph.EntityID }

func (e *missingError) Error() string        { return "no entity " + string(e.id) }
func (e *missingError) Is(target error) bool { return target == graph.ErrNotFound }

// search grows a ball around each end, always the one with the smaller rim, until enough paths
// lie inside both. A path of length n is inside once the two radii add up to n.
type search struct {
	reader   graph.Reader
	filter   graph.EdgeFilter
	depth    int
	limit    int
	budget   int
	from, to *ball
	edges    map[graph.EdgeID]graph.Edge
	at       map[graph.EntityID][]graph.EdgeID
	paths    []Path
	cutAt    int
}

// ball is the nodes within radius of an end, with their distance.
type ball struct {
	center   graph.EntityID
	distance map[graph.EntityID]int
	rim      []graph.EntityID
	radius   int
	forward  bool
}

func newSearch(r graph.Reader, o Options, from, to graph.EntityID) *search {
	center := func(id graph.EntityID, forward bool) *ball {
		return &ball{center: id, distance: map[graph.EntityID]int{id: 0}, rim: []graph.EntityID{id}, forward: forward}
	}
	return &search{
		reader: r, filter: o.Filter, depth: o.Depth, limit: o.Limit, budget: graph.MaxEdgesVisited,
		from: center(from, true), to: center(to, false),
		edges: map[graph.EdgeID]graph.Edge{}, at: map[graph.EntityID][]graph.EdgeID{},
	}
}

// run grows until k paths are inside or nothing is left to grow.
func (s *search) run(ctx context.Context, k int) error {
	for {
		reach := s.from.radius + s.to.radius
		paths, err := s.within(ctx, reach, k)
		if err != nil {
			return err
		}
		s.paths = paths
		if len(s.paths) >= k || reach >= s.depth || s.cutAt > 0 {
			return nil
		}
		grow := s.from
		if len(s.from.rim) == 0 || len(s.to.rim) > 0 && len(s.to.rim) < len(s.from.rim) {
			grow = s.to
		}
		if len(grow.rim) == 0 {
			return nil
		}
		if err := s.grow(ctx, grow); err != nil {
			return err
		}
	}
}

func (s *search) grow(ctx context.Context, b *ball) error {
	filter := s.filter
	if !b.forward {
		filter.Direction = reverse(filter.Direction)
	}
	edges, cut, err := neighbours(ctx, s.reader, b.rim, filter, &s.budget)
	if err != nil {
		return err
	}
	b.radius++
	var rim []graph.EntityID
	for _, e := range edges {
		if _, known := s.edges[e.ID]; !known {
			s.edges[e.ID] = e
			s.at[e.From] = append(s.at[e.From], e.ID)
			s.at[e.To] = append(s.at[e.To], e.ID)
		}
		for _, id := range []graph.EntityID{e.From, e.To} {
			if _, met := b.distance[id]; met {
				continue
			}
			if len(s.from.distance)+len(s.to.distance) >= s.limit {
				cut = true
				continue
			}
			b.distance[id] = b.radius
			rim = append(rim, id)
		}
	}
	b.rim = rim
	if cut {
		s.cutAt = s.from.radius + s.to.radius
	}
	return nil
}

func reverse(d graph.Direction) graph.Direction {
	switch d {
	case graph.Out:
		return graph.In
	case graph.In:
		return graph.Out
	}
	return graph.Both
}

// within lists up to k paths of at most reach edges, in order: length by length, stepping only
// where the known edges still lead to the far end in time.
func (s *search) within(ctx context.Context, reach, k int) ([]Path, error) {
	left := s.distances(reach)
	nearest, met := left[s.from.center]
	if !met {
		return nil, nil
	}
	var found []Path
	for length := nearest; length <= reach && len(found) < k; length++ {
		p := &probe{search: s, length: length, left: left, most: k - len(found), on: map[graph.EntityID]bool{}}
		p.visit(ctx, s.from.center)
		found = append(found, p.found...)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if p.steps > graph.MaxEdgesVisited {
			s.cutAt = length
			break
		}
	}
	return found, nil
}

// distances measures, over the edges known so far, how far each node is from the far end.
func (s *search) distances(reach int) map[graph.EntityID]int {
	distance := map[graph.EntityID]int{s.to.center: 0}
	rim := []graph.EntityID{s.to.center}
	for d := 1; d <= reach && len(rim) > 0; d++ {
		var next []graph.EntityID
		for _, id := range rim {
			for _, edge := range s.at[id] {
				other := s.edges[edge].Other(id)
				if _, met := distance[other]; !met && s.walkable(s.edges[edge], other) {
					distance[other] = d
					next = append(next, other)
				}
			}
		}
		rim = next
	}
	return distance
}

// probe lists the paths of exactly one length in ascending order of their edge ids.
type probe struct {
	*search
	length, most int
	left         map[graph.EntityID]int // edges to the far end, at least
	steps        int                    // edges tried
	nodes        []graph.EntityID
	path         []graph.EdgeID
	on           map[graph.EntityID]bool
	found        []Path
}

func (p *probe) visit(ctx context.Context, id graph.EntityID) {
	left := p.length - len(p.path)
	if nearest, ok := p.left[id]; !ok || nearest > left || p.full(ctx) {
		return
	}
	p.nodes, p.on[id] = append(p.nodes, id), true
	defer func() { p.nodes, p.on[id] = p.nodes[:len(p.nodes)-1], false }()
	if id == p.to.center {
		if left == 0 {
			p.found = append(p.found, Path{slices.Clone(p.nodes), slices.Clone(p.path)})
		}
		return
	}
	for _, edge := range p.onward(id) {
		p.steps++
		if next := edge.Other(id); !p.on[next] {
			p.path = append(p.path, edge.ID)
			p.visit(ctx, next)
			p.path = p.path[:len(p.path)-1]
		}
	}
}

func (p *probe) full(ctx context.Context) bool {
	return len(p.found) >= p.most || p.steps > graph.MaxEdgesVisited || ctx.Err() != nil
}

// onward are the known edges that may be walked from a node, by id.
func (p *probe) onward(id graph.EntityID) []graph.Edge {
	var edges []graph.Edge
	for _, e := range p.at[id] {
		if edge := p.edges[e]; p.walkable(edge, id) {
			edges = append(edges, edge)
		}
	}
	slices.SortFunc(edges, func(a, b graph.Edge) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return edges
}

func (s *search) walkable(e graph.Edge, from graph.EntityID) bool {
	r, _ := graph.RelationOf(e.Type)
	switch {
	case r.Symmetric || s.filter.Direction == graph.Both:
		return true
	case s.filter.Direction == graph.Out:
		return e.From == from
	}
	return e.To == from
}

func (s *search) answer(ctx context.Context, k int) (Paths, error) {
	edges := map[graph.EdgeID]graph.Edge{}
	ids := []graph.EntityID{}
	for _, p := range s.paths {
		ids = append(ids, p.Nodes...)
		for _, e := range p.Edges {
			edges[e] = s.edges[e]
		}
	}
	slices.Sort(ids)
	nodes, err := s.reader.Nodes(ctx, slices.Compact(ids), s.filter.AsOf)
	if err != nil {
		return Paths{}, err
	}
	slices.SortFunc(s.paths, func(a, b Path) int {
		return cmp.Or(len(a.Edges)-len(b.Edges), slices.Compare(a.Edges, b.Edges))
	})
	cutAt := s.cutAt
	if len(s.paths) >= k {
		cutAt = 0
	}
	return Paths{Paths: s.paths, Nodes: nodes, Edges: sortedEdges(edges), Truncated: cutAt > 0, TruncatedAt: cutAt}, nil
}
