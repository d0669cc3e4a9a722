package resolver

import (
	"context"

	"citygraph/graph"
)

// claims is the group of all claims that one place of the document yields.
type claims struct {
	shared
	scope scope
	rows  []graph.Claim
}

// Claim is what one article asserts in one place.
type Claim struct {
	claim graph.Claim
	group *claims
}

// findClaims answers member i of a scope from one list for each member, read once for the
// whole group that owns loads.
func findClaims(ctx context.Context, loads *shared, scoped graph.ClaimScope, i int, f graph.ClaimFilter, c cut, s scope) (*ClaimConnection, error) {
	list := fingerprint("claims", f)
	p, err := c.page(ctx, list)
	if err != nil {
		return nil, err
	}
	pages, err := once(loads, fingerprint("claims", f, p), func() ([]*ClaimConnection, error) {
		return readClaims(ctx, scoped, f, p, s, list)
	})
	if err != nil {
		return nil, err
	}
	return pages[i], nil
}

func readClaims(ctx context.Context, scoped graph.ClaimScope, f graph.ClaimFilter, p graph.Page, s scope, list string) ([]*ClaimConnection, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, len(scoped.Edges)+len(scoped.Entities)+len(scoped.Articles), p); err != nil {
		return nil, err
	}
	found, err := r.FindClaims(ctx, scoped, f, p)
	if err != nil {
		return nil, err
	}
	s.asOf = f.AsOf
	group := &claims{scope: s}
	pages := make([]*ClaimConnection, len(found))
	for i, l := range found {
		group.rows = append(group.rows, l.Items...)
		pages[i], err = connect(ctx, list, l, func(c graph.Claim) *Claim { return &Claim{c, group} })
		if err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// ID is the global id.
func (c *Claim) ID() string { return string(c.claim.ID) }

// Article is the article that asserts the claim, nil where it was taken back since.
func (c *Claim) Article(ctx context.Context) (*Article, error) {
	g, err := once(&c.group.shared, "articles", func() (*articles, error) {
		wanted := make([]graph.ArticleID, len(c.group.rows))
		for i, row := range c.group.rows {
			wanted[i] = row.Article
		}
		return loadArticles(ctx, wanted, c.group.scope)
	})
	if err != nil {
		return nil, err
	}
	return g.get(c.claim.Article), nil
}

// Subject is the first argument.
func (c *Claim) Subject(ctx context.Context) (Entity, error) {
	return c.entity(ctx, "subject", func(row graph.Claim) graph.EntityID { return row.Subject })
}

// Object is the second argument, nil of a figure.
func (c *Claim) Object(ctx context.Context) (Entity, error) {
	return c.entity(ctx, "object", func(row graph.Claim) graph.EntityID { return row.Object })
}

// PostedTo is where an envoy is posted.
func (c *Claim) PostedTo(ctx context.Context) (Entity, error) {
	return c.entity(ctx, "postedTo", func(row graph.Claim) graph.EntityID { return row.PostedTo })
}

// entity returns an argument; the rows of all arguments of the group are read together.
func (c *Claim) entity(ctx context.Context, field string, of func(graph.Claim) graph.EntityID) (Entity, error) {
	if of(c.claim) == "" {
		return nil, nil
	}
	g, err := once(&c.group.shared, field, func() (*entities, error) {
		nodes, err := once(&c.group.shared, "arguments", func() ([]graph.Node, error) { return c.group.arguments(ctx) })
		var wanted []graph.EntityID
		for _, row := range c.group.rows {
			wanted = append(wanted, of(row))
		}
		return choose(nodes, wanted, c.group.scope), err
	})
	if err != nil {
		return nil, err
	}
	return g.get(of(c.claim)), nil
}

func (g *claims) arguments(ctx context.Context) ([]graph.Node, error) {
	var wanted []graph.EntityID
	for _, row := range g.rows {
		wanted = append(wanted, row.Subject, row.Object, row.PostedTo)
	}
	return loadNodes(ctx, wanted, g.scope)
}

// Type is the kind of relation.
func (c *Claim) Type() *graph.EdgeType { return known(c.claim.Type) }

// Figure is the kind of figure.
func (c *Claim) Figure() *graph.FigureType { return known(c.claim.Figure) }

// Value is the number of a figure.
func (c *Claim) Value() *int64 {
	if c.claim.Figure == "" {
		return nil
	}
	return &c.claim.Value
}

// Tier is the tier of a tie.
func (c *Claim) Tier() *graph.Tier { return known(c.claim.Tier) }

// Status is the status of a tie, visit or partnership.
func (c *Claim) Status() *graph.Status { return known(c.claim.Status) }

// Office is the office held.
func (c *Claim) Office() *graph.Office { return known(c.claim.Office) }

// Title is office, tier or figure in the source's words.
func (c *Claim) Title() *string { return known(c.claim.Title) }

// Former reports whether the office is over.
func (c *Claim) Former() bool { return c.claim.Former }

// Role is the role of a participant.
func (c *Claim) Role() *graph.Role { return known(c.claim.Role) }

// Round is the number of the round of a renewal.
func (c *Claim) Round() *int { return known(c.claim.Round) }

// Topics are the fields of cooperation.
func (c *Claim) Topics() []graph.Topic { return listed(c.claim.Topics) }

// Modality is how the article asserts it.
func (c *Claim) Modality() graph.Modality { return c.claim.Modality }

// Date is when it happened, or since when it holds.
func (c *Claim) Date() *PartialDate { return partial(c.claim.Date) }

// Until is when it ended.
func (c *Claim) Until() *PartialDate { return partial(c.claim.Until) }

// Asserted is when the article asserts it.
func (c *Claim) Asserted() *graph.Date { return day(c.claim.Asserted) }

// Confidence is how sure the reading is.
func (c *Claim) Confidence() float64 { return c.claim.Confidence }

// Rule is the rule or extractor that read it.
func (c *Claim) Rule() string { return c.claim.Rule }

// Version is the version of the rule's pack or of the extractor.
func (c *Claim) Version() string { return c.claim.Version }

// Evidence is what the claim rests on.
func (c *Claim) Evidence() *Evidence { return &Evidence{c} }

// Evidence is the exact sentence with the places of trigger and arguments.
type Evidence struct{ of *Claim }

// Text is the sentence.
func (e *Evidence) Text(ctx context.Context) (string, error) {
	return spendText(ctx, e.of.claim.Evidence.Text)
}

// Span is where the sentence stands.
func (e *Evidence) Span() *Span { return e.span(e.of.claim.Evidence.Span) }

// Trigger is the words that tell the relation.
func (e *Evidence) Trigger() *Span { return e.span(e.of.claim.Evidence.Trigger) }

// Subject is the words that name the subject.
func (e *Evidence) Subject() *Span { return e.span(e.of.claim.Evidence.Subject) }

// Object is the words that name the object.
func (e *Evidence) Object() *Span { return e.span(e.of.claim.Evidence.Object) }

// span is nil for an empty span.
func (e *Evidence) span(s graph.Span) *Span {
	if s.Len() == 0 {
		return nil
	}
	return spanIn(s, e.of.claim.Evidence.Span, e.of.claim.Evidence.Text)
}

// Lang is the language of the article.
func (e *Evidence) Lang(ctx context.Context) (*string, error) {
	a, err := e.of.Article(ctx)
	if err != nil || a == nil {
		return nil, err
	}
	return known(a.article.Lang), nil
}

// Direction is which way the sentence is written.
func (e *Evidence) Direction() TextDirection { return directionOf(e.of.claim.Evidence.Text) }
