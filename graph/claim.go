package graph

// Evidence is what a claim rests on: the exact sentence and where in it trigger and arguments
// stand. All spans are offsets into the article's text; trigger, subject and object lie where
// they were read, which for what is carried over from an earlier sentence is outside Span.
type Evidence struct {
	Text    string `json:"text"` // the sentence: Article.Text[Span.Start:Span.End]
	Span    Span   `json:"span"`
	Trigger Span   `json:"trigger"`
	Subject Span   `json:"subject"`
	Object  Span   `json:"object"`
}

// Claim is what one article asserts in one place: a relation of two entities (Type), or a
// figure of one (Figure with Value). Exactly one of Type and Figure is set. A claim without
// evidence cannot be stored.
type Claim struct {
	ID      ClaimID    `json:"id"`
	Article ArticleID  `json:"article"`
	Type    EdgeType   `json:"type,omitempty"`
	Figure  FigureType `json:"figure,omitempty"`
	Subject EntityID   `json:"subject"` // of a symmetric type: the smaller id
	Object  EntityID   `json:"object,omitempty"`
	Value   int64      `json:"value,omitempty"`

	Tier     Tier     `json:"tier,omitempty"`
	Status   Status   `json:"status,omitempty"`
	Office   Office   `json:"office,omitempty"`
	Title    string   `json:"title,omitempty"` // office, tier or figure in the source's own words
	Former   bool     `json:"former,omitempty"`
	PostedTo EntityID `json:"postedTo,omitempty"` // of an envoy
	Role     Role     `json:"role,omitempty"`
	Round    int      `json:"round,omitempty"` // of RENEWS
	Topics   []Topic  `json:"topics,omitempty"`

	Modality Modality `json:"modality"`
	Date     Date     `json:"date,omitzero"`  // when it happened, or since when it holds
	Until    Date     `json:"until,omitzero"` // when it ended, where the article says so
	Asserted string   `json:"asserted,omitempty"`

	Confidence float64  `json:"confidence"` // 0 to 1
	Rule       string   `json:"rule"`       // name of the pattern or extractor
	Version    string   `json:"version"`    // of the pack or extractor
	Evidence   Evidence `json:"evidence"`

	// Witness and Fingerprint are the article's, so that support can be told from claims alone.
	Witness     string `json:"witness"`
	Fingerprint string `json:"fingerprint,omitempty"`
}

// Identify sets the claim's id from what it asserts and where, and orders the arguments of a
// symmetric type. It is the last step of making a claim.
func (c Claim) Identify() Claim {
	if r, ok := RelationOf(c.Type); ok && r.Symmetric && c.Object < c.Subject {
		c.Subject, c.Object = c.Object, c.Subject
		c.Evidence.Subject, c.Evidence.Object = c.Evidence.Object, c.Evidence.Subject
	}
	c.Topics = sortedUnique(c.Topics)
	c.ID = ClaimID("claim:" + digest(string(c.Article), string(c.Type), string(c.Figure),
		string(c.Subject), string(c.Object), itoa(int(c.Value)), string(c.Office), string(c.PostedTo),
		string(c.Role), c.Date.Value, string(c.Modality), string(c.Status),
		itoa(c.Evidence.Span.Start), itoa(c.Evidence.Trigger.Start)))
	return c
}

// Group is the set of claims that are about the same tie: edges are derived group by group,
// and no claim outside a group changes its edges. Figures have no group.
type Group struct {
	Type    EdgeType
	Subject EntityID
	Object  EntityID
}

// Group returns the group that the claim belongs to.
func (c Claim) Group() Group { return Group{c.Type, c.Subject, c.Object} }
