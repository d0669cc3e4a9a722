// Package sound scores how well a name in Arabic or Chinese script could be the sound of a name
// in Latin letters.
//
// The model reads the foreign name one character at a time; each writes a chunk of zero or more
// Latin letters, at a cost that is the negative logarithm of the chunk's probability given the
// character. The cost of a pair of names is that of the cheapest way to write the one from the
// other. Costs are learnt from pairs of names by the gazetteer's generator and only read here.
// Orthographies differ, so a country may have costs of its own on top of those of the script.
package sound

import (
	"encoding/binary"
	"errors"
	"math"
)

// Scale turns a cost in nats into the units that tables hold; a cost fits a byte.
const Scale = 16

// MaxChunk is the longest chunk that one character of a script may write.
func MaxChunk(script Script) int {
	if script == Han {
		return 6
	}
	return 4
}

// Script is a script that names are heard from.
type Script byte

// The scripts.
const (
	Arabic Script = iota
	Han
	Scripts
)

// Entry says what it costs a character to write a chunk.
type Entry struct {
	Char  rune
	Chunk string // lower-case letters a to z, none for a silent character
	Cost  byte
}

// Table is what was learnt of a script, in general (Country "") or in one country.
type Table struct {
	Script  Script
	Country string // ISO 3166-1 alpha-2
	Entries []Entry
}

// Encode writes tables.
func Encode(tables []Table) []byte {
	out := binary.AppendUvarint(nil, uint64(len(tables)))
	for _, t := range tables {
		out = append(out, byte(t.Script), byte(len(t.Country)))
		out = append(out, t.Country...)
		out = binary.AppendUvarint(out, uint64(len(t.Entries)))
		for _, e := range t.Entries {
			out = binary.AppendUvarint(out, uint64(e.Char))
			out = append(out, byte(len(e.Chunk)))
			out = append(out, e.Chunk...)
			out = append(out, e.Cost)
		}
	}
	return out
}

// Decode reads what Encode wrote.
func Decode(b []byte) ([]Table, error) {
	r := reader{b: b}
	tables := make([]Table, r.uvarint())
	for i := range tables {
		t := &tables[i]
		t.Script, t.Country = Script(r.byte()), r.text()
		t.Entries = make([]Entry, r.uvarint())
		for k := range t.Entries {
			t.Entries[k] = Entry{Char: rune(r.uvarint()), Chunk: r.text(), Cost: r.byte()}
		}
	}
	if r.failed {
		return nil, errors.New("sound: tables are cut short")
	}
	return tables, nil
}

type reader struct {
	b      []byte
	failed bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > math.MaxInt32 {
		r.failed = true
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.failed = true
		return 0
	}
	b := r.b[0]
	r.b = r.b[1:]
	return b
}

func (r *reader) text() string {
	n := int(r.byte())
	if n > len(r.b) {
		r.failed = true
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

// Letters keeps the letters a to z of a key and drops the rest.
func Letters(key string) []byte {
	out := make([]byte, 0, len(key))
	for i := range len(key) {
		if key[i] >= 'a' && key[i] <= 'z' {
			out = append(out, key[i])
		}
	}
	return out
}
