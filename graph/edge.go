package graph

// Edge is a conclusion from the claims of one Group: what the articles together say of one
// tie, one office, one visit. See graph/derive for the rules.
type Edge struct {
	ID   EdgeID   `json:"id"`
	Type EdgeType `json:"type"`
	From EntityID `json:"from"`
	To   EntityID `json:"to"`

	Tier     Tier     `json:"tier,omitempty"`
	Status   Status   `json:"status,omitempty"`
	Office   Office   `json:"office,omitempty"`
	Title    string   `json:"title,omitempty"`
	Former   bool     `json:"former,omitempty"`
	PostedTo EntityID `json:"postedTo,omitempty"`
	Role     Role     `json:"role,omitempty"`
	Round    int      `json:"round,omitempty"`
	Topics   []Topic  `json:"topics,omitempty"`

	Modality Modality `json:"modality"`        // the firmest of its claims
	Date     Date     `json:"date,omitzero"`   // best: when it happened, or since when it holds
	Until    Date     `json:"until,omitzero"`  // only where a claim says that it ended
	First    string   `json:"first,omitempty"` // earliest and latest date of an asserting article
	Last     string   `json:"last,omitempty"`

	Claims     int     `json:"claims"`  // current claims it rests on
	Support    int     `json:"support"` // independent articles among them
	Confidence float64 `json:"confidence"`
}

// NewEdgeID derives from the group and what sets the edge apart in it: an office, a role, a
// date.
func NewEdgeID(g Group, discriminator ...string) EdgeID {
	parts := append([]string{string(g.Type), string(g.Subject), string(g.Object)}, discriminator...)
	return EdgeID("edge:" + digest(parts...))
}

// Other returns the end of the edge that is not id; for a loop, id itself.
func (e Edge) Other(id EntityID) EntityID {
	if e.From == id {
		return e.To
	}
	return e.From
}

// HoldsAt reports whether the edge was true on the given date: it had begun, by its own date
// or, where that is unknown, by the first article that tells of it, and had not ended. What
// happens at a time (VISITED, MET, SIGNED, PARTICIPATED_IN) holds only then.
func (e Edge) HoldsAt(at Date) bool {
	if at.IsZero() {
		return true
	}
	if e.Type == Visited || e.Type == Met || e.Type == Signed || e.Type == ParticipatedIn {
		return e.Date.Overlaps(at)
	}
	_, atLast := at.Bounds()
	begin, _ := e.Date.Bounds()
	if e.Date.IsZero() {
		begin = e.First
	}
	if atLast != "" && begin > atLast {
		return false
	}
	_, end := e.Until.Bounds()
	atFirst, _ := at.Bounds()
	return e.Until.IsZero() || end == "" || end >= atFirst
}
