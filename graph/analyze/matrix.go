package analyze

import (
	"cmp"
	"context"
	"slices"

	"citygraph/graph"
)

// Cell is what two countries have between them in a year.
type Cell struct {
	A, B                     graph.EntityID // the smaller id first; equal within one country
	Year                     int            // 0: unknown
	Ties, Agreements, Visits int
}

// CountryMatrix counts ties by the year they began, agreements and visits between the places and
// bodies of two countries by year. With a, only that country's cells; with b too, only those of
// the pair. By country, then year, unknown years last. An agreement counts once for each pair of
// its parties' countries; what is only planned does not count.
func CountryMatrix(ctx context.Context, r graph.Reader, a, b graph.EntityID, period graph.Date, f graph.EdgeFilter) ([]Cell, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	s := newSource(r, f.AsOf)
	edges, err := s.all(ctx, only(f, graph.TwinnedWith, graph.Visited, graph.PartyTo))
	if err != nil {
		return nil, err
	}
	if err := s.loadEnds(ctx, edges); err != nil {
		return nil, err
	}
	m := matrix{cells: map[Cell]*Cell{}, a: a, b: b, period: period}
	parties := map[graph.EntityID][]graph.EntityID{}
	for _, e := range edges {
		switch {
		case e.Type == graph.PartyTo:
			parties[e.To] = append(parties[e.To], s.country(e.From))
		case e.Status != graph.StatusPlanned:
			m.count(s.country(e.From), s.country(e.To), e.Date, func(c *Cell) { c.add(e.Type) })
		}
	}
	for paper, countries := range parties {
		for i, x := range unique(countries) {
			for _, y := range unique(countries)[i+1:] {
				m.count(x, y, s.node(paper).Date, func(c *Cell) { c.Agreements++ })
			}
		}
	}
	return m.sorted(), nil
}

// country is the id of the country that a node lies in, "" where unknown.
func (s *source) country(id graph.EntityID) graph.EntityID {
	if code := s.node(id).CountryCode(); code != "" {
		return graph.CountryID(code)
	}
	return ""
}

type matrix struct {
	cells  map[Cell]*Cell
	a, b   graph.EntityID
	period graph.Date
}

func (m matrix) count(x, y graph.EntityID, date graph.Date, add func(*Cell)) {
	x, y = min(x, y), max(x, y)
	asked := (m.a == "" || x == m.a || y == m.a) && (m.b == "" || x == m.b || y == m.b)
	if x == "" || !asked || !inPeriod(date, m.period) || m.a != "" && m.b != "" && m.a != m.b && x == y {
		return
	}
	key := Cell{A: x, B: y, Year: yearOf(date)}
	if m.cells[key] == nil {
		cell := key
		m.cells[key] = &cell
	}
	add(m.cells[key])
}

func (c *Cell) add(t graph.EdgeType) {
	if t == graph.Visited {
		c.Visits++
	} else {
		c.Ties++
	}
}

func (m matrix) sorted() []Cell {
	out := make([]Cell, 0, len(m.cells))
	for _, c := range m.cells {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), boolRank(a.Year == 0)-boolRank(b.Year == 0), a.Year-b.Year)
	})
	return out
}

// Dynamics is how ties come and go.
type Dynamics struct {
	Years    []TieYear
	Survival []Survival
	Before   TieChangeCount // in the window before the day
	After    TieChangeCount // from the day on
	Undated  int            // ties without a year of beginning; they are in nothing else
}

// TieYear is the ties of a year.
type TieYear struct{ Year, New, Ended, Active int }

// TieChangeCount is how many ties began and ended.
type TieChangeCount struct{ New, Ended int }

// Survival is the Kaplan–Meier estimate of the share of ties that last longer than Age years.
type Survival struct {
	Age, AtRisk, Ended int
	Share              float64 // 0 to 1, to four digits
}

// TieDynamics counts new and ended ties by year, estimates how long ties last, and compares so
// many years before a day with as many from it on. Ties still holding in the day's year are
// censored there. The zero place stands for the whole graph.
func TieDynamics(ctx context.Context, r graph.Reader, place graph.EntityID, on graph.Date, years int, f graph.EdgeFilter) (Dynamics, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	pivot := yearOf(on)
	if pivot == 0 || years < 1 || years > MaxWindow/365 {
		return Dynamics{}, &graph.InvalidError{Field: "on, years", Reason: "no year, or a window out of range"}
	}
	s := newSource(r, f.AsOf)
	ties, err := s.atOrAll(ctx, place, only(f, graph.TwinnedWith))
	if err != nil {
		return Dynamics{}, err
	}
	var d Dynamics
	var lives []life
	for _, e := range ties {
		l := life{begin: yearOf(e.Date), end: yearOf(e.Until), over: e.Status == graph.StatusEnded && !e.Until.IsZero()}
		if l.begin == 0 || l.over && l.end == 0 {
			d.Undated++
			continue
		}
		lives = append(lives, l)
	}
	d.Years, d.Survival = tieYears(lives), survival(lives, pivot)
	for _, y := range d.Years {
		switch {
		case y.Year >= pivot-years && y.Year < pivot:
			d.Before.New, d.Before.Ended = d.Before.New+y.New, d.Before.Ended+y.Ended
		case y.Year >= pivot && y.Year < pivot+years:
			d.After.New, d.After.Ended = d.After.New+y.New, d.After.Ended+y.Ended
		}
	}
	return d, nil
}

// life is the years of a tie.
type life struct {
	begin, end int
	over       bool
}

// tieYears counts by year, only years in which something changed.
func tieYears(lives []life) []TieYear {
	byYear := map[int]*TieYear{}
	at := func(year int) *TieYear {
		if byYear[year] == nil {
			byYear[year] = &TieYear{Year: year}
		}
		return byYear[year]
	}
	for _, l := range lives {
		at(l.begin).New++
		if l.over {
			at(l.end).Ended++
		}
	}
	out := make([]TieYear, 0, len(byYear))
	for _, y := range byYear {
		out = append(out, *y)
	}
	slices.SortFunc(out, func(a, b TieYear) int { return a.Year - b.Year })
	active := 0
	for i := range out {
		active += out[i].New - out[i].Ended
		out[i].Active = active
	}
	return out
}

// survival steps at every age at which a tie ended.
func survival(lives []life, now int) []Survival {
	ages := map[int]int{} // ended at that age
	for _, l := range lives {
		if l.over {
			ages[l.end-l.begin]++
		}
	}
	var out []Survival
	share := 1.0
	for age := range MaxWindow / 365 {
		if ages[age] == 0 {
			continue
		}
		s := Survival{Age: age, Ended: ages[age]}
		for _, l := range lives {
			last := now - l.begin
			if l.over {
				last = l.end - l.begin
			}
			if last >= age {
				s.AtRisk++
			}
		}
		share *= 1 - float64(s.Ended)/float64(s.AtRisk)
		s.Share = round4(share)
		out = append(out, s)
	}
	return out
}
