package analyze

import (
	"cmp"
	"context"
	"math"
	"slices"

	"citygraph/graph"
)

// Division is a network cut into communities.
type Division struct {
	Communities []Community // largest first, then by the first member's id
	Nodes       int
	Modularity  float64 // to four digits
	// Degree and Country say how much like is linked to like: 1 only to its like, 0 as if by
	// chance, below 0 less than that. Undefined, where all are alike, is nil. To four digits.
	Degree, Country *float64
}

// Community is a group of nodes that are linked more to each other than to the rest.
type Community struct {
	Members   []graph.Node // by id
	Countries []FacetCount // by ISO 3166-1 code, most first; "" where unknown
}

// Communities cuts a projection into communities by the Louvain method (Blondel et al., 2008),
// visiting nodes in order of id, so that equal graphs give equal answers; degree and country
// assortativity follow Newman (2003).
func Communities(ctx context.Context, r graph.Reader, p Projection, f graph.EdgeFilter) (Division, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	n, err := newSource(r, f.AsOf).project(ctx, p, f)
	if err != nil {
		return Division{}, err
	}
	of, err := n.louvain(ctx)
	if err != nil {
		return Division{}, err
	}
	d := Division{Nodes: len(n.nodes), Modularity: round4(n.modularity(of))}
	members := map[int][]graph.Node{}
	for i, node := range n.nodes {
		members[of[i]] = append(members[of[i]], node)
	}
	for _, list := range members {
		countries := map[string]int{}
		for _, node := range list {
			countries[node.CountryCode()]++
		}
		d.Communities = append(d.Communities, Community{list, ranked(countries)})
	}
	slices.SortFunc(d.Communities, func(a, b Community) int {
		return cmp.Or(len(b.Members)-len(a.Members), cmp.Compare(a.Members[0].ID, b.Members[0].ID))
	})
	d.Degree, d.Country = n.degreeAssortativity(), n.countryAssortativity()
	return d, nil
}

// louvain returns the community of every node.
func (n network) louvain(ctx context.Context) ([]int, error) {
	of := make([]int, len(n.nodes))
	for i := range of {
		of[i] = i
	}
	level := n.links
	for len(level) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		local, moved := settle(level)
		for i := range of {
			of[i] = local[of[i]]
		}
		if !moved {
			break
		}
		level = merge(level, local)
	}
	return of, nil
}

// settle moves every node to the neighbouring community that gains most, again and again until
// none moves. The communities are numbered from 0 in order of their first node.
func settle(links [][]link) (of []int, moved bool) {
	of = make([]int, len(links))
	strength, total := make([]float64, len(links)), make([]float64, len(links))
	all := 0.0
	for i, list := range links {
		of[i] = i
		for _, l := range list {
			strength[i] += l.weight
		}
		total[i] = strength[i]
		all += strength[i]
	}
	for again, round := true, 0; again && round < maxIterations; round++ {
		again = false
		for i := range links {
			total[of[i]] -= strength[i]
			best := bestCommunity(i, links[i], of, strength[i], total, all)
			total[best] += strength[i]
			if best != of[i] {
				of[i], again, moved = best, true, true
			}
		}
	}
	return renumber(of), moved
}

// bestCommunity is the one of most gain; of equal ones the node's own, then the smaller.
func bestCommunity(i int, links []link, of []int, strength float64, total []float64, all float64) int {
	to := map[int]float64{of[i]: 0}
	for _, l := range links {
		if l.to != i {
			to[of[l.to]] += l.weight
		}
	}
	gain := func(c int) float64 { return to[c] - strength*total[c]/all }
	best := of[i]
	for _, l := range links {
		c := of[l.to]
		if g := gain(c) - gain(best); g > tolerance || g > -tolerance && best != of[i] && c < best {
			best = c
		}
	}
	return best
}

func renumber(of []int) []int {
	number := map[int]int{}
	out := make([]int, len(of))
	for i, c := range of {
		if _, known := number[c]; !known {
			number[c] = len(number)
		}
		out[i] = number[c]
	}
	return out
}

// merge makes one node of each community; what lay inside becomes a loop.
func merge(links [][]link, of []int) [][]link {
	weights := map[[2]int]float64{}
	for i, list := range links {
		for _, l := range list {
			weights[[2]int{of[i], of[l.to]}] += l.weight
		}
	}
	out := make([][]link, slices.Max(of)+1)
	for pair, w := range weights {
		out[pair[0]] = append(out[pair[0]], link{pair[1], w})
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b link) int { return a.to - b.to })
	}
	return out
}

// modularity is the share of weight inside communities beyond what chance would give.
func (n network) modularity(of []int) float64 {
	inside, strength, all := map[int]float64{}, map[int]float64{}, 0.0
	for i, list := range n.links {
		for _, l := range list {
			strength[of[i]] += l.weight
			all += l.weight
			if of[i] == of[l.to] {
				inside[of[i]] += l.weight
			}
		}
	}
	sum := 0.0
	for c := range len(n.nodes) {
		if all > 0 {
			sum += inside[c]/all - strength[c]/all*strength[c]/all
		}
	}
	return sum
}

// degreeAssortativity is the correlation of the degrees at both ends of a link.
func (n network) degreeAssortativity() *float64 {
	var links, sum, squares, products float64
	for _, list := range n.links {
		for _, l := range list {
			a, b := float64(len(list)), float64(len(n.links[l.to]))
			links, sum, squares, products = links+1, sum+a, squares+a*a, products+a*b
		}
	}
	return ratio(products/links-sum/links*sum/links, squares/links-sum/links*sum/links)
}

// countryAssortativity compares links inside countries with what chance would give; nodes of
// unknown country are left out.
func (n network) countryAssortativity() *float64 {
	ends, inside, all := map[string]float64{}, 0.0, 0.0
	for i, list := range n.links {
		for _, l := range list {
			a, b := n.nodes[i].CountryCode(), n.nodes[l.to].CountryCode()
			if a == "" || b == "" {
				continue
			}
			all++
			ends[a]++
			if a == b {
				inside++
			}
		}
	}
	chance := 0.0 // of whole numbers, so that the order of the sum does not matter
	for _, count := range ends {
		chance += count * count
	}
	chance /= all * all
	return ratio(inside/all-chance, 1-chance)
}

func ratio(a, b float64) *float64 {
	r := round4(a / b)
	if math.IsNaN(r) || math.IsInf(r, 0) {
		return nil
	}
	return &r
}
