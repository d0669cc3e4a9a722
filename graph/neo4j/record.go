package neo4j

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
)

// record reads the columns of one row of an answer.
type record struct{ r *neo4j.Record }

func (r record) props(column string) props {
	v, _ := r.r.Get(column)
	m, _ := v.(map[string]any)
	return m
}

func (r record) text(column string) string { return props(r.r.AsMap()).text(column) }
func (r record) number(column string) int  { return props(r.r.AsMap()).number(column) }

// props are the properties of a node or relationship. A property that is not there is the zero
// value: zero values are never stored.
type props map[string]any

func (p props) text(key string) string {
	s, _ := p[key].(string)
	return s
}

func (p props) number(key string) int { return int(p.long(key)) }

func (p props) long(key string) int64 {
	n, _ := p[key].(int64)
	return n
}

func (p props) float(key string) float64 {
	f, _ := p[key].(float64)
	return f
}

func (p props) flag(key string) bool {
	b, _ := p[key].(bool)
	return b
}

func (p props) time(key string) time.Time {
	t, _ := p[key].(time.Time)
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC()
}

func (p props) date(key string) graph.Date {
	return graph.Date{
		Value: p.text(key), Method: graph.Method(p.text(key + "Method")), Anchor: p.text(key + "Anchor"),
	}
}

// texts returns nil where the property is not there.
func texts[T ~string](p props, key string) []T {
	list, ok := p[key].([]any)
	if !ok {
		return nil
	}
	out := make([]T, len(list))
	for i, v := range list {
		s, _ := v.(string)
		out[i] = T(s)
	}
	return out
}

// with sets what is not zero and returns p.
func (p props) with(key string, value any) props {
	switch v := value.(type) {
	case string:
		if v == "" {
			return p
		}
	case int:
		if v == 0 {
			return p
		}
	case int64:
		if v == 0 {
			return p
		}
	case float64:
		if v == 0 {
			return p
		}
	case bool:
		if !v {
			return p
		}
	case []any:
		if v == nil {
			return p
		}
	}
	p[key] = value
	return p
}

func (p props) withDate(key string, d graph.Date) props {
	return p.with(key, d.Value).with(key+"Method", string(d.Method)).with(key+"Anchor", d.Anchor)
}

// withBounds adds the first and last day that a date may mean, which filters compare.
func (p props) withBounds(d graph.Date) props {
	first, last := d.Bounds()
	return p.with("dateFirst", first).with("dateLast", last)
}

func (p props) withList(key string, list []any) props {
	if len(list) == 0 {
		return p
	}
	return p.with(key, list)
}
