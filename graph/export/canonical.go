package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"citygraph/graph"
)

// Line is one line of the canonical dump; exactly one field is set.
type Line struct {
	Assertion *graph.Assertion `json:"assertion,omitempty"`
	Judgement *graph.Judgement `json:"judgement,omitempty"`
	Node      *graph.Node      `json:"node,omitempty"`
	Edge      *graph.Edge      `json:"edge,omitempty"`
}

// pageSize bounds what is held in memory: articles may be long.
const (
	assertionPage = 100
	derivedPage   = 1000
)

// Canonical writes the canonical dump: assertions, judgements, nodes, edges, each
// in order of id. The first two are what the others follow from. The
// reader should be one View, else a write in between shows.
func Canonical(ctx context.Context, r graph.Reader, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := writeAssertions(ctx, r, enc); err != nil {
		return fmt.Errorf("export assertions: %w", err)
	}
	err := eachPage(derivedPage, func(p graph.Page) (graph.List[graph.Judgement], error) {
		return r.FindJudgements(ctx, graph.JudgementFilter{}, p)
	}, func(j graph.Judgement) error { return enc.Encode(Line{Judgement: &j}) })
	if err != nil {
		return fmt.Errorf("export judgements: %w", err)
	}
	err = eachPage(derivedPage, func(p graph.Page) (graph.List[graph.Node], error) {
		return r.FindNodes(ctx, graph.NodeFilter{}, p)
	}, func(n graph.Node) error { return enc.Encode(Line{Node: &n}) })
	if err != nil {
		return fmt.Errorf("export nodes: %w", err)
	}
	err = eachPage(derivedPage, func(p graph.Page) (graph.List[graph.Edge], error) {
		lists, err := r.FindEdges(ctx, nil, graph.EdgeFilter{}, p)
		if err != nil {
			return graph.List[graph.Edge]{}, err
		}
		return lists[0], nil
	}, func(e graph.Edge) error { return enc.Encode(Line{Edge: &e}) })
	if err != nil {
		return fmt.Errorf("export edges: %w", err)
	}
	return out.Flush()
}

func writeAssertions(ctx context.Context, r graph.Reader, enc *json.Encoder) error {
	page := graph.Page{Limit: assertionPage}
	for {
		list, err := r.FindArticles(ctx, graph.ArticleFilter{}, page)
		if err != nil {
			return err
		}
		ids := make([]graph.ArticleID, len(list.Items))
		for i, a := range list.Items {
			ids[i] = a.ID
		}
		records, err := r.Assertions(ctx, ids)
		if err != nil {
			return err
		}
		for _, record := range records {
			normal := record.Assertion.Normal()
			if err := enc.Encode(Line{Assertion: &normal}); err != nil {
				return err
			}
		}
		if !list.HasNext {
			return nil
		}
		page.After = list.Positions[len(list.Positions)-1]
	}
}

// eachPage calls each for every item of a list, page by page.
func eachPage[T any](size int, read func(graph.Page) (graph.List[T], error), each func(T) error) error {
	page := graph.Page{Limit: size}
	for {
		list, err := read(page)
		if err != nil {
			return err
		}
		for _, item := range list.Items {
			if err := each(item); err != nil {
				return err
			}
		}
		if !list.HasNext {
			return nil
		}
		page.After = list.Positions[len(list.Positions)-1]
	}
}
