package analyze

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"citygraph/graph"
)

// Anniversary is a round number of years since a tie began.
type Anniversary struct {
	Edge  graph.Edge
	Near  graph.EntityID
	Years int
}

// Anniversaries returns the ties of a place that turn a multiple of step years old in a year, by
// day of the year; ties known to the year only come last. A tie that ended before the year has
// no anniversary.
func Anniversaries(ctx context.Context, r graph.Reader, place graph.EntityID, year, step int, f graph.EdgeFilter) ([]Anniversary, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	if step < 1 {
		return nil, &graph.InvalidError{Field: "step", Reason: "is below 1"}
	}
	s := newSource(r, f.AsOf)
	ties, err := s.ties(ctx, place, f)
	if err != nil {
		return nil, err
	}
	var found []Anniversary
	for _, e := range ties {
		since := yearOf(e.Date)
		_, end := e.Until.Bounds()
		over := end != "" && end < fmt.Sprintf("%04d", year)
		if years := year - since; since > 0 && years > 0 && years%step == 0 && !over {
			found = append(found, Anniversary{e, place, years})
		}
	}
	slices.SortFunc(found, func(a, b Anniversary) int {
		return cmp.Or(cmp.Compare(dayOfYear(a.Edge.Date), dayOfYear(b.Edge.Date)), cmp.Compare(a.Edge.ID, b.Edge.ID))
	})
	return found, nil
}

// dayOfYear orders by month and day as far as they are known.
func dayOfYear(d graph.Date) string {
	if d.Precision() == graph.Day || d.Precision() == graph.Month {
		return d.Value[len("2006-"):]
	}
	return "~"
}

// Ending is a tie that was suspended or ended.
type Ending struct {
	Edge   graph.Edge
	Near   graph.EntityID
	Claims []graph.Claim // that say so, by day: their sentences give side and reason
	After  []Step        // what the two did together later, earliest first
}

// Endings returns the ties of a place that were suspended or ended in a period, by day.
func Endings(ctx context.Context, r graph.Reader, place graph.EntityID, period graph.Date, f graph.EdgeFilter) ([]Ending, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	f.Statuses = []graph.Status{graph.StatusSuspended, graph.StatusEnded}
	ties, err := s.ties(ctx, place, f)
	if err != nil {
		return nil, err
	}
	claims, err := s.claimsOf(ctx, ties)
	if err != nil {
		return nil, err
	}
	contacts, err := s.contacts(ctx, place, graph.EdgeFilter{AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	var found []Ending
	for _, e := range ties {
		ending := Ending{Edge: e, Near: place}
		for _, c := range claims[e.ID] {
			if c.Status == e.Status && inPeriod(endDate(c), period) {
				ending.Claims = append(ending.Claims, c)
			}
		}
		if len(ending.Claims) == 0 {
			continue
		}
		sortClaims(ending.Claims)
		ending.After = after(contacts[e.Other(place)], endDate(ending.Claims[0]).SortKey())
		found = append(found, ending)
	}
	slices.SortFunc(found, func(a, b Ending) int {
		return byDate(endDate(a.Claims[0]), endDate(b.Claims[0]), string(a.Edge.ID), string(b.Edge.ID))
	})
	return found, nil
}

// endDate is when a claim has a tie end, at the latest when it says so.
func endDate(c graph.Claim) graph.Date {
	return firstKnown(c.Until, c.Date, graph.Date{Value: c.Asserted})
}

// Silence is a tie of which nothing was heard for long.
type Silence struct {
	Edge     graph.Edge
	Near     graph.EntityID
	Last     string // day of the last thing heard, "" where nothing is dated
	Inactive bool   // known to be suspended or ended, which silence alone does not say
}

// SilentTies returns the ties of a place of which nothing was heard for so many years before a
// day: no article that tells of them, no visit, partnership, agreement or event. Longest silence
// first.
func SilentTies(ctx context.Context, r graph.Reader, place graph.EntityID, on graph.Date, years int, f graph.EdgeFilter) ([]Silence, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	day, _, err := window(on, 0)
	if err != nil {
		return nil, err
	}
	limit, err := yearsBefore(day, years)
	if err != nil {
		return nil, err
	}
	s := newSource(r, f.AsOf)
	ties, err := s.ties(ctx, place, f)
	if err != nil {
		return nil, err
	}
	contacts, err := s.contacts(ctx, place, graph.EdgeFilter{AsOf: f.AsOf})
	if err != nil {
		return nil, err
	}
	var found []Silence
	for _, e := range ties {
		heard := Silence{Edge: e, Near: place, Inactive: e.Status == graph.StatusSuspended || e.Status == graph.StatusEnded}
		_, began := e.Date.Bounds()
		heard.Last = max(e.Last, began)
		for _, c := range contacts[e.Other(place)] {
			_, last := c.Date.Bounds()
			heard.Last = max(heard.Last, last, c.Edge.Last)
		}
		if heard.Last < limit {
			found = append(found, heard)
		}
	}
	slices.SortFunc(found, func(a, b Silence) int {
		return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.Edge.ID, b.Edge.ID))
	})
	return found, nil
}

func yearsBefore(day string, years int) (string, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || years < 0 || years > MaxWindow/365 {
		return "", &graph.InvalidError{Field: "years", Reason: "is negative or too large"}
	}
	return t.AddDate(-years, 0, 0).Format(time.DateOnly), nil
}

// Upgrade is a tie that rose through tiers.
type Upgrade struct {
	Edge  graph.Edge
	Near  graph.EntityID
	Steps []Change // each of a higher tier than the one before, earliest first
	Days  int      // from the first to the last step, by their first possible days
}

// Upgrades returns the ties of a place that claims date in at least two tiers, rising: by day of
// the last step, latest first.
func Upgrades(ctx context.Context, r graph.Reader, place graph.EntityID, f graph.EdgeFilter) ([]Upgrade, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	ties, err := s.ties(ctx, place, f)
	if err != nil {
		return nil, err
	}
	claims, err := s.claimsOf(ctx, ties)
	if err != nil {
		return nil, err
	}
	var found []Upgrade
	for _, e := range ties {
		sortClaims(claims[e.ID])
		steps := rising(tierChanges(claims[e.ID]))
		if len(steps) > 1 {
			found = append(found, Upgrade{e, place, steps, daysBetween(steps[0].Date, steps[len(steps)-1].Date)})
		}
	}
	slices.SortFunc(found, func(a, b Upgrade) int {
		return cmp.Or(cmp.Compare(dayOf(b.Steps[len(b.Steps)-1].Date), dayOf(a.Steps[len(a.Steps)-1].Date)), cmp.Compare(a.Edge.ID, b.Edge.ID))
	})
	return found, nil
}

// rising keeps the dated steps that each reach a higher tier than all before.
func rising(changes []Change) []Change {
	rank := []graph.Tier{graph.TierIntent, graph.TierProject, graph.TierFriendlyExchange, graph.TierSister}
	best := -1
	return slices.DeleteFunc(changes, func(c Change) bool {
		at := slices.Index(rank, c.Tier)
		if c.Date.SortKey() == "" || at <= best {
			return true
		}
		best = at
		return false
	})
}

// daysBetween counts the days between two dates by the first day that each may mean.
func daysBetween(a, b graph.Date) int {
	from, errFrom := time.Parse(time.DateOnly, a.SortKey())
	to, errTo := time.Parse(time.DateOnly, b.SortKey())
	if errFrom != nil || errTo != nil {
		return 0
	}
	return int(to.Sub(from).Hours() / 24)
}
