package neo4j

import (
	"context"
	"time"

	"citygraph/graph"
)

// Claims implements graph.ClaimReader: of a claim that was made more than once, the current
// one, else the one retracted last.
func (r reader) Claims(ctx context.Context, ids []graph.ClaimID) ([]graph.Claim, error) {
	if err := checkIDs(len(ids)); err != nil {
		return nil, err
	}
	return ask(ctx, r, "claims", time.Time{}, func(ctx context.Context, tx runner, m moment) ([]graph.Claim, error) {
		known := make(map[graph.ClaimID]graph.Claim, len(ids))
		p := m.params()
		p["ids"] = strs(ids)
		err := rows(ctx, tx, query("claims", nil), p, func(r record) error {
			c := claimOf(r.props("claim"))
			known[c.ID] = c // the last that comes is the one to know
			return nil
		})
		return pick(ids, known), err
	})
}

// FindClaims implements graph.ClaimReader.
func (r reader) FindClaims(ctx context.Context, s graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	scope, err := scopeOf(s)
	if err != nil {
		return nil, err
	}
	if _, err := pageLimit(p); err != nil {
		return nil, err
	}
	return ask(ctx, r, "find claims", f.AsOf, func(ctx context.Context, tx runner, m moment) ([]graph.List[graph.Claim], error) {
		if len(s.Entities) > 0 {
			entities, err := m.follow(ctx, tx, s.Entities)
			if err != nil {
				return nil, err
			}
			s.Entities, scope.keys = entities, strs(entities)
		}
		if !m.isNow() {
			return m.findClaims(ctx, tx, s, f, p)
		}
		return claimListing(ctx, tx, scope, f).page(p)
	})
}

// scope is what claims are read for, with the query that finds them.
type scope struct {
	query string
	keys  []any
}

func scopeOf(s graph.ClaimScope) (scope, error) {
	var found []scope
	for _, list := range []scope{
		{"claims_of_edges", strs(s.Edges)}, {"claims_of_entities", strs(s.Entities)}, {"claims_of_articles", strs(s.Articles)},
	} {
		if err := checkIDs(len(list.keys)); err != nil {
			return scope{}, err
		}
		if len(list.keys) > 0 {
			found = append(found, list)
		}
	}
	if len(found) != 1 {
		return scope{}, &graph.InvalidError{Field: "scope", Reason: "exactly one of edges, entities and articles is set"}
	}
	return found[0], nil
}

func claimPosition(c graph.Claim) graph.Position { return graph.Position{ID: string(c.ID)} }

func claimListing(ctx context.Context, tx runner, in scope, f graph.ClaimFilter) listing[graph.Claim] {
	c := claimConditions(f)
	c.set["keys"] = in.keys
	read := func(s span, answer string, each func(record) error) error {
		slot := parts{"where": where(c.list, s.where), "order": s.orderBy, "return": answer}
		return rows(ctx, tx, query(in.query, slot), s.with(c.set), each)
	}
	return listing[graph.Claim]{
		keys: keyset{id: "c.id", seek: "c.id >= ''"}, lists: len(in.keys), position: claimPosition,
		fetch: func(s span) ([][]graph.Claim, error) {
			lists := make([][]graph.Claim, len(in.keys))
			err := read(s, "properties(c) AS claim", func(r record) error {
				i := r.number("i")
				lists[i] = append(lists[i], claimOf(r.props("claim")))
				return nil
			})
			return lists, err
		},
		count: func() ([]int, error) {
			totals := make([]int, len(in.keys))
			whole := span{orderBy: "c.id", params: params{"limit": int64(1) << 62}}
			err := read(whole, "count(c) AS count", func(r record) error {
				totals[r.number("i")] = r.number("count")
				return nil
			})
			return totals, err
		},
	}
}
