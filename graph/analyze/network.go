package analyze

import (
	"cmp"
	"context"
	"math"
	"slices"

	"citygraph/graph"
)

// Weight is what a link of a projection weighs.
type Weight string

// The weights.
const (
	WeightOne     Weight = "ONE"
	WeightEdges   Weight = "EDGES"   // how many edges it stands for
	WeightSupport Weight = "SUPPORT" // independent articles behind them
)

// Projection is the rule by which edges become a network: undirected, without loops, one link
// for all edges between two nodes. The edge filter adds tiers, statuses and clocks.
type Projection struct {
	Types         []graph.EdgeType // none: TWINNED_WITH
	Weight        Weight           // "": WeightOne
	WithCountries bool             // keep country nodes, which make every path short
	Period        graph.Date       // only edges that hold, or happened, at some time in it
}

// network is a projection ready for counting: nodes by id, links both ways.
type network struct {
	nodes []graph.Node
	links [][]link // of each node, by far end
}

type link struct {
	to     int
	weight float64
}

// project reads the edges and makes the network. More than MaxNetwork nodes are a LimitError.
func (s *source) project(ctx context.Context, p Projection, f graph.EdgeFilter) (network, error) {
	if len(p.Types) == 0 {
		p.Types = []graph.EdgeType{graph.TwinnedWith}
	}
	edges, err := s.all(ctx, only(f, p.Types...))
	if err != nil {
		return network{}, err
	}
	edges = slices.DeleteFunc(edges, func(e graph.Edge) bool {
		country := e.From.TypeOf() == graph.Country || e.To.TypeOf() == graph.Country
		return e.From == e.To || country && !p.WithCountries || !heldIn(e, p.Period)
	})
	var ids []graph.EntityID
	for _, e := range edges {
		ids = append(ids, e.From, e.To)
	}
	if ids = unique(ids); len(ids) > MaxNetwork {
		return network{}, &graph.LimitError{Limit: "MaxNetwork", Max: MaxNetwork, Got: len(ids)}
	}
	if err := s.load(ctx, ids...); err != nil {
		return network{}, err
	}
	return s.connect(ids, edges, p.Weight), nil
}

// heldIn reports whether the edge held at some time in the period, by its own dates only; what
// begins at an unknown time holds in every period.
func heldIn(e graph.Edge, period graph.Date) bool {
	if period.IsZero() || e.Date.IsZero() {
		return true
	}
	_, end := e.Until.Bounds()
	first, last := period.Bounds()
	begin := e.Date.SortKey()
	if e.Type == graph.Visited || e.Type == graph.Met || e.Type == graph.Signed || e.Type == graph.ParticipatedIn {
		return e.Date.Overlaps(period)
	}
	return (last == "" || begin <= last) && (end == "" || first == "" || end >= first)
}

func (s *source) connect(ids []graph.EntityID, edges []graph.Edge, w Weight) network {
	n := network{links: make([][]link, len(ids))}
	for _, id := range ids {
		n.nodes = append(n.nodes, s.node(id))
	}
	weights := map[[2]int]float64{}
	for _, e := range edges {
		i, _ := slices.BinarySearch(ids, e.From)
		j, _ := slices.BinarySearch(ids, e.To)
		pair := [2]int{min(i, j), max(i, j)}
		switch w {
		case WeightEdges:
			weights[pair]++
		case WeightSupport:
			weights[pair] += float64(e.Support)
		default:
			weights[pair] = 1
		}
	}
	for pair, weight := range weights {
		n.links[pair[0]] = append(n.links[pair[0]], link{pair[1], weight})
		n.links[pair[1]] = append(n.links[pair[1]], link{pair[0], weight})
	}
	for _, links := range n.links {
		slices.SortFunc(links, func(a, b link) int { return a.to - b.to })
	}
	return n
}

// strength is the summed weight of a node's links.
func (n network) strength(i int) float64 {
	sum := 0.0
	for _, l := range n.links[i] {
		sum += l.weight
	}
	return sum
}

// Measure is a way to rank the nodes of a network.
type Measure string

// The measures.
const (
	ByDegree      Measure = "DEGREE"
	ByWeight      Measure = "WEIGHTED_DEGREE"
	ByBetweenness Measure = "BETWEENNESS"
	ByEigenvector Measure = "EIGENVECTOR"
)

// Centrality is the standing of one node in a network, to six digits.
type Centrality struct {
	Node        graph.Node
	Degree      int
	Weighted    float64
	Betweenness float64 // share of the other pairs whose shortest paths lead over it; weights do not count
	Eigenvector float64 // of the weighted network, scaled to a sum of squares of 1
}

// RankBy is the value of a measure.
func (c Centrality) RankBy(m Measure) float64 {
	switch m {
	case ByWeight:
		return c.Weighted
	case ByBetweenness:
		return c.Betweenness
	case ByEigenvector:
		return c.Eigenvector
	}
	return float64(c.Degree)
}

// Centralities ranks the nodes of a projection by a measure, highest first, equal ones by id.
// Betweenness follows Brandes (2001); the eigenvector is found by power iteration.
func Centralities(ctx context.Context, r graph.Reader, p Projection, m Measure, f graph.EdgeFilter) ([]Centrality, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	n, err := newSource(r, f.AsOf).project(ctx, p, f)
	if err != nil {
		return nil, err
	}
	between, err := n.betweenness(ctx)
	if err != nil {
		return nil, err
	}
	eigen := n.eigenvector()
	out := make([]Centrality, len(n.nodes))
	for i, node := range n.nodes {
		out[i] = Centrality{node, len(n.links[i]), n.strength(i), round6(between[i]), round6(eigen[i])}
	}
	slices.SortStableFunc(out, func(a, b Centrality) int { return cmp.Compare(b.RankBy(m), a.RankBy(m)) })
	return out, nil
}

// round6 also hides the last digits, which differ with the order of sums.
func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// betweenness counts shortest paths through every node, scaled by the number of other pairs.
func (n network) betweenness(ctx context.Context) ([]float64, error) {
	score := make([]float64, len(n.nodes))
	for from := range n.nodes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n.accumulate(from, score)
	}
	if pairs := float64(len(n.nodes)-1) * float64(len(n.nodes)-2); pairs > 0 {
		for i := range score {
			score[i] /= pairs // each pair was counted from both ends
		}
	}
	return score, nil
}

// accumulate adds the share of the shortest paths from one node to all others.
func (n network) accumulate(from int, score []float64) {
	distance := make([]int, len(n.nodes))
	for i := range distance {
		distance[i] = -1
	}
	paths := make([]float64, len(n.nodes))
	distance[from], paths[from] = 0, 1
	order := []int{from}
	for at := 0; at < len(order); at++ {
		v := order[at]
		for _, l := range n.links[v] {
			if distance[l.to] < 0 {
				distance[l.to] = distance[v] + 1
				order = append(order, l.to)
			}
			if distance[l.to] == distance[v]+1 {
				paths[l.to] += paths[v]
			}
		}
	}
	share := make([]float64, len(n.nodes))
	for _, w := range slices.Backward(order) {
		for _, l := range n.links[w] {
			if distance[l.to] == distance[w]-1 {
				share[l.to] += paths[l.to] / paths[w] * (1 + share[w])
			}
		}
		if w != from {
			score[w] += share[w]
		}
	}
}

// The end of the power iteration.
const (
	maxIterations = 1_000
	tolerance     = 1e-10
)

// eigenvector iterates on the links plus a loop at each node, which keeps a network of two sides
// from swinging.
func (n network) eigenvector() []float64 {
	v := make([]float64, len(n.nodes))
	for i := range v {
		v[i] = 1 / math.Sqrt(float64(len(v)))
	}
	for range maxIterations {
		next := slices.Clone(v)
		norm := 0.0
		for i, links := range n.links {
			for _, l := range links {
				next[i] += l.weight * v[l.to]
			}
			norm += next[i] * next[i]
		}
		change := 0.0
		for i := range next {
			next[i] /= math.Sqrt(norm)
			change += math.Abs(next[i] - v[i])
		}
		v = next
		if change < tolerance*float64(len(v)) {
			break
		}
	}
	return v
}
