package article

import (
	"maps"
	"slices"
	"strings"
)

// Mapping names the column or field of a source for each field of an article (title, text,
// date, url, source and lang), or of a row of partner cities (TieFields). A field that has none
// is left out.
type Mapping map[string]string

// Fields lists the fields that a Mapping may hold.
func Fields() []string { return []string{"title", "text", "date", "url", "source", "lang"} }

// usualNames are the names that data sets give a field, the surest first.
func usualNames(field string) []string {
	switch field {
	case "title":
		return []string{"title", "headline", "heading", "subject", "name", "标题", "標題", "العنوان", "عنوان"}
	case "text":
		return []string{"text", "body", "content", "maintext", "main_text", "articlebody", "article_text", "fulltext", "full_text", "article", "story", "html", "正文", "内容", "內容", "النص", "نص", "المحتوى", "description", "summary"}
	case "date":
		return []string{"date", "published", "published_at", "publishedat", "date_published", "datepublished", "date_publish", "publish_date", "publishdate", "pubdate", "pub_date", "published_date", "publication_date", "datetime", "timestamp", "time", "created_at", "日期", "发布时间", "發布時間", "التاريخ", "تاريخ"}
	case "url":
		return []string{"url", "link", "permalink", "href", "uri", "web_url", "article_url", "链接", "連結", "الرابط"}
	case "source":
		return []string{"source", "publisher", "outlet", "site", "site_name", "website", "domain", "source_domain", "newspaper", "media", "source.name", "publisher.name", "来源", "來源", "المصدر"}
	case "lang":
		return []string{"lang", "language", "locale", "inlanguage", "语言", "語言", "اللغة"}
	}
	return nil
}

// mapping joins what the options name with guesses from the source's own names, and tells it.
func (r *reader) mapping(source string, names []string) Mapping {
	slices.Sort(names)
	m := r.match(Fields(), usualNames, names)
	named := r.opts.Map["city"] != "" && r.opts.Map["partner"] != ""
	if named || m["text"] == "" {
		fields := append(TieFields(), "date", "url", "source", "lang")
		if ties := r.match(fields, usualTieNames, names); ties["city"] != "" && ties["partner"] != "" {
			m = ties
		}
	}
	if r.opts.Mapped != nil {
		r.opts.Mapped(source, maps.Clone(m))
	}
	return m
}

// match finds the names of the fields: those that the options give, then guesses by the usual
// ones.
func (r *reader) match(fields []string, usual func(field string) []string, names []string) Mapping {
	m := Mapping{}
	taken := map[string]bool{}
	for _, field := range fields {
		if name := r.opts.Map[field]; name != "" {
			m[field], taken[name] = name, true
		}
	}
	for _, field := range fields {
		if m[field] != "" {
			continue
		}
		if name := guessName(usual(field), names, taken); name != "" {
			m[field], taken[name] = name, true
		}
	}
	return m
}

func guessName(usualNames, names []string, taken map[string]bool) string {
	for _, usual := range usualNames {
		for _, name := range names {
			if !taken[name] && strings.EqualFold(strings.ReplaceAll(strings.TrimSpace(name), " ", "_"), usual) {
				return name
			}
		}
	}
	return ""
}

// article fills an article from the values that get returns for the mapped names.
func (m Mapping) article(get func(name string) string) Article {
	if m.isTies() {
		return m.tie(get)
	}
	a := Article{Format: Text}
	for _, field := range Fields() {
		name, ok := m[field]
		if !ok {
			continue
		}
		if value := strings.TrimSpace(get(name)); field == "text" {
			a.Body = value
		} else {
			a.set(field, value)
		}
	}
	if isMarkup(a.Body) {
		a.Format = HTML
	}
	return a
}

// isMarkup reports whether a field's text is HTML: it closes a paragraph, division or break.
func isMarkup(s string) bool {
	lower := strings.ToLower(s[:min(len(s), detectBytes)])
	for _, tag := range []string{"</p>", "</div>", "<br>", "<br/>", "<br />", "</html>", "</li>", "</span>"} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}
