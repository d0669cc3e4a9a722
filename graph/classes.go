package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Classes are the entities that judgements hold to be one. The survivor of a class is its
// smallest id, whichever judgement came first. The zero Classes joins nothing.
type Classes struct {
	survivor map[EntityID]EntityID
	members  map[EntityID][]EntityID // by survivor, the survivor first, in order
}

// NewClasses joins what is judged SAME: judgements by hand first, then by falling score, then
// by id. One that would put a pair judged DIFFERENT into one class joins nothing. The order of
// the list does not matter.
func NewClasses(judgements []Judgement) Classes {
	c := Classes{map[EntityID]EntityID{}, map[EntityID][]EntityID{}}
	standing := standing(judgements)
	var apart []Pair
	for _, j := range standing {
		if j.Verdict == Different {
			apart = append(apart, j.Pair())
		}
	}
	for _, j := range standing {
		if a, b := c.Survivor(j.A), c.Survivor(j.B); j.Verdict == Same && a != b && !c.divides(apart, a, b) {
			c.join(min(a, b), max(a, b))
		}
	}
	return c
}

// standing returns the judgement that holds for each pair, in order of weight.
func standing(judgements []Judgement) []Judgement {
	byHand := map[Pair]bool{}
	for _, j := range judgements {
		if j.By == ByHand {
			byHand[j.Pair()] = true
		}
	}
	out := slices.DeleteFunc(slices.Clone(judgements), func(j Judgement) bool { return j.By == ByRule && byHand[j.Pair()] })
	slices.SortFunc(out, func(a, b Judgement) int {
		return cmp.Or(strings.Compare(string(a.By), string(b.By)), cmp.Compare(b.Score, a.Score), strings.Compare(a.Key(), b.Key()))
	})
	return out
}

// divides reports whether a pair that is apart has one end in each of two classes.
func (c Classes) divides(apart []Pair, a, b EntityID) bool {
	return slices.ContainsFunc(apart, func(p Pair) bool {
		x, y := c.Survivor(p.A), c.Survivor(p.B)
		return x == a && y == b || x == b && y == a
	})
}

func (c Classes) join(a, b EntityID) {
	members := slices.Concat(c.class(a), c.class(b))
	slices.Sort(members)
	delete(c.members, b)
	c.members[a] = members
	for _, m := range members {
		c.survivor[m] = a
	}
}

// class returns the members of a survivor's class, itself included.
func (c Classes) class(survivor EntityID) []EntityID {
	if members, ok := c.members[survivor]; ok {
		return members
	}
	return []EntityID{survivor}
}

// Survivor returns the id that stands for an entity, its own where it was joined with nothing.
func (c Classes) Survivor(id EntityID) EntityID {
	if s, ok := c.survivor[id]; ok {
		return s
	}
	return id
}

// MergedFrom returns the other ids of a survivor's class, in order; nil where there are none.
func (c Classes) MergedFrom(survivor EntityID) []EntityID {
	if members := c.members[survivor]; len(members) > 1 {
		return slices.Clone(members[1:])
	}
	return nil
}

// Joined returns every id that was joined with another, in order.
func (c Classes) Joined() []EntityID {
	ids := make([]EntityID, 0, len(c.survivor))
	for id := range c.survivor {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Moved returns the ids whose class is another in d, in order.
func (c Classes) Moved(d Classes) []EntityID {
	ids := append(c.Joined(), d.Joined()...)
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id EntityID) bool {
		return slices.Equal(c.class(c.Survivor(id)), d.class(d.Survivor(id)))
	})
}
