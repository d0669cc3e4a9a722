package llm

import "citygraph/graph"

// fact is what makes two claims of an article the same assertion, however they put it.
type fact struct {
	kind            graph.EdgeType
	figure          graph.FigureType
	subject, object graph.EntityID
	office          graph.Office
}

func factOf(c graph.Claim) fact {
	return fact{c.Type, c.Figure, c.Subject, c.Object, c.Office}
}

// collector gathers what is added to the claims of the rules.
type collector struct {
	rule   string
	known  map[fact]bool
	room   int // claims that the article may still get
	claims []graph.Claim
	drops  []graph.Drop
}

// add takes a claim unless there is a reason against it, or the article has its fact already.
func (c *collector) add(made graph.Claim, reason graph.DropReason) {
	switch {
	case reason == "" && c.known[factOf(made)]:
		reason = graph.DropDuplicate
	case reason == "" && len(c.claims) >= c.room:
		reason = DropItems
	}
	if reason != "" {
		c.drops = append(c.drops, graph.Drop{Reason: reason, Span: made.Evidence.Span, Rule: c.rule})
		return
	}
	c.known[factOf(made)] = true
	c.claims = append(c.claims, made)
}

// drop counts n things that are not kept and stand nowhere in the text.
func (c *collector) drop(reason graph.DropReason, n int) {
	for range n {
		c.drops = append(c.drops, graph.Drop{Reason: reason, Rule: c.rule})
	}
}
