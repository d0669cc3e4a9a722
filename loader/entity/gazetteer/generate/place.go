package main

import (
	"fmt"
	"strings"

	"citygraph/loader/entity/gazetteer/internal/record"
)

// place says which region and country everything lies in.
func (w *world) place(in *inputs) {
	byCode := map[string]string{} // GeoNames code to ISO code
	for _, s := range in.subdivisions {
		if s.iso != "" && s.code != "" {
			byCode[s.code] = s.iso
		}
	}
	for _, e := range w.all {
		if e.group == record.Region {
			w.placeRegion(e, in.cldr.parent[e.Key])
		}
	}
	for _, c := range in.cities {
		e := w.all[w.refs[fmt.Sprint("city:", c.ID)]]
		e.Country = w.ref("country:" + c.Country)
		outer := byCode[c.Country+"."+c.Admin1]
		inner := byCode[c.Country+"."+c.Admin1+"."+c.admin2]
		if outer == "" && inner != "" { // the country's own first level is GeoNames' second
			outer, inner = inner, ""
		}
		e.Region, e.Subregion = w.ref("region:"+outer), w.ref("region:"+inner)
		if e.Region != record.None {
			w.all[e.Region].Population += c.Population
		}
		if e.Subregion != record.None {
			w.all[e.Subregion].Population += c.Population
		}
	}
	for _, e := range w.all {
		if e.group == record.Region {
			b := -0.05 // a region comes after a great city that it is named like
			if e.Region != record.None {
				b = -0.08 // second level: often the namesake of its seat
			}
			e.prior = prior(e.Population, b)
		}
	}
}

func (w *world) placeRegion(e *entity, parent string) {
	e.Country = w.ref("country:" + e.Key[:2])
	if strings.Contains(parent, "-") {
		e.Region = w.ref("region:" + parent)
	}
}

func (w *world) ref(id string) record.Ref {
	if ref, ok := w.refs[id]; ok {
		return ref
	}
	return record.None
}

// supplement adds the curated names; a row whose id is unknown is an error.
func (w *world) supplement(in *inputs) error {
	for _, c := range in.curated {
		e, ok := w.find(c.id)
		if !ok {
			return fmt.Errorf("supplement: no entity %s for %v", c.id, c.names)
		}
		if c.class == record.Curated && len(c.names) > 0 {
			e.show(c.lang, c.names[0])
		}
		e.add(c.class, c.names...)
	}
	for _, d := range in.demonyms {
		e, ok := w.find(d.id)
		if !ok {
			return fmt.Errorf("demonyms: no entity %s", d.id)
		}
		for _, form := range d.forms {
			e.add(record.Demonym, inflected(form)...)
		}
	}
	for _, i := range in.institutions {
		if i.place == "" {
			continue
		}
		if _, ok := w.find(i.place); !ok {
			return fmt.Errorf("institutions: no place %s of %s", i.place, i.main)
		}
	}
	return w.placeInstitutions(in)
}

func (w *world) placeInstitutions(in *inputs) error {
	for _, i := range in.institutions {
		place, ok := w.find(i.place)
		if !ok {
			continue
		}
		e, ok := w.find("inst:" + institutionKey(i))
		if !ok {
			return fmt.Errorf("institutions: %s is lost", i.main)
		}
		e.Country = place.Country
		if place.group == record.Country {
			e.Country = w.ref(i.place)
		}
	}
	return nil
}
