package loader

import (
	"cmp"
	"slices"

	"citygraph/graph"
)

// addRelation adds the claim to the entry that it tells again, or as a new one. The claims come
// in the order of the text.
func (r *Record) addRelation(c graph.Claim) {
	next := relation(c)
	for i := range r.Relations {
		if known := &r.Relations[i]; known.sameAs(next) {
			known.merge(next)
			return
		}
	}
	r.Relations = append(r.Relations, next)
}

func relation(c graph.Claim) RecordRelation {
	r := RecordRelation{
		S: c.Subject, R: c.Type, O: c.Object, Status: c.Status, Tier: c.Tier, Until: c.Until.Value, Office: c.Office,
		To: c.PostedTo, Former: c.Former, Topics: c.Topics, Modality: c.Modality, Confidence: c.Confidence, Evidence: evidence(c),
	}
	if r.Status == "" && (c.Modality == graph.Planned || c.Modality == graph.Intended) {
		r.Status = graph.StatusPlanned
	}
	if c.Type == graph.TwinnedWith {
		r.Since = c.Date.Value
	} else {
		r.Date = c.Date.Value
	}
	return r
}

// sameAs reports whether two entries tell of one thing: a tie is one for its pair, an office
// one for its holder, body and rank, all else one for its date, where known.
func (r RecordRelation) sameAs(o RecordRelation) bool {
	if r.S != o.S || r.R != o.R || r.O != o.O {
		return false
	}
	switch r.R {
	case graph.TwinnedWith, graph.LocatedIn, graph.MemberOf, graph.PartnersWith:
		return true
	case graph.HoldsOffice:
		return r.Office == o.Office
	}
	return datesAgree(r.Date, o.Date)
}

func datesAgree(a, b string) bool {
	x, y := graph.Date{Value: a}, graph.Date{Value: b}
	return x.IsZero() || y.IsZero() || x.Overlaps(y)
}

// merge takes over what the other entry tells better. Years of a tie that contradict each
// other cancel out, as they would for a careful reader.
func (r *RecordRelation) merge(o RecordRelation) {
	if datesAgree(r.Since, o.Since) {
		r.Since = finer(r.Since, o.Since)
	} else {
		r.Since = ""
	}
	r.Date = finer(r.Date, o.Date)
	r.Until = finer(r.Until, o.Until)
	r.To = cmp.Or(r.To, o.To)
	r.Former = r.Former && o.Former
	r.Tier = firmer(r.Tier, o.Tier)
	r.Topics = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(r.Topics), o.Topics...))))
	if statusRank(o.Status) > statusRank(r.Status) {
		r.Status, r.Modality = o.Status, o.Modality
	}
	if o.Confidence > r.Confidence {
		r.Confidence, r.Evidence = o.Confidence, o.Evidence
	}
}

// finer returns the more precise of two dates that agree, the first of equals.
func finer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// firmer prefers a tier that the article names to one it leaves open.
func firmer(a, b graph.Tier) graph.Tier {
	if a == "" || a == graph.TierUnspecified && b != "" {
		return b
	}
	return a
}

// statusRank orders what two sentences of one article say of one thing: its end is the news,
// that it holds outweighs that it was planned.
func statusRank(s graph.Status) int {
	switch s {
	case graph.StatusPlanned:
		return 0
	case "", graph.StatusUnknown:
		return 1
	case graph.StatusSuspended:
		return 3
	case graph.StatusEnded:
		return 4
	}
	return 2
}
