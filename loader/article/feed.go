package article

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"citygraph/graph"
)

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// feed reads the items of an RSS or Atom feed.
func (r *reader) feed(in input, raw []byte) error {
	at := Article{Origin: Origin{Source: in.name}, RawHash: graph.ContentHash(raw)}
	text, f := decodeAll(raw, r.opts.Encoding, declaredCharset(raw))
	if f != nil {
		return r.emit(at, f)
	}
	text = declaration.ReplaceAllString(text, "") // it names an encoding that the text no longer has
	items, f := gate(text)
	if f != nil {
		return r.emit(at, f)
	}
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil || len(feed.Items) != len(items) {
		return r.emit(at, &fault{XMLInvalid, "neither RSS nor Atom"})
	}
	for i, item := range feed.Items {
		a := itemArticle(feed, item)
		a.Origin = Origin{Source: in.name, Offset: int64(items[i].start), Record: i}
		a.RawHash = graph.ContentHash([]byte(text[items[i].start:items[i].end]))
		if err := r.emit(a, nil); err != nil {
			return err
		}
	}
	return nil
}

func itemArticle(feed *gofeed.Feed, item *gofeed.Item) Article {
	a := Article{Format: Text, Title: item.Title, URL: item.Link, Source: feed.Title, Lang: feed.Language, Date: item.Published}
	if a.Date == "" {
		a.Date = item.Updated
	}
	if a.Body = item.Content; len(a.Body) < len(item.Description) {
		a.Body = item.Description
	}
	if isMarkup(a.Body) || strings.Contains(a.Body, "<") {
		a.Format = HTML
	}
	return a
}

type stretch struct{ start, end int }

// gate walks a feed before the feed parser sees it: depth is bounded, and nothing but plain
// elements passes (the decoder expands no entity of a DTD). It returns where the items stand.
func gate(text string) ([]stretch, *fault) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	var items []stretch
	var item, depth, itemDepth int
	for {
		before := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return items, nil
		}
		if err != nil {
			return nil, &fault{XMLInvalid, "not well-formed"}
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > MaxXMLDepth {
				return nil, &fault{TooDeep, "passes MaxXMLDepth"}
			}
			if itemDepth == 0 && (t.Name.Local == "item" || t.Name.Local == "entry") {
				item, itemDepth = before, depth
			}
		case xml.EndElement:
			if depth == itemDepth {
				items = append(items, stretch{item, int(d.InputOffset())})
				itemDepth = 0
			}
			depth--
		case xml.Directive:
			if strings.Contains(strings.ToUpper(string(t)), "ENTITY") {
				return nil, &fault{XMLInvalid, "declares entities"}
			}
		}
	}
}
