package resolver

import (
	"context"

	"citygraph/graph"
)

// Person is a person.
type Person struct{ common }

// Institution is a body, company, port, museum, university, network or the like.
type Institution struct{ common }

// Agreement is a signed or planned paper.
type Agreement struct{ common }

// Renewal reports whether it renews an older one.
func (a *Agreement) Renewal() bool { return a.node.Renewal }

// Round is the number of the round that it opens.
func (a *Agreement) Round() *int { return known(a.node.Round) }

// Event is something that took or takes place.
type Event struct{ common }

// Kind is what kind of institution, agreement or event it is.
func (c *common) Kind() *string { return known(c.node.Kind) }

// Date is when an agreement was signed, or an event held.
func (c *common) Date() *PartialDate { return partial(c.node.Date) }

// Until is when an agreement or event ends.
func (c *common) Until() *PartialDate { return partial(c.node.Until) }

// Status is the status of an agreement or event.
func (c *common) Status() *graph.Status { return known(c.node.Status) }

// Topics are the fields of an agreement or event.
func (c *common) Topics() []graph.Topic { return listed(c.node.Topics) }

// Place is where an agreement was signed, or an event held.
func (c *common) Place(ctx context.Context) (Entity, error) {
	return c.linked(ctx, "place", func(n graph.Node) graph.EntityID { return n.Place })
}

// listed is the list, never nil.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
