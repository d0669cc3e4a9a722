package sound

import "math"

// Costs of what no table foresees: a letter that no character wrote, and a character that wrote
// nothing.
const (
	extraLetter = 4.5 * Scale
	silentChar  = 5 * Scale
)

// node is a step in the tree of chunks of one character.
type node struct {
	next [26]int32 // index of the node behind each letter, 0 for none
	cost float32   // of the chunk that ends here, infinite where none does
}

// Model is the costs of one script in one country. It is safe for concurrent use.
type Model struct {
	nodes []node
	roots map[rune]int32
}

// NewModel lays the tables over each other: later ones, of a country, replace costs of earlier.
func NewModel(tables ...Table) *Model {
	m := &Model{nodes: make([]node, 1), roots: map[rune]int32{}}
	for _, t := range tables {
		for _, e := range t.Entries {
			m.set(e)
		}
	}
	return m
}

func (m *Model) set(e Entry) {
	at, ok := m.roots[e.Char]
	if !ok {
		at = m.grow()
		m.roots[e.Char] = at
	}
	for i := range len(e.Chunk) {
		letter := e.Chunk[i] - 'a'
		next := m.nodes[at].next[letter]
		if next == 0 {
			next = m.grow()
			m.nodes[at].next[letter] = next
		}
		at = next
	}
	m.nodes[at].cost = float32(e.Cost)
}

func (m *Model) grow() int32 {
	m.nodes = append(m.nodes, node{cost: float32(math.Inf(1))})
	return int32(len(m.nodes) - 1)
}

// Scorer measures many Latin names against one foreign name. It is for one goroutine.
type Scorer struct {
	model *Model
	roots []int32
	rows  [][]float32
}

// Scorer prepares a foreign name: a folded key, its characters in order.
func (m *Model) Scorer(name string) *Scorer {
	s := &Scorer{model: m}
	for _, r := range name {
		if r != ' ' && r != '·' {
			s.roots = append(s.roots, m.roots[r])
		}
	}
	s.rows = make([][]float32, len(s.roots)+1)
	return s
}

// Len is the number of characters that count.
func (s *Scorer) Len() int { return len(s.roots) }

// Cost is the cost of writing letters from the name, in nats; infinite as soon as it is sure to
// pass limit.
func (s *Scorer) Cost(letters []byte, limit float64) float64 {
	n := len(letters)
	for i := range s.rows {
		if cap(s.rows[i]) < n+1 {
			s.rows[i] = make([]float32, n+1, 2*n+2)
		}
		s.rows[i] = s.rows[i][:n+1]
		for j := range s.rows[i] {
			s.rows[i][j] = float32(math.Inf(1))
		}
	}
	s.rows[0][0] = 0
	for i, root := range s.roots {
		if s.step(i, root, letters) > float32(limit*Scale) {
			return math.Inf(1)
		}
	}
	last := s.rows[len(s.roots)]
	for j := range n {
		last[j+1] = min(last[j+1], last[j]+extraLetter)
	}
	return float64(last[n]) / Scale
}

// step lets the character at i write its chunks from every place, and returns the least cost so
// far.
func (s *Scorer) step(i int, root int32, letters []byte) float32 {
	from, to := s.rows[i], s.rows[i+1]
	least := float32(math.Inf(1))
	for j := range from {
		if j > 0 {
			from[j] = min(from[j], from[j-1]+extraLetter)
		}
		base := from[j]
		if math.IsInf(float64(base), 1) {
			continue
		}
		least = min(least, base)
		to[j] = min(to[j], base+silentChar)
		for at, k := root, j; at != 0; k++ {
			n := &s.model.nodes[at]
			to[k] = min(to[k], base+n.cost)
			if k == len(letters) {
				break
			}
			at = n.next[letters[k]-'a']
		}
	}
	return least
}
