package mention

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
	if !ok || !s.capitalFits(h.start) {
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
	if p.year == 0 && s.lonelyMonth(i, p, shifted) {
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

// capitalFits reports whether the name of a month or weekday is written as the language writes
// it: where names have capitals, these have one too, unless the pack says that they have none.
func (s *sentence) capitalFits(i int) bool {
	return !s.pack.Language.Cased || s.pack.Dates.Lower || s.toks[i].upper
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
func (s *sentence) lonelyMonth(i int, p parts, shifted bool) bool {
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
