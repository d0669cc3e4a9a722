package entity

import (
	"sync"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// maxDescribed bounds the memory of an atlas, in places.
const maxDescribed = 4096

// atlas remembers how places are described: reading a description with all its names is dear,
// it is the same in every article, and news is about few places. It is safe for concurrent use.
type atlas struct {
	gazetteer *gazetteer.Gazetteer
	mu        sync.Mutex
	known     map[graph.EntityID]graph.Entity
}

// describe is the place as the gazetteer has it, the same in every article; its lists are not to
// be changed. A GeoNames id is kept of cities alone, and a country lies in none.
func (a *atlas) describe(id graph.EntityID) graph.Entity {
	a.mu.Lock()
	e, ok := a.known[id]
	a.mu.Unlock()
	if ok {
		return e
	}
	p, _ := a.gazetteer.Place(id)
	e = p.Entity()
	if e.Type != graph.City {
		e.GeoNames = 0
	}
	if e.Type == graph.Country {
		e.Country = ""
	}
	e.Names = e.Names[:len(e.Names):len(e.Names)] // who adds one takes a copy
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.known) >= maxDescribed {
		clear(a.known)
	}
	a.known[id] = e
	return e
}
