package article

import (
	"encoding/json"
)

// Foreign is a line that another extractor made of an article: its facts in the form that
// `citygraph extract` prints.
type Foreign struct {
	Extractor string // its name, "" where the line does not tell
	ID        string // the extractor's own id of the article, "" where there is none
	Record    []byte // the whole line, as JSON
}

// isForeign reports a line of facts: its article is an object and its entities are a list.
func isForeign(object map[string]any) bool {
	_, head := object["article"].(map[string]any)
	_, facts := object["entities"].([]any)
	return head && facts
}

// foreign reads the head of a line of facts.
func foreign(line string) (Article, *fault) {
	var head struct {
		Extractor struct{ Name string }
		Article   struct{ ID, Title, Lang, Date, Source, URL, Text string }
	}
	if err := json.Unmarshal([]byte(line), &head); err != nil {
		return Article{}, &fault{JSONInvalid, "the article or extractor of a record has a field of another type"}
	}
	in := head.Article
	return Article{
		URL: in.URL, Source: in.Source, Title: in.Title, Lang: in.Lang, Date: in.Date, Format: Text, Body: in.Text,
		Foreign: &Foreign{Extractor: head.Extractor.Name, ID: in.ID, Record: []byte(line)},
	}, nil
}
