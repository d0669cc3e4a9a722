package derive

import (
	"math"
	"slices"

	"citygraph/graph"
)

// copied is the share of two texts' shingles from which the one is a copy of the other: what a
// text that was cut to half, or in which every tenth word was changed, still shares. Texts that
// were written apart about one event, with one statement quoted in both, share less than half
// of that.
const copied = 1.0 / 3

// maxSharing is how many texts with one value are compared with: more have it of a common
// phrase, or are copies of each other and of those.
const maxSharing = 64

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
	prints := make([][]uint32, len(texts))
	for i, text := range texts {
		prints[i] = graph.FingerprintValues(byText[text][0].Fingerprint)
	}
	clusters := map[int][]graph.Claim{}
	for i, root := range copies(prints) {
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

// copies returns, for each fingerprint, the index that stands for its cluster. Only texts that
// share a value are compared, and few that were not copied do. Without a fingerprint a text is
// a copy of nothing.
func copies(prints [][]uint32) []int {
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
	having := map[uint32][]int{}
	for i, p := range prints {
		for _, v := range p {
			for _, j := range having[v] {
				a, b := find(i), find(j)
				if a != b && graph.Resemblance(p, prints[j]) >= copied {
					parent[max(a, b)] = min(a, b)
				}
			}
			if len(having[v]) < maxSharing {
				having[v] = append(having[v], i)
			}
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
