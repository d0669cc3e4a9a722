package neo4j

import (
	"fmt"

	"citygraph/graph"
)

// groupKey is a claim's group as one property, "" for a figure. The length keeps ids apart that
// hold the separator.
func groupKey(g graph.Group) string {
	if g.Type == "" {
		return ""
	}
	return fmt.Sprintf("%s|%d|%s|%s", g.Type, len(g.Subject), g.Subject, g.Object)
}

// claimProps are the properties of a claim's node. lang and source are its article's, group
// what it is derived with; edge, the edge it belongs to, is set by derivation.
func claimProps(c graph.Claim, a graph.Article) props {
	e := c.Evidence
	return props{"id": string(c.ID), "article": string(c.Article), "subject": string(c.Subject)}.
		with("type", string(c.Type)).with("figure", string(c.Figure)).with("object", string(c.Object)).with("value", c.Value).
		with("tier", string(c.Tier)).with("status", string(c.Status)).with("office", string(c.Office)).
		with("title", c.Title).with("former", c.Former).with("postedTo", string(c.PostedTo)).
		with("role", string(c.Role)).with("round", c.Round).withList("topics", strs(c.Topics)).
		with("modality", string(c.Modality)).withDate("date", c.Date).withDate("until", c.Until).
		with("asserted", c.Asserted).with("confidence", c.Confidence).with("rule", c.Rule).with("version", c.Version).
		with("text", e.Text).with("start", e.Span.Start).with("end", e.Span.End).
		with("triggerStart", e.Trigger.Start).with("triggerEnd", e.Trigger.End).
		with("subjectStart", e.Subject.Start).with("subjectEnd", e.Subject.End).
		with("objectStart", e.Object.Start).with("objectEnd", e.Object.End).
		with("witness", c.Witness).with("fingerprint", c.Fingerprint).
		with("group", groupKey(c.Group())).with("lang", a.Lang).with("source", a.Source)
}

// claimOf reads the properties of a claim's node.
func claimOf(p props) graph.Claim {
	span := func(name string) graph.Span {
		return graph.Span{Start: p.number(name + "Start"), End: p.number(name + "End")}
	}
	return graph.Claim{
		ID: graph.ClaimID(p.text("id")), Article: graph.ArticleID(p.text("article")),
		Type: graph.EdgeType(p.text("type")), Figure: graph.FigureType(p.text("figure")),
		Subject: graph.EntityID(p.text("subject")), Object: graph.EntityID(p.text("object")), Value: p.long("value"),
		Tier: graph.Tier(p.text("tier")), Status: graph.Status(p.text("status")), Office: graph.Office(p.text("office")),
		Title: p.text("title"), Former: p.flag("former"), PostedTo: graph.EntityID(p.text("postedTo")),
		Role: graph.Role(p.text("role")), Round: p.number("round"), Topics: texts[graph.Topic](p, "topics"),
		Modality: graph.Modality(p.text("modality")), Date: p.date("date"), Until: p.date("until"), Asserted: p.text("asserted"),
		Confidence: p.float("confidence"), Rule: p.text("rule"), Version: p.text("version"),
		Evidence: graph.Evidence{
			Text: p.text("text"), Span: graph.Span{Start: p.number("start"), End: p.number("end")},
			Trigger: span("trigger"), Subject: span("subject"), Object: span("object"),
		},
		Witness: p.text("witness"), Fingerprint: p.text("fingerprint"),
	}
}
