package llm

import (
	"strings"

	"citygraph/graph"
)

// place is where a quote stands: its own span, and that of the whole sentences around it.
type place struct {
	quote     graph.Span
	sentences graph.Span
	zone      graph.Zone
}

// locate finds a quote letter by letter in what the article asserts: the first place where it
// stands in one block, within MaxSentences. The reason tells why there is none.
func locate(doc graph.Document, quote string) (place, graph.DropReason) {
	quote = strings.TrimSpace(quote)
	text := doc.Article.Text
	if quote == "" || !strings.Contains(text, quote) {
		return place{}, graph.DropNotVerbatim
	}
	reason := graph.DropNoEvidence
	for _, block := range doc.Blocks {
		at := strings.Index(block.Span.Of(text), quote)
		if at < 0 {
			continue
		}
		if !block.Zone.Asserts() {
			reason = graph.DropZone
			continue
		}
		p := place{quote: graph.Span{Start: block.Span.Start + at, End: block.Span.Start + at + len(quote)}, zone: block.Zone}
		if p.widen(block.Sentences) {
			return p, ""
		}
	}
	return place{}, reason
}

// widen sets the sentences that the quote stands in, and reports whether they are few enough.
func (p *place) widen(sentences []graph.Span) bool {
	n := 0
	for _, s := range sentences {
		if !s.Overlaps(p.quote) {
			continue
		}
		if n++; n == 1 {
			p.sentences = s
		}
		p.sentences.End = s.End
	}
	return n > 0 && n <= MaxSentences && p.sentences.Len() <= graph.MaxSentenceBytes
}
