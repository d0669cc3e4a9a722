package resolver

import (
	"time"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// EdgeFilter is the input that selects edges; all that is set must hold.
type EdgeFilter struct {
	Types         []graph.EdgeType
	Direction     *graph.Direction
	Others        []string
	OtherTypes    []graph.EntityType
	Tiers         []graph.Tier
	Statuses      []graph.Status
	Modalities    []graph.Modality
	Offices       []graph.Office
	Topics        []graph.Topic
	Langs         []string
	Sources       []string
	Date          *graph.Date
	ValidAt       *graph.Date
	AsOf          *time.Time
	MinConfidence *float64
	MinSupport    *int
}

// read makes the store's filter, with the clocks of the scope where the input sets none.
func (f *EdgeFilter) read(s scope, order *graph.Order) graph.EdgeFilter {
	out := graph.EdgeFilter{ValidAt: s.validAt, AsOf: s.asOf, Order: orderOf(order)}
	if f == nil {
		return out
	}
	out.Types, out.OtherTypes, out.Tiers, out.Statuses = f.Types, f.OtherTypes, f.Tiers, f.Statuses
	out.Modalities, out.Offices, out.Topics = f.Modalities, f.Offices, f.Topics
	out.Langs, out.Sources = f.Langs, f.Sources
	out.Direction, out.Others = directionIn(f.Direction), ids[graph.EntityID](f.Others)
	out.Date, out.MinConfidence, out.MinSupport = value(f.Date), value(f.MinConfidence), value(f.MinSupport)
	if f.ValidAt != nil {
		out.ValidAt = *f.ValidAt
	}
	if f.AsOf != nil {
		out.AsOf = *f.AsOf
	}
	return out
}

// ClaimFilter is the input that selects claims; all that is set must hold.
type ClaimFilter struct {
	Types         []graph.EdgeType
	Figures       []graph.FigureType
	Modalities    []graph.Modality
	Langs         []string
	Sources       []string
	MinConfidence *float64
	AsOf          *time.Time
}

func (f *ClaimFilter) read(s scope) graph.ClaimFilter {
	out := graph.ClaimFilter{AsOf: s.asOf}
	if f == nil {
		return out
	}
	out.Types, out.Figures, out.Modalities = f.Types, f.Figures, f.Modalities
	out.Langs, out.Sources, out.MinConfidence = f.Langs, f.Sources, value(f.MinConfidence)
	if f.AsOf != nil {
		out.AsOf = *f.AsOf
	}
	return out
}

// NodeFilter is the input that selects entities of one type: PlaceFilter, PersonFilter and the
// others each have some of its fields.
type NodeFilter struct {
	Name      *string
	Match     *graph.NameMatch
	Kinds     []string
	Country   *string
	Region    *string
	Statuses  []graph.Status
	Date      *graph.Date
	Topics    []graph.Topic
	MinDegree *int
}

// read makes the store's filter. A name is looked up by its key; without a stated order the
// best match comes first, without a name the best connected.
func (f *NodeFilter) read(t graph.EntityType, s scope, order *graph.Order) (graph.NodeFilter, error) {
	out := graph.NodeFilter{Types: []graph.EntityType{t}, AsOf: s.asOf, Order: graph.ByDegree}
	if f != nil {
		out.Kinds, out.Status, out.Topics = f.Kinds, f.Statuses, f.Topics
		out.Country, out.Region = graph.EntityID(value(f.Country)), graph.EntityID(value(f.Region))
		out.Date, out.MinDegree = value(f.Date), value(f.MinDegree)
		if f.Name != nil {
			if err := nameIn(&out, *f.Name, f.Match); err != nil {
				return out, err
			}
		}
	}
	if order != nil {
		out.Order = orderOf(order)
	}
	if out.Order == graph.ByMatch && out.Name == "" {
		return out, &graph.InvalidError{Field: "orderBy", Reason: "MATCH needs a name"}
	}
	return out, nil
}

// nameIn looks for a name, best match first.
func nameIn(f *graph.NodeFilter, name string, match *graph.NameMatch) error {
	if f.Name = namekey.Key(name); f.Name == "" {
		return &graph.InvalidError{Field: "name", Reason: "holds no letter or digit"}
	}
	f.Order = graph.ByMatch
	if match != nil && *match != "WORDS" {
		f.Match = *match
	}
	return nil
}

// ArticleFilter is the input that selects articles; all that is set must hold.
type ArticleFilter struct {
	Mentions *string
	Langs    []string
	Sources  []string
	URL      *string
	From     *graph.Date
	To       *graph.Date
}

func (f *ArticleFilter) read(s scope, order *graph.Order) (graph.ArticleFilter, error) {
	out := graph.ArticleFilter{AsOf: s.asOf, Order: orderOf(order)}
	if f == nil {
		return out, nil
	}
	for _, d := range []*graph.Date{f.From, f.To} {
		if p := value(d).Precision(); p == graph.Interval || p == graph.Before || p == graph.After {
			return out, &graph.InvalidError{Field: "from, to", Reason: "is an interval"}
		}
	}
	out.Mentions, out.URL = graph.EntityID(value(f.Mentions)), value(f.URL)
	out.Langs, out.Sources = f.Langs, f.Sources
	out.From, out.To = value(f.From).Value, value(f.To).Value
	return out, nil
}

// orderOf reads an order; ID is the store's unnamed one.
func orderOf(o *graph.Order) graph.Order {
	if value(o) == "ID" {
		return graph.ByID
	}
	return value(o)
}

// directionIn reads a direction; BOTH is the store's unnamed one.
func directionIn(d *graph.Direction) graph.Direction {
	if value(d) == "BOTH" {
		return graph.Both
	}
	return value(d)
}

// ids types a list of ids.
func ids[ID ~string](list []string) []ID {
	if list == nil {
		return nil
	}
	out := make([]ID, len(list))
	for i, id := range list {
		out[i] = ID(id)
	}
	return out
}
