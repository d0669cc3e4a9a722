package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/claim"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use: "explain CLAIM-ID|ARTICLE-ID", Short: "Show how a claim was come by, or what an article gave",
		Long: "Shows the sentence behind a claim with its trigger and arguments, the rule that read it, and what\n" +
			"its confidence is the product of. Of an article it lists every claim, and what was found and not\n" +
			"kept, each with its reason. Factors and drops are those of the rules of now: they are worked out\n" +
			"anew from the stored text.",
		Example: "  citygraph explain claim:0a1b2c3d4e5f60718293\n  citygraph explain article:6f1ed002ab5595859014",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return withStore(cmd, func(ctx context.Context, s graph.Store) error {
				if strings.HasPrefix(args[0], "article:") {
					return explainArticle(ctx, cmd, s, graph.ArticleID(args[0]))
				}
				return explainClaim(ctx, cmd, s, graph.ClaimID(args[0]))
			})
		},
	}
}

// claimReason is a claim with what led to it.
type claimReason struct {
	Claim   graph.Claim  `json:"claim"`
	Subject string       `json:"subjectName"`
	Object  string       `json:"objectName,omitempty"`
	Marked  string       `json:"marked"`          // the sentence, trigger and arguments in brackets
	Parts   *claim.Parts `json:"parts,omitempty"` // nil where the rules of now do not make the claim
}

func explainClaim(ctx context.Context, cmd *cobra.Command, s graph.Store, id graph.ClaimID) error {
	found, err := s.Claims(ctx, []graph.ClaimID{id})
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fmt.Errorf("%s: %w", id, graph.ErrNotFound)
	}
	c := found[0]
	names, err := entityNames(ctx, s, c)
	if err != nil {
		return err
	}
	articles, err := s.Articles(ctx, []graph.ArticleID{c.Article})
	if err != nil {
		return err
	}
	var article graph.Article
	var parts *claim.Parts
	if len(articles) > 0 {
		article = articles[0]
		x, err := reread(ctx, article)
		if err != nil {
			return err
		}
		parts = partsOf(x, id)
	}
	r := reasonFor(c, names, parts)
	return report(cmd, r, func(t *table) { drawClaim(t, r, article) })
}

func reread(ctx context.Context, a graph.Article) (loader.Extraction, error) {
	pipeline, err := loader.New()
	if err != nil {
		return loader.Extraction{}, err
	}
	return pipeline.Reread(ctx, a)
}

func partsOf(x loader.Extraction, id graph.ClaimID) *claim.Parts {
	if p, made := x.Parts[id]; made {
		return &p
	}
	return nil
}

func reasonFor(c graph.Claim, names map[graph.EntityID]string, parts *claim.Parts) claimReason {
	return claimReason{c, names[c.Subject], names[c.Object], marked(c.Evidence), parts}
}

// entityNames returns what the arguments of claims are called.
func entityNames(ctx context.Context, r graph.Reader, claims ...graph.Claim) (map[graph.EntityID]string, error) {
	var ids []graph.EntityID
	for _, c := range claims {
		ids = append(ids, c.Subject)
		if c.Object != "" {
			ids = append(ids, c.Object)
		}
	}
	names := map[graph.EntityID]string{}
	for len(ids) > 0 {
		n := min(len(ids), graph.MaxIDs)
		nodes, err := r.Nodes(ctx, ids[:n], time.Time{})
		if err != nil {
			return nil, err
		}
		for _, node := range nodes {
			names[node.ID] = node.Main
		}
		ids = ids[n:]
	}
	return names, nil
}

// marked puts brackets around trigger and arguments: ‹trigger› [subject] {object}. Those that
// stand in another sentence are left out.
func marked(e graph.Evidence) string {
	open, closing := map[int]string{}, map[int]string{}
	for _, m := range []struct {
		span        graph.Span
		begin, over string
	}{{e.Subject, "[", "]"}, {e.Object, "{", "}"}, {e.Trigger, "‹", "›"}} {
		if m.span.Len() > 0 && e.Span.Covers(m.span) {
			open[m.span.Start-e.Span.Start] += m.begin
			closing[m.span.End-e.Span.Start] = m.over + closing[m.span.End-e.Span.Start]
		}
	}
	var b strings.Builder
	for i := range len(e.Text) {
		b.WriteString(closing[i] + open[i])
		b.WriteByte(e.Text[i])
	}
	b.WriteString(closing[len(e.Text)])
	return b.String()
}

func drawClaim(t *table, r claimReason, a graph.Article) {
	c := r.Claim
	t.row("claim", c.ID)
	t.row("says", headline(r))
	for _, q := range qualifiers(c) {
		t.row(q[0], q[1])
	}
	t.row("rule", c.Rule+", version "+c.Version)
	t.row("confidence", fmt.Sprintf("%.3f", c.Confidence))
	if p := r.Parts; p != nil {
		t.row("", fmt.Sprintf("rule %.2f × arguments %.2f × zone %.2f × modality %.2f", p.Rule, p.Arguments, p.Zone, p.Modality))
	} else {
		t.row("", "the rules of now do not read it from the stored text")
	}
	t.row("spans", spansOf(c.Evidence))
	t.row("article", strings.TrimSpace(string(c.Article)+" "+a.Date+" "+a.Source))
	t.row("title", a.Title)
	t.row("text", r.Marked)
}

func headline(r claimReason) string {
	if r.Claim.Figure != "" {
		return fmt.Sprintf("%s %s %d", r.Subject, r.Claim.Figure, r.Claim.Value)
	}
	return fmt.Sprintf("%s %s %s", r.Subject, r.Claim.Type, r.Object)
}

// qualifiers lists what is set on a claim, with its name.
func qualifiers(c graph.Claim) [][2]string {
	all := [][2]string{
		{"modality", string(c.Modality)},
		{"status", string(c.Status)},
		{"tier", string(c.Tier)},
		{"office", string(c.Office)},
		{"role", string(c.Role)},
		{"title", c.Title},
		{"date", strings.TrimSpace(c.Date.Value + " " + string(c.Date.Method))},
		{"until", c.Until.Value},
	}
	var set [][2]string
	for _, q := range all {
		if q[1] != "" {
			set = append(set, q)
		}
	}
	return set
}

func spansOf(e graph.Evidence) string {
	span := func(s graph.Span) string { return fmt.Sprintf("%d–%d", s.Start, s.End) }
	return fmt.Sprintf("sentence %s, trigger %s, subject %s, object %s", span(e.Span), span(e.Trigger), span(e.Subject), span(e.Object))
}

// articleReason is what an article gave, and what was found and not kept.
type articleReason struct {
	Article graph.ArticleID `json:"article"`
	Claims  []claimReason   `json:"claims"`
	Dropped []dropped       `json:"dropped"`
}

type dropped struct {
	Reason graph.DropReason `json:"reason"`
	Rule   string           `json:"rule"`
	Span   graph.Span       `json:"span"`
	Text   string           `json:"text"`
}

func explainArticle(ctx context.Context, cmd *cobra.Command, s graph.Store, id graph.ArticleID) error {
	records, err := s.Assertions(ctx, []graph.ArticleID{id})
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return fmt.Errorf("%s: %w", id, graph.ErrNotFound)
	}
	record := records[0]
	x, err := reread(ctx, record.Article)
	if err != nil {
		return err
	}
	names := map[graph.EntityID]string{}
	for _, e := range record.Entities {
		names[e.ID] = e.Main
	}
	r := articleReason{Article: id, Claims: []claimReason{}, Dropped: []dropped{}}
	for _, c := range record.Claims {
		r.Claims = append(r.Claims, reasonFor(c, names, partsOf(x, c.ID)))
	}
	for _, d := range x.Drops {
		r.Dropped = append(r.Dropped, dropped{d.Reason, d.Rule, d.Span, d.Span.Of(x.Document.Article.Text)})
	}
	return report(cmd, r, func(t *table) {
		for _, c := range r.Claims {
			t.row(c.Claim.ID, fmt.Sprintf("%.2f", c.Claim.Confidence), c.Claim.Rule, headline(c))
		}
		for _, d := range r.Dropped {
			t.row("not kept", d.Reason, d.Rule, strings.Join(strings.Fields(d.Text), " "))
		}
	})
}
