package export

import (
	"cmp"
	"strconv"
	"strings"

	"citygraph/graph"
)

// column is one flat attribute of a node or an edge, the same in every format that has flat
// attributes. value is a string, int64, float64, bool or []string as kind says, or nil where
// the graph does not know.
type column[T any] struct {
	name  string
	kind  kind
	value func(T) any
}

type kind int

const (
	text kind = iota
	integer
	real
	boolean
	list
)

// listMark joins the items of a list in one cell; inside an item it becomes a slash.
const listMark = "|"

func nodeColumns() []column[graph.Node] {
	return []column[graph.Node]{
		{"type", text, func(n graph.Node) any { return known(string(n.Type)) }},
		{"kind", text, func(n graph.Node) any { return known(n.Kind) }},
		{"level", text, func(n graph.Node) any { return known(string(n.Level)) }},
		{"geonames", integer, func(n graph.Node) any { return known(n.GeoNames) }},
		{"iso", text, func(n graph.Node) any { return known(n.ISO) }},
		{"country", text, func(n graph.Node) any { return known(string(n.Country)) }},
		{"region", text, func(n graph.Node) any { return known(string(n.Region)) }},
		{"place", text, func(n graph.Node) any { return known(string(n.Place)) }},
		{"lat", real, func(n graph.Node) any { return coordinate(n, n.Lat) }},
		{"lon", real, func(n graph.Node) any { return coordinate(n, n.Lon) }},
		{"population", integer, func(n graph.Node) any { return known(n.Population) }},
		{"date", text, func(n graph.Node) any { return known(n.Date.Value) }},
		{"until", text, func(n graph.Node) any { return known(n.Until.Value) }},
		{"status", text, func(n graph.Node) any { return known(string(n.Status)) }},
		{"renewal", boolean, func(n graph.Node) any { return known(n.Renewal) }},
		{"round", integer, func(n graph.Node) any { return known(int64(n.Round)) }},
		{"topics", list, func(n graph.Node) any { return strs(n.Topics) }},
		{"names", list, func(n graph.Node) any { return nameList(n, func(m graph.Name) string { return m.Text }) }},
		{"langs", list, func(n graph.Node) any { return nameList(n, func(m graph.Name) string { return cmp.Or(m.Lang, "und") }) }},
		{"articles", integer, func(n graph.Node) any { return int64(n.Articles) }},
		{"degree", integer, func(n graph.Node) any { return int64(n.Degree) }},
	}
}

// edgeColumns leaves out id, type and the two ends, which each format has its own place for.
func edgeColumns() []column[edge] {
	return []column[edge]{
		{"symmetric", boolean, func(e edge) any { return symmetric(e.Type) }},
		{"tier", text, func(e edge) any { return known(string(e.Tier)) }},
		{"status", text, func(e edge) any { return known(string(e.Status)) }},
		{"office", text, func(e edge) any { return known(string(e.Office)) }},
		{"title", text, func(e edge) any { return known(e.Title) }},
		{"former", boolean, func(e edge) any { return known(e.Former) }},
		{"postedTo", text, func(e edge) any { return known(string(e.PostedTo)) }},
		{"role", text, func(e edge) any { return known(string(e.Role)) }},
		{"round", integer, func(e edge) any { return known(int64(e.Round)) }},
		{"topics", list, func(e edge) any { return strs(e.Topics) }},
		{"modality", text, func(e edge) any { return known(string(e.Modality)) }},
		{"date", text, func(e edge) any { return known(e.Date.Value) }},
		{"until", text, func(e edge) any { return known(e.Until.Value) }},
		{"first", text, func(e edge) any { return known(e.First) }},
		{"last", text, func(e edge) any { return known(e.Last) }},
		{"claims", integer, func(e edge) any { return int64(e.Claims) }},
		{"support", integer, func(e edge) any { return int64(e.Support) }},
		{"confidence", real, func(e edge) any { return e.Confidence }},
		{"claimIds", list, func(e edge) any { return claimIDs(e) }},
	}
}

// known is nil for a zero value, by which the graph says that it does not know.
func known[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

func located(n graph.Node) bool { return n.Lat != 0 || n.Lon != 0 }

func coordinate(n graph.Node, degrees float64) any {
	if !located(n) {
		return nil
	}
	return degrees
}

// strs is nil for an empty list.
func strs[T ~string](values []T) any {
	if len(values) == 0 {
		return nil
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func nameList(n graph.Node, part func(graph.Name) string) any {
	parts := make([]string, len(n.Names))
	for i, name := range n.Names {
		parts[i] = part(name)
	}
	return strs(parts)
}

func claimIDs(e edge) any {
	ids := make([]graph.ClaimID, len(e.Evidence))
	for i, c := range e.Evidence {
		ids[i] = c.ID
	}
	return strs(ids)
}

func symmetric(t graph.EdgeType) bool {
	r, _ := graph.RelationOf(t)
	return r.Symmetric
}

// cell is a value in one piece of text, "" where unknown.
func cell(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return joinList(v, listMark)
	}
	return ""
}

func joinList(items []string, mark string) string {
	clean := make([]string, len(items))
	for i, item := range items {
		clean[i] = strings.ReplaceAll(item, mark, "/")
	}
	return strings.Join(clean, mark)
}

// properties are the known values by column name.
func properties[T any](columns []column[T], row T) map[string]any {
	values := make(map[string]any, len(columns))
	for _, c := range columns {
		if v := c.value(row); v != nil {
			values[c.name] = v
		}
	}
	return values
}
