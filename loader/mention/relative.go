package mention

import (
	"fmt"
	"time"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/lang"
)

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

// from works out a relative phrase: from the article's date, or, where it is chained, from the
// last day that the text gave.
func (c *clock) from(r lang.Relative) (parts, bool) {
	if !r.Chained {
		return c.shifted(r.Unit, r.Shift), !c.day.IsZero()
	}
	if c.told.IsZero() {
		return parts{}, false
	}
	back := clock{day: c.told}
	return back.shifted(r.Unit, r.Shift), true
}

// glossedDate reads a relative day or year with its number in brackets: 昨（11）日, 今(113)年.
func (s *sentence) glossedDate(i int, c *clock) (int, parts, bool) {
	if i+4 >= len(s.toks) || c.day.IsZero() || s.toks[i].kind != han || !s.isMark(i+1, opens) || s.toks[i+2].kind != number || !s.isMark(i+3, closes) {
		return 0, parts{}, false
	}
	word := s.text(i) + s.text(i+4)
	for _, r := range s.pack.Dates.Relative {
		for _, w := range r.Words {
			if namekey.Fold(w) == word {
				return i + 5, c.shifted(r.Unit, r.Shift), !r.Chained
			}
		}
	}
	return 0, parts{}, false
}

// relativeDate reads phrases such as "yesterday", هذا العام.
func (s *sentence) relativeDate(i int, c *clock) (int, parts, bool) {
	h, ok := s.at(i, catRelative)
	if !ok || h.suffix {
		return 0, parts{}, false
	}
	r := s.pack.Dates.Relative[h.index]
	shifted, ok := c.from(r)
	if !ok {
		return 0, parts{}, false
	}
	end := h.end
	if r.Unit == "day" && s.at2(end, catWeekday) && s.pack.Language.Spaced {
		w, _ := s.at(end, catWeekday)
		end = w.end
	}
	return end, shifted, true
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
	if !ok || c.day.IsZero() || !s.capitalFits(h.start) {
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
