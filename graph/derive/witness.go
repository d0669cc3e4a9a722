package derive

import (
	"math"
	"math/bits"
	"slices"
	"strconv"

	"citygraph/graph"
)

// nearBits is how many of 64 fingerprint bits near-equal texts may differ in. Bands of 16
// bits find every such pair: three differences leave one of four bands untouched.
const nearBits = 3

// Witnesses groups claims by independent text; each group's claims keep their order.
func Witnesses(claims []graph.Claim) [][]graph.Claim {
	byText := map[string][]graph.Claim{}
	var texts []string
	for _, c := range claims {
		if _, seen := byText[c.Witness]; !seen {
			texts = append(texts, c.Witness)
		}
		byText[c.Witness] = append(byText[c.Witness], c)
	}
	slices.Sort(texts)
	prints := make([]uint64, len(texts))
	for i, text := range texts {
		prints[i], _ = strconv.ParseUint(byText[text][0].Fingerprint, 16, 64)
	}
	clusters := map[int][]graph.Claim{}
	for i, root := range nearEqual(prints) {
		clusters[root] = append(clusters[root], byText[texts[i]]...)
	}
	out := make([][]graph.Claim, 0, len(clusters))
	for i := range texts {
		if c, ok := clusters[i]; ok {
			out = append(out, c)
		}
	}
	return out
}

// nearEqual returns, for each fingerprint, the index that stands for its cluster. A zero
// fingerprint is near to nothing.
func nearEqual(prints []uint64) []int {
	parent := make([]int, len(prints))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for band := range 4 {
		buckets := map[uint64][]int{}
		for i, p := range prints {
			if p == 0 {
				continue
			}
			key := p >> (16 * band) & 0xffff
			for _, j := range buckets[key] {
				if bits.OnesCount64(p^prints[j]) <= nearBits {
					a, b := find(i), find(j)
					parent[max(a, b)] = min(a, b)
				}
			}
			buckets[key] = append(buckets[key], i)
		}
	}
	for i := range parent {
		parent[i] = find(i)
	}
	return parent
}

// confidence is the noisy-or of each witness's best claim, to four digits.
func confidence(clusters [][]graph.Claim) float64 {
	best := make([]float64, len(clusters))
	for i, cluster := range clusters {
		for _, c := range cluster {
			best[i] = max(best[i], c.Confidence)
		}
	}
	slices.Sort(best)
	doubt := 1.0
	for _, b := range best {
		doubt *= 1 - b
	}
	return math.Round((1-doubt)*1e4) / 1e4
}
