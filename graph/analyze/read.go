package analyze

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"citygraph/graph"
)

// source reads for one analysis, within its budgets, and remembers the nodes it has seen.
type source struct {
	reader graph.Reader
	asOf   time.Time
	edges  int // still to be read
	claims int
	nodes  map[graph.EntityID]graph.Node
}

func newSource(r graph.Reader, asOf time.Time) *source {
	return &source{
		reader: r, asOf: asOf, edges: graph.MaxEdgesVisited, claims: MaxClaimsRead,
		nodes: map[graph.EntityID]graph.Node{},
	}
}

// chunk is how many nodes are asked for at once.
const chunk = 500

// at reads all edges at each of ids: one list an id, in order of edge id.
func (s *source) at(ctx context.Context, ids []graph.EntityID, f graph.EdgeFilter) (map[graph.EntityID][]graph.Edge, error) {
	f.Order = graph.ByID
	found := map[graph.EntityID][]graph.Edge{}
	for part := range slices.Chunk(unique(ids), chunk) {
		lists, err := s.reader.FindEdges(ctx, part, f, graph.Page{Limit: graph.MaxScan})
		if err != nil {
			return nil, err
		}
		for i, list := range lists {
			found[part[i]] = list.Items
			if err := s.spend(len(list.Items)); err != nil {
				return nil, err
			}
			if list.HasNext {
				rest, err := s.rest(ctx, part[i:i+1], f, list)
				if err != nil {
					return nil, err
				}
				found[part[i]] = append(found[part[i]], rest...)
			}
		}
	}
	return found, nil
}

// all reads every edge of the graph that passes, in order of id.
func (s *source) all(ctx context.Context, f graph.EdgeFilter) ([]graph.Edge, error) {
	f.Order, f.Direction = graph.ByID, graph.Both
	lists, err := s.reader.FindEdges(ctx, nil, f, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		return nil, err
	}
	if err := s.spend(len(lists[0].Items)); err != nil || !lists[0].HasNext {
		return lists[0].Items, err
	}
	rest, err := s.rest(ctx, nil, f, lists[0])
	return append(lists[0].Items, rest...), err
}

// rest reads on where a first page ended.
func (s *source) rest(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, list graph.List[graph.Edge]) ([]graph.Edge, error) {
	var edges []graph.Edge
	for list.HasNext {
		lists, err := s.reader.FindEdges(ctx, at, f, graph.Page{Limit: graph.MaxScan, After: list.Positions[len(list.Positions)-1]})
		if err != nil {
			return nil, err
		}
		list = lists[0]
		edges = append(edges, list.Items...)
		if err := s.spend(len(list.Items)); err != nil {
			return nil, err
		}
	}
	return edges, nil
}

func (s *source) spend(edges int) error {
	if s.edges -= edges; s.edges < 0 {
		return &graph.LimitError{Limit: "MaxEdgesVisited", Max: graph.MaxEdgesVisited, Got: graph.MaxEdgesVisited - s.edges}
	}
	return nil
}

// load makes nodes ready for node.
func (s *source) load(ctx context.Context, ids ...graph.EntityID) error {
	var missing []graph.EntityID
	for _, id := range unique(ids) {
		if _, known := s.nodes[id]; !known && id != "" {
			missing = append(missing, id)
		}
	}
	for part := range slices.Chunk(missing, graph.MaxIDs) {
		nodes, err := s.reader.Nodes(ctx, part, s.asOf)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			s.nodes[n.ID] = n
		}
	}
	return nil
}

// loadEnds makes the nodes at both ends of the edges ready.
func (s *source) loadEnds(ctx context.Context, lists ...[]graph.Edge) error {
	var ids []graph.EntityID
	for _, edges := range lists {
		for _, e := range edges {
			ids = append(ids, e.From, e.To)
		}
	}
	return s.load(ctx, ids...)
}

// loadLists is loadEnds for the answer of at.
func (s *source) loadLists(ctx context.Context, lists map[graph.EntityID][]graph.Edge) error {
	return s.loadEnds(ctx, slices.Collect(maps.Values(lists))...)
}

// node returns a node that was loaded.
func (s *source) node(id graph.EntityID) graph.Node { return s.nodes[id] }

// exist loads the nodes and reports the first that the graph does not hold.
func (s *source) exist(ctx context.Context, ids ...graph.EntityID) error {
	if err := s.load(ctx, ids...); err != nil {
		return err
	}
	for _, id := range ids {
		if _, ok := s.nodes[id]; !ok {
			return &missingError{id}
		}
	}
	return nil
}

type missingError struct{ id graph.EntityID }

func (e *missingError) Error() string        { return "no entity " + string(e.id) }
func (e *missingError) Is(target error) bool { return target == graph.ErrNotFound }

// claimsOf reads the claims behind each edge, denials included, in order of claim id.
func (s *source) claimsOf(ctx context.Context, edges []graph.Edge) (map[graph.EdgeID][]graph.Claim, error) {
	ids := make([]graph.EdgeID, len(edges))
	for i, e := range edges {
		ids[i] = e.ID
	}
	found := make(map[graph.EdgeID][]graph.Claim, len(ids))
	for part := range slices.Chunk(unique(ids), chunk) {
		lists, err := s.findClaims(ctx, graph.ClaimScope{Edges: part}, graph.ClaimFilter{AsOf: s.asOf})
		if err != nil {
			return nil, err
		}
		for i, list := range lists {
			found[part[i]] = list
		}
	}
	return found, nil
}

// findClaims reads all claims of each member of the scope.
func (s *source) findClaims(ctx context.Context, scope graph.ClaimScope, f graph.ClaimFilter) ([][]graph.Claim, error) {
	lists, err := s.reader.FindClaims(ctx, scope, f, graph.Page{Limit: graph.MaxScan})
	if err != nil {
		return nil, err
	}
	out := make([][]graph.Claim, len(lists))
	for i, list := range lists {
		out[i] = list.Items
		s.claims -= len(list.Items)
		if s.claims < 0 || list.HasNext {
			return nil, &graph.LimitError{Limit: "MaxClaimsRead", Max: MaxClaimsRead, Got: MaxClaimsRead + 1}
		}
	}
	return out, nil
}

func (s *source) articles(ctx context.Context, claims []graph.Claim) (map[graph.ArticleID]graph.Article, error) {
	var ids []graph.ArticleID
	for _, c := range claims {
		ids = append(ids, c.Article)
	}
	found := map[graph.ArticleID]graph.Article{}
	for part := range slices.Chunk(unique(ids), graph.MaxIDs) {
		list, err := s.reader.Articles(ctx, part)
		if err != nil {
			return nil, err
		}
		for _, a := range list {
			found[a.ID] = a
		}
	}
	return found, nil
}

// only is the filter for edges of the given types.
func only(f graph.EdgeFilter, types ...graph.EdgeType) graph.EdgeFilter {
	f.Types, f.Direction = types, graph.Both
	return f
}

// limited starts the clock of one analysis.
func limited(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, graph.TraversalTime)
}

// unique returns the list sorted and without doubles.
func unique[T ~string](list []T) []T {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// byDate orders by the first day that a date may mean, unknown ones last, then by id.
func byDate(a, b graph.Date, idA, idB string) int {
	return cmp.Or(cmp.Compare(dayOf(a), dayOf(b)), cmp.Compare(idA, idB))
}

// dayOf is the day by which a date is ordered; an unknown one comes after all others.
func dayOf(d graph.Date) string {
	if day := d.SortKey(); day != "" {
		return day
	}
	return "~"
}

// inPeriod reports whether a date may lie in the period; a zero period holds every date.
func inPeriod(d, period graph.Date) bool { return period.IsZero() || d.Overlaps(period) }

// yearOf is the year that a date lies in, 0 where that is not known or not one.
func yearOf(d graph.Date) int {
	first, last := d.Bounds()
	if len(first) < 4 || len(last) < 4 || first[:4] != last[:4] {
		return 0
	}
	year := 0
	for _, digit := range first[:4] {
		year = 10*year + int(digit-'0')
	}
	return year
}
