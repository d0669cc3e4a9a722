package claim

// match is where a rule matched: the range of elements and the element of each role.
type match struct {
	rule        *rule
	anchor      int
	first, last int
	roles       map[string]int
}

// find matches a rule around the anchor element at; nearest elements first.
func (r *rule) find(elements []element, at int) (match, bool) {
	a := r.pattern.anchor
	if !a.fits(&elements[at]) {
		return match{}, false
	}
	m := match{rule: r, anchor: at, first: at, last: at, roles: map[string]int{}}
	if a.role != "" {
		m.roles[a.role] = at
	}
	last, ok := r.walk(elements, r.pattern.right, at, 1, m.roles)
	if !ok {
		return match{}, false
	}
	first, ok := r.walk(elements, r.pattern.left, at, -1, m.roles)
	if !ok {
		return match{}, false
	}
	m.first, m.last = first, last
	return m, true
}

// walk matches steps from the element after at, in direction dir, and returns the last element
// that belongs to the match. A role is set only on the way that succeeds.
func (r *rule) walk(elements []element, steps []step, at, dir int, roles map[string]int) (int, bool) {
	if len(steps) == 0 {
		return at, true
	}
	s, next := steps[0], at+dir
	if s.gap > 0 {
		return r.gap(elements, steps, at, dir, roles)
	}
	if next >= 0 && next < len(elements) && s.fits(&elements[next]) {
		if end, ok := r.walk(elements, steps[1:], next, dir, roles); ok {
			if s.ahead {
				end = at
			}
			if s.role != "" {
				roles[s.role] = next
			}
			return end, true
		}
	}
	if s.optional {
		return r.walk(elements, steps[1:], at, dir, roles)
	}
	return 0, false
}

// gap tries the steps after a gap at every distance that the gap allows, shortest first.
func (r *rule) gap(elements []element, steps []step, at, dir int, roles map[string]int) (int, bool) {
	for left := steps[0].gap; ; {
		if end, ok := r.walk(elements, steps[1:], at, dir, roles); ok {
			return end, true
		}
		at += dir
		if at < 0 || at >= len(elements) {
			return 0, false
		}
		e := &elements[at]
		left -= e.cost
		if left < 0 || e.mask&(r.bar|maskStop|maskSemi) != 0 || e.words&r.barWords != 0 {
			return 0, false
		}
	}
}

func (s step) fits(e *element) bool {
	return s.touches(e) && (s.least < 2 || len(e.args) >= s.least && (s.most == 0 || len(e.args) <= s.most))
}

// touches reports whether the element has a class of the step.
func (s step) touches(e *element) bool { return e.mask&s.mask != 0 || e.words&s.words != 0 }
