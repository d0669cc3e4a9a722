package loader

import (
	"citygraph/graph"
	"citygraph/loader/article"
)

// The outcomes of a record that no store was asked about; the others are those of
// graph.Writer.
const (
	Duplicate   graph.Outcome = "DUPLICATE"   // another version of it, or the same, is loaded in this run
	Quarantined graph.Outcome = "QUARANTINED" // not loaded, for a reason
)

// Item is what became of one record.
type Item struct {
	article.Origin
	Article graph.ArticleID `json:"article,omitempty"` // "" where it was not read
	Outcome graph.Outcome   `json:"outcome"`
	Reason  Reason          `json:"reason,omitempty"` // of a quarantined one
	Detail  string          `json:"detail,omitempty"`
}

func (l *load) settle(i Item) {
	if l.opts.Settled != nil {
		l.opts.Settled(i)
	}
}
