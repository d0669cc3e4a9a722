package loader

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"citygraph/graph"
	"citygraph/loader/article"
	"citygraph/loader/claim"
	"citygraph/loader/document"
	"citygraph/loader/lang"
)

// Pipeline takes one article through the stages. It is safe for concurrent use and pure: the
// same article gives the same Extraction. Only an Adder may reach outside.
type Pipeline struct {
	packs    map[string]*lang.Pack
	builder  *document.Builder
	finder   Finder
	resolver Resolver
	claims   Extractor
	rules    graph.Rules // nil: nobody is judged
	adder    Adder       // nil: the rules alone read
}

// Assemble returns a Pipeline over the given stages.
func Assemble(packs map[string]*lang.Pack, f Finder, r Resolver, x Extractor) *Pipeline {
	return &Pipeline{packs: packs, builder: document.New(packs), finder: f, resolver: r, claims: x}
}

// Adding returns a Pipeline that lets a add to the claims of each article.
func (p *Pipeline) Adding(a Adder) *Pipeline {
	with := *p
	with.adder = a
	return &with
}

// Judge is the graph.Rules of identity: who is who among all articles.
func (p *Pipeline) Judge(profiles []graph.Profile) []graph.Judgement {
	if p.rules == nil {
		return nil
	}
	return p.rules(profiles)
}

// Extraction is what one article gives: what it asserts, and how it was come by.
type Extraction struct {
	Assertion graph.Assertion
	Document  graph.Document
	Mentions  []graph.Mention
	Drops     []graph.Drop
	// Unlinked are the names of a record made elsewhere that stand for no entity: what hangs on
	// them is left out.
	Unlinked []Unlinked
	// Parts are what the confidence of each claim is the product of.
	Parts map[graph.ClaimID]claim.Parts
}

// Extract takes the article through all stages. The error is a *StageError, also where a stage
// panics, or ctx's. A line of an export passes no stage but is validated; of claims made elsewhere
// only the names are resolved.
func (p *Pipeline) Extract(ctx context.Context, a article.Article) (x Extraction, err error) {
	stage := StageDocument
	defer func() {
		if r := recover(); r != nil {
			err = &StageError{stage, ReasonPanic, fmt.Errorf("%v", r)}
		}
	}()
	if a.Assertion != nil {
		return restore(a.Assertion)
	}
	if a.Tie != nil || a.Foreign != nil {
		stage = StageEntity
		return p.adopt(a)
	}
	if x.Document, err = p.builder.Build(input(a)); err != nil {
		return x, documentError(err)
	}
	if p.packs[lang.Base(x.Document.Article.Lang)] == nil {
		return x, &StageError{StageDocument, ReasonNoLanguage, fmt.Errorf("no pack for %q", x.Document.Article.Lang)}
	}
	stage = StageMention
	mentions, drops := p.finder.Find(x.Document)
	stage = StageEntity
	resolved := p.resolver.Resolve(x.Document, mentions)
	stage = StageClaim
	result := p.claims.Extract(x.Document, resolved.Mentions, resolved.Entities)
	if p.adder != nil {
		more, drops, err := p.adder.Add(ctx, x.Document, resolved.Mentions, result.Claims)
		if err != nil {
			return x, err
		}
		result.Claims, result.Drops = append(result.Claims, more...), append(result.Drops, drops...)
	}
	stage = StageAssertion
	x.Mentions = resolved.Mentions
	x.Drops = append(append(drops, resolved.Drops...), result.Drops...)
	x.Parts = result.Parts
	x.Assertion = assertion(x.Document.Article, resolved, result)
	invalid, err := settle(&x.Assertion)
	x.Drops = append(x.Drops, invalid...)
	if err != nil {
		return x, &StageError{StageAssertion, ReasonInvalid, err}
	}
	return x, nil
}

// Reread takes an article through all stages again as it is stored: its text keeps the offsets
// that claims point to, while markup that told headings or captions apart is gone.
func (p *Pipeline) Reread(ctx context.Context, a graph.Article) (Extraction, error) {
	body := strings.TrimPrefix(strings.TrimPrefix(a.Text, a.Title), "\n\n")
	return p.Extract(ctx, article.Article{
		URL: a.URL, Source: a.Source, Title: a.Title, Lang: a.Lang, Date: a.Date, RawHash: a.RawHash,
		Format: article.Text, Body: body,
	})
}

func input(a article.Article) document.Input {
	return document.Input{
		ID: a.ID(), URL: a.URL, Source: a.Source, Title: a.Title, Lang: a.Lang, Date: a.Date,
		RawHash: a.RawHash, Format: document.Format(a.Format), Body: a.Body,
	}
}

func documentError(err error) error {
	switch {
	case errors.Is(err, graph.ErrLimit):
		return &StageError{StageDocument, ReasonTooLong, err}
	case errors.Is(err, document.ErrMarkup):
		return &StageError{StageDocument, ReasonMarkupBroken, err}
	}
	return &StageError{StageDocument, ReasonNoText, err}
}

// restore reads the assertion of an export's line.
func restore(line []byte) (Extraction, error) {
	var x Extraction
	if err := json.Unmarshal(line, &x.Assertion); err != nil {
		return x, &StageError{StageAssertion, ReasonInvalid, err}
	}
	if err := x.Assertion.Validate(); err != nil {
		return x, &StageError{StageAssertion, ReasonInvalid, err}
	}
	return x, nil
}
