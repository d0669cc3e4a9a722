package claim

import "citygraph/graph"

// fact is what makes two drafts the same assertion within one article.
type fact struct {
	kind            graph.EdgeType
	figure          graph.FigureType
	subject, object graph.EntityID
	value           int64
	office          graph.Office
	postedTo        graph.EntityID
}

func (d draft) fact() fact {
	c := d.claim
	f := fact{c.Type, c.Figure, c.Subject, c.Object, c.Value, c.Office, c.PostedTo}
	if r, ok := graph.RelationOf(c.Type); ok && r.Symmetric && f.object < f.subject {
		f.subject, f.object = f.object, f.subject
	}
	return f
}

// merged folds what an article says twice into the draft that says it best. Visits and
// meetings on dates that cannot be the same stay apart.
func merged(drafts []draft) []draft {
	var order []fact
	groups := map[fact][]draft{}
	for _, d := range drafts {
		f := d.fact()
		if groups[f] == nil {
			order = append(order, f)
		}
		groups[f] = insert(groups[f], d)
	}
	var out []draft
	for _, f := range order {
		out = append(out, groups[f]...)
	}
	return out
}

func insert(group []draft, d draft) []draft {
	for i := range group {
		if group[i].agrees(d) {
			group[i] = group[i].with(d)
			return group
		}
	}
	return append(group, d)
}

func (d draft) agrees(e draft) bool {
	if d.claim.Type != graph.Visited && d.claim.Type != graph.Met {
		return true
	}
	x, y := d.claim.Date, e.claim.Date
	return x.IsZero() || y.IsZero() || x.Overlaps(y)
}

// with returns the better of two drafts of one fact, with what only the other one knows.
func (d draft) with(e draft) draft {
	best, rest := d, e
	if rank(e.claim.Status) > rank(d.claim.Status) ||
		rank(e.claim.Status) == rank(d.claim.Status) && e.parts.Confidence() > d.parts.Confidence() {
		best, rest = e, d
	}
	c, o := &best.claim, rest.claim
	if len(o.Date.Value) > len(c.Date.Value) {
		c.Date = o.Date
	}
	if c.Until.IsZero() {
		c.Until = o.Until
	}
	if c.Tier == "" || c.Tier == graph.TierUnspecified {
		c.Tier = o.Tier
	}
	c.Topics = append(append([]graph.Topic(nil), c.Topics...), o.Topics...)
	return best
}

// rank orders what an article says of one tie: that it ended outweighs that it was made, and
// what is done outweighs what is planned.
func rank(s graph.Status) int {
	switch s {
	case graph.StatusEnded, graph.StatusSuspended, graph.StatusTerminated:
		return 3
	case graph.StatusActive, graph.StatusDone, graph.StatusSigned:
		return 2
	}
	return 1
}
