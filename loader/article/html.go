package article

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads what a page says about itself, in one pass over its tags: a tree is not
// built here, so depth costs nothing. The whole page is the body.
func readHTML(page string) (Article, *fault) {
	p := pageHead{found: map[string]string{}}
	z := html.NewTokenizer(strings.NewReader(page))
	for nodes := 0; ; nodes++ {
		if nodes > MaxHTMLNodes {
			return Article{}, &fault{TooManyNodes, "passes MaxHTMLNodes"}
		}
		switch z.Next() {
		case html.ErrorToken:
			return p.article(page), nil
		case html.StartTagToken, html.SelfClosingTagToken:
			p.tag(z.Token())
		case html.EndTagToken:
			p.open = 0
		case html.TextToken:
			p.text(string(z.Text()))
		}
	}
}

// pageHead gathers metadata under keys "from.field", of which article picks the surest.
type pageHead struct {
	found  map[string]string
	open   atom.Atom // the tag whose text is wanted, 0 for none
	linked bool      // inside JSON-LD
}

func (p *pageHead) add(key, value string) {
	value = strings.Join(strings.Fields(value), " ")
	if _, ok := p.found[key]; !ok && value != "" {
		p.found[key] = value
	}
}

func (p *pageHead) tag(t html.Token) {
	at := func(name string) string {
		for _, a := range t.Attr {
			if a.Key == name {
				return a.Val
			}
		}
		return ""
	}
	p.open, p.linked = 0, false
	switch t.DataAtom {
	case atom.Html:
		p.add("html.lang", at("lang"))
		p.add("html.lang", at("xml:lang"))
	case atom.Meta:
		name := strings.ToLower(at("property") + at("name") + at("itemprop") + at("http-equiv"))
		p.add("meta."+name, at("content"))
	case atom.Link:
		if strings.EqualFold(at("rel"), "canonical") {
			p.add("link.canonical", at("href"))
		}
	case atom.Time:
		p.add("time.datetime", at("datetime"))
	case atom.Title, atom.H1:
		p.open = t.DataAtom
	case atom.Script:
		p.linked = strings.EqualFold(strings.TrimSpace(at("type")), "application/ld+json")
	}
}

func (p *pageHead) text(s string) {
	switch {
	case p.linked:
		p.linkedData(s)
	case p.open == atom.Title:
		p.add("title", html.UnescapeString(s))
	case p.open == atom.H1:
		p.add("h1", html.UnescapeString(s))
	}
}

// linkedData reads a JSON-LD script; what does not parse is passed over, as browsers do.
func (p *pageHead) linkedData(s string) {
	var value any
	if json.Unmarshal([]byte(s), &value) == nil {
		p.linkedValue(value, 0)
	}
}

func (p *pageHead) linkedValue(value any, depth int) {
	const maxDepth = 8 // of a graph of linked data
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if depth < maxDepth {
				p.linkedValue(item, depth+1)
			}
		}
	case map[string]any:
		if strings.HasSuffix(jsonText(v["@type"]), "Article") || strings.HasSuffix(jsonText(v["@type"]), "Posting") {
			p.add("ld.title", html.UnescapeString(jsonText(v["headline"])))
			p.add("ld.date", jsonText(v["datePublished"]))
			p.add("ld.lang", jsonText(v["inLanguage"]))
			p.add("ld.url", jsonText(v["url"]))
			p.add("ld.source", fieldValue(v, "publisher.name"))
		}
		if inner, ok := v["@graph"]; ok && depth < maxDepth {
			p.linkedValue(inner, depth+1)
		}
	}
}

func (p *pageHead) article(page string) Article {
	a := Article{
		Format: HTML, Body: page,
		Title: p.first("ld.title", "meta.og:title", "meta.articletitle", "meta.twitter:title", "h1", "title"),
		Date: p.firstDate("ld.date", "meta.article:published_time", "meta.datepublished", "meta.pubdate", "meta.publishdate",
			"meta.og:release_date", "meta.dc.date.issued", "meta.dc.date", "meta.dcterms.created", "meta.date", "meta.sailthru.date", "time.datetime"),
		Source: p.first("meta.og:site_name", "ld.source", "meta.contentsource", "meta.sitename", "meta.publisher", "meta.dc.publisher"),
		Lang:   strings.ReplaceAll(p.first("html.lang", "ld.lang", "meta.og:locale", "meta.content-language"), "_", "-"),
	}
	for _, key := range []string{"link.canonical", "meta.og:url", "ld.url"} {
		if a.URL = webAddress(p.found[key]); a.URL != "" {
			break
		}
	}
	if u, err := url.Parse(a.URL); err == nil && a.Source == "" {
		a.Source = u.Hostname()
	}
	return a
}

func (p *pageHead) first(keys ...string) string {
	for _, k := range keys {
		if v := p.found[k]; v != "" {
			return v
		}
	}
	return ""
}

func (p *pageHead) firstDate(keys ...string) string {
	for _, k := range keys {
		if d := normalDate(p.found[k]); d != "" {
			return d
		}
	}
	return ""
}

var (
	charsetPattern = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)`)
	xmlEncoding    = regexp.MustCompile(`^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.-]+)["']`)
)

// declaredCharset finds the encoding that a page or feed declares in its first 4 KiB.
func declaredCharset(raw []byte) string {
	begin := bytes.TrimLeft(raw[:min(len(raw), 4<<10)], " \t\r\n")
	if m := xmlEncoding.FindSubmatch(begin); m != nil {
		return string(m[1])
	}
	if m := charsetPattern.FindSubmatch(begin); m != nil {
		return string(m[1])
	}
	return ""
}
