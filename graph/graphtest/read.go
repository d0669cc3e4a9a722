package graphtest

import (
	"context"
	"slices"
	"strings"
	"time"

	"citygraph/graph"
)

// Nodes implements graph.NodeReader.
func (m *Memory) Nodes(ctx context.Context, ids []graph.EntityID, asOf time.Time) ([]graph.Node, error) {
	return byID(ctx, m, ids, asOf, (*state).follow, func(s *state) []graph.Node { return s.nodes }, func(n graph.Node) graph.EntityID { return n.ID })
}

// FindNodes implements graph.NodeReader.
func (m *Memory) FindNodes(ctx context.Context, f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	s, err := m.state(ctx, f.AsOf)
	if err != nil {
		return graph.List[graph.Node]{}, err
	}
	return cut(keep(s.nodes, func(n graph.Node) bool { return nodePasses(n, f) }), p, f.Order,
		func(n graph.Node) graph.Position { return n.PositionIn(f.Order, f.Name) })
}

// Edges implements graph.EdgeReader.
func (m *Memory) Edges(ctx context.Context, ids []graph.EdgeID, asOf time.Time) ([]graph.Edge, error) {
	return byID(ctx, m, ids, asOf, asked[graph.EdgeID], func(s *state) []graph.Edge { return s.edges }, func(e graph.Edge) graph.EdgeID { return e.ID })
}

// FindEdges implements graph.EdgeReader.
func (m *Memory) FindEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	s, err := m.edgeState(ctx, at, f)
	if err != nil {
		return nil, err
	}
	if len(at) == 0 {
		at = []graph.EntityID{""}
	}
	lists := make([]graph.List[graph.Edge], len(at))
	at, f.Others = s.follow(at), s.follow(f.Others)
	for i, id := range at {
		edges := keep(s.edges, func(e graph.Edge) bool { return edgePasses(e, id, f) && s.told(e, f) })
		lists[i], err = cut(edges, p, f.Order, func(e graph.Edge) graph.Position { return e.PositionIn(f.Order) })
		if err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// CountEdges implements graph.EdgeReader.
func (m *Memory) CountEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	s, err := m.edgeState(ctx, at, f)
	if err != nil {
		return nil, err
	}
	counts := make([][]graph.EdgeCount, len(at))
	f.Others = s.follow(f.Others)
	for i, id := range s.follow(at) {
		for _, r := range graph.Ontology() {
			n := len(keep(s.edges, func(e graph.Edge) bool { return e.Type == r.Type && edgePasses(e, id, f) && s.told(e, f) }))
			if n > 0 {
				counts[i] = append(counts[i], graph.EdgeCount{Type: r.Type, Count: n})
			}
		}
	}
	return counts, nil
}

func (m *Memory) edgeState(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter) (*state, error) {
	if len(at) > graph.MaxIDs {
		return nil, &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: len(at)}
	}
	return m.state(ctx, f.AsOf)
}

// Claims implements graph.ClaimReader: of a claim that was made more than once, the current
// one, else the one retracted last.
func (m *Memory) Claims(ctx context.Context, ids []graph.ClaimID) ([]graph.Claim, error) {
	if len(ids) > graph.MaxIDs {
		return nil, &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: len(ids)}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.usable(ctx); err != nil {
		return nil, err
	}
	known := map[graph.ClaimID]graph.Claim{}
	for _, r := range m.records { // the current record of an article is its last
		for _, c := range r.read.Claims {
			known[c.ID] = c
		}
	}
	return pick(ids, known), nil
}

// FindClaims implements graph.ClaimReader.
func (m *Memory) FindClaims(ctx context.Context, scope graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	tests, err := scopeTests(scope)
	if err != nil {
		return nil, err
	}
	s, err := m.state(ctx, f.AsOf)
	if err != nil {
		return nil, err
	}
	lists := make([]graph.List[graph.Claim], len(tests))
	for i, in := range tests {
		claims := keep(s.claims, func(c graph.Claim) bool { return in(s, c) && claimPasses(c, s.article[c.Article], f) })
		lists[i], err = cut(claims, p, graph.ByID, func(c graph.Claim) graph.Position { return graph.Position{ID: string(c.ID)} })
		if err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func scopeTests(scope graph.ClaimScope) ([]func(*state, graph.Claim) bool, error) {
	var tests []func(*state, graph.Claim) bool
	set := 0
	for _, n := range []int{len(scope.Edges), len(scope.Entities), len(scope.Articles)} {
		if n > 0 {
			set++
		}
		if n > graph.MaxIDs {
			return nil, &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: n}
		}
	}
	if set != 1 {
		return nil, &graph.InvalidError{Field: "scope", Reason: "exactly one of edges, entities and articles is set"}
	}
	for _, id := range scope.Edges {
		tests = append(tests, func(s *state, c graph.Claim) bool { return s.edgeOf[c.ID] == id })
	}
	for _, id := range scope.Entities {
		tests = append(tests, func(s *state, c graph.Claim) bool {
			return c.Subject == s.classes.Survivor(id) || c.Object == s.classes.Survivor(id)
		})
	}
	for _, id := range scope.Articles {
		tests = append(tests, func(_ *state, c graph.Claim) bool { return c.Article == id })
	}
	return tests, nil
}

// Articles implements graph.ArticleReader.
func (m *Memory) Articles(ctx context.Context, ids []graph.ArticleID) ([]graph.Article, error) {
	return byID(ctx, m, ids, time.Time{}, asked[graph.ArticleID], func(s *state) []graph.Article { return articles(s) }, func(a graph.Article) graph.ArticleID { return a.ID })
}

// FindArticles implements graph.ArticleReader.
func (m *Memory) FindArticles(ctx context.Context, f graph.ArticleFilter, p graph.Page) (graph.List[graph.Article], error) {
	s, err := m.state(ctx, f.AsOf)
	if err != nil {
		return graph.List[graph.Article]{}, err
	}
	var found []graph.Article
	f.Mentions = s.classes.Survivor(f.Mentions)
	for _, r := range s.records {
		if articlePasses(r.read, f) {
			found = append(found, r.Article)
		}
	}
	return cut(found, p, f.Order, func(a graph.Article) graph.Position { return a.PositionIn(f.Order) })
}

// Assertions implements graph.ArticleReader.
func (m *Memory) Assertions(ctx context.Context, ids []graph.ArticleID) ([]graph.Record, error) {
	return byID(ctx, m, ids, time.Time{}, asked[graph.ArticleID], asserted, func(r graph.Record) graph.ArticleID { return r.Article.ID })
}

// Stats implements graph.Reader.
func (m *Memory) Stats(ctx context.Context) (graph.Stats, error) {
	s, err := m.state(ctx, time.Time{})
	if err != nil {
		return graph.Stats{}, err
	}
	stats := graph.Stats{
		Articles: len(s.records), Claims: len(s.claims), LastLoad: m.last,
		Nodes: map[graph.EntityType]int{}, Edges: map[graph.EdgeType]int{}, Langs: map[string]int{}, Figures: map[graph.FigureType]int{},
	}
	for _, n := range s.nodes {
		stats.Nodes[n.Type]++
	}
	for _, e := range s.edges {
		stats.Edges[e.Type]++
	}
	for _, r := range s.records {
		stats.Langs[r.Article.Lang]++
	}
	for _, c := range s.claims {
		if c.Figure != "" {
			stats.Figures[c.Figure]++
		}
	}
	return stats, nil
}

func asserted(s *state) []graph.Record {
	out := make([]graph.Record, len(s.records))
	for i, r := range s.records {
		out[i] = r.Record
	}
	return out
}

func articles(s *state) []graph.Article {
	out := make([]graph.Article, len(s.records))
	for i, r := range s.records {
		out[i] = r.Article
	}
	return out
}

// byID answers a bulk read: what exists, in the order of ids, each once.
func byID[ID ~string, T any](ctx context.Context, m *Memory, ids []ID, asOf time.Time, follow func(*state, []ID) []ID, all func(*state) []T, id func(T) ID) ([]T, error) {
	if len(ids) > graph.MaxIDs {
		return nil, &graph.LimitError{Limit: "MaxIDs", Max: graph.MaxIDs, Got: len(ids)}
	}
	s, err := m.state(ctx, asOf)
	if err != nil {
		return nil, err
	}
	known := map[ID]T{}
	for _, t := range all(s) {
		known[id(t)] = t
	}
	return pick(follow(s, ids), known), nil
}

// asked are ids that nothing joins.
func asked[ID ~string](_ *state, ids []ID) []ID { return ids }

func pick[ID comparable, T any](ids []ID, known map[ID]T) []T {
	out := []T{}
	seen := map[ID]bool{}
	for _, id := range ids {
		if t, ok := known[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, t)
		}
	}
	return out
}

func keep[T any](all []T, passes func(T) bool) []T {
	var out []T
	for _, t := range all {
		if passes(t) {
			out = append(out, t)
		}
	}
	return out
}

// cut sorts a whole list and takes one page of it.
func cut[T any](all []T, p graph.Page, o graph.Order, position func(T) graph.Position) (graph.List[T], error) {
	if p.Limit > graph.MaxScan {
		return graph.List[T]{}, &graph.LimitError{Limit: "MaxScan", Max: graph.MaxScan, Got: p.Limit}
	}
	if p.Limit < 0 {
		return graph.List[T]{}, &graph.InvalidError{Field: "limit", Reason: "is negative"}
	}
	limit := p.Limit
	if limit == 0 {
		limit = graph.DefaultPage
	}
	slices.SortFunc(all, func(a, b T) int { return position(a).Compare(position(b), o) })
	from, to := 0, len(all)
	for i, t := range all {
		if !p.After.IsZero() && position(t).Compare(p.After, o) <= 0 {
			from = i + 1
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		if !p.Before.IsZero() && position(all[i]).Compare(p.Before, o) >= 0 {
			to = i
		}
	}
	to = max(from, to)
	if p.Backward {
		from = max(from, to-limit)
	} else {
		to = min(to, from+limit)
	}
	list := graph.List[T]{Items: append([]T{}, all[from:to]...), HasPrev: from > 0, HasNext: to < len(all), Total: -1}
	for _, t := range list.Items {
		list.Positions = append(list.Positions, position(t))
	}
	if p.WithTotal {
		list.Total = len(all)
	}
	return list, nil
}

func hasLang(langs []string, lang string) bool {
	return len(langs) == 0 || slices.ContainsFunc(langs, func(l string) bool {
		return l == lang || strings.HasPrefix(lang, l+"-")
	})
}
