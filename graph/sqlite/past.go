package sqlite

import (
	"time"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// past answers one question about an earlier record time: it derives what is asked from the
// assertions known then, and reads at most graph.MaxAsOfClaims claims or descriptions for it.
type past struct {
	*session
	at      string
	classes graph.Classes // as known then
	left    int           // of what may still be read
}

// knownClaim is a claim with what filters ask of its article.
type knownClaim struct {
	graph.Claim
	lang, source string
}

func newPast(q *session, at time.Time) (*past, error) {
	p := &past{session: q, at: at.UTC().Format(recordTime), left: graph.MaxAsOfClaims}
	var err error
	p.classes, err = classesKnown(q, p.at)
	return p, err
}

// spend counts what was read.
func (p *past) spend() error {
	if p.left--; p.left < 0 {
		return &graph.LimitError{Limit: "MaxAsOfClaims", Max: graph.MaxAsOfClaims, Got: graph.MaxAsOfClaims - p.left}
	}
	return nil
}

// read runs a query for known claims; its last parameter is the limit.
func (p *past) read(named query, args ...any) (claims []knownClaim, err error) {
	err = p.c.each(p.ctx, named, append(args, p.left+1), func(row scanner) error {
		if err := p.spend(); err != nil {
			return err
		}
		var c knownClaim
		var err error
		c, err = knownRow(row)
		claims = append(claims, c)
		return err
	})
	return claims, err
}

// claimsAt are the claims about an entity.
func (p *past) claimsAt(id graph.EntityID) ([]knownClaim, error) {
	n, found, err := numberOf(p.ctx, p.c, id)
	if err != nil || !found {
		return nil, err
	}
	return p.read(listKnownClaimsAt, n, p.at)
}

// edgesOf concludes the edges of claims, and which edge each claim belongs to. The claims of
// every group among them must be complete.
func edgesOf(claims []knownClaim) ([]graph.Edge, map[graph.ClaimID]graph.EdgeID) {
	groups := map[graph.Group][]graph.Claim{}
	for _, c := range claims {
		if c.Figure == "" {
			groups[c.Group()] = append(groups[c.Group()], c.Claim)
		}
	}
	var edges []graph.Edge
	of := map[graph.ClaimID]graph.EdgeID{}
	for _, group := range groups { // whoever asks sorts the edges
		found, belongs := derive.Edges(group)
		edges = append(edges, found...)
		for claim, edge := range belongs {
			of[claim] = edge
		}
	}
	return edges, of
}

// edgesAt are the edges at an entity.
func (p *past) edgesAt(id graph.EntityID) ([]graph.Edge, error) {
	claims, err := p.claimsAt(id)
	if err != nil {
		return nil, err
	}
	edges, _ := edgesOf(claims)
	return edges, nil
}

// group reads the claims of one group.
func (p *past) group(g group) ([]knownClaim, error) {
	return p.read(listKnownClaimsOfGroup, g.subject, p.at, g.object, g.kind)
}
