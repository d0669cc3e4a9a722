package llm

import (
	"slices"

	"citygraph/graph"
)

// The confidence of a claim that a model makes, before a rule or another article bears it out,
// and what is left of it where an argument is named outside the quoted sentences.
const (
	modelConfidence = 0.6
	carriedFactor   = 0.8
)

// kinds are the relations that a model may state; agreements and events are made by rules.
func kinds() []graph.EdgeType {
	return []graph.EdgeType{
		graph.TwinnedWith, graph.HoldsOffice, graph.Visited, graph.Met, graph.PartnersWith, graph.LocatedIn, graph.MemberOf,
	}
}

// claim turns an item into a claim of the document, or says why it is none.
func (x *Extractor) claim(doc graph.Document, l linker, it item) (graph.Claim, graph.DropReason) {
	at, reason := locate(doc, it.Quote)
	if reason != "" {
		return graph.Claim{}, reason
	}
	subject, reason := l.name(it.Subject, at.sentences)
	if reason != "" {
		return graph.Claim{}, reason
	}
	c := graph.Claim{
		Article: doc.Article.ID, Asserted: doc.Article.Date, Subject: subject.id,
		Rule: x.rule, Version: PromptVersion, Confidence: modelConfidence,
		Witness: doc.Article.Witness, Fingerprint: doc.Article.Fingerprint,
		Evidence: graph.Evidence{
			Text: at.sentences.Of(doc.Article.Text), Span: at.sentences,
			Trigger: graph.Span{Start: at.quote.Start, End: at.quote.Start}, Subject: subject.span,
		},
	}
	if subject.carried {
		c.Confidence *= carriedFactor
	}
	if graph.HasCode("FigureType", it.Kind) && it.Kind != "" {
		reason = it.figure(&c, l)
	} else {
		reason = it.relation(&c, l, subject.carried)
	}
	if reason == "" {
		reason = it.date(&c, l)
	}
	return c.Identify(), reason
}

// figure fills a claim of a number that the article gives of a place.
func (it item) figure(c *graph.Claim, l linker) graph.DropReason {
	if !c.Subject.TypeOf().IsPlace() || it.Object != "" || it.State != "HOLDS" || it.Number == "" {
		return DropItem
	}
	m, known, reason := l.noted(graph.MentionNumber, it.Number, c.Evidence.Span)
	switch {
	case reason != "":
		return reason
	case !known:
		return DropName
	}
	c.Figure, c.Value, c.Modality, c.Title = graph.FigureType(it.Kind), m.Value, graph.Fact, ""
	return ""
}

// relation fills a claim of two entities. One of them, at least, is named in the sentences.
func (it item) relation(c *graph.Claim, l linker, carried bool) graph.DropReason {
	kind, _ := graph.RelationOf(graph.EdgeType(it.Kind))
	if !slices.Contains(kinds(), kind.Type) || !it.state(c, kind.Type) {
		return DropItem
	}
	object, reason := l.name(it.Object, c.Evidence.Span)
	switch {
	case reason != "":
		return reason
	case object.carried && carried:
		return graph.DropNoEvidence
	case object.id == c.Subject:
		return graph.DropSelf
	case !kind.Allows(c.Subject.TypeOf(), object.id.TypeOf()):
		return graph.DropOntology
	case c.Subject.TypeOf() == graph.Country && object.id.TypeOf() == graph.Country:
		return graph.DropStateLevel
	}
	if object.carried {
		c.Confidence *= carriedFactor
	}
	c.Object, c.Evidence.Object = object.id, object.span
	return it.qualify(c, l)
}

// qualify sets what only some relations have.
func (it item) qualify(c *graph.Claim, l linker) graph.DropReason {
	if !graph.HasCode("Tier", it.Tier) || !graph.HasCode("Office", it.Office) ||
		(it.Office != "") != (c.Type == graph.HoldsOffice) {
		return DropItem
	}
	c.Office = graph.Office(it.Office)
	if c.Type == graph.TwinnedWith {
		if c.Tier = graph.Tier(it.Tier); c.Tier == "" {
			c.Tier = graph.TierUnspecified
		}
	}
	if it.PostedTo == "" {
		return ""
	}
	post, reason := l.name(it.PostedTo, c.Evidence.Span)
	switch {
	case reason != "":
		return reason
	case c.Type != graph.HoldsOffice || !post.id.TypeOf().IsPlace():
		return DropItem
	}
	c.PostedTo = post.id
	return ""
}

// state sets relation, modality and status; false where the state does not fit the relation.
func (it item) state(c *graph.Claim, kind graph.EdgeType) bool {
	c.Type, c.Modality = kind, graph.Fact
	lasting := kind == graph.TwinnedWith || kind == graph.PartnersWith
	switch {
	case lasting:
		c.Status = graph.StatusActive
	case kind == graph.Visited:
		c.Status = graph.StatusDone
	}
	switch it.State {
	case "HOLDS":
		return true
	case "DENIED":
		c.Modality, c.Status = graph.Denied, ""
		return true
	case "PLANNED", "INTENDED":
		c.Modality = graph.Modality(it.State)
		if c.Status != "" {
			c.Status = graph.StatusPlanned
		}
		return true
	case "SUSPENDED", "ENDED":
		c.Former = kind == graph.HoldsOffice && it.State == "ENDED"
		if lasting {
			c.Status = graph.Status(it.State)
		}
		return lasting || c.Former
	}
	return false
}

// date sets the date that the words were read as; words that were not read leave it unknown.
func (it item) date(c *graph.Claim, l linker) graph.DropReason {
	if it.When == "" || c.Modality == graph.Denied {
		return ""
	}
	m, known, reason := l.noted(graph.MentionDate, it.When, c.Evidence.Span)
	if known && c.Status == graph.StatusEnded {
		c.Until = m.Date
	} else if known {
		c.Date = m.Date
	}
	return reason
}
