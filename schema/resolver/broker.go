package resolver

import (
	"context"
	"time"

	"citygraph/graph"
	"citygraph/graph/analyze"
)

// Broker is an institution that stands between two entities.
type Broker struct {
	Institution *Institution
	Paths       int
	WithA       []*TimelineStep
	WithB       []*TimelineStep
}

// Bridge is a person who joins places.
type Bridge struct {
	Person     *Person
	PlaceCount int
	Places     []Entity
	OwnPlaces  []Entity
}

// Counterpart is an institution of one place with one of another.
type Counterpart struct {
	Institution *Institution
	Counterpart *Institution
	Edges       []*Edge
}

// Acquaintance is a place that another one met without being tied to it.
type Acquaintance struct {
	Place    Entity
	Networks []Entity
	Events   []Entity
}

// The pages of this file.
type (
	// BrokerConnection is a page of brokers.
	BrokerConnection = Connection[*Broker]
	// BrokerEdge is an item of a BrokerConnection.
	BrokerEdge = Item[*Broker]
	// BridgeConnection is a page of people who join places.
	BridgeConnection = Connection[*Bridge]
	// BridgeEdge is an item of a BridgeConnection.
	BridgeEdge = Item[*Bridge]
	// CounterpartConnection is a page of counterparts.
	CounterpartConnection = Connection[*Counterpart]
	// CounterpartEdge is an item of a CounterpartConnection.
	CounterpartEdge = Item[*Counterpart]
	// AcquaintanceConnection is a page of acquaintances.
	AcquaintanceConnection = Connection[*Acquaintance]
	// AcquaintanceEdge is an item of a AcquaintanceConnection.
	AcquaintanceEdge = Item[*Acquaintance]
)

// Brokers lists the institutions between two entities.
func (Query) Brokers(ctx context.Context, a string, b string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*BrokerConnection, error) {
	q := newInquiry(filter, asOf, validAt, "brokers", a, b)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Broker, error) {
		return analyze.Brokers(ctx, r, graph.EntityID(a), graph.EntityID(b), q.filter)
	}, func(b analyze.Broker) string { return string(b.Node.ID) }, func(b analyze.Broker) *Broker {
		return &Broker{as[*Institution](q.sheet.entity(b.Node)), b.Paths, q.sheet.steps(b.WithA), q.sheet.steps(b.WithB)}
	})
}

// BridgingPeople ranks people by the places that they join.
func (Query) BridgingPeople(ctx context.Context, period *graph.Date, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*BridgeConnection, error) {
	q := newInquiry(filter, asOf, validAt, "bridgingPeople", period)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Bridge, error) {
		return analyze.Bridges(ctx, r, value(period), q.filter)
	}, func(b analyze.Bridge) string { return string(b.Person.ID) }, func(b analyze.Bridge) *Bridge {
		return &Bridge{as[*Person](q.sheet.entity(b.Person)), len(b.Places), q.sheet.entities(b.Places), q.sheet.entities(b.Own)}
	})
}

// InstitutionCounterparts lists institutions of two places that work with each other.
func (Query) InstitutionCounterparts(ctx context.Context, a string, b string, kinds []string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*CounterpartConnection, error) {
	q := newInquiry(filter, asOf, validAt, "institutionCounterparts", a, b, kinds)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Counterpart, error) {
		return analyze.Counterparts(ctx, r, graph.EntityID(a), graph.EntityID(b), kinds, q.filter)
	}, func(c analyze.Counterpart) string { return string(c.A.ID + c.B.ID) }, func(c analyze.Counterpart) *Counterpart {
		return &Counterpart{as[*Institution](q.sheet.entity(c.A)), as[*Institution](q.sheet.entity(c.B)), q.sheet.edgeList(c.Edges, c.A.ID)}
	})
}

// MetWithoutTie lists the places that a place met without a tie.
func (Query) MetWithoutTie(ctx context.Context, place string, filter *EdgeFilter, asOf *time.Time, validAt *graph.Date, first *int, after *string, last *int, before *string) (*AcquaintanceConnection, error) {
	q := newInquiry(filter, asOf, validAt, "metWithoutTie", place)
	return paged(ctx, q, cut{first, after, last, before}, func(r graph.Reader) ([]analyze.Acquaintance, error) {
		return analyze.Acquaintances(ctx, r, graph.EntityID(place), q.filter)
	}, func(a analyze.Acquaintance) string { return string(a.Place.ID) }, func(a analyze.Acquaintance) *Acquaintance {
		return &Acquaintance{q.sheet.entity(a.Place), q.sheet.entities(a.Networks), q.sheet.entities(a.Events)}
	})
}
