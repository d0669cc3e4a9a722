package document

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// Format says what markup Input.Body carries.
type Format string

// The formats of a body.
const (
	Text     Format = "TEXT"
	Markdown Format = "MARKDOWN"
	HTML     Format = "HTML"
)

// Input is an article as read: valid UTF-8, with the markup still on.
type Input struct {
	ID      graph.ArticleID
	URL     string
	Source  string
	Title   string
	Lang    string // as declared, "" where nothing is
	Date    string // YYYY-MM-DD, YYYY-MM, YYYY or ""
	RawHash string
	Format  Format // "" is Text
	Body    string
}

// ErrMarkup is a page that cannot be parsed at all. It is a graph.ErrInvalid.
var ErrMarkup = fmt.Errorf("document: broken markup: %w", graph.ErrInvalid)

// Builder builds documents. It is safe for concurrent use.
type Builder struct {
	languages *languages
	cues      []cue
}

// New returns a Builder that knows the languages of packs.
func New(packs map[string]*lang.Pack) *Builder {
	tags := slices.Sorted(maps.Keys(packs))
	return &Builder{languages: newLanguages(packs, tags), cues: newCues(packs, tags)}
}

// Build returns the document of in. The error is a graph.ErrInvalid where no text is left
// without the markup, a *graph.LimitError where the text passes graph.MaxArticleBytes.
func (b *Builder) Build(in Input) (graph.Document, error) {
	parts, err := layout(in)
	if err != nil {
		return graph.Document{}, err
	}
	title := clean(in.Title)
	if title != "" {
		parts = append([]part{{graph.ZoneTitle, title}}, withoutTitle(parts, title)...)
	}
	text, blocks := compose(parts)
	switch {
	case text == "":
		return graph.Document{}, &graph.InvalidError{Field: "text", Reason: "is empty without its markup"}
	case len(text) > graph.MaxArticleBytes:
		return graph.Document{}, fmt.Errorf("document: %w", &graph.LimitError{Limit: "MaxArticleBytes", Max: graph.MaxArticleBytes, Got: len(text)})
	}
	tag, pack := b.languages.identify(text, in.Lang)
	doc := graph.Document{Blocks: blocks}
	doc.Dateline = b.zones(text, blocks)
	s := newSplitter(pack)
	for i := range blocks {
		blocks[i].Sentences = s.split(text, blocks[i].Span)
	}
	witness, fingerprint := prints(text)
	doc.Article = graph.Article{
		ID: in.ID, URL: in.URL, Source: clean(in.Source), Title: title, Lang: tag, Date: in.Date,
		Text: text, RawHash: in.RawHash, Witness: witness, Fingerprint: fingerprint,
	}
	return doc, nil
}

// withoutTitle drops a first part that only repeats the title, as pages do.
func withoutTitle(parts []part, title string) []part {
	if len(parts) > 0 && strings.EqualFold(parts[0].text, title) {
		return parts[1:]
	}
	return parts
}

// compose joins the parts with an empty line between two of them.
func compose(parts []part) (string, []graph.Block) {
	var text strings.Builder
	var blocks []graph.Block
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(p.text)
		blocks = append(blocks, graph.Block{Zone: p.zone, Span: graph.Span{Start: start, End: text.Len()}})
	}
	return text.String(), blocks
}
