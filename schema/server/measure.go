package server

import (
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// check measures a document. Sizes of fragments are worked out once each; only what is known to
// be small is walked with its fragments expanded.
func (d *document) check(l Limits) *gqlerror.Error {
	m := measure{doc: d, sizes: map[string]size{}}
	total := size{}
	for _, set := range d.all() {
		total = total.plus(m.of(set))
	}
	if m.cyclic {
		return &gqlerror.Error{Message: "a fragment spreads itself", Extensions: map[string]any{"code": CodeValidation}}
	}
	if l.Selections <= 0 {
		return nil // nothing bounds the walks below
	}
	if err := within("Selections", l.Selections, total.selections); err != nil {
		return err
	}
	for _, set := range d.operations {
		if err := m.operation(set, l); err != nil {
			return err
		}
	}
	for _, set := range d.all() {
		if err := m.repeats([]selections{set}, l.Repeats); err != nil {
			return err
		}
	}
	return nil
}

// all is every selection set that the validator starts from.
func (d *document) all() []selections {
	list := d.operations
	for _, set := range d.fragments {
		list = append(list[:len(list):len(list)], set)
	}
	return list
}

// saturated is more than any limit; sizes stop there instead of overflowing.
const saturated = 1 << 30

// size is what a selection set amounts to with its fragments expanded.
type size struct{ selections, depth int }

func (s size) plus(t size) size {
	return size{min(s.selections+t.selections, saturated), max(s.depth, t.depth)}
}

type measure struct {
	doc    *document
	sizes  map[string]size // of fragments; 0 while being measured
	cyclic bool
}

func (m *measure) of(set selections) size {
	var total size
	for _, sel := range set {
		total = total.plus(m.one(sel))
	}
	return total
}

func (m *measure) one(sel selection) size {
	s := size{selections: 1}
	switch {
	case sel.spread != "":
		s = s.plus(m.fragment(sel.spread))
	case sel.key == "":
		s = s.plus(m.of(sel.within))
	default:
		s = s.plus(m.of(sel.within))
		s.depth++
	}
	return s
}

func (m *measure) fragment(name string) size {
	s, known := m.sizes[name]
	if known {
		m.cyclic = m.cyclic || s == size{}
		return s
	}
	m.sizes[name] = size{}
	s = m.of(m.doc.fragments[name]).plus(size{selections: 1})
	m.sizes[name] = s
	return s
}

// operation bounds depth and root fields. What asks for the schema alone may be deeper: the
// consoles' introspection query is.
func (m *measure) operation(set selections, l Limits) *gqlerror.Error {
	roots := m.fields([]selections{set})
	introspects := len(roots) > 0
	count := 0
	for _, f := range roots {
		count += f.count
		introspects = introspects && strings.HasPrefix(f.name, "__")
	}
	if err := within("RootFields", l.RootFields, count); err != nil {
		return err
	}
	if introspects {
		return within("IntrospectionDepth", l.IntrospectionDepth, m.of(set).depth)
	}
	return within("Depth", l.Depth, m.of(set).depth)
}

// field is the fields of one response key of a flattened selection set.
type field struct {
	name   string // of the first of them
	count  int
	within []selections
}

// fields flattens selection sets that answer one object, by response key.
func (m *measure) fields(sets []selections) map[string]*field {
	found := map[string]*field{}
	var flatten func(selections)
	flatten = func(set selections) {
		for _, sel := range set {
			switch {
			case sel.spread != "":
				flatten(m.doc.fragments[sel.spread])
			case sel.key == "":
				flatten(sel.within)
			default:
				f := found[sel.key]
				if f == nil {
					f = &field{name: sel.name}
					found[sel.key] = f
				}
				f.count++
				f.within = append(f.within, sel.within)
			}
		}
	}
	for _, set := range sets {
		flatten(set)
	}
	return found
}

// repeats bounds how often one response path is selected: the validator compares all pairs.
func (m *measure) repeats(sets []selections, most int) *gqlerror.Error {
	for _, f := range m.fields(sets) {
		if err := within("Repeats", most, f.count); err != nil {
			return err
		}
		if err := m.repeats(f.within, most); err != nil {
			return err
		}
	}
	return nil
}
