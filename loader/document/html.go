package document

import (
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"citygraph/graph"
)

// htmlParts takes the main content of a page, or the whole body where readability finds none:
// its own test of whether a page is worth reading is not asked, since it refuses real Chinese
// pages. A page nested deeper than the parser allows is read token by token instead.
func htmlParts(page, address string) ([]part, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return tokenParts(page), nil
	}
	if parts := contentParts(root, address); len(parts) > 0 {
		return parts, nil
	}
	root, err = html.Parse(strings.NewReader(page)) // readability has taken the first tree apart
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMarkup, err)
	}
	w := htmlWalker{}
	w.walk(root, graph.ZoneBody)
	w.flush()
	return w.parts, nil
}

func contentParts(root *html.Node, address string) []part {
	base, err := url.Parse(address)
	if err != nil {
		base = nil
	}
	parser := readability.NewParser()
	article, err := parser.ParseAndMutate(root, base)
	if err != nil || article.Node == nil {
		return nil
	}
	w := htmlWalker{}
	w.walk(article.Node, graph.ZoneBody)
	w.flush()
	return w.parts
}

// htmlWalker gathers inline text until a block begins or ends.
type htmlWalker struct {
	parts  []part
	text   strings.Builder
	linked int // bytes of text inside links
	zone   graph.Zone
	inLink bool
}

func (w *htmlWalker) walk(n *html.Node, zone graph.Zone) {
	if n.Type == html.TextNode {
		w.write(n.Data, zone)
		return
	}
	if n.Type == html.ElementNode {
		if skipped(n) {
			return
		}
		if n.DataAtom == atom.Tr && !holdsBlocks(n) {
			w.flush()
			w.row(n)
			return
		}
		if n.DataAtom == atom.A {
			w.inLink = true
			defer func() { w.inLink = false }()
		}
		if z, ok := blockZone(n.DataAtom, zone); ok {
			w.flush()
			zone = z
			defer w.flush()
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, zone)
	}
}

func (w *htmlWalker) write(s string, zone graph.Zone) {
	w.zone = zone
	w.text.WriteString(s)
	if w.inLink {
		w.linked += len(strings.TrimSpace(s))
	}
}

// flush ends the block that is being gathered. A list item or short block that is a link and
// nothing else belongs to a box of links.
func (w *htmlWalker) flush() {
	s := inline(w.text.String())
	if s != "" {
		if w.zone == graph.ZoneListItem && w.linked*10 >= len(s)*9 {
			w.zone = graph.ZoneLinkBox
		}
		w.parts = append(w.parts, part{w.zone, s})
	}
	w.text.Reset()
	w.linked = 0
}

func (w *htmlWalker) row(n *html.Node) {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if s := inline(nodeText(c)); s != "" {
			cells = append(cells, s)
		}
	}
	if len(cells) > 0 {
		w.parts = append(w.parts, part{graph.ZoneTableRow, strings.Join(cells, cellSeparator)})
	}
}

// holdsBlocks reports whether a table row lays paragraphs out rather than data.
func holdsBlocks(n *html.Node) bool {
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.P, atom.Div, atom.Table, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3:
			return true
		}
	}
	return false
}

func nodeText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && (c.Parent == nil || !skipped(c.Parent)) {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// blockZone returns the zone of the block that the element opens inside a block of zone
// around, false for elements that open none.
func blockZone(a atom.Atom, around graph.Zone) (graph.Zone, bool) {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return graph.ZoneHeading, true
	case atom.Figcaption, atom.Caption:
		return graph.ZoneCaption, true
	case atom.Li, atom.Dt, atom.Dd:
		return graph.ZoneListItem, true
	case atom.Blockquote:
		return graph.ZoneQuote, true
	case atom.Nav, atom.Aside:
		return graph.ZoneLinkBox, true
	case atom.Footer:
		return graph.ZoneBoilerplate, true
	case atom.Tr, atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Ul, atom.Ol, atom.Dl,
		atom.Table, atom.Tbody, atom.Thead, atom.Figure, atom.Pre, atom.Address, atom.Br, atom.Hr, atom.Body, atom.Td, atom.Th:
		return around, true
	}
	return around, false
}

func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Iframe, atom.Button, atom.Select, atom.Textarea, atom.Form:
		return true
	}
	return false
}

// tokenParts reads a page as a flat run of tags, for pages that make no tree.
func tokenParts(page string) []part {
	w := htmlWalker{zone: graph.ZoneBody}
	z := html.NewTokenizer(strings.NewReader(page))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.flush()
			return w.parts
		case html.TextToken:
			if skip == 0 {
				w.write(string(z.Text()), w.zone)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom == atom.Script || t.DataAtom == atom.Style {
				skip = max(0, skip+map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[t.Type])
			}
			if zone, ok := blockZone(t.DataAtom, graph.ZoneBody); ok {
				w.flush()
				w.zone = zone
			}
		}
	}
}
