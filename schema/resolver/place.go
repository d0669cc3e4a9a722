package resolver

import (
	"context"

	"citygraph/graph"
)

// place is what cities, regions and countries have beyond other entities.
type place struct{ common }

// City is a city, district, county or metropolitan area.
type City struct{ place }

// Region is a state, province, prefecture or governorate.
type Region struct{ place }

// Country is a country.
type Country struct{ place }

// Location is a point in WGS 84 degrees.
type Location struct {
	Lat float64
	Lon float64
}

// ISO is the ISO 3166 code.
func (p *place) ISO() *string { return known(p.node.ISO) }

// Geonames is the GeoNames id.
func (p *place) Geonames() *int64 { return known(p.node.GeoNames) }

// Population is the number of inhabitants.
func (p *place) Population() *int64 { return known(p.node.Population) }

// Location is where the place lies.
func (p *place) Location() *Location { return known(Location{p.node.Lat, p.node.Lon}) }

// Level is the level of the city's government.
func (c *City) Level() *graph.Level { return known(c.node.Level) }

// Region is the region that the city lies in.
func (c *City) Region(ctx context.Context) (*Region, error) {
	e, err := c.linked(ctx, "region", func(n graph.Node) graph.EntityID { return n.Region })
	region, _ := e.(*Region)
	return region, err
}

// Figures are the numbers that articles claim about the place.
func (p *place) Figures(ctx context.Context, types []graph.FigureType, first *int, after *string, last *int, before *string) (*ClaimConnection, error) {
	return p.group.claims(ctx, p.node.ID, figureFilter(types, p.group.scope), cut{first, after, last, before})
}

// figureFilter selects figures only, all where no type is given.
func figureFilter(types []graph.FigureType, s scope) graph.ClaimFilter {
	if len(types) == 0 {
		for _, code := range graph.Codes("FigureType") {
			types = append(types, graph.FigureType(code))
		}
	}
	return graph.ClaimFilter{Figures: types, AsOf: s.asOf}
}
