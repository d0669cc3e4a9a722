package neo4j

import (
	"context"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// told is a claim with what filters ask of its article.
type told struct {
	graph.Claim
	lang, source string
}

// claimsAt reads what the moment knows about entities, all of them for nil, each claim once.
func (m moment) claimsAt(ctx context.Context, tx runner, ids []graph.EntityID) ([]told, error) {
	if ids == nil {
		return m.claims(ctx, tx, query("past_claims", parts{"visible": visible}), nil)
	}
	return m.claims(ctx, tx, query("past_claims_of_entities", parts{"visible": visible}), strs(ids))
}

// claims runs a query for claims, with its keys; too many of them are a LimitError.
func (m moment) claims(ctx context.Context, tx runner, cypher string, keys []any) ([]told, error) {
	p := m.params()
	p["keys"], p["limit"] = keys, graph.MaxAsOfClaims+1
	var claims []told
	err := rows(ctx, tx, cypher, p, func(r record) error {
		p := r.props("claim")
		claims = append(claims, told{claimOf(p), p.text("lang"), p.text("source")})
		return nil
	})
	if len(claims) > graph.MaxAsOfClaims {
		return nil, &graph.LimitError{Limit: "MaxAsOfClaims", Max: graph.MaxAsOfClaims, Got: len(claims)}
	}
	return claims, err
}

// conclusions are edges derived from what a moment knows.
type conclusions struct {
	claims []told
	edges  []graph.Edge
	edgeOf map[graph.ClaimID]graph.EdgeID
}

// passing keeps the edges that a filter selects at a node; "" is no node.
func (c conclusions) passing(at graph.EntityID, f graph.EdgeFilter) (edges []graph.Edge) {
	told := map[graph.EdgeID]bool{}
	for _, claim := range c.claims {
		if claimPasses(claim, graph.ClaimFilter{Langs: f.Langs, Sources: f.Sources}) {
			told[c.edgeOf[claim.ID]] = true
		}
	}
	for _, e := range c.edges {
		if told[e.ID] && edgePasses(e, at, f) {
			edges = append(edges, e)
		}
	}
	return edges
}

func concludeFrom(claims []told) conclusions {
	groups := map[graph.Group][]graph.Claim{}
	for _, c := range claims {
		if c.Figure == "" {
			groups[c.Group()] = append(groups[c.Group()], c.Claim)
		}
	}
	all := conclusions{claims: claims, edgeOf: map[graph.ClaimID]graph.EdgeID{}}
	for _, group := range groups {
		edges, of := derive.Edges(group)
		all.edges = append(all.edges, edges...)
		for claim, edge := range of {
			all.edgeOf[claim] = edge
		}
	}
	return all
}

// edges derives edges by id, with what they rest on.
func (m moment) edges(ctx context.Context, tx runner, ids []graph.EdgeID) (map[graph.EdgeID]graph.Edge, conclusions, error) {
	groups := map[string]bool{}
	err := rows(ctx, tx, query("edge_groups", parts{"types": allTypes()}), params{"ids": strs(ids)}, func(r record) error {
		key := r.text("group")
		if key == "" {
			key = groupKey(graph.Group{
				Type: graph.EdgeType(r.text("type")), Subject: graph.EntityID(r.text("from")), Object: graph.EntityID(r.text("to")),
			})
		}
		groups[key] = true
		return nil
	})
	if err != nil {
		return nil, conclusions{}, err
	}
	keys := []any{}
	for key := range groups {
		keys = append(keys, key)
	}
	claims, err := m.claims(ctx, tx, query("past_claims_of_groups", parts{"visible": visible}), keys)
	all := concludeFrom(claims)
	known := make(map[graph.EdgeID]graph.Edge, len(ids))
	for _, e := range all.edges {
		known[e.ID] = e
	}
	return known, all, err
}

// nodes derives the nodes of entities, everything for nil.
func (m moment) nodes(ctx context.Context, tx runner, ids []graph.EntityID) (map[graph.EntityID]graph.Node, error) {
	if ids != nil && len(ids) == 0 {
		return nil, nil
	}
	name := "past_descriptions_of_entities"
	if ids == nil {
		name = "past_descriptions"
	}
	p := m.params()
	p["keys"] = strs(ids)
	described := map[graph.EntityID][]derive.Description{}
	err := rows(ctx, tx, query(name, parts{"visible": visible}), p, func(r record) error {
		d, err := descriptionIn(r)
		described[d.Entity.ID] = append(described[d.Entity.ID], d)
		return err
	})
	if err != nil || len(described) == 0 {
		return nil, err
	}
	claims, err := m.claimsAt(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	degree := map[graph.EntityID]int{}
	for _, e := range concludeFrom(claims).edges {
		degree[e.From]++
		degree[e.To]++
	}
	classes, err := m.classes(ctx, tx)
	if err != nil {
		return nil, err
	}
	known := make(map[graph.EntityID]graph.Node, len(described))
	for id, list := range described {
		node := derive.Node(list)
		node.Degree = degree[id]
		node.MergedFrom = classes.MergedFrom(id)
		known[id] = node
	}
	return known, nil
}

func (m moment) findNodes(ctx context.Context, tx runner, f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	known, err := m.nodes(ctx, tx, nil)
	if err != nil {
		return graph.List[graph.Node]{}, err
	}
	var nodes []graph.Node
	for _, n := range known {
		if nodePasses(n, f) {
			nodes = append(nodes, n)
		}
	}
	return cut(nodes, f.Order, func(n graph.Node) graph.Position { return n.PositionIn(f.Order, f.Name) }, p)
}

func (m moment) findEdges(ctx context.Context, tx runner, at []graph.EntityID, f graph.EdgeFilter, p graph.Page) ([]graph.List[graph.Edge], error) {
	ends := at
	if len(at) == 0 {
		at, ends = nil, []graph.EntityID{""}
	}
	claims, err := m.claimsAt(ctx, tx, at)
	if err != nil {
		return nil, err
	}
	all := concludeFrom(claims)
	lists := make([]graph.List[graph.Edge], len(ends))
	for i, id := range ends {
		if lists[i], err = cut(all.passing(id, f), f.Order, positionOf(f.Order), p); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func (m moment) countEdges(ctx context.Context, tx runner, at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	claims, err := m.claimsAt(ctx, tx, append([]graph.EntityID{}, at...))
	if err != nil {
		return nil, err
	}
	all := concludeFrom(claims)
	byType := make([]map[graph.EdgeType]int, len(at))
	for i, id := range at {
		byType[i] = map[graph.EdgeType]int{}
		for _, e := range all.passing(id, f) {
			byType[i][e.Type]++
		}
	}
	return ordered(byType), nil
}

func (m moment) findClaims(ctx context.Context, tx runner, s graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	var tests []func(graph.Claim) bool
	var claims []told
	var err error
	switch {
	case len(s.Edges) > 0:
		var all conclusions
		_, all, err = m.edges(ctx, tx, s.Edges)
		claims = all.claims
		for _, id := range s.Edges {
			tests = append(tests, func(c graph.Claim) bool { return all.edgeOf[c.ID] == id })
		}
	case len(s.Entities) > 0:
		claims, err = m.claimsAt(ctx, tx, s.Entities)
		for _, id := range s.Entities {
			tests = append(tests, func(c graph.Claim) bool { return c.Subject == id || c.Object == id })
		}
	default:
		claims, err = m.claims(ctx, tx, query("past_claims_of_articles", parts{"visible": visible}), strs(s.Articles))
		for _, id := range s.Articles {
			tests = append(tests, func(c graph.Claim) bool { return c.Article == id })
		}
	}
	if err != nil {
		return nil, err
	}
	lists := make([]graph.List[graph.Claim], len(tests))
	for i, test := range tests {
		var in []graph.Claim
		for _, c := range claims {
			if test(c.Claim) && claimPasses(c, f) {
				in = append(in, c.Claim)
			}
		}
		if lists[i], err = cut(in, graph.ByID, claimPosition, p); err != nil {
			return nil, err
		}
	}
	return lists, nil
}
