package mention

import (
	"fmt"
	"time"

	"citygraph/graph"
)

// clock is what relative dates are worked out from: the article's own date, and the last date
// that the text gave in full.
type clock struct {
	anchor  string
	day     time.Time // of the anchor; zero where unknown
	year    int       // last year stated, 0 for none
	month   int       // last month stated
	inScope int       // sentence in which they were stated
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
	return d, true
}

// dateAt reads a date that begins at token i.
func (s *sentence) dateAt(i int, c *clock) (int, graph.Date, bool) {
	for _, read := range []func(int, *clock) (int, parts, bool){
		s.numericDate, s.characterDate, s.monthDate, s.relativeDate, s.weekdayDate, s.agoDate, s.dayDate, s.yearDate,
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
		if c.day.IsZero() {
			return 0, parts{}, false
		}
		if unit.Unit == "year" || unit.Unit == "month" {
			p, end = c.shifted(unit.Unit, unit.Shift), h.end
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

// shifted is the anchor moved by some units, as exactly as the unit allows.
func (c *clock) shifted(unit string, n int) parts {
	p := parts{relative: true}
	switch unit {
	case "day":
		t := c.day.AddDate(0, 0, n)
		p.year, p.month, p.day = t.Year(), int(t.Month()), t.Day()
	case "week":
		t := c.day.AddDate(0, 0, 7*n)
		p.year, p.month = t.Year(), int(t.Month())
	case "month":
		first := time.Date(c.day.Year(), c.day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		p.year, p.month = first.Year(), int(first.Month())
	case "year":
		p.year = c.day.Year() + n
	}
	return p
}

// monthDate reads dates with the month's name: 20 June 2000, May 21, 2024, 18 آب/أغسطس 2015,
// last July.
func (s *sentence) monthDate(i int, c *clock) (int, parts, bool) {
	var p parts
	at := i
	if q, ok := s.dayNumber(i); ok {
		p.day, at = int(q.value), q.end
		if s.is(at, catMonthOf) || s.at2(at, catMonthOf) {
			h, _ := s.at(at, catMonthOf)
			at = h.end
		}
	}
	shift, shifted := s.direction(at)
	if shifted {
		at++
	}
	h, ok := s.at(at, catMonth)
	if !ok || s.pack.Language.Cased && !s.toks[h.start].upper {
		return 0, parts{}, false
	}
	p.month, at = int(h.index), h.end
	if s.isMark(at, ".") && s.pack.Language.Cased && at+1 < len(s.toks) && s.toks[at].glue == ' ' {
		at++
	}
	if s.isMark(at, "/") {
		if h2, ok := s.at(at+1, catMonth); ok && h2.index == h.index {
			at = h2.end
		}
	}
	if p.day == 0 {
		if q, ok := s.dayNumber(at); ok && !(s.toks[at].kind == number && len(s.text(at)) == 4) && s.pack.Language.Cased {
			p.day, at = int(q.value), q.end
			if s.isMark(at, ",") {
				if _, ok := s.yearNumber(at + 1); ok {
					at++
				}
			}
		}
	}
	at = s.yearBehind(at, &p)
	if p.year == 0 {
		at = s.relativeYear(at, &p, c)
	}
	if p.year == 0 {
		if n, ok := s.direction(at); ok {
			shift, shifted = n, true
			at = s.behindDirection(at)
		}
	}
	if p.year == 0 && s.lonelyMonth(i, at, p, shifted) {
		return 0, parts{}, false
	}
	if p.year == 0 && shifted && !c.day.IsZero() {
		return at, c.near(p, shift), true
	}
	if p.year != 0 {
		return at, p, true
	}
	p = c.complete(p)
	return at, p, p.year != 0
}

// relativeYear reads "last year" behind a month.
func (s *sentence) relativeYear(at int, p *parts, c *clock) int {
	j := at
	if h, ok := s.at(j, catMonthOf); ok {
		j = h.end
	}
	h, ok := s.at(j, catRelative)
	if !ok || c.day.IsZero() {
		return at
	}
	r := s.pack.Dates.Relative[h.index]
	if r.Unit != "year" {
		return at
	}
	p.year, p.relative = c.day.Year()+r.Shift, true
	return h.end
}

// lonelyMonth reports a month's name that may be another word: "May" at the start, "March".
func (s *sentence) lonelyMonth(i, end int, p parts, shifted bool) bool {
	return s.pack.Language.Cased && p.day == 0 && !shifted && !s.is(i-1, catIn) && !s.is(i-1, catYearBefore) && !s.is(i-1, catAnd) && !s.isMark(i-1, commas)
}

// yearBehind reads a year behind a month, with the words that may stand between.
func (s *sentence) yearBehind(at int, p *parts) int {
	j := at
	if h, ok := s.at(j, catYearBefore); ok && !s.pack.Language.Cased || s.whole(j, catOf) {
		if ok {
			j = h.end
		} else {
			j++
		}
	}
	if h, ok := s.at(j, catMonthOf); ok && !s.pack.Language.Cased {
		j = h.end
		if h, ok := s.at(j, catYearBefore); ok {
			j = h.end
		}
	}
	if y, ok := s.yearNumber(j); ok {
		p.year = y
		return j + 1
	}
	return at
}

// dayNumber reads a day of the month in digits or as an ordinal.
func (s *sentence) dayNumber(i int) (quantity, bool) {
	q, ok := s.quantityAt(i)
	if !ok || q.value < 1 || q.value > 31 || s.toks[i].kind != number && !q.ordinal {
		return quantity{}, false
	}
	return q, true
}

// direction reads last (-1), this (0) or next (+1) at token i.
func (s *sentence) direction(i int) (int, bool) {
	switch {
	case s.at2(i, catLast):
		return -1, true
	case s.at2(i, catNext):
		return 1, true
	case s.at2(i, catThis):
		return 0, true
	}
	return 0, false
}

func (s *sentence) behindDirection(i int) int {
	for _, cat := range []category{catLast, catNext, catThis} {
		if h, ok := s.at(i, cat); ok {
			return h.end
		}
	}
	return i
}

// near places a month in the year that a direction tells.
func (c *clock) near(p parts, shift int) parts {
	p.relative, p.year = true, c.day.Year()
	month := int(c.day.Month())
	switch {
	case shift < 0 && p.month >= month:
		p.year--
	case shift > 0 && p.month <= month:
		p.year++
	case shift == 0 && p.month > month+1:
		p.year--
	}
	return p
}

// relativeDate reads phrases such as "yesterday", هذا العام.
func (s *sentence) relativeDate(i int, c *clock) (int, parts, bool) {
	h, ok := s.at(i, catRelative)
	if !ok || c.day.IsZero() || h.suffix {
		return 0, parts{}, false
	}
	r := s.pack.Dates.Relative[h.index]
	end := h.end
	if r.Unit == "day" && s.at2(end, catWeekday) && s.pack.Language.Spaced {
		w, _ := s.at(end, catWeekday)
		end = w.end
	}
	return end, c.shifted(r.Unit, r.Shift), true
}

// weekdayDate reads the name of a day: the last one before the article, unless the text says
// next.
func (s *sentence) weekdayDate(i int, c *clock) (int, parts, bool) {
	at := i
	shift, shifted := s.direction(at)
	if shifted {
		at = s.behindDirection(at)
	}
	h, ok := s.at(at, catWeekday)
	if !ok || c.day.IsZero() || s.pack.Language.Cased && !s.toks[h.start].upper {
		return 0, parts{}, false
	}
	end := h.end
	if !shifted {
		if n, ok := s.direction(end); ok {
			shift, shifted = n, true
			end = s.behindDirection(end)
		}
	}
	if j := s.skipComma(end); s.followedByDate(j) {
		return 0, parts{}, false
	}
	weekday := (int(c.day.Weekday()) + 6) % 7
	diff := int(h.index) - weekday
	switch {
	case shifted && shift > 0 && diff <= 0:
		diff += 7
	case shifted && shift < 0 && diff >= 0, !shifted && diff > 0:
		diff -= 7
	}
	return end, c.shifted("day", diff), true
}

func (s *sentence) skipComma(i int) int {
	if s.isMark(i, commas) {
		return i + 1
	}
	return i
}

// followedByDate reports a day and month at token i, which say more than the weekday before.
func (s *sentence) followedByDate(i int) bool {
	if q, ok := s.dayNumber(i); ok {
		h, ok := s.at(q.end, catMonth)
		return ok && h.start == q.end || s.at2(q.end, catMonthOf)
	}
	if h, ok := s.at(i, catMonth); ok {
		_, ok := s.dayNumber(h.end)
		return ok
	}
	return false
}

// agoDate reads "three years ago", قبل ثلاث سنوات.
func (s *sentence) agoDate(i int, c *clock) (int, parts, bool) {
	if c.day.IsZero() {
		return 0, parts{}, false
	}
	at, before := i, false
	if h, ok := s.at(i, catAgo); ok {
		at, before = h.end, true
	}
	q, ok := s.quantityAt(at)
	if !ok || q.value < 1 || q.value > 200 {
		return 0, parts{}, false
	}
	u, ok := s.at(q.end, catUnit)
	if !ok {
		return 0, parts{}, false
	}
	end := u.end
	if !before {
		h, ok := s.at(end, catAgo)
		if !ok {
			return 0, parts{}, false
		}
		end = h.end
	}
	return end, c.shifted(s.pack.Dates.Units[u.index].Unit, -int(q.value)), true
}

// dayDate reads a bare day of the month behind a word that makes it one: "on the 22nd".
func (s *sentence) dayDate(i int, c *clock) (int, parts, bool) {
	q, isDay := s.dayNumber(i)
	if !isDay || c.day.IsZero() {
		return 0, parts{}, false
	}
	p := parts{year: c.day.Year(), month: int(c.day.Month()), day: int(q.value), relative: true}
	if m, ok := s.at(q.end, catMonthOf); ok {
		if end := s.ofMonth(m.end); end > m.end {
			return end, p, true
		}
	}
	if this, ok := s.at(q.end, catThis); ok && !s.pack.Language.Cased {
		if u, ok := s.at(this.end, catUnit); ok && s.pack.Dates.Units[u.index].Unit == "month" {
			return u.end, p, true
		}
	}
	_, ok := s.endsAt(i, catDayBefore)
	if !ok || !q.ordinal || !s.pack.Language.Cased || s.toks[i].kind != number || s.counts(q.end) {
		return 0, parts{}, false
	}
	return q.end, c.complete(parts{day: int(q.value)}), true
}

// counts reports a noun behind an ordinal: the 22nd session is no day.
func (s *sentence) counts(i int) bool {
	return i < len(s.toks) && s.toks[i].kind == word && !s.whole(i, catCommon) && !s.whole(i, catOf)
}

// ofMonth reads "this month", "the month" behind "of".
func (s *sentence) ofMonth(i int) int {
	if h, ok := s.at(i, catRelative); ok {
		if r := s.pack.Dates.Relative[h.index]; r.Unit == "month" && r.Shift == 0 {
			return h.end
		}
	}
	if h, ok := s.at(i, catUnit); ok && s.pack.Dates.Units[h.index].Unit == "month" {
		if n, ok := s.direction(h.end); ok && n == 0 {
			return s.behindDirection(h.end)
		}
		return h.end
	}
	return i
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

// anniversaryDate makes a since-year of "30th anniversary", 30周年, الذكرى الثلاثون.
func (s *sentence) anniversaryDate(i int, c *clock) (int, graph.Date, bool) {
	if c.day.IsZero() {
		return 0, graph.Date{}, false
	}
	years, end, ok := s.anniversary(i)
	if !ok || years < 1 || years > 300 {
		return 0, graph.Date{}, false
	}
	year := c.day.Year() - int(years)
	return end, graph.Date{Value: fmt.Sprintf("%04d", year), Method: graph.FromAnniversary, Anchor: c.anchor}, true
}

func (s *sentence) anniversary(i int) (int64, int, bool) {
	if q, ok := s.quantityAt(i); ok {
		if h, ok := s.at(q.end, catAnniversary); ok && h.clitic == 0 {
			return q.value, h.end, true
		}
		return 0, 0, false
	}
	h, ok := s.at(i, catAnniversary)
	if !ok || !s.pack.Language.Spaced || s.pack.Language.Cased {
		return 0, 0, false
	}
	at := h.end
	if at < len(s.toks) && s.text(at) == s.art {
		at++
	}
	q, ok := s.quantityAt(at)
	if !ok {
		return 0, 0, false
	}
	end := q.end
	if u, ok := s.at(end, catUnit); ok {
		end = u.end
	}
	return q.value, end, true
}
