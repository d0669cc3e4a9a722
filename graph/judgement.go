package graph

import (
	"fmt"
	"slices"
	"strings"
)

// Verdict says whether two ids stand for one entity.
type Verdict string

// The verdicts. Unsure joins nothing; it is for a person to decide.
const (
	Same      Verdict = "SAME"
	Different Verdict = "DIFFERENT"
	Unsure    Verdict = "UNSURE"
)

// Judge is who made a judgement. For one pair, a judgement by hand stands over one by rule.
type Judge string

// The judges.
const (
	ByHand Judge = "HAND"
	ByRule Judge = "RULE"
)

// Pair is two ids of one type, the smaller first.
type Pair struct{ A, B EntityID }

// NewPair orders two ids.
func NewPair(a, b EntityID) Pair { return Pair{min(a, b), max(a, b)} }

// Judgement says of two entities whether they are one. There is at most one a pair and judge.
// Nothing that articles assert is changed by it: they are only read with the survivor's id, so
// that withdrawing a judgement restores what was there before.
type Judgement struct {
	A       EntityID `json:"a"` // smaller than B
	B       EntityID `json:"b"`
	Verdict Verdict  `json:"verdict"`
	By      Judge    `json:"by"`
	Score   float64  `json:"score"` // 0 to 1: how much speaks for SAME; 1 or 0 by hand
	// Reasons say what the score was made of, the weightiest first, or what a person noted.
	Reasons []string `json:"reasons,omitempty"`
}

// Pair returns the two ids.
func (j Judgement) Pair() Pair { return Pair{j.A, j.B} }

// Key orders judgements and tells them apart.
func (j Judgement) Key() string { return string(j.A) + " " + string(j.B) + " " + string(j.By) }

// Equal reports whether the two say the same, for the same reasons.
func (j Judgement) Equal(k Judgement) bool {
	return j.Key() == k.Key() && j.Verdict == k.Verdict && j.Score == k.Score && slices.Equal(j.Reasons, k.Reasons)
}

// Validate checks the judgement; the error is an *InvalidError or *LimitError. Places carry the
// id of their register and are never judged.
func (j Judgement) Validate() error {
	kind := j.A.TypeOf()
	switch {
	case j.A >= j.B:
		return &InvalidError{"a", "is not the smaller of two different ids"}
	case kind == "" || kind != j.B.TypeOf():
		return &InvalidError{"b", fmt.Sprintf("%q and %q are not of one type", j.A, j.B)}
	case kind.IsPlace():
		return &InvalidError{"a", "is a place: places are told apart by their register"}
	case j.Verdict != Same && j.Verdict != Different && j.Verdict != Unsure:
		return &InvalidError{"verdict", fmt.Sprintf("%q is no verdict", j.Verdict)}
	case j.By != ByHand && j.By != ByRule:
		return &InvalidError{"by", fmt.Sprintf("%q is no judge", j.By)}
	case !(j.Score >= 0 && j.Score <= 1):
		return &InvalidError{"score", "is not between 0 and 1"}
	case len(j.Reasons) > MaxReasons:
		return &LimitError{Limit: "MaxReasons", Max: MaxReasons, Got: len(j.Reasons)}
	}
	for _, r := range j.Reasons {
		if len(r) > MaxNameBytes {
			return &LimitError{Limit: "MaxNameBytes", Max: MaxNameBytes, Got: len(r)}
		}
	}
	return nil
}

// Verdicts is a change of what was judged by hand: what is put takes the place of what was said
// of the pair before, what is withdrawn is as if it had never been said.
type Verdicts struct {
	Put      []Judgement
	Withdraw []Pair
}

// Validate checks the change; at most MaxBatch judgements and pairs stand in it, all by hand.
func (v Verdicts) Validate() error {
	if n := len(v.Put) + len(v.Withdraw); n > MaxBatch {
		return &LimitError{Limit: "MaxBatch", Max: MaxBatch, Got: n}
	}
	for i, j := range v.Put {
		if err := j.Validate(); err != nil {
			return fmt.Errorf("put[%d]: %w", i, err)
		}
		if j.By != ByHand {
			return &InvalidError{fmt.Sprintf("put[%d].by", i), "is not by hand"}
		}
	}
	return nil
}

// Amend returns the judgements as the change leaves them, in order of key.
func (v Verdicts) Amend(judgements []Judgement) []Judgement {
	said := map[Pair]bool{}
	for _, p := range v.Withdraw {
		said[NewPair(p.A, p.B)] = true
	}
	for _, j := range v.Put {
		said[j.Pair()] = true
	}
	kept := slices.DeleteFunc(slices.Clone(judgements), func(j Judgement) bool { return j.By == ByHand && said[j.Pair()] })
	return sortJudgements(append(kept, v.Put...))
}

// Rules judges whom profiles are of, by rule. It is pure: the same profiles in any order give
// the same judgements.
type Rules func([]Profile) []Judgement

// Amend returns the judgements with those by rule made anew, in order of key.
func (r Rules) Amend(judgements []Judgement, profiles []Profile) ([]Judgement, error) {
	kept := slices.DeleteFunc(slices.Clone(judgements), func(j Judgement) bool { return j.By == ByRule })
	for _, j := range r(profiles) {
		if err := j.Validate(); err != nil {
			return nil, fmt.Errorf("rule: %w", err)
		}
		kept = append(kept, j)
	}
	return sortJudgements(kept), nil
}

// sortJudgements orders by key; of equal keys the last holds.
func sortJudgements(list []Judgement) []Judgement {
	slices.SortStableFunc(list, func(a, b Judgement) int { return strings.Compare(a.Key(), b.Key()) })
	out := list[:0]
	for i, j := range list {
		if i+1 == len(list) || list[i+1].Key() != j.Key() {
			out = append(out, j)
		}
	}
	return out
}

// Profile is what articles, each for itself, tell of one person or institution, before any
// judgement.
type Profile struct {
	ID    EntityID
	Type  EntityType
	Names []Name // sorted, each once
	Kind  string // institutions
	// Country is that of an institution's description.
	Country EntityID
	Posts   []Post // sorted, each once
}

// Post is an office that a person holds, or a place that an institution lies in.
type Post struct {
	Type        EdgeType // HOLDS_OFFICE or LOCATED_IN
	At          EntityID // what the office is held of, or where the institution lies
	Office      Office
	PostedTo    EntityID
	Former      bool
	First, Last string // earliest and latest day that an article speaks of it, "" where undated
}

// Passes reports whether the filter selects the judgement.
func (f JudgementFilter) Passes(j Judgement) bool {
	return (f.Entity == "" || f.Entity == j.A || f.Entity == j.B) && (f.By == "" || f.By == j.By) &&
		(len(f.Verdicts) == 0 || slices.Contains(f.Verdicts, j.Verdict))
}

// Position is the judgement's place in a list.
func (j Judgement) Position() Position { return Position{ID: j.Key()} }
