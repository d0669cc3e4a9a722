package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"citygraph/graph"
)

// Field is one way to narrow an export. It is spelt as the API's EdgeFilter spells it, so that
// a selection reads alike in a query, in an address and on a command line.
type Field struct {
	Name string // of a parameter, in camel case
	Help string // one line, without a full stop
	read func(*Options, string) error
}

// MaxSelect bounds the values of one field of a selection.
const MaxSelect = 100

// Fields lists every field that Select reads, in a fixed order.
func Fields() []Field {
	return []Field{
		{"nodeTypes", "only nodes of these types", codes(func(o *Options) *[]graph.EntityType { return &o.Types }, entityTypes())},
		{"types", "only edges of these types", codes(func(o *Options) *[]graph.EdgeType { return &o.Edges.Types }, edgeTypes())},
		{"others", "only edges with one of these entities at an end", codes(func(o *Options) *[]graph.EntityID { return &o.Edges.Others }, nil)},
		{"otherTypes", "only edges with an end of these types", codes(func(o *Options) *[]graph.EntityType { return &o.Edges.OtherTypes }, entityTypes())},
		{"tiers", "only these tiers of ties", codes(func(o *Options) *[]graph.Tier { return &o.Edges.Tiers }, graph.Codes("Tier"))},
		{"statuses", "only these statuses", codes(func(o *Options) *[]graph.Status { return &o.Edges.Statuses }, graph.Codes("Status"))},
		{"modalities", "only these modalities", codes(func(o *Options) *[]graph.Modality { return &o.Edges.Modalities }, graph.Codes("Modality"))},
		{"offices", "only these offices", codes(func(o *Options) *[]graph.Office { return &o.Edges.Offices }, graph.Codes("Office"))},
		{"topics", "only edges with any of these topics", codes(func(o *Options) *[]graph.Topic { return &o.Edges.Topics }, graph.Codes("Topic"))},
		{"langs", "only edges that articles in these languages tell of", codes(func(o *Options) *[]string { return &o.Edges.Langs }, nil)},
		{"sources", "only edges that articles of these publishers tell of", codes(func(o *Options) *[]string { return &o.Edges.Sources }, nil)},
		{"date", "only edges whose date overlaps this one (EDTF)", date(func(o *Options) *graph.Date { return &o.Edges.Date })},
		{"validAt", "only edges that hold on this date (EDTF)", date(func(o *Options) *graph.Date { return &o.Edges.ValidAt })},
		{"asOf", "as the graph knew it at this instant (RFC 3339)", readAsOf},
		{"minConfidence", "only edges at least this sure, 0 to 1", readConfidence},
		{"minSupport", "only edges with at least so many independent articles", readSupport},
		{"bom", "true: begin CSV with a byte order mark, which Excel needs for Arabic and Chinese", readBOM},
	}
}

// Select reads Options from values by field name, as they come from an address or from flags:
// a list is given as several values, or as one with commas. A field that is not in Fields, a
// value that is in no code list, or a second value where one is wanted, is an ErrInvalid; more
// than MaxSelect values are an ErrLimit.
func Select(values map[string][]string) (Options, error) {
	var o Options
	fields := Fields()
	for name := range values {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == name }) {
			return o, &graph.InvalidError{Field: "selection", Reason: fmt.Sprintf("knows no field %.40q", name)}
		}
	}
	for _, f := range fields {
		given := split(values[f.Name])
		if len(given) > MaxSelect {
			return o, &graph.LimitError{Limit: "MaxSelect", Max: MaxSelect, Got: len(given)}
		}
		for _, v := range given {
			if err := f.read(&o, v); err != nil {
				return o, err
			}
		}
	}
	return o, nil
}

func split(values []string) []string {
	var all []string
	for _, v := range values {
		all = append(all, strings.Split(v, ",")...)
	}
	return all
}

// codes reads one value of a list: a known one, where the list of those is given.
func codes[T ~string](into func(*Options) *[]T, known []string) func(*Options, string) error {
	return func(o *Options, v string) error {
		if v == "" {
			return &graph.InvalidError{Field: "selection", Reason: "holds an empty value"}
		}
		if known != nil && !slices.Contains(known, v) {
			return &graph.InvalidError{Field: "selection", Reason: fmt.Sprintf("%.40q is none of %s", v, strings.Join(known, ", "))}
		}
		*into(o) = append(*into(o), T(v))
		return nil
	}
}

func date(into func(*Options) *graph.Date) func(*Options, string) error {
	return func(o *Options, v string) error {
		d, err := graph.ParseDate(v)
		if err == nil && d.IsZero() {
			err = &graph.InvalidError{Field: "date", Reason: "is empty"}
		}
		if err != nil {
			return err
		}
		return once(into(o), d)
	}
}

func readAsOf(o *Options, v string) error {
	t, err := time.Parse(time.RFC3339Nano, v)
	if err != nil {
		return &graph.InvalidError{Field: "asOf", Reason: "is no instant in RFC 3339"}
	}
	return once(&o.Edges.AsOf, t)
}

func readConfidence(o *Options, v string) error {
	c, err := strconv.ParseFloat(v, 64)
	if err != nil || !(c >= 0 && c <= 1) {
		return &graph.InvalidError{Field: "minConfidence", Reason: "is no number from 0 to 1"}
	}
	return once(&o.Edges.MinConfidence, c)
}

func readSupport(o *Options, v string) error {
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 {
		return &graph.InvalidError{Field: "minSupport", Reason: "is no whole number from 0"}
	}
	return once(&o.Edges.MinSupport, n)
}

func readBOM(o *Options, v string) error {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return &graph.InvalidError{Field: "bom", Reason: "is neither true nor false"}
	}
	o.BOM = b
	return nil
}

// once sets a value that may be given one time.
func once[T comparable](into *T, v T) error {
	var zero T
	if *into != zero {
		return &graph.InvalidError{Field: "selection", Reason: fmt.Sprintf("%v is a second value where one is wanted", v)}
	}
	*into = v
	return nil
}

func entityTypes() []string {
	var names []string
	for _, t := range graph.EntityTypes() {
		names = append(names, string(t))
	}
	return names
}

func edgeTypes() []string {
	var names []string
	for _, r := range graph.Ontology() {
		names = append(names, string(r.Type))
	}
	return names
}
