package export

import (
	"strconv"

	"citygraph/graph"
)

// schemaType is the schema.org class of a node, "" where there is none.
func schemaType(t graph.EntityType) string {
	switch t {
	case graph.City:
		return "City"
	case graph.Region:
		return "AdministrativeArea"
	case graph.Country:
		return "Country"
	case graph.Person:
		return "Person"
	case graph.Institution:
		return "Organization"
	case graph.Event:
		return "Event"
	}
	return "CreativeWork" // an agreement is a text
}

func nodeResource(n graph.Node) resource {
	r := resource{iri: identify(n.ID).iri}
	r.add(rdfSpace+"type", iri(schemaSpace+schemaType(n.Type)))
	r.add(rdfSpace+"type", iri(termSpace+string(n.Type)))
	r.add(termSpace+"main", literal(n.Main))
	for _, name := range n.Names {
		r.add(schemaSpace+"name", spoken(name.Text, name.Lang))
	}
	if n.GeoNames != 0 {
		r.add(owlSpace+"sameAs", iri("https://sws.geonames.org/"+strconv.FormatInt(n.GeoNames, 10)+"/"))
	}
	r.add(schemaSpace+"identifier", literal(n.ISO))
	if located(n) {
		r.add(schemaSpace+"latitude", double(n.Lat))
		r.add(schemaSpace+"longitude", double(n.Lon))
	}
	if n.Population != 0 {
		r.add(termSpace+"population", number(n.Population))
	}
	r.add(termSpace+"level", literal(string(n.Level)))
	r.add(termSpace+"kind", literal(n.Kind))
	r.add(termSpace+"country", identify(n.Country))
	r.add(termSpace+"region", identify(n.Region))
	r.add(schemaSpace+"location", identify(n.Place))
	r.add(schemaSpace+"startDate", dated(n.Date.Value))
	r.add(schemaSpace+"endDate", dated(n.Until.Value))
	r.add(termSpace+"status", literal(string(n.Status)))
	if n.Round != 0 {
		r.add(termSpace+"round", number(int64(n.Round)))
	}
	if n.Renewal {
		r.add(termSpace+"renewal", term{text: "true", datatype: xsdSpace + "boolean"})
	}
	for _, t := range n.Topics {
		r.add(schemaSpace+"about", literal(string(t)))
	}
	return r
}
