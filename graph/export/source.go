package export

import (
	"context"
	"reflect"
	"slices"

	"citygraph/graph"
)

const (
	// edgePage bounds the edges held with their claims: sentences may be long.
	edgePage = 200
	// MaxEdgeClaims is how many claims are written with an edge, the first by id; the count
	// beside them is of all.
	MaxEdgeClaims = 20
)

// source reads the selected part of a graph in order of id, page by page.
type source struct {
	r     graph.Reader
	opts  Options
	whole bool // nothing is left out
}

func newSource(r graph.Reader, opts Options) source {
	opts.Edges.Order, opts.Edges.Direction = graph.ByID, graph.Both
	plain := opts
	plain.BOM = false
	return source{r: r, opts: opts, whole: reflect.ValueOf(plain).IsZero()}
}

// edge is an edge with what it rests on.
type edge struct {
	graph.Edge
	Evidence []graph.Claim // at most MaxEdgeClaims
}

func (s source) nodeFilter() graph.NodeFilter {
	return graph.NodeFilter{Types: s.opts.Types, AsOf: s.opts.Edges.AsOf}
}

// countNodes counts what nodes will visit.
func (s source) countNodes(ctx context.Context) (int, error) {
	list, err := s.r.FindNodes(ctx, s.nodeFilter(), graph.Page{Limit: 1, WithTotal: true})
	return list.Total, err
}

// nodes visits the selected nodes.
func (s source) nodes(ctx context.Context, visit func(graph.Node) error) error {
	return eachPage(derivedPage, func(p graph.Page) (graph.List[graph.Node], error) {
		return s.r.FindNodes(ctx, s.nodeFilter(), p)
	}, visit)
}

// edges visits the selected edges.
func (s source) edges(ctx context.Context, visit func(edge) error) error {
	return s.edgePages(ctx, s.opts.Edges, func(page []edge) error {
		for _, e := range page {
			if err := visit(e); err != nil {
				return err
			}
		}
		return nil
	})
}

// edgePages visits the edges of a filter whose two ends are selected, many at once for formats
// that look up more.
func (s source) edgePages(ctx context.Context, f graph.EdgeFilter, visit func([]edge) error) error {
	page := graph.Page{Limit: edgePage}
	for {
		lists, err := s.r.FindEdges(ctx, nil, f, page)
		if err != nil {
			return err
		}
		edges, err := s.withClaims(ctx, slices.DeleteFunc(lists[0].Items, func(e graph.Edge) bool { return !s.keeps(e) }))
		if err != nil {
			return err
		}
		if err := visit(edges); err != nil {
			return err
		}
		if !lists[0].HasNext {
			return nil
		}
		page.After = lists[0].Positions[len(lists[0].Positions)-1]
	}
}

// keeps reports whether both ends are of a selected type.
func (s source) keeps(e graph.Edge) bool {
	types := s.opts.Types
	return len(types) == 0 || slices.Contains(types, e.From.TypeOf()) && slices.Contains(types, e.To.TypeOf())
}

func (s source) withClaims(ctx context.Context, list []graph.Edge) ([]edge, error) {
	if len(list) == 0 {
		return nil, nil
	}
	ids := make([]graph.EdgeID, len(list))
	for i, e := range list {
		ids[i] = e.ID
	}
	claims, err := s.r.FindClaims(ctx, graph.ClaimScope{Edges: ids}, graph.ClaimFilter{AsOf: s.opts.Edges.AsOf}, graph.Page{Limit: MaxEdgeClaims})
	if err != nil {
		return nil, err
	}
	edges := make([]edge, len(list))
	for i, e := range list {
		edges[i] = edge{e, claims[i].Items}
	}
	return edges, nil
}

// articles visits every article as known at the time asked for.
func (s source) articles(ctx context.Context, visit func(graph.Article) error) error {
	return eachPage(assertionPage, func(p graph.Page) (graph.List[graph.Article], error) {
		return s.r.FindArticles(ctx, graph.ArticleFilter{AsOf: s.opts.Edges.AsOf}, p)
	}, visit)
}

// holds are the first and last day on which the edge holds, as far as they are known: from the
// first day that its date may mean to the last of its end. Where the two contradict each other,
// only the end is told.
func (e edge) holds() (start, end string) {
	start, last := e.Date.Bounds()
	_, end = e.Until.Bounds()
	if happens(e.Type) && end == "" {
		end = last
	}
	if end != "" && start > end {
		start = ""
	}
	return start, end
}

// happens reports whether edges of the type happen at a time instead of lasting.
func happens(t graph.EdgeType) bool {
	switch t {
	case graph.Visited, graph.Met, graph.Signed, graph.ParticipatedIn:
		return true
	}
	return false
}
