package document

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"citygraph/graph"
)

// markdownParts walks the blocks of CommonMark with tables.
func markdownParts(body string) []part {
	source := []byte(clean(body))
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	w := markdownWalker{source: source}
	w.blocks(root, graph.ZoneBody)
	return w.parts
}

type markdownWalker struct {
	source []byte
	parts  []part
}

// blocks adds the parts under n; zone is what the block around them is.
func (w *markdownWalker) blocks(n ast.Node, zone graph.Zone) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			w.add(zone, c)
		case ast.KindHeading:
			w.add(graph.ZoneHeading, c)
		case ast.KindBlockquote:
			w.blocks(c, graph.ZoneQuote)
		case ast.KindListItem:
			w.blocks(c, graph.ZoneListItem)
		case east.KindTableRow, east.KindTableHeader:
			w.row(c)
		case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindThematicBreak:
			// no prose
		default:
			w.blocks(c, zone)
		}
	}
}

func (w *markdownWalker) add(zone graph.Zone, n ast.Node) {
	if s := inline(w.text(n)); s != "" {
		w.parts = append(w.parts, part{zone, s})
	}
}

// row adds a table row, its cells apart by " | ".
func (w *markdownWalker) row(n ast.Node) {
	var cells []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := inline(w.text(c)); s != "" {
			cells = append(cells, s)
		}
	}
	if len(cells) > 0 {
		w.parts = append(w.parts, part{graph.ZoneTableRow, strings.Join(cells, cellSeparator)})
	}
}

// text is the inline text under n; images count by their caption.
func (w *markdownWalker) text(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) { // the callback returns no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch t := c.(type) {
		case *ast.Text:
			b.Write(t.Segment.Value(w.source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(t.Value)
		case *ast.AutoLink:
			b.Write(t.Label(w.source))
		case *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// cellSeparator stands between the cells of a table row.
const cellSeparator = " | "
