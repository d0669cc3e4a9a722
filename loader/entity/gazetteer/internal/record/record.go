// Package record is the layout of the gazetteer's data file: what its generator writes and the
// gazetteer reads in place. All numbers are little endian; varints are those of
// encoding/binary.
//
// The file is a magic line, the length of each section (4 bytes), then the sections. Entities
// stand in one order, countries, regions, institutions, cities, each group sorted by id; a Ref
// is a place in that order.
package record

import (
	"encoding/binary"
	"errors"
	"math"
)

// Magic begins every data file of this layout.
const Magic = "citygraph gazetteer 1\n"

// The sections of a file, in order.
const (
	Counts  = iota // entities in each group, 4 bytes each
	Names          // trie: key to posting, or to a list of postings
	Lists          // lists of postings: uvarint count, then 3 bytes each
	Priors         // 1 byte an entity: prominence, logarithmic
	Offsets        // 4 bytes an entity: where in Records it begins
	Records        // entities
	Sounds         // letter costs of the matchers by ear
	sections
)

// Sections is how many sections a file has.
const Sections = sections

// Group is one of the four kinds of entity, in the order of the file.
type Group int

// The groups.
const (
	Country Group = iota
	Region
	Institution
	City
	Groups
)

// Ref is the place of an entity in the file; None stands for no entity.
type Ref int32

// None is the absent entity.
const None Ref = -1

// Name is one name with its language, an index into Langs.
type Name struct {
	Lang byte
	Text string
}

// Langs are the languages of display names; the index is what a Name holds.
func Langs() []string {
	return []string{"", "ar", "zh", "en", "fr", "es", "de", "pt", "it", "ru", "ja", "ko", "tr"}
}

// Entity is one record. Key is the id without its type: a GeoNames id in decimal, an ISO code,
// or the digits of an institution's id.
type Entity struct {
	Key                        string
	Code                       string // ISO 3166-1 alpha-3 of a country, kind of an institution
	GeoNames                   uint32 // of a country or region; a city's is its Key
	Country, Region, Subregion Ref
	Feature                    byte // index into Features
	Lat, Lon                   float64
	Population                 uint64
	Main                       string
	Names                      []Name
}

// Features are the GeoNames feature codes; "" where unknown.
func Features() []string {
	return []string{
		"", "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLCH", "PPLF", "PPLG", "PPLH", "PPLL",
		"PPLQ", "PPLR", "PPLS", "PPLW", "PPLX", "STLMT", "ADM1", "ADM2", "ADM3", "ADM4", "ADMD", "PCLI", "PCLD", "PCLS", "TERR",
	}
}

// coordinateScale keeps four decimals of a degree, eleven metres or less.
const coordinateScale = 10_000

// Append writes a record of a city, whose key is numeric, or of any other entity.
func (e *Entity) Append(out []byte, group Group, geonames uint32) []byte {
	if group == City {
		out = binary.LittleEndian.AppendUint32(out, geonames)
	} else {
		out = appendString(out, e.Key)
		out = appendString(out, e.Code)
		out = binary.AppendUvarint(out, uint64(e.GeoNames))
	}
	for _, ref := range []Ref{e.Country, e.Region, e.Subregion} {
		out = binary.AppendUvarint(out, uint64(ref+1))
	}
	out = append(out, e.Feature)
	out = binary.AppendVarint(out, int64(math.Round(e.Lat*coordinateScale)))
	out = binary.AppendVarint(out, int64(math.Round(e.Lon*coordinateScale)))
	out = binary.AppendUvarint(out, e.Population)
	out = appendString(out, e.Main)
	out = binary.AppendUvarint(out, uint64(len(e.Names)))
	for _, n := range e.Names {
		out = append(out, n.Lang)
		out = appendString(out, n.Text)
	}
	return out
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// Assemble writes a file of its sections.
func Assemble(parts [Sections][]byte) []byte {
	out := []byte(Magic)
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
	}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// Split cuts a file into its sections, which stay part of it.
func Split(file []byte) ([Sections][]byte, error) {
	var parts [Sections][]byte
	head := len(Magic) + 4*Sections
	if len(file) < head || string(file[:len(Magic)]) != Magic {
		return parts, errors.New("record: not a gazetteer of this version")
	}
	lengths, rest := file[len(Magic):head], file[head:]
	for i := range parts {
		n := int(binary.LittleEndian.Uint32(lengths[4*i:]))
		if n > len(rest) {
			return parts, errors.New("record: gazetteer is cut short")
		}
		parts[i], rest = rest[:n:n], rest[n:]
	}
	return parts, nil
}
