package resolver

import (
	"context"

	"citygraph/graph"
)

// Edges is the edges at the entity.
func (c *common) Edges(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.group.edges(ctx, c.node.ID, filter.read(c.group.scope, orderBy), cut{first, after, last, before})
}

// EdgeCounts is how many edges of each type lie at the entity.
func (c *common) EdgeCounts(ctx context.Context, filter *EdgeFilter) ([]*EdgeCount, error) {
	f := filter.read(c.group.scope, nil)
	counts, err := once(&c.group.shared, fingerprint("edgeCounts", f), func() ([][]graph.EdgeCount, error) {
		r, err := reader(ctx)
		if err != nil {
			return nil, err
		}
		return r.CountEdges(ctx, c.group.ids, f)
	})
	if err != nil {
		return nil, err
	}
	return edgeCounts(counts[c.group.at[c.node.ID]]), nil
}

// Claims is the claims that name the entity.
func (c *common) Claims(ctx context.Context, filter *ClaimFilter, first *int, after *string, last *int, before *string) (*ClaimConnection, error) {
	return c.group.claims(ctx, c.node.ID, filter.read(c.group.scope), cut{first, after, last, before})
}

// along is the edges of one type and direction at the entity.
func (c *common) along(ctx context.Context, t graph.EdgeType, d graph.Direction, filter *EdgeFilter, orderBy *graph.Order, at cut) (*EdgeConnection, error) {
	if filter != nil && filter.Types != nil {
		return nil, &graph.InvalidError{Field: "filter.types", Reason: "is set by the field"}
	}
	f := filter.read(c.group.scope, orderBy)
	f.Types = []graph.EdgeType{t}
	if d != graph.Both {
		f.Direction = d
	}
	return c.group.edges(ctx, c.node.ID, f, at)
}

// Twins is the ties of the entity.
func (c *common) Twins(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.TwinnedWith, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Visits is the visits that the entity sent or received.
func (c *common) Visits(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.Visited, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Offices is the offices that a person holds, or that are held in a place or body.
func (c *common) Offices(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.HoldsOffice, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Meetings is the people that a person met.
func (c *common) Meetings(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.Met, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Partners is the partnerships of the entity.
func (c *common) Partners(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.PartnersWith, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Agreements is the agreements that the entity is party to.
func (c *common) Agreements(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.PartyTo, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Parties is the parties of an agreement.
func (a *Agreement) Parties(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return a.along(ctx, graph.PartyTo, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Signatories is who signed an agreement.
func (a *Agreement) Signatories(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return a.along(ctx, graph.Signed, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Renews is the older agreements that an agreement renews.
func (a *Agreement) Renews(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return a.along(ctx, graph.Renews, graph.Out, filter, orderBy, cut{first, after, last, before})
}

// RenewedBy is the later agreements that renew an agreement.
func (a *Agreement) RenewedBy(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return a.along(ctx, graph.Renews, graph.In, filter, orderBy, cut{first, after, last, before})
}

// Signatures is the agreements that a person signed.
func (p *Person) Signatures(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return p.along(ctx, graph.Signed, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Events is the events that the entity took part in.
func (c *common) Events(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.ParticipatedIn, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// Participants is who took part in an event.
func (e *Event) Participants(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return e.along(ctx, graph.ParticipatedIn, graph.Both, filter, orderBy, cut{first, after, last, before})
}

// HostedEvents is the events that took place in a place or body.
func (c *common) HostedEvents(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.HeldIn, graph.In, filter, orderBy, cut{first, after, last, before})
}

// Venues is where an event took place.
func (e *Event) Venues(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return e.along(ctx, graph.HeldIn, graph.Out, filter, orderBy, cut{first, after, last, before})
}

// Memberships is the networks and bodies that the entity is a member of.
func (c *common) Memberships(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return c.along(ctx, graph.MemberOf, graph.Out, filter, orderBy, cut{first, after, last, before})
}

// Members is the members of a network or body.
func (i *Institution) Members(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return i.along(ctx, graph.MemberOf, graph.In, filter, orderBy, cut{first, after, last, before})
}

// Contains is what lies in a place.
func (p *place) Contains(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return p.along(ctx, graph.LocatedIn, graph.In, filter, orderBy, cut{first, after, last, before})
}

// Locations is where an institution lies.
func (i *Institution) Locations(ctx context.Context, filter *EdgeFilter, orderBy *graph.Order, first *int, after *string, last *int, before *string) (*EdgeConnection, error) {
	return i.along(ctx, graph.LocatedIn, graph.Out, filter, orderBy, cut{first, after, last, before})
}

// edges answers one entity from the lists of the whole group.
func (g *entities) edges(ctx context.Context, id graph.EntityID, f graph.EdgeFilter, c cut) (*EdgeConnection, error) {
	list := fingerprint("edges", f)
	p, err := c.page(ctx, list)
	if err != nil {
		return nil, err
	}
	pages, err := once(&g.shared, fingerprint("edges", f, p), func() ([]*EdgeConnection, error) {
		return findEdges(ctx, g.ids, f, p, g.scope, list)
	})
	if err != nil {
		return nil, err
	}
	return pages[g.at[id]], nil
}

// findEdges reads one list for each entity, or one over the whole graph where there is none;
// the edges of all lists make one group.
func findEdges(ctx context.Context, at []graph.EntityID, f graph.EdgeFilter, p graph.Page, s scope, list string) ([]*EdgeConnection, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, max(1, len(at)), p); err != nil {
		return nil, err
	}
	found, err := r.FindEdges(ctx, at, f, p)
	if err != nil {
		return nil, err
	}
	var rows []graph.Edge
	for _, l := range found {
		rows = append(rows, l.Items...)
	}
	if !f.AsOf.IsZero() {
		s.asOf = f.AsOf
	}
	s.validAt = f.ValidAt
	group := newEdges(rows, s)
	pages := make([]*EdgeConnection, len(found))
	for i, l := range found {
		var near graph.EntityID
		if len(at) > 0 {
			near = at[i]
		}
		pages[i], err = connect(ctx, list, l, func(e graph.Edge) *Edge { return group.seen(e, near) })
		if err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// claims answers one entity from the claims of the whole group.
func (g *entities) claims(ctx context.Context, id graph.EntityID, f graph.ClaimFilter, c cut) (*ClaimConnection, error) {
	return findClaims(ctx, &g.shared, graph.ClaimScope{Entities: g.ids}, g.at[id], f, c, g.scope)
}
