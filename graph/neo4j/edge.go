package neo4j

import "citygraph/graph"

// edgeProps are the properties of a relationship. Beside the edge's own, begins and ends bound
// when it holds (Edge.HoldsAt), and dateFirst, dateLast and sortDate are its best date made
// comparable.
func edgeProps(e graph.Edge) props {
	begins, _ := e.Date.Bounds()
	if e.Date.IsZero() {
		begins = e.First
	}
	_, ends := e.Until.Bounds()
	return props{"id": string(e.ID)}.
		with("tier", string(e.Tier)).with("status", string(e.Status)).with("office", string(e.Office)).
		with("title", e.Title).with("former", e.Former).with("postedTo", string(e.PostedTo)).
		with("role", string(e.Role)).with("round", e.Round).withList("topics", strs(e.Topics)).
		with("modality", string(e.Modality)).withDate("date", e.Date).withDate("until", e.Until).
		with("first", e.First).with("last", e.Last).
		with("claims", e.Claims).with("support", e.Support).with("confidence", e.Confidence).
		withBounds(e.Date).with("sortDate", e.Date.SortKey()).with("begins", begins).with("ends", ends)
}

// edgeOf reads the columns edge (properties), type, from and to.
func edgeOf(r record) graph.Edge {
	p := r.props("edge")
	return graph.Edge{
		ID: graph.EdgeID(p.text("id")), Type: graph.EdgeType(r.text("type")),
		From: graph.EntityID(r.text("from")), To: graph.EntityID(r.text("to")),
		Tier: graph.Tier(p.text("tier")), Status: graph.Status(p.text("status")), Office: graph.Office(p.text("office")),
		Title: p.text("title"), Former: p.flag("former"), PostedTo: graph.EntityID(p.text("postedTo")),
		Role: graph.Role(p.text("role")), Round: p.number("round"), Topics: texts[graph.Topic](p, "topics"),
		Modality: graph.Modality(p.text("modality")), Date: p.date("date"), Until: p.date("until"),
		First: p.text("first"), Last: p.text("last"),
		Claims: p.number("claims"), Support: p.number("support"), Confidence: p.float("confidence"),
	}
}
