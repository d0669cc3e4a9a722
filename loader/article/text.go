package article

import (
	"strings"
)

// readText reads the header of a text: its first line is the title; lines `key: value` right
// below it, up to the first empty line, are source, date, url and lang. A line that is none of
// these begins the body.
func readText(text string) Article {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.TrimLeft(text, "\n\t \u3000")
	title, rest, _ := strings.Cut(text, "\n")
	a := Article{Format: Text, Title: title}
	for range MaxHeaderLines {
		line, after, _ := strings.Cut(rest, "\n")
		key, value, found := strings.Cut(line, ":")
		if !found || !a.set(strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)) {
			break
		}
		rest = after
	}
	a.Body = rest
	return a
}

// set fills the header field called key and reports whether there is one.
func (a *Article) set(key, value string) bool {
	switch key {
	case "source":
		a.Source = value
	case "date":
		a.Date = value
	case "url":
		a.URL = value
	case "lang":
		a.Lang = value
	case "title":
		a.Title = value
	default:
		return false
	}
	return true
}

// readMarkdown reads a front matter of `key: value` lines between two lines of three hyphens,
// and the first heading as the title where the front matter names none.
func readMarkdown(text string) Article {
	text = strings.TrimLeft(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	a := Article{Format: Markdown, Body: text}
	if front, body, ok := frontMatter(text); ok {
		a.Body = body
		for line := range strings.Lines(front) {
			if key, value, found := strings.Cut(line, ":"); found {
				a.set(strings.ToLower(strings.TrimSpace(key)), strings.Trim(strings.TrimSpace(value), `"'`))
			}
		}
	}
	if a.Title != "" {
		return a
	}
	body := strings.TrimLeft(a.Body, "\n ")
	first, rest, _ := strings.Cut(body, "\n")
	if title, ok := strings.CutPrefix(first, "# "); ok {
		a.Title, a.Body = strings.TrimRight(title, "# "), rest
		return a
	}
	if under, after, _ := strings.Cut(rest, "\n"); first != "" && len(under) > 2 && strings.Trim(under, "=") == "" {
		a.Title, a.Body = first, after
	}
	return a
}

func frontMatter(text string) (front, body string, ok bool) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", "", false
	}
	front, body, ok = strings.Cut(rest, "\n---\n")
	return front, body, ok
}
