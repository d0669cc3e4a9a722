package sound

import "math"

// Scorer measures Latin names against one foreign name. Names that begin alike share the work
// done for their beginning, so that asking in alphabetical order is quickest; the answers are
// the same in any order. It is for one goroutine.
type Scorer struct {
	model   *Model
	roots   []int32  // of the foreign name's characters
	letters string   // the last name asked for
	columns []column // of its first letters; those that are worked out
}

// column is what is known behind so many letters of a Latin name.
type column struct {
	costs []int32 // by characters read: the least cost of having written the letters so far
	least int32   // of costs
	// open is, for each length of a chunk that could end here, by character: the node reached
	// in the character's tree of chunks, 0 for none.
	open []int32
}

// Scorer prepares a foreign name: a folded key, its characters in order.
func (m *Model) Scorer(name string) *Scorer {
	s := &Scorer{model: m}
	for _, r := range name {
		if r != ' ' && r != '·' {
			s.roots = append(s.roots, m.roots[r])
		}
	}
	first := s.newColumn()
	for i := range s.roots {
		first.costs[i+1] = impossible
	}
	s.finish(&first)
	s.columns = append(s.columns, first)
	return s
}

// Len is the number of characters that count.
func (s *Scorer) Len() int { return len(s.roots) }

// Cost is the cost of writing letters, a to z, from the name, in nats; infinite where it passes
// limit.
func (s *Scorer) Cost(letters string, limit float64) float64 {
	most := int32(min(limit, impossible/Scale-1) * Scale)
	k := 0
	for k+1 < len(s.columns) && k < len(letters) && letters[k] == s.letters[k] {
		k++
	}
	s.letters, s.columns = letters, s.columns[:k+1]
	for ; ; k++ {
		if s.least(k) > most {
			return math.Inf(1)
		}
		if k == len(letters) {
			break
		}
		s.extend(k)
	}
	if total := s.columns[k].costs[len(s.roots)]; total <= most {
		return float64(total) / Scale
	}
	return math.Inf(1)
}

// least is a cost that no name beginning with the first k letters goes below: every way to
// write more passes one of the last columns, over which no chunk reaches.
func (s *Scorer) least(k int) int32 {
	least := int32(impossible)
	for _, c := range s.columns[max(0, k-s.model.chunk+1) : k+1] {
		least = min(least, c.least)
	}
	return least
}

// extend works out the column behind the letter at k.
func (s *Scorer) extend(k int) {
	if cap(s.columns) > k+1 {
		s.columns = s.columns[:k+2]
	} else {
		s.columns = append(s.columns, column{})
	}
	to := &s.columns[k+1]
	if to.costs == nil {
		*to = s.newColumn()
	}
	n, letter := len(s.roots), s.letters[k]-'a'
	before := s.columns[k].costs
	for i := range to.costs {
		to.costs[i] = before[i] + extraLetter
	}
	for length := range s.model.chunk {
		from, open := s.roots, to.open[length*n:(length+1)*n]
		if length > 0 {
			from = s.columns[k].open[(length-1)*n : length*n]
		}
		if length > k {
			clear(open)
			continue
		}
		start := s.columns[k-length].costs
		for i, at := range from {
			if at == 0 {
				open[i] = 0
				continue
			}
			next := s.model.nodes[at].next[letter]
			open[i] = next
			to.costs[i+1] = min(to.costs[i+1], start[i]+s.model.nodes[next].cost)
		}
	}
	s.finish(to)
}

// finish lets characters of a column write nothing, and notes its least cost.
func (s *Scorer) finish(c *column) {
	c.least = c.costs[0]
	for i, root := range s.roots {
		silent := int32(silentChar)
		if root != 0 {
			silent = min(silent, s.model.nodes[root].cost)
		}
		c.costs[i+1] = min(c.costs[i+1], c.costs[i]+silent)
		c.least = min(c.least, c.costs[i+1])
	}
}

func (s *Scorer) newColumn() column {
	n := len(s.roots)
	return column{costs: make([]int32, n+1), open: make([]int32, n*s.model.chunk)}
}
