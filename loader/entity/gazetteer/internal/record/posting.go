package record

import "encoding/binary"

// Class says how a name names its entity.
type Class uint8

// The classes of names, from the surest to the weakest.
const (
	Preferred  Class = iota // the main name, or the name in some language
	Curated                 // from the supplement: an exonym or press spelling
	Alternate               // an alternate name of the source, language not told
	Stem                    // a name without its generic part (市, County)
	Historical              // a name of an earlier time
	Short                   // an abbreviation or one-character name; always needs a cue
	Demonym                 // an adjective of nationality
	Code                    // an airport or ISO code; always needs a cue

)

// Posting says that a key names an entity, in which way and how surely. It packs into 23 bits.
type Posting struct {
	Ref    Ref
	Class  Class
	Folded bool // reached by its folded key, which is not its strict one
	Cue    bool // also an ordinary word, or too short: needs a cue
}

// MaxRefs is how many entities a file can hold.
const MaxRefs = 1 << 18

// Pack turns a posting into a number below 1<<23.
func (p Posting) Pack() uint32 {
	v := uint32(p.Ref)<<5 | uint32(p.Class)<<2
	if p.Folded {
		v |= 2
	}
	if p.Cue {
		v |= 1
	}
	return v
}

// UnpackPosting is the inverse of Pack.
func UnpackPosting(v uint32) Posting {
	return Posting{Ref: Ref(v >> 5), Class: Class(v>>2) & 7, Folded: v&2 != 0, Cue: v&1 != 0}
}

// ReadList reads a list of the section Lists.
func ReadList(b []byte) []Posting {
	n, size := binary.Uvarint(b)
	b = b[size:]
	out := make([]Posting, n)
	for i := range out {
		out[i] = UnpackPosting(uint32(b[3*i]) | uint32(b[3*i+1])<<8 | uint32(b[3*i+2])<<16)
	}
	return out
}
