package sqlite

import (
	"database/sql"
	"errors"

	"citygraph/graph"
)

// checkScope makes sure that exactly one list is set.
func checkScope(s graph.ClaimScope) error {
	set := 0
	for _, n := range []int{len(s.Edges), len(s.Entities), len(s.Articles)} {
		if err := within(n); err != nil {
			return err
		}
		if n > 0 {
			set++
		}
	}
	if set != 1 {
		return &graph.InvalidError{Field: "scope", Reason: "exactly one of edges, entities and articles is set"}
	}
	return nil
}

func (q *session) findClaims(s graph.ClaimScope, f graph.ClaimFilter, p graph.Page) ([]graph.List[graph.Claim], error) {
	lists := make([]graph.List[graph.Claim], 0, max(len(s.Edges), len(s.Entities), len(s.Articles)))
	add := func(streams []stream, err error) error {
		if err != nil {
			return err
		}
		for i := range streams {
			if err := addClaimFilter(&streams[i].fragments, f); err != nil {
				return err
			}
		}
		one, err := merged(q, streams, column{id: "c.id"}, graph.ByID, body[graph.Claim], claimPosition).page(p)
		lists = append(lists, one)
		return err
	}
	for _, id := range s.Edges {
		if err := add(q.claimsOfEdge(id)); err != nil {
			return nil, err
		}
	}
	for _, id := range s.Entities {
		if err := add(q.claimsOfEntity(id), nil); err != nil {
			return nil, err
		}
	}
	for _, id := range s.Articles {
		if err := add(q.claimsOfArticle(id)); err != nil {
			return nil, err
		}
	}
	return lists, nil
}

func claimPosition(c graph.Claim) graph.Position { return graph.Position{ID: string(c.ID)} }

// claimsOfEdge walks the claims of the edge's group; an edge that is not there has none.
func (q *session) claimsOfEdge(id graph.EdgeID) ([]stream, error) {
	g, found, err := q.groupOf(id)
	if err != nil || !found {
		return nil, err
	}
	return []stream{{text: q.c.text[findClaimsOfEdge], own: []any{g.subject, g.object, g.kind, id}}}, nil
}

// groupOf returns the group that an edge belongs to, or belonged to.
func (q *session) groupOf(id graph.EdgeID) (g group, found bool, err error) {
	err = q.c.one(q.ctx, selectEdgeGroup, []any{&g.kind, &g.subject, &g.object}, id)
	if errors.Is(err, sql.ErrNoRows) {
		return g, false, nil
	}
	return g, err == nil, err
}

func (q *session) claimsOfEntity(id graph.EntityID) []stream {
	return []stream{
		{text: q.c.text[findClaimsOfSubject], own: []any{id}},
		{text: q.c.text[findClaimsOfObject], own: []any{id}},
	}
}

func (q *session) claimsOfArticle(id graph.ArticleID) ([]stream, error) {
	var n int64
	var hash string
	err := q.c.one(q.ctx, selectCurrent, []any{&n, &hash}, id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return []stream{{text: q.c.text[findClaimsOfArticle], own: []any{n}}}, err
}

// inLangs compares a language with a JSON array of tags, each with its subtags.
const inLangs = `EXISTS (SELECT 1 FROM json_each(?) AS l
  WHERE a.lang = l.value OR substr(a.lang, 1, length(l.value) + 1) = l.value || '-')`

func addClaimFilter(f *fragments, filter graph.ClaimFilter) error {
	if len(filter.Types)+len(filter.Figures) > 0 {
		types, err := marshal(append([]graph.EdgeType{}, filter.Types...))
		if err != nil {
			return err
		}
		figures, err := marshal(append([]graph.FigureType{}, filter.Figures...))
		if err != nil {
			return err
		}
		f.and("(c.type <> '' AND c.type"+inList+" OR c.figure <> '' AND c.figure"+inList+")", types, figures)
	}
	if err := in(f, "c.modality"+inList, filter.Modalities); err != nil {
		return err
	}
	if err := in(f, inLangs, filter.Langs); err != nil {
		return err
	}
	if err := in(f, "a.source"+inList, filter.Sources); err != nil {
		return err
	}
	if filter.MinConfidence > 0 {
		f.and("c.confidence >= ?", filter.MinConfidence)
	}
	return nil
}
