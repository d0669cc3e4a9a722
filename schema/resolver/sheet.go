package resolver

import (
	"context"
	"slices"
	"time"

	"citygraph/graph"
)

// sheet gathers the rows of one analysis into one group of each kind, so that whatever is asked
// below any of them is read for all.
type sheet struct {
	nodes  *entities
	edges  *edges
	claims *claims
}

func newSheet(s scope) *sheet {
	return &sheet{newEntities(nil, s), newEdges(nil, s), &claims{scope: s}}
}

// entity is the object of a node, nil of the zero Node.
func (s *sheet) entity(n graph.Node) Entity {
	if n.ID == "" {
		return nil
	}
	g := s.nodes
	if _, known := g.at[n.ID]; !known {
		g.at[n.ID] = len(g.ids)
		g.ids = append(g.ids, n.ID)
		g.list = append(g.list, typed(common{n, g}))
	}
	return g.get(n.ID)
}

func (s *sheet) entities(nodes []graph.Node) []Entity {
	list := make([]Entity, len(nodes))
	for i, n := range nodes {
		list[i] = s.entity(n)
	}
	return list
}

// agreement is the object of a node that is known to be an agreement.
func (s *sheet) agreement(n graph.Node) *Agreement { return as[*Agreement](s.entity(n)) }

func (s *sheet) agreements(nodes []graph.Node) []*Agreement {
	list := make([]*Agreement, len(nodes))
	for i, n := range nodes {
		list[i] = s.agreement(n)
	}
	return list
}

// edge is the object of an edge, seen from near ("": from none), nil of the zero Edge.
func (s *sheet) edge(e graph.Edge, near graph.EntityID) *Edge {
	if e.ID == "" {
		return nil
	}
	g := s.edges
	if _, known := g.at[e.ID]; !known {
		g.at[e.ID] = len(g.rows)
		g.rows = append(g.rows, e)
		g.ids = append(g.ids, e.ID)
	}
	return g.seen(e, near)
}

func (s *sheet) edgeList(rows []graph.Edge, near graph.EntityID) []*Edge {
	list := make([]*Edge, len(rows))
	for i, e := range rows {
		list[i] = s.edge(e, near)
	}
	return list
}

// claim is the object of a claim.
func (s *sheet) claim(c graph.Claim) *Claim {
	s.claims.rows = append(s.claims.rows, c)
	return &Claim{c, s.claims}
}

func (s *sheet) claimList(rows []graph.Claim) []*Claim {
	list := make([]*Claim, len(rows))
	for i, c := range rows {
		list[i] = s.claim(c)
	}
	return list
}

// spend takes all rows of the sheet off the budget of the operation.
func (s *sheet) spend(ctx context.Context) error {
	return spendRows(ctx, len(s.nodes.list)+len(s.edges.rows)+len(s.claims.rows))
}

// pageOf cuts a page out of a complete, ordered list. key tells the rows apart and is what a
// cursor holds; list tells the list apart from all others. A cursor whose row has left the list
// is ErrBadCursor.
func pageOf[R, N any](ctx context.Context, sh *sheet, list string, rows []R, key func(R) string, c cut, node func(R) N) (*Connection[N], error) {
	p, err := c.page(ctx, list)
	if err != nil {
		return nil, err
	}
	from, to := 0, len(rows)
	at := func(pos graph.Position) int {
		return slices.IndexFunc(rows, func(r R) bool { return key(r) == pos.ID })
	}
	if !p.After.IsZero() {
		i := at(p.After)
		if i < 0 {
			return nil, ErrBadCursor
		}
		from = i + 1
	}
	if !p.Before.IsZero() {
		if to = at(p.Before); to < 0 {
			return nil, ErrBadCursor
		}
	}
	to = max(from, to)
	if p.Backward {
		from = max(from, to-p.Limit)
	} else {
		to = min(to, from+p.Limit)
	}
	page := graph.List[R]{Items: rows[from:to], HasPrev: from > 0, HasNext: to < len(rows), Total: len(rows)}
	for _, r := range page.Items {
		page.Positions = append(page.Positions, graph.Position{ID: key(r)})
	}
	connection, err := connect(ctx, list, page, node)
	if err != nil {
		return nil, err
	}
	return connection, sh.spend(ctx)
}

// inquiry is one question to an analysis: which edges count, what tells its list apart, and the
// sheet that its rows are drawn on.
type inquiry struct {
	filter graph.EdgeFilter
	sheet  *sheet
	list   string
}

// newInquiry reads filter and clocks; args are all other arguments of the field called name.
func newInquiry(filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, name string, args ...any) inquiry {
	s := newScope(asOf, validAt)
	f := filter.read(s, nil)
	return inquiry{f, newSheet(walked(s, f)), fingerprint(name, args, f)}
}

// paged reads the answer of an analysis and cuts a page out of it; node draws on q's sheet.
func paged[R, N any](ctx context.Context, q inquiry, c cut, read func(graph.Reader) ([]R, error), key func(R) string, node func(R) N) (*Connection[N], error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := read(r)
	if err != nil {
		return nil, err
	}
	return pageOf(ctx, q.sheet, q.list, rows, key, c, node)
}

// idOf is the id that an argument names, "" where it is absent.
func idOf(id *string) graph.EntityID { return graph.EntityID(value(id)) }
