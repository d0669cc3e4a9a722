package sound

import (
	"maps"
	"slices"
)

// Costs of what no table foresees: a letter that no character wrote, and a character that wrote
// nothing.
const (
	extraLetter = 9 * Scale / 2
	silentChar  = 5 * Scale
	impossible  = 1 << 20 // no cost comes near it, and sums of it fit 32 bits
)

// node is a step in the tree of chunks of one character.
type node struct {
	next [26]int32 // index of the node behind each letter, 0 for none
	cost int32     // of the chunk that ends here, impossible where none does
}

// Model is the costs of one script in one country. It is safe for concurrent use.
type Model struct {
	nodes []node
	roots map[rune]int32
	chunk int // the longest chunk that a character may write
}

// NewModel reads the general table of a script.
func NewModel(t Table) *Model {
	m := &Model{nodes: make([]node, 1), roots: map[rune]int32{}, chunk: MaxChunk(t.Script)}
	m.nodes[0].cost = impossible
	for _, e := range t.Entries {
		m.set(e)
	}
	return m
}

// With returns the model with the costs of a country in place of the general ones where the
// country's table has its own.
func (m *Model) With(t Table) *Model {
	own := &Model{nodes: slices.Clone(m.nodes), roots: maps.Clone(m.roots), chunk: m.chunk}
	for _, e := range t.Entries {
		own.set(e)
	}
	return own
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
	m.nodes[at].cost = int32(e.Cost)
}

func (m *Model) grow() int32 {
	m.nodes = append(m.nodes, node{cost: impossible})
	return int32(len(m.nodes) - 1)
}

// least is the lowest cost of a chunk at or behind a node.
func (m *Model) least(at int32) int32 {
	least := m.nodes[at].cost
	for _, next := range m.nodes[at].next {
		if next != 0 {
			least = min(least, m.least(next))
		}
	}
	return least
}
