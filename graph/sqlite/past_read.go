package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"citygraph/graph"
	"citygraph/graph/derive"
)

func knownRow(row scanner) (c knownClaim, err error) {
	var b sql.RawBytes
	if err := row.Scan(&b, &c.lang, &c.source); err != nil {
		return c, err
	}
	return c, json.Unmarshal(b, &c.Claim)
}

func (p *past) edgesByID(ids []graph.EdgeID) ([]graph.Edge, error) {
	edges := []graph.Edge{}
	for _, id := range ids {
		g, found, err := p.groupOf(id)
		if err != nil {
			return nil, err
		}
		if !found {
			continue
		}
		claims, err := p.group(g)
		if err != nil {
			return nil, err
		}
		all, _ := edgesOf(claims)
		if i := slices.IndexFunc(all, func(e graph.Edge) bool { return e.ID == id }); i >= 0 {
			edges = append(edges, all[i])
		}
	}
	return edges, nil
}

func (p *past) findEdges(at []graph.EntityID, f graph.EdgeFilter, page graph.Page) ([]graph.List[graph.Edge], error) {
	if _, err := edgeColumn(f.Order); err != nil {
		return nil, err
	}
	position := func(e graph.Edge) graph.Position { return e.PositionIn(f.Order) }
	if len(at) == 0 {
		claims, err := p.read(listKnownClaims, p.at)
		if err != nil {
			return nil, err
		}
		one, err := sorted(passing(claims, "", f), f.Order, position).page(page)
		return []graph.List[graph.Edge]{one}, err
	}
	lists := make([]graph.List[graph.Edge], len(at))
	for i, id := range at {
		claims, err := p.claimsAt(id)
		if err != nil {
			return nil, err
		}
		if lists[i], err = sorted(passing(claims, id, f), f.Order, position).page(page); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func (p *past) countEdges(at []graph.EntityID, f graph.EdgeFilter) ([][]graph.EdgeCount, error) {
	counts := make([][]graph.EdgeCount, len(at))
	for i, id := range at {
		claims, err := p.claimsAt(id)
		if err != nil {
			return nil, err
		}
		of := map[graph.EdgeType]int{}
		for _, e := range passing(claims, id, f) {
			of[e.Type]++
		}
		counts[i] = inOntologyOrder(of)
	}
	return counts, nil
}

func (p *past) nodesOf(ids []graph.EntityID) ([]graph.Node, error) {
	nodes := []graph.Node{}
	for _, id := range ids {
		n, found, err := numberOf(p.ctx, p.c, id)
		if err != nil {
			return nil, err
		}
		if !found {
			continue
		}
		weights, err := p.described(listKnownDescriptionsOf, n, p.at)
		if err != nil {
			return nil, err
		}
		if len(weights) == 0 {
			continue
		}
		node, err := p.node(weights[n])
		if err != nil {
			return nil, err
		}
		edges, err := p.edgesAt(id)
		if err != nil {
			return nil, err
		}
		node.Degree = len(edges)
		nodes = append(nodes, node)
	}
	return nodes, nil
}

func (p *past) findNodes(f graph.NodeFilter, page graph.Page) (graph.List[graph.Node], error) {
	var none graph.List[graph.Node]
	if _, err := nodeColumn(f); err != nil {
		return none, err
	}
	weights, err := p.described(listKnownDescriptions, p.at)
	if err != nil {
		return none, err
	}
	claims, err := p.read(listKnownClaims, p.at)
	if err != nil {
		return none, err
	}
	degree := map[graph.EntityID]int{}
	edges, _ := edgesOf(claims)
	for _, e := range edges {
		degree[e.From]++
		degree[e.To]++
	}
	var nodes []graph.Node
	for _, n := range slices.Sorted(maps.Keys(weights)) {
		node, err := p.node(weights[n])
		if err != nil {
			return none, err
		}
		node.Degree = degree[node.ID]
		if nodePasses(node, f) {
			nodes = append(nodes, node)
		}
	}
	return sorted(nodes, f.Order, func(n graph.Node) graph.Position { return n.PositionIn(f.Order, f.Name) }).page(page)
}

// described counts the descriptions of entities; the query's last parameter is the limit.
func (p *past) described(named query, args ...any) (map[int64]map[string]int, error) {
	of := map[int64]map[string]int{}
	err := p.c.each(p.ctx, named, append(args, p.left+1), func(row scanner) error {
		if err := p.spend(); err != nil {
			return err
		}
		var d description
		if err := row.Scan(&d.entity, &d.hash); err != nil {
			return err
		}
		if of[d.entity] == nil {
			of[d.entity] = map[string]int{}
		}
		of[d.entity][d.hash]++
		return nil
	})
	return of, err
}

func (p *past) node(weights map[string]int) (graph.Node, error) {
	descriptions := make([]derive.Description, 0, len(weights))
	for _, hash := range slices.Sorted(maps.Keys(weights)) {
		entity, err := descriptionOf(p.ctx, p.c, hash)
		if err != nil {
			return graph.Node{}, err
		}
		descriptions = append(descriptions, derive.Description{Entity: entity, Articles: weights[hash]})
	}
	node := derive.Node(descriptions)
	node.MergedFrom = p.classes.MergedFrom(node.ID)
	return node, nil
}

func (p *past) findClaims(s graph.ClaimScope, f graph.ClaimFilter, page graph.Page) ([]graph.List[graph.Claim], error) {
	var lists []graph.List[graph.Claim]
	add := func(claims []knownClaim, err error) error {
		if err != nil {
			return err
		}
		var kept []graph.Claim
		for _, c := range claims {
			if claimPasses(c, f) {
				kept = append(kept, c.Claim)
			}
		}
		one, err := sorted(kept, graph.ByID, claimPosition).page(page)
		lists = append(lists, one)
		return err
	}
	for _, id := range s.Edges {
		if err := add(p.claimsOfEdge(id)); err != nil {
			return nil, err
		}
	}
	for _, id := range s.Entities {
		if err := add(p.claimsAt(id)); err != nil {
			return nil, err
		}
	}
	for _, id := range s.Articles {
		if err := add(p.claimsOfArticle(id)); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func (p *past) claimsOfEdge(id graph.EdgeID) ([]knownClaim, error) {
	g, found, err := p.groupOf(id)
	if err != nil || !found {
		return nil, err
	}
	claims, err := p.group(g)
	if err != nil {
		return nil, err
	}
	_, of := edgesOf(claims)
	return slices.DeleteFunc(claims, func(c knownClaim) bool { return of[c.ID] != id }), nil
}

func (p *past) claimsOfArticle(id graph.ArticleID) ([]knownClaim, error) {
	var n int64
	err := p.c.one(p.ctx, selectAssertionAt, []any{&n}, id, p.at)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return p.read(listKnownClaimsOfAssertion, n)
}
