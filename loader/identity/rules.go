package identity

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// The scores from which a pair is SAME, and UNSURE.
const (
	Threshold = 0.8
	Doubt     = 0.65
)

// maxBlock is how many holders of one office are compared pair by pair. No office of one place
// has as many within memory of the press; past it only the first, by id, are compared.
const maxBlock = 2000

// Rules judges by the rules of the package. It is safe for concurrent use.
type Rules struct {
	gazetteer *gazetteer.Gazetteer
	heads     []head
}

// New prepares the rules. The error is one of the embedded data.
func New(g *gazetteer.Gazetteer) (*Rules, error) {
	heads, err := readHeads()
	if err != nil {
		return nil, fmt.Errorf("identity: %w", err)
	}
	return &Rules{g, heads}, nil
}

// Judge is a graph.Rules: it returns judgements by rule, SAME and UNSURE, in order of key.
func (r *Rules) Judge(profiles []graph.Profile) []graph.Judgement {
	best := map[graph.Pair]graph.Judgement{}
	note := func(j graph.Judgement) {
		if old, known := best[j.Pair()]; !known || j.Score > old.Score {
			best[j.Pair()] = j
		}
	}
	r.judgePeople(profiles, note)
	r.judgeInstitutions(profiles, note)
	out := make([]graph.Judgement, 0, len(best))
	for _, j := range best {
		out = append(out, j)
	}
	slices.SortFunc(out, func(a, b graph.Judgement) int { return strings.Compare(a.Key(), b.Key()) })
	return out
}

// part is something that speaks for a pair.
type part struct {
	score  float64
	reason string
}

// verdict adds parts up; false where the pair is not worth telling.
func verdict(a, b graph.EntityID, parts ...part) (graph.Judgement, bool) {
	p := graph.NewPair(a, b)
	j := graph.Judgement{A: p.A, B: p.B, By: graph.ByRule, Verdict: graph.Unsure}
	slices.SortStableFunc(parts, func(x, y part) int { return int(math.Round(100 * (y.score - x.score))) })
	for _, x := range parts {
		if x.score > 0 {
			j.Score += x.score
			j.Reasons = append(j.Reasons, fmt.Sprintf("%.2f %s", x.score, x.reason))
		}
	}
	j.Score = min(1, math.Round(j.Score*100)/100)
	if j.Score >= Threshold {
		j.Verdict = graph.Same
	}
	return j, j.Score >= Doubt
}
