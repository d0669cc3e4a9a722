package entity

import (
	"strings"
	"sync"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// maxHeard bounds the memory of an ear, in names.
const maxHeard = 8192

// ear remembers what names sound like: the question is dear, its answer never changes, and news
// asks it again and again. It is safe for concurrent use.
type ear struct {
	gazetteer *gazetteer.Gazetteer
	mu        sync.Mutex
	known     map[string]gazetteer.Heard
}

// hear returns the place that a name spells by ear within countries or regions; the zero Heard
// where none is near enough.
func (e *ear) hear(name string, within []graph.EntityID, t graph.EntityType) gazetteer.Heard {
	var key strings.Builder
	key.WriteString(fold(name) + "\x1f" + string(t))
	for _, id := range within {
		key.WriteString("\x1f" + string(id))
	}
	e.mu.Lock()
	best, ok := e.known[key.String()]
	e.mu.Unlock()
	if ok {
		return best
	}
	best, _ = e.gazetteer.ByEar(gazetteer.Hearing{Name: name, Within: within, Type: t})
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.known) >= maxHeard {
		clear(e.known)
	}
	e.known[key.String()] = best
	return best
}
