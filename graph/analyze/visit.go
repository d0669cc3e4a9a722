package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// VisitYear is the visits that a place sent and received in a year.
type VisitYear struct {
	Year            int // 0: unknown
	Sent, Received  int // by places and bodies, done
	Planned         int // either way, announced only
	Leaders         []LeaderVisits
	Visits, Persons []graph.Edge // behind the numbers: of places and bodies, and of people
}

// LeaderVisits is the visits of people by office.
type LeaderVisits struct {
	Office         graph.Office // "" where no office is known
	Sent, Received int
}

// VisitBalance counts the visits of a place by year, earliest first, those without a year last.
// A visit by a person who holds an office in the place is one that it sent; the office is the
// highest that the person held at the time, or at all where that is not known.
func VisitBalance(ctx context.Context, r graph.Reader, place graph.EntityID, period graph.Date, f graph.EdgeFilter) ([]VisitYear, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, place); err != nil {
		return nil, err
	}
	visits, err := s.at(ctx, []graph.EntityID{place}, only(f, graph.Visited))
	if err != nil {
		return nil, err
	}
	own, err := s.officials(ctx, place)
	if err != nil {
		return nil, err
	}
	out := only(f, graph.Visited)
	out.Direction = graph.Out
	sent, err := s.at(ctx, own, out)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(visits[place])
	for _, id := range unique(own) {
		all = append(all, slices.DeleteFunc(slices.Clone(sent[id]), func(e graph.Edge) bool { return e.To == place })...)
	}
	all = slices.DeleteFunc(all, func(e graph.Edge) bool { return !inPeriod(e.Date, period) })
	if err := s.loadEnds(ctx, all); err != nil {
		return nil, err
	}
	offices, err := s.officesOf(ctx, all)
	if err != nil {
		return nil, err
	}
	return balance(s, place, all, offices), nil
}

// officials reads the people who hold or held an office in a place.
func (s *source) officials(ctx context.Context, place graph.EntityID) ([]graph.EntityID, error) {
	offices, err := s.at(ctx, []graph.EntityID{place}, graph.EdgeFilter{Types: []graph.EdgeType{graph.HoldsOffice}, Direction: graph.In, AsOf: s.asOf})
	var own []graph.EntityID
	for _, e := range offices[place] {
		own = append(own, e.From)
	}
	return own, err
}

// officesOf reads the offices of the people who made the visits.
func (s *source) officesOf(ctx context.Context, visits []graph.Edge) (map[graph.EntityID][]graph.Edge, error) {
	var people []graph.EntityID
	for _, e := range visits {
		if s.node(e.From).Type == graph.Person {
			people = append(people, e.From)
		}
	}
	return s.at(ctx, people, graph.EdgeFilter{Types: []graph.EdgeType{graph.HoldsOffice}, Direction: graph.Out, AsOf: s.asOf})
}

func balance(s *source, place graph.EntityID, visits []graph.Edge, offices map[graph.EntityID][]graph.Edge) []VisitYear {
	years := map[int]*VisitYear{}
	for _, e := range visits {
		y := years[yearOf(e.Date)]
		if y == nil {
			y = &VisitYear{Year: yearOf(e.Date)}
			years[y.Year] = y
		}
		received := e.To == place
		switch {
		case s.node(e.From).Type == graph.Person:
			y.Persons = append(y.Persons, e)
			if e.Status != graph.StatusPlanned {
				y.leader(highest(offices[e.From], e.Date), received)
			}
		default:
			y.Visits = append(y.Visits, e)
		}
		switch {
		case e.Status == graph.StatusPlanned:
			y.Planned++
		case s.node(e.From).Type == graph.Person:
		case received:
			y.Received++
		default:
			y.Sent++
		}
	}
	out := make([]VisitYear, 0, len(years))
	for _, y := range years {
		slices.SortFunc(y.Leaders, func(a, b LeaderVisits) int { return officeRank(a.Office) - officeRank(b.Office) })
		out = append(out, *y)
	}
	slices.SortFunc(out, func(a, b VisitYear) int {
		return cmp.Or(boolRank(a.Year == 0)-boolRank(b.Year == 0), a.Year-b.Year)
	})
	return out
}

func (y *VisitYear) leader(o graph.Office, received bool) {
	i := slices.IndexFunc(y.Leaders, func(l LeaderVisits) bool { return l.Office == o })
	if i < 0 {
		i = len(y.Leaders)
		y.Leaders = append(y.Leaders, LeaderVisits{Office: o})
	}
	if received {
		y.Leaders[i].Received++
	} else {
		y.Leaders[i].Sent++
	}
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// officeRank orders offices as the domain lists them, unknown ones last.
func officeRank(o graph.Office) int {
	if i := slices.Index(graph.Codes("Office"), string(o)); i >= 0 {
		return i
	}
	return len(graph.Codes("Office"))
}

// highest is the highest office held on a date, or held at all where none was held then.
func highest(offices []graph.Edge, on graph.Date) graph.Office {
	var then, ever graph.Office
	for _, e := range offices {
		if officeRank(e.Office) < officeRank(ever) {
			ever = e.Office
		}
		if e.HoldsAt(on) && officeRank(e.Office) < officeRank(then) {
			then = e.Office
		}
	}
	if then != "" {
		return then
	}
	return ever
}

// Unconfirmed returns the visits that were announced for a time before a day and that nothing
// confirms: no visit of the same guest and host took place from the announced time until so many
// days later. The zero place stands for the whole graph. Latest announced time first.
func Unconfirmed(ctx context.Context, r graph.Reader, place graph.EntityID, on graph.Date, days int, f graph.EdgeFilter) ([]graph.Edge, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	today, _, err := window(on, days)
	if err != nil {
		return nil, err
	}
	s := newSource(r, f.AsOf)
	visits, err := s.atOrAll(ctx, place, only(f, graph.Visited))
	if err != nil {
		return nil, err
	}
	var open []graph.Edge
	for _, e := range visits {
		_, last := e.Date.Bounds()
		if e.Status == graph.StatusPlanned && last != "" && last < today && !confirmed(e, visits, days) {
			open = append(open, e)
		}
	}
	slices.SortFunc(open, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(b.Date.SortKey(), a.Date.SortKey()), cmp.Compare(a.ID, b.ID))
	})
	return open, nil
}

// atOrAll reads the edges at a node, or of the whole graph where the id is "".
func (s *source) atOrAll(ctx context.Context, id graph.EntityID, f graph.EdgeFilter) ([]graph.Edge, error) {
	if id == "" {
		return s.all(ctx, f)
	}
	if err := s.exist(ctx, id); err != nil {
		return nil, err
	}
	lists, err := s.at(ctx, []graph.EntityID{id}, f)
	return lists[id], err
}

func confirmed(plan graph.Edge, visits []graph.Edge, days int) bool {
	first := plan.Date.SortKey()
	_, end, err := window(graph.Date{Value: lastDayOf(plan.Date)}, days)
	return err == nil && slices.ContainsFunc(visits, func(e graph.Edge) bool {
		begin, last := e.Date.Bounds()
		return e.From == plan.From && e.To == plan.To && e.Status == graph.StatusDone &&
			last != "" && last >= first && begin <= end
	})
}

func lastDayOf(d graph.Date) string {
	_, last := d.Bounds()
	return last
}

// Visitor is a person who visited two places in one year.
type Visitor struct {
	Person graph.Node
	Year   int
	Visits []graph.Edge // to both, by day
}

// VisitorsOfBoth returns the people who visited both places in the same year, by year, latest
// first; with offices, only those who hold or held one of them.
func VisitorsOfBoth(ctx context.Context, r graph.Reader, a, b graph.EntityID, offices []graph.Office, f graph.EdgeFilter) ([]Visitor, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	if err := s.exist(ctx, a, b); err != nil {
		return nil, err
	}
	f = only(f, graph.Visited)
	f.Direction, f.OtherTypes = graph.In, []graph.EntityType{graph.Person}
	visits, err := s.at(ctx, []graph.EntityID{a, b}, f)
	if err != nil {
		return nil, err
	}
	found := map[string]*Visitor{}
	for _, place := range []graph.EntityID{a, b} {
		for _, e := range visits[place] {
			if yearOf(e.Date) == 0 || e.Status == graph.StatusPlanned {
				continue
			}
			key := string(e.From) + yearText(e.Date)
			if found[key] == nil {
				found[key] = &Visitor{Person: graph.Node{Entity: graph.Entity{ID: e.From}}, Year: yearOf(e.Date)}
			}
			found[key].Visits = append(found[key].Visits, e)
		}
	}
	return s.visitors(ctx, found, offices)
}

func (s *source) visitors(ctx context.Context, found map[string]*Visitor, offices []graph.Office) ([]Visitor, error) {
	var both []Visitor
	var people []graph.EntityID
	for _, v := range found {
		slices.SortFunc(v.Visits, func(a, b graph.Edge) int { return byDate(a.Date, b.Date, string(a.ID), string(b.ID)) })
		first := v.Visits[0].To
		if slices.ContainsFunc(v.Visits, func(e graph.Edge) bool { return e.To != first }) {
			both = append(both, *v)
			people = append(people, v.Person.ID)
		}
	}
	if err := s.load(ctx, people...); err != nil {
		return nil, err
	}
	held, err := s.at(ctx, people, graph.EdgeFilter{Types: []graph.EdgeType{graph.HoldsOffice}, Offices: offices, AsOf: s.asOf})
	if err != nil {
		return nil, err
	}
	for i := range both {
		both[i].Person = s.node(both[i].Person.ID)
	}
	both = slices.DeleteFunc(both, func(v Visitor) bool { return len(offices) > 0 && len(held[v.Person.ID]) == 0 })
	slices.SortFunc(both, func(a, b Visitor) int { return cmp.Or(b.Year-a.Year, cmp.Compare(a.Person.ID, b.Person.ID)) })
	return both, nil
}
