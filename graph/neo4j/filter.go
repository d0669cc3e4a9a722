package neo4j

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// conditions collects the conditions of a filter, all of which must hold, and their parameters.
// What a filter leaves open adds nothing, so that the plan stays small.
type conditions struct {
	list []string
	set  params
}

func (c *conditions) add(is bool, condition string, p params) {
	if !is {
		return
	}
	c.list = append(c.list, condition)
	for k, v := range p {
		c.set[k] = v
	}
}

// where joins conditions for a query.
func where(lists ...[]string) string {
	all := slices.Concat(lists...)
	if len(all) == 0 {
		return "true"
	}
	return "(" + strings.Join(all, ") AND (") + ")"
}

// overlaps is the condition that the date of n or r may mean a day of the filter's.
func overlaps(x, name string) string {
	return strings.NewReplacer("x.", x+".", "$f", "$"+name).Replace(`x.date IS NOT NULL
  AND (coalesce(x.dateFirst, '') = '' OR $fLast = '' OR x.dateFirst <= $fLast)
  AND (coalesce(x.dateLast, '') = '' OR $fFirst = '' OR x.dateLast >= $fFirst)`)
}

func bounds(name string, d graph.Date) params {
	first, last := d.Bounds()
	return params{name + "First": first, name + "Last": last}
}

// nodeConditions are those of a filter on a node n, but for its name.
func nodeConditions(f graph.NodeFilter) conditions {
	c := conditions{set: params{}}
	c.add(len(f.Types) > 0, "n.type IN $types", params{"types": strs(f.Types)})
	c.add(len(f.Kinds) > 0, "coalesce(n.kind, '') IN $kinds", params{"kinds": strs(f.Kinds)})
	c.add(f.Country != "", "n.country = $country", params{"country": string(f.Country)})
	c.add(f.Region != "", "n.region = $region", params{"region": string(f.Region)})
	c.add(f.GeoNames != 0, "n.geonames = $geonames", params{"geonames": f.GeoNames})
	c.add(f.ISO != "", "n.iso = $iso", params{"iso": f.ISO})
	c.add(len(f.Status) > 0, "coalesce(n.status, '') IN $statuses", params{"statuses": strs(f.Status)})
	c.add(!f.Date.IsZero(), overlaps("n", "date"), bounds("date", f.Date))
	c.add(len(f.Topics) > 0, "any(t IN n.topics WHERE t IN $topics)", params{"topics": strs(f.Topics)})
	c.add(f.MinDegree > 0, "n.degree >= $minDegree", params{"minDegree": f.MinDegree})
	return c
}

// edgeConditions are those of a filter on an edge r, but for its ends. Types are in the pattern.
func edgeConditions(f graph.EdgeFilter) conditions {
	c := conditions{set: params{}}
	c.add(len(f.Tiers) > 0, "coalesce(r.tier, '') IN $tiers", params{"tiers": strs(f.Tiers)})
	c.add(len(f.Statuses) > 0, "coalesce(r.status, '') IN $statuses", params{"statuses": strs(f.Statuses)})
	c.add(len(f.Modalities) > 0, "coalesce(r.modality, '') IN $modalities", params{"modalities": strs(f.Modalities)})
	c.add(len(f.Offices) > 0, "coalesce(r.office, '') IN $offices", params{"offices": strs(f.Offices)})
	c.add(len(f.Topics) > 0, "any(t IN r.topics WHERE t IN $topics)", params{"topics": strs(f.Topics)})
	c.addTold(f)
	c.add(!f.Date.IsZero(), overlaps("r", "date"), bounds("date", f.Date))
	valid := bounds("valid", f.ValidAt)
	valid["moments"] = strs(momentary())
	c.add(!f.ValidAt.IsZero(), "CASE WHEN type(r) IN $moments THEN "+overlaps("r", "valid")+` ELSE
  ($validLast = '' OR coalesce(r.begins, '') <= $validLast) AND (coalesce(r.ends, '') = '' OR r.ends >= $validFirst) END`, valid)
	c.add(f.MinConfidence > 0, "r.confidence >= $minConfidence", params{"minConfidence": f.MinConfidence})
	c.add(f.MinSupport > 0, "r.support >= $minSupport", params{"minSupport": f.MinSupport})
	return c
}

// addTold asks for a claim of an edge r whose article passes.
func (c *conditions) addTold(f graph.EdgeFilter) {
	told := conditions{set: params{}}
	told.add(len(f.Langs) > 0, inLangs("told"), params{"langs": strs(f.Langs)})
	told.add(len(f.Sources) > 0, "coalesce(told.source, '') IN $sources", params{"sources": strs(f.Sources)})
	c.add(len(told.list) > 0, "EXISTS { MATCH (told:Claim {edge: r.id}) WHERE "+where(told.list)+" }", told.set)
}

// momentary are the edge types that hold only when they happen (Edge.HoldsAt).
func momentary() []graph.EdgeType {
	return []graph.EdgeType{graph.Visited, graph.Met, graph.Signed, graph.ParticipatedIn}
}

// symmetric are the edge types that lie both ways.
func symmetric() []graph.EdgeType {
	var types []graph.EdgeType
	for _, r := range graph.Ontology() {
		if r.Symmetric {
			types = append(types, r.Type)
		}
	}
	return types
}

// endConditions are those of a filter on the ends of an edge read from a node n: its direction,
// and the far end m.
func (c *conditions) endConditions(f graph.EdgeFilter) {
	p := params{"symmetric": strs(symmetric())}
	c.add(f.Direction == graph.Out, "startNode(r) = n OR type(r) IN $symmetric", p)
	c.add(f.Direction == graph.In, "endNode(r) = n OR type(r) IN $symmetric", p)
	c.add(len(f.Others) > 0, "m.id IN $others", params{"others": strs(f.Others)})
	c.add(len(f.OtherTypes) > 0, "m.type IN $otherTypes", params{"otherTypes": strs(f.OtherTypes)})
}

// eitherEndConditions are those of a filter on the ends a and b of an edge read from nowhere.
func (c *conditions) eitherEndConditions(f graph.EdgeFilter) {
	c.add(len(f.Others) > 0, "a.id IN $others OR b.id IN $others", params{"others": strs(f.Others)})
	c.add(len(f.OtherTypes) > 0, "a.type IN $otherTypes OR b.type IN $otherTypes", params{"otherTypes": strs(f.OtherTypes)})
}

// claimConditions are those of a filter on a claim c.
func claimConditions(f graph.ClaimFilter) conditions {
	c := conditions{set: params{}}
	c.add(len(f.Types)+len(f.Figures) > 0, "c.type IN $types OR c.figure IN $figures", params{"types": strs(f.Types), "figures": strs(f.Figures)})
	c.add(len(f.Modalities) > 0, "c.modality IN $modalities", params{"modalities": strs(f.Modalities)})
	c.add(len(f.Langs) > 0, inLangs("c"), params{"langs": strs(f.Langs)})
	c.add(len(f.Sources) > 0, "coalesce(c.source, '') IN $sources", params{"sources": strs(f.Sources)})
	c.add(f.MinConfidence > 0, "c.confidence >= $minConfidence", params{"minConfidence": f.MinConfidence})
	return c
}

// articleConditions are those of a filter on an article x, but for what it mentions.
func articleConditions(f graph.ArticleFilter) conditions {
	c := conditions{set: params{}}
	c.add(len(f.Langs) > 0, inLangs("x"), params{"langs": strs(f.Langs)})
	c.add(len(f.Sources) > 0, "coalesce(x.source, '') IN $sources", params{"sources": strs(f.Sources)})
	c.add(f.URL != "", "x.url = $url", params{"url": f.URL})
	c.add(f.From != "", "x.date >= $from", params{"from": f.From})
	c.add(f.To != "", "x.date <> '' AND left(x.date, size($to)) <= $to", params{"to": f.To})
	return c
}

func inLangs(x string) string {
	return "any(l IN $langs WHERE coalesce(" + x + ".lang, '') = l OR coalesce(" + x + ".lang, '') STARTS WITH l + '-')"
}
