package claim

import "citygraph/graph"

// Parts are the factors whose product is a claim's confidence, each between 0 and 1.
type Parts struct {
	Rule      float64 `json:"rule"`      // how often the pattern means what the rule says
	Arguments float64 `json:"arguments"` // named here, referred to, or taken from the context
	Zone      float64 `json:"zone"`      // running text, or a headline that may tease
	Modality  float64 `json:"modality"`  // asserted, or planned, intended, denied
}

// Confidence is the product of the parts.
func (p Parts) Confidence() float64 { return p.Rule * p.Arguments * p.Zone * p.Modality }

// Factors of the parts.
const (
	carriedFactor  = 0.8
	definiteFactor = 0.9
	titleFactor    = 0.9
	plannedFactor  = 0.9
	intendedFactor = 0.7
	deniedFactor   = 0.7
)

func (a *article) weigh(s *sentence, m match, args ...argument) Parts {
	p := Parts{Rule: m.rule.Confidence, Arguments: 1, Zone: 1, Modality: 1}
	for _, arg := range args {
		switch {
		case arg.carried:
			p.Arguments *= carriedFactor
		case arg.mention != nil && (arg.mention.Definite || arg.mention.Type == graph.MentionGroup):
			p.Arguments *= definiteFactor
		}
	}
	if s.zone == graph.ZoneTitle {
		p.Zone = titleFactor
	}
	return p
}

// as sets the modality and its factor.
func (d *draft) as(m graph.Modality) {
	d.claim.Modality = m
	switch m {
	case graph.Planned:
		d.parts.Modality = plannedFactor
	case graph.Intended:
		d.parts.Modality = intendedFactor
	case graph.Denied:
		d.parts.Modality = deniedFactor
	}
}
