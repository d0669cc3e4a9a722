package neo4j

import "citygraph/graph"

// articleProps are the properties of an article's node; what the store adds (hash, recorded,
// batch) is set beside them.
func articleProps(a graph.Article) props {
	return props{"id": string(a.ID), "date": a.Date}. // always there: an order by date reads the index
								with("url", a.URL).with("source", a.Source).with("title", a.Title).with("lang", a.Lang).
								with("text", a.Text).with("rawHash", a.RawHash).with("witness", a.Witness).with("fingerprint", a.Fingerprint)
}

// articleOf reads the properties of an article's node.
func articleOf(p props) graph.Article {
	return graph.Article{
		ID: graph.ArticleID(p.text("id")), URL: p.text("url"), Source: p.text("source"), Title: p.text("title"),
		Lang: p.text("lang"), Date: p.text("date"), Text: p.text("text"), RawHash: p.text("rawHash"),
		Witness: p.text("witness"), Fingerprint: p.text("fingerprint"),
	}
}

// spanList writes spans as start, end, start, end …; nil for nil.
func spanList(spans []graph.Span) []any {
	if spans == nil {
		return nil
	}
	list := make([]any, 0, 2*len(spans))
	for _, s := range spans {
		list = append(list, s.Start, s.End)
	}
	return list
}

// spansOf reads what spanList wrote.
func spansOf(list []any) []graph.Span {
	if list == nil {
		return nil
	}
	spans := make([]graph.Span, 0, len(list)/2)
	for i := 0; i+1 < len(list); i += 2 {
		start, _ := list[i].(int64)
		end, _ := list[i+1].(int64)
		spans = append(spans, graph.Span{Start: int(start), End: int(end)})
	}
	return spans
}
