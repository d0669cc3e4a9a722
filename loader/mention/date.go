package mention

import (
	"fmt"
	"time"

	"citygraph/graph"
)

// clock is what relative dates are worked out from: the article's own date, and the last date
// that the text gave in full.
type clock struct {
	anchor string
	day    time.Time // of the anchor; zero where unknown
	year   int       // last year stated, 0 for none
	month  int       // last month stated
	told   time.Time // last day that the text gave; zero for none
}

func newClock(date string) *clock {
	c := &clock{anchor: date}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			c.day = t
			break
		}
	}
	return c
}

// dates finds the dates and numbers of the whole document, in order, for later ones lean on
// earlier ones.
func (r *reading) dates() {
	c := newClock(r.view.doc.Article.Date)
	for n, s := range r.sentences {
		if n > 0 && s.block != r.sentences[n-1].block {
			c.year, c.month = 0, 0
		}
		for i := 0; i < len(s.toks); {
			if s.undated(i) {
				i++
				continue
			}
			if end, d, ok := s.dateAt(i, c); ok {
				s.emitDate(i, end, d)
				i = end
				continue
			}
			if q, ok := s.quantityAt(i); ok {
				if !s.isWordOne(i, q) {
					s.emit(graph.Mention{Type: graph.MentionNumber, Value: q.value, Rule: "number"}, i, q.end, 0)
				}
				i = q.end
				continue
			}
			i++
		}
	}
}

// undated reports a token that begins no date and no number: one that the pack knows nothing of,
// and no character with a bracket behind it (glossedDate).
func (s *sentence) undated(i int) bool {
	if s.first[i] != s.first[i+1] || s.toks[i].kind == number {
		return false
	}
	return s.toks[i].kind != han || i+1 == len(s.toks) || s.toks[i+1].kind != mark
}

// isWordOne leaves out number words that are mostly no number: "one of them", 一.
func (s *sentence) isWordOne(i int, q quantity) bool {
	return s.toks[i].kind != number && q.value <= 1 && q.end == i+1
}

func (s *sentence) emitDate(i, end int, d graph.Date) {
	clitic := 0
	if h, ok := s.at(i, catMonth); ok {
		clitic = h.clitic
	}
	s.emit(graph.Mention{Type: graph.MentionDate, Date: d, Rule: "date." + string(d.Method)}, i, end, clitic)
	for t := i; t < end; t++ {
		s.taken[t] = true
	}
}

// parts is a date as far as the text gives it; 0 is not given.
type parts struct {
	year, month, day int
	relative         bool // something was worked out
}

func (p parts) value() string {
	switch {
	case p.year == 0:
		return ""
	case p.month == 0:
		return fmt.Sprintf("%04d", p.year)
	case p.day == 0:
		return fmt.Sprintf("%04d-%02d", p.year, p.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.year, p.month, p.day)
}

// settle makes a date of parts, and keeps what they state for the dates that follow.
func (c *clock) settle(p parts) (graph.Date, bool) {
	value := p.value()
	d, err := graph.ParseDate(value)
	if err != nil || value == "" {
		return graph.Date{}, false
	}
	if p.relative {
		d.Method, d.Anchor = graph.Relative, c.anchor
	}
	c.year = p.year
	if p.month != 0 {
		c.month = p.month
	}
	if p.day != 0 {
		c.told = time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	}
	return d, true
}

// dateAt reads a date that begins at token i.
func (s *sentence) dateAt(i int, c *clock) (int, graph.Date, bool) {
	for _, read := range []func(int, *clock) (int, parts, bool){
		s.numericDate, s.glossedDate, s.characterDate, s.monthDate, s.relativeDate, s.weekdayDate, s.agoDate, s.dayDate, s.yearDate,
	} {
		end, p, ok := read(i, c)
		if !ok {
			continue
		}
		if d, ok := c.settle(p); ok {
			return end, d, true
		}
	}
	return s.anniversaryDate(i, c)
}

// number4 reads a year in four digits.
func (s *sentence) yearNumber(i int) (int, bool) {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != number || len(s.text(i)) != 4 {
		return 0, false
	}
	q, ok := s.digitsAt(i)
	if !ok || q.digits != 4 || q.value < 1500 || q.value > 2150 {
		return 0, false
	}
	return int(q.value), true
}

// smallNumber reads a number of one or two digits between low and high.
func (s *sentence) smallNumber(i, high int) (int, bool) {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != number || len(s.text(i)) > 2 {
		return 0, false
	}
	var v int
	for _, r := range s.text(i) {
		v = v*10 + int(r-'0')
	}
	return v, v >= 1 && v <= high
}

// numericDate reads 2024-05-21, 2024/5/21, 21.5.2024, 21/05/2024.
func (s *sentence) numericDate(i int, _ *clock) (int, parts, bool) {
	a, b, d, end, ok := s.threeNumbers(i)
	if !ok {
		return 0, parts{}, false
	}
	if y, ok := s.yearNumber(a); ok {
		m, ok1 := s.smallNumber(b, 12)
		day, ok2 := s.smallNumber(d, 31)
		return end, parts{year: y, month: m, day: day}, ok1 && ok2
	}
	if y, ok := s.yearNumber(d); ok {
		day, ok1 := s.smallNumber(a, 31)
		m, ok2 := s.smallNumber(b, 12)
		return end, parts{year: y, month: m, day: day}, ok1 && ok2
	}
	return 0, parts{}, false
}

// threeNumbers finds three numbers joined by the same mark.
func (s *sentence) threeNumbers(i int) (a, b, d, end int, ok bool) {
	if i+2 >= len(s.toks) || s.toks[i].kind != number {
		return 0, 0, 0, 0, false
	}
	if s.toks[i+1].kind == number && s.toks[i+1].glue == '-' && s.toks[i+2].kind == number && s.toks[i+2].glue == '-' {
		return i, i + 1, i + 2, i + 3, true
	}
	if i+4 < len(s.toks) && s.isMark(i+1, "/.") && s.toks[i+2].kind == number && s.text(i+3) == s.text(i+1) && s.toks[i+4].kind == number && s.toks[i+4].glue == ' ' {
		return i, i + 2, i + 4, i + 5, true
	}
	return 0, 0, 0, 0, false
}

// characterDate reads dates whose units stand behind the numbers: 去年10月19日, 二〇二四年三月,
// 本月15日, 19日.
func (s *sentence) characterDate(i int, c *clock) (int, parts, bool) {
	if len(s.pack.Dates.DayAfter) == 0 {
		return 0, parts{}, false
	}
	var p parts
	end := i
	if h, ok := s.at(i, catRelative); ok {
		unit := s.pack.Dates.Relative[h.index]
		shifted, ok := c.from(unit)
		if !ok {
			return 0, parts{}, false
		}
		if unit.Unit == "year" || unit.Unit == "month" {
			p, end = shifted, h.end
		}
	} else if q, ok := s.quantityAt(i); ok && s.whole(q.end, catYearAfter) && q.digits == 4 {
		p.year, end = int(q.value), q.end+1
	}
	if q, ok := s.quantityAt(end); ok && s.is(q.end, catMonthAfter) && q.value >= 1 && q.value <= 12 && p.month == 0 {
		p.month, end = int(q.value), q.end+1
	}
	if q, ok := s.quantityAt(end); ok && s.is(q.end, catDayAfter) && q.value >= 1 && q.value <= 31 {
		p.day, end = int(q.value), q.end+1
	}
	if end == i || p == (parts{}) {
		return 0, parts{}, false
	}
	if _, ahead := s.endsAt(i, catFuture); ahead && p.year == 0 && p.month != 0 && !c.day.IsZero() {
		p.year, p.relative = c.day.Year(), true
		if p.month < int(c.day.Month()) {
			p.year++
		}
	}
	return end, c.complete(p), true
}

// complete fills in the year and month that the text leaves to the reader.
func (c *clock) complete(p parts) parts {
	if p.year == 0 && p.month != 0 && c.year != 0 {
		p.year, p.relative = c.year, true
		return p
	}
	if c.day.IsZero() {
		return p
	}
	switch {
	case p.year == 0 && p.month == 0 && p.day != 0:
		p.relative = true
		if c.year != 0 && c.month != 0 {
			p.year, p.month = c.year, c.month
			return p
		}
		t := c.day
		if p.day > t.Day()+1 {
			t = t.AddDate(0, 0, -t.Day())
		}
		p.year, p.month = t.Year(), int(t.Month())
	case p.year == 0 && p.month != 0:
		p.relative = true
		p.year = c.day.Year()
		if p.month > int(c.day.Month()) {
			p.year--
		}
	}
	return p
}

// yearDate reads a year by itself.
func (s *sentence) yearDate(i int, _ *clock) (int, parts, bool) {
	y, ok := s.yearNumber(i)
	if !ok {
		return 0, parts{}, false
	}
	if s.is(i-1, catYearBefore) || s.at2(i-1, catYearBefore) || s.isMark(i-1, opens+":–—،,") || i == 0 {
		return i + 1, parts{year: y}, true
	}
	if i+1 == len(s.toks) || s.toks[i+1].kind == mark {
		return i + 1, parts{year: y}, true
	}
	return 0, parts{}, false
}
