// Package trie is a read-only map from byte strings to 24-bit values in one compact block of
// bytes: a radix tree written in depth-first order. It is walked in place, without decoding and
// without allocation, and finds all keys that begin at a position of a text in one descent.
//
// A general finite-state transducer shares suffixes too, but here nearly every key has a value
// of its own, which leaves little to share, and walking one allocates a state a byte.
//
// A node is
//
//	head      uvarint: length of label << 2 | has value << 1 | has children
//	label     bytes that follow the one leading here
//	value     3 bytes, little endian
//	children  count-1 (1 byte), then
//	          up to wide: for each [first byte][uvarint size][node]
//	          beyond:     [first bytes][end offsets, 3 bytes each][nodes]
package trie

import (
	"encoding/binary"
	"errors"
	"slices"
)

// MaxValue is the greatest value a key can have.
const MaxValue = 1<<24 - 1

// wide is the number of children from which a node has a table of them.
const wide = 6

// Build writes the trie of keys, which must be sorted and unique, with the value of each.
func Build(keys []string, values []uint32) ([]byte, error) {
	if len(keys) != len(values) || !slices.IsSorted(keys) {
		return nil, errors.New("trie: keys must be sorted and have a value each")
	}
	for i, v := range values {
		if v > MaxValue || (i > 0 && keys[i] == keys[i-1]) {
			return nil, errors.New("trie: value too large or key twice: " + keys[i])
		}
	}
	if len(keys) == 0 {
		return []byte{0}, nil
	}
	block := appendNode(nil, keys, values, 0)
	if len(block) > MaxValue {
		return nil, errors.New("trie: block does not fit 24-bit offsets")
	}
	return block, nil
}

// appendNode writes the node of keys, which share their first depth bytes.
func appendNode(out []byte, keys []string, values []uint32, depth int) []byte {
	label := shared(keys, depth)
	end := depth + len(label)
	hasValue := len(keys[0]) == end
	rest, restValues := keys, values
	if hasValue {
		rest, restValues = keys[1:], values[1:]
	}
	head := uint64(len(label)) << 2
	if hasValue {
		head |= 2
	}
	if len(rest) > 0 {
		head |= 1
	}
	out = binary.AppendUvarint(out, head)
	out = append(out, label...)
	if hasValue {
		out = appendUint24(out, values[0])
	}
	if len(rest) > 0 {
		out = appendChildren(out, rest, restValues, end)
	}
	return out
}

func appendChildren(out []byte, keys []string, values []uint32, depth int) []byte {
	var firsts []byte
	var nodes [][]byte
	for start := 0; start < len(keys); {
		first := keys[start][depth]
		stop := start
		for stop < len(keys) && keys[stop][depth] == first {
			stop++
		}
		firsts = append(firsts, first)
		nodes = append(nodes, appendNode(nil, keys[start:stop], values[start:stop], depth+1))
		start = stop
	}
	out = append(out, byte(len(firsts)-1))
	if len(firsts) < wide {
		for i, node := range nodes {
			out = append(out, firsts[i])
			out = binary.AppendUvarint(out, uint64(len(node)))
			out = append(out, node...)
		}
		return out
	}
	out = append(out, firsts...)
	offset := 0
	for _, node := range nodes {
		offset += len(node)
		out = appendUint24(out, uint32(offset))
	}
	for _, node := range nodes {
		out = append(out, node...)
	}
	return out
}

// shared is what all keys have in common after depth.
func shared(keys []string, depth int) string {
	first, last := keys[0], keys[len(keys)-1] // sorted: these two differ most
	n := depth
	for n < len(first) && n < len(last) && first[n] == last[n] {
		n++
	}
	return first[depth:n]
}

func appendUint24(out []byte, v uint32) []byte {
	return append(out, byte(v), byte(v>>8), byte(v>>16))
}

// Trie reads what Build wrote. It is safe for concurrent use.
type Trie []byte

// Get returns the value of a key.
func (t Trie) Get(key string) (uint32, bool) {
	var value uint32
	found := false
	t.Walk(key, func(length int, v uint32) {
		if length == len(key) {
			value, found = v, true
		}
	})
	return value, found
}

// Walk calls visit for each key that is a prefix of text, shortest first, with its length in
// bytes and its value.
func (t Trie) Walk(text string, visit func(length int, value uint32)) {
	node, depth := []byte(t), 0
	for {
		head, n := uvarint(node)
		node = node[n:]
		label := node[:head>>2]
		if len(text)-depth < len(label) || text[depth:depth+len(label)] != string(label) {
			return
		}
		depth += len(label)
		node = node[len(label):]
		if head&2 != 0 {
			visit(depth, uint24(node))
			node = node[3:]
		}
		if head&1 == 0 || depth == len(text) {
			return
		}
		if node = child(node, text[depth]); node == nil {
			return
		}
		depth++
	}
}

// All calls visit for every key, in order, with its value; it stops when visit returns false.
func (t Trie) All(visit func(key string, value uint32) bool) { all(t, nil, visit) }

func all(node, prefix []byte, visit func(string, uint32) bool) bool {
	head, n := binary.Uvarint(node)
	node = node[n:]
	prefix = append(prefix, node[:head>>2]...)
	node = node[head>>2:]
	if head&2 != 0 {
		if !visit(string(prefix), uint24(node)) {
			return false
		}
		node = node[3:]
	}
	if head&1 == 0 {
		return true
	}
	for _, b := range firsts(node) {
		if !all(child(node, b), append(prefix, b), visit) {
			return false
		}
	}
	return true
}

// firsts lists the bytes that children begin with.
func firsts(list []byte) []byte {
	count := int(list[0]) + 1
	list = list[1:]
	if count >= wide {
		return list[:count]
	}
	var out []byte
	for range count {
		out = append(out, list[0])
		size, n := binary.Uvarint(list[1:])
		list = list[1+n+int(size):]
	}
	return out
}

// child finds the node that b leads to among the children at the head of list, or nil.
func child(list []byte, b byte) []byte {
	count := int(list[0]) + 1
	list = list[1:]
	if count < wide {
		for range count {
			first := list[0]
			size, n := uvarint(list[1:])
			start := 1 + n
			if first == b {
				return list[start:]
			}
			list = list[start+int(size):]
		}
		return nil
	}
	i, ok := slices.BinarySearch(list[:count], b)
	if !ok {
		return nil
	}
	ends, nodes := list[count:], list[count*4:]
	if i == 0 {
		return nodes
	}
	return nodes[uint24(ends[(i-1)*3:]):]
}

// uvarint is binary.Uvarint, quicker for the numbers of one byte that most are.
func uvarint(b []byte) (uint64, int) {
	if b[0] < 0x80 {
		return uint64(b[0]), 1
	}
	return binary.Uvarint(b)
}

func uint24(b []byte) uint32 { return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 }
