package sound

import "math"

// Scorer measures Latin names against one foreign name. Names that begin alike share the work
// done for their beginning as long as the limit does not rise, so that asking in alphabetical
// order is quickest; the answers are the same in any order. It is for one goroutine.
type Scorer struct {
	model   *Model
	roots   []int32  // of the foreign name's characters
	rest    []int32  // by characters read: the least that those still to read cost
	letters string   // the last name asked for
	most    int32    // the limit that columns were worked out under
	columns []column // of its first letters; those that are worked out
}

// column is what is known behind so many letters of a Latin name, by characters read. What can
// no longer end within the limit is left out: the rest lies from low to high.
type column struct {
	costs     []int32 // the least cost of having written the letters so far
	low, high int     // low > high where nothing is left
	// open is, for each length of a chunk that could end here and each character that it could
	// have begun with, the node reached in the character's tree of chunks, 0 for none.
	open []int32
}

// Scorer prepares a foreign name: a folded key, its characters in order.
func (m *Model) Scorer(name string) *Scorer {
	s := &Scorer{model: m, most: -1}
	for _, r := range name {
		if r != ' ' && r != '·' {
			s.roots = append(s.roots, m.roots[r])
		}
	}
	s.rest = make([]int32, len(s.roots)+1)
	for i := len(s.roots) - 1; i >= 0; i-- {
		s.rest[i] = s.rest[i+1] + min(silentChar, m.least(s.roots[i]))
	}
	s.columns = []column{s.newColumn()}
	return s
}

// Len is the number of characters that count.
func (s *Scorer) Len() int { return len(s.roots) }

// Cost is the cost of writing letters, a to z, from the name, in nats; infinite where it passes
// limit.
func (s *Scorer) Cost(letters string, limit float64) float64 {
	if most := int32(min(limit, impossible/Scale-1) * Scale); most > s.most {
		s.begin(most)
	}
	k := 0
	for k+1 < len(s.columns) && k < len(letters) && letters[k] == s.letters[k] {
		k++
	}
	s.letters, s.columns = letters, s.columns[:k+1]
	for ; k < len(letters); k++ {
		if s.lost(k) {
			return math.Inf(1)
		}
		s.extend(k)
	}
	if total := float64(s.columns[k].costs[len(s.roots)]) / Scale; total <= limit {
		return total
	}
	return math.Inf(1)
}

// begin works out the column before the first letter.
func (s *Scorer) begin(most int32) {
	s.most, s.columns = most, s.columns[:1]
	first := &s.columns[0]
	s.empty(first)
	first.costs[0] = 0
	s.finish(first)
}

func (s *Scorer) empty(c *column) {
	for i := range c.costs {
		c.costs[i] = impossible
	}
}

// lost reports whether no name that goes on behind k letters can end within the limit: every
// way to write more passes one of the last columns, over which no chunk reaches.
func (s *Scorer) lost(k int) bool {
	for _, c := range s.columns[max(0, k-s.model.chunk+1) : k+1] {
		if c.low <= c.high {
			return false
		}
	}
	return true
}

// extend works out the column behind the letter at k.
func (s *Scorer) extend(k int) {
	if cap(s.columns) > k+1 {
		s.columns = s.columns[:k+2]
	} else {
		s.columns = append(s.columns, column{})
	}
	to, before := &s.columns[k+1], &s.columns[k]
	if to.costs == nil {
		*to = s.newColumn()
	}
	s.empty(to)
	for i := before.low; i <= before.high; i++ {
		to.costs[i] = before.costs[i] + extraLetter
	}
	n, letter, from := len(s.roots), s.letters[k]-'a', s.roots
	for length := range min(s.model.chunk, k+1) {
		start, open := &s.columns[k-length], to.open[length*n:(length+1)*n]
		for i := start.low; i <= min(start.high, n-1); i++ {
			if open[i] = s.model.nodes[from[i]].next[letter]; open[i] != 0 {
				to.costs[i+1] = min(to.costs[i+1], start.costs[i]+s.model.nodes[open[i]].cost)
			}
		}
		from = before.open[length*n : (length+1)*n]
	}
	s.finish(to)
}

// finish lets the characters of a column write nothing, and leaves out what is lost.
func (s *Scorer) finish(c *column) {
	c.low, c.high = len(s.roots)+1, -1
	for i := range c.costs {
		if i > 0 {
			c.costs[i] = min(c.costs[i], c.costs[i-1]+min(silentChar, s.model.nodes[s.roots[i-1]].cost))
		}
		if c.costs[i]+s.rest[i] > s.most {
			c.costs[i] = impossible
			continue
		}
		c.low, c.high = min(c.low, i), i
	}
}

func (s *Scorer) newColumn() column {
	n := len(s.roots)
	return column{costs: make([]int32, n+1), open: make([]int32, n*s.model.chunk)}
}
