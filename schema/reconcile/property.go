package reconcile

import (
	"slices"

	"citygraph/graph"
)

// cell is one value of a property as the specification writes it: exactly one form is set.
type cell struct {
	ID    string   `json:"id,omitempty"`
	Name  string   `json:"name,omitempty"`
	Str   string   `json:"str,omitempty"`
	Float *float64 `json:"float,omitempty"`
	Int   *int64   `json:"int,omitempty"`
}

func text(s string) cell {
	return cell{Str: s}
}

func integer(n int64) cell { return cell{Int: &n} }

func float(f float64) cell { return cell{Float: &f} }

// property is a property that extend reads off a node.
type property struct {
	id, name string
	types    []graph.EntityType // that have it; nil: all
	// cells reads the values; a reference has its id alone, its name is looked up afterwards.
	cells func(graph.Node) []cell
}

func properties() []property {
	places := []graph.EntityType{graph.City, graph.Region, graph.Country}
	located := append(slices.Clone(places), graph.Institution)
	kinds := []graph.EntityType{graph.Institution, graph.Agreement, graph.Event}
	dated := []graph.EntityType{graph.Agreement, graph.Event}
	return []property{
		{"name-en", "name in English", nil, named("en")},
		{"name-zh", "name in Chinese", nil, named("zh")},
		{"name-ar", "name in Arabic", nil, named("ar")},
		{"country", "country", located, func(n graph.Node) []cell { return reference(n.Country) }},
		{"region", "region", places, func(n graph.Node) []cell { return reference(n.Region) }},
		{"geonames", "GeoNames id", places, func(n graph.Node) []cell { return some(n.GeoNames != 0, integer(n.GeoNames)) }},
		{"iso", "ISO 3166 code", places, func(n graph.Node) []cell { return some(n.ISO != "", text(n.ISO)) }},
		{"latitude", "latitude", places, func(n graph.Node) []cell { return some(n.Lat != 0 || n.Lon != 0, float(n.Lat)) }},
		{"longitude", "longitude", places, func(n graph.Node) []cell { return some(n.Lat != 0 || n.Lon != 0, float(n.Lon)) }},
		{"population", "population", places, func(n graph.Node) []cell { return some(n.Population != 0, integer(n.Population)) }},
		{"kind", "kind", kinds, func(n graph.Node) []cell { return some(n.Kind != "", text(n.Kind)) }},
		{"date", "date (EDTF)", dated, func(n graph.Node) []cell { return some(!n.Date.IsZero(), text(n.Date.Value)) }},
		{"degree", "edges in the graph", nil, func(n graph.Node) []cell { return []cell{integer(int64(n.Degree))} }},
		{"articles", "articles that mention it", nil, func(n graph.Node) []cell { return []cell{integer(int64(n.Articles))} }},
	}
}

func named(lang string) func(graph.Node) []cell {
	return func(n graph.Node) []cell {
		name, ok := n.NameIn(lang)
		return some(ok, text(name.Text))
	}
}

func reference(id graph.EntityID) []cell { return some(id != "", cell{ID: string(id)}) }

func some(known bool, c cell) []cell {
	if !known {
		return []cell{}
	}
	return []cell{c}
}

// fits reports whether nodes of a type have the property; "" is any type.
func (p property) fits(t graph.EntityType) bool {
	return t == "" || p.types == nil || slices.Contains(p.types, t)
}
