package gazetteer

import (
	"strconv"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/record"
)

// Place is a city, region, country or institution as the gazetteer has it.
type Place struct {
	ID         graph.EntityID
	Type       graph.EntityType
	GeoNames   int64          // 0 where unknown
	ISO        string         // ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region
	ISO3       string         // ISO 3166-1 alpha-3 of a country
	Country    graph.EntityID // "" of a country itself
	Region     graph.EntityID // first-level region it lies in, "" where unknown
	Subregion  graph.EntityID // second-level region it lies in, "" where there is none
	Lat, Lon   float64        // WGS 84 degrees, four decimals; both 0: unknown
	Population int64          // of a region or country: that of its cities
	Feature    string         // GeoNames feature code, such as PPLA
	Level      graph.Level    // of a city
	Kind       string         // of an institution: an InstitutionKind
	Prior      float64        // as in Candidate
	Main       string         // the name to show where no language is asked for
	Names      []graph.Name   // at most one a language, by language; keys are filled in
}

// Name is the name in a language (BCP 47, primary subtag), or Main.
func (p *Place) Name(lang string) string {
	lang, _, _ = strings.Cut(lang, "-")
	for _, n := range p.Names {
		if n.Lang == lang {
			return n.Text
		}
	}
	return p.Main
}

// Entity describes the place as the graph stores it.
func (p *Place) Entity() graph.Entity {
	names := append([]graph.Name{{Text: p.Main, Key: namekey.Key(p.Main)}}, p.Names...)
	return graph.Entity{
		ID: p.ID, Type: p.Type, Names: names, Main: p.Main, GeoNames: p.GeoNames, ISO: p.ISO, Level: p.Level,
		Country: p.Country, Region: p.Region, Lat: p.Lat, Lon: p.Lon, Population: p.Population, Kind: p.Kind,
	}.Normal()
}

// Place returns what the gazetteer knows of an id; false if nothing.
func (g *Gazetteer) Place(id graph.EntityID) (Place, bool) {
	ref, ok := g.ref(id)
	if !ok {
		return Place{}, false
	}
	e := g.records.Entity(ref)
	p := g.outline(id, ref, e)
	p.Names = g.named(e.Names)
	if p.Type == graph.City {
		p.Level = level(&p)
	}
	return p, true
}

// Outline is Place without Names and Level, which take longer to read than all the rest.
func (g *Gazetteer) Outline(id graph.EntityID) (Place, bool) {
	ref, ok := g.ref(id)
	if !ok {
		return Place{}, false
	}
	return g.outline(id, ref, g.records.Outline(ref)), true
}

func (g *Gazetteer) outline(id graph.EntityID, ref record.Ref, e record.Entity) Place {
	p := Place{
		ID: id, Type: id.TypeOf(), GeoNames: int64(e.GeoNames), Country: g.idOrNone(e.Country),
		Region: g.idOrNone(e.Region), Subregion: g.idOrNone(e.Subregion), Lat: e.Lat, Lon: e.Lon,
		Population: int64(e.Population), Prior: float64(g.priors[ref]) / 255, Main: e.Main,
		Feature: g.features[e.Feature],
	}
	switch p.Type {
	case graph.Country:
		p.ISO, p.ISO3 = e.Key, e.Code
	case graph.Region:
		p.ISO = e.Key
	case graph.Institution:
		p.Kind = e.Code
	case graph.City:
		p.GeoNames, _ = strconv.ParseInt(e.Key, 10, 64)
	}
	return p
}

func (g *Gazetteer) named(list []record.Name) []graph.Name {
	out := make([]graph.Name, len(list))
	for i, n := range list {
		out[i] = graph.Name{Text: n.Text, Lang: g.langs[n.Lang], Key: namekey.Key(n.Text)}
	}
	return out
}

// level reads a city's level off its Chinese name where China's own suffixes tell it, else off
// the feature code.
func level(p *Place) graph.Level {
	if p.Country == "country:CN" || p.Country == "country:TW" {
		switch name := p.Name("zh"); {
		case strings.HasSuffix(name, "区"):
			return "district"
		case strings.HasSuffix(name, "县"):
			return "county"
		}
	}
	if p.Feature == "PPLX" {
		return "district"
	}
	return "city"
}

// Contains reports whether outer, a region or country, holds inner.
func (g *Gazetteer) Contains(outer, inner graph.EntityID) bool {
	o, ok := g.ref(outer)
	if !ok {
		return false
	}
	i, ok := g.ref(inner)
	if !ok {
		return false
	}
	country, region, subregion := g.records.Home(i)
	return o == country || o == region || o == subregion
}

// CountryOf is the country that something lies in, a country's own id, or "".
func (g *Gazetteer) CountryOf(id graph.EntityID) graph.EntityID {
	if id.TypeOf() == graph.Country {
		return id
	}
	ref, ok := g.ref(id)
	if !ok {
		return ""
	}
	country, _, _ := g.records.Home(ref)
	return g.idOrNone(country)
}

func prefixes() [record.Groups]string {
	return [record.Groups]string{record.Country: "country:", record.Region: "region:", record.Institution: "inst:", record.City: "city:"}
}

func (g *Gazetteer) id(ref record.Ref) graph.EntityID {
	if id := g.ids[ref].Load(); id != nil {
		return *id
	}
	id := graph.EntityID(prefixes()[g.records.GroupOf(ref)] + g.records.Key(ref))
	g.ids[ref].Store(&id)
	return id
}

func (g *Gazetteer) idOrNone(ref record.Ref) graph.EntityID {
	if ref == record.None {
		return ""
	}
	return g.id(ref)
}

func (g *Gazetteer) ref(id graph.EntityID) (record.Ref, bool) {
	for group, prefix := range prefixes() {
		if key, ok := strings.CutPrefix(string(id), prefix); ok {
			return g.records.Find(record.Group(group), key)
		}
	}
	return record.None, false
}
