package record

import (
	"encoding/binary"
	"strconv"
)

// Decoder reads the records of a file in place. It is safe for concurrent use.
type Decoder struct {
	starts  [Groups + 1]Ref
	offsets []byte
	records []byte
}

// NewDecoder reads the sections of a file.
func NewDecoder(parts [Sections][]byte) *Decoder {
	d := &Decoder{offsets: parts[Offsets], records: parts[Records]}
	for g := range Groups {
		d.starts[g+1] = d.starts[g] + Ref(binary.LittleEndian.Uint32(parts[Counts][4*g:]))
	}
	return d
}

// Len is the number of entities.
func (d *Decoder) Len() int { return int(d.starts[Groups]) }

// Range is the half-open range of refs of a group.
func (d *Decoder) Range(g Group) (Ref, Ref) { return d.starts[g], d.starts[g+1] }

// GroupOf is the group of an entity.
func (d *Decoder) GroupOf(ref Ref) Group {
	for g := range Groups {
		if ref < d.starts[g+1] {
			return g
		}
	}
	return City
}

func (d *Decoder) at(ref Ref) cursor {
	return cursor(d.records[binary.LittleEndian.Uint32(d.offsets[4*ref:]):])
}

// Key reads only the key of an entity.
func (d *Decoder) Key(ref Ref) string {
	c := d.at(ref)
	if d.GroupOf(ref) == City {
		return strconv.FormatUint(uint64(binary.LittleEndian.Uint32(c)), 10)
	}
	return c.string()
}

// Find returns the entity of a group that has a key.
func (d *Decoder) Find(g Group, key string) (Ref, bool) {
	low, high := d.Range(g)
	number := uint64(0)
	if g == City {
		var err error
		if number, err = strconv.ParseUint(key, 10, 32); err != nil {
			return None, false
		}
	}
	end := high
	for low < high {
		mid := (low + high) / 2
		c := d.at(mid)
		if g == City && uint64(binary.LittleEndian.Uint32(c)) < number || g != City && c.string() < key {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < end && d.Key(low) == key {
		return low, true
	}
	return None, false
}

// Entity reads one entity.
func (d *Decoder) Entity(ref Ref) Entity {
	e, c := d.outline(ref)
	e.Names = make([]Name, c.uvarint())
	for i := range e.Names {
		e.Names[i] = Name{Lang: c.byte(), Text: c.string()}
	}
	return e
}

// Outline reads one entity without its Names.
func (d *Decoder) Outline(ref Ref) Entity {
	e, _ := d.outline(ref)
	return e
}

// outline reads an entity up to its names, which the cursor stands before.
func (d *Decoder) outline(ref Ref) (Entity, cursor) {
	c := d.at(ref)
	var e Entity
	if d.GroupOf(ref) == City {
		e.Key, c = d.Key(ref), c[4:]
	} else {
		e.Key, e.Code, e.GeoNames = c.string(), c.string(), uint32(c.uvarint())
	}
	c.place(&e)
	e.Main = c.string()
	return e, c
}

// cursor reads one field after the other.
type cursor []byte

func (c *cursor) place(e *Entity) {
	for _, ref := range []*Ref{&e.Country, &e.Region, &e.Subregion} {
		*ref = Ref(c.uvarint()) - 1
	}
	e.Feature = c.byte()
	e.Lat = float64(c.varint()) / coordinateScale
	e.Lon = float64(c.varint()) / coordinateScale
	e.Population = c.uvarint()
}

// Home reads only where an entity lies.
func (d *Decoder) Home(ref Ref) (country, region, subregion Ref) {
	c := d.at(ref)
	if d.GroupOf(ref) == City {
		c = c[4:]
	} else {
		c.skip()
		c.skip()
		c.uvarint()
	}
	return Ref(c.uvarint()) - 1, Ref(c.uvarint()) - 1, Ref(c.uvarint()) - 1
}

func (c *cursor) byte() byte {
	b := (*c)[0]
	*c = (*c)[1:]
	return b
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(*c)
	*c = (*c)[n:]
	return v
}

func (c *cursor) varint() int64 {
	v, n := binary.Varint(*c)
	*c = (*c)[n:]
	return v
}

func (c *cursor) string() string {
	n := c.uvarint()
	s := string((*c)[:n])
	*c = (*c)[n:]
	return s
}

func (c *cursor) skip() {
	n := c.uvarint()
	*c = (*c)[n:]
}
