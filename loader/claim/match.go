package claim

// match is where a rule matched: the range of elements and the element of each role.
type match struct {
	rule        *rule
	anchor      int
	first, last int
	roles       map[string]int
}

// bindings are the roles that a match has filled so far.
type bindings struct {
	n    int
	role [8]string
	at   [8]int
}

func (b *bindings) set(role string, at int) {
	if role != "" && b.n < len(b.role) {
		b.role[b.n], b.at[b.n] = role, at
		b.n++
	}
}

// find matches a rule around the anchor element at; nearest elements first.
func (r *rule) find(elements []element, at int) (match, bool) {
	a := r.pattern.anchor
	if !a.fits(&elements[at]) {
		return match{}, false
	}
	var b bindings
	last, ok := r.walk(elements, r.pattern.right, at, 1, &b)
	if !ok {
		return match{}, false
	}
	first, ok := r.walk(elements, r.pattern.left, at, -1, &b)
	if !ok {
		return match{}, false
	}
	b.set(a.role, at)
	m := match{rule: r, anchor: at, first: first, last: last, roles: make(map[string]int, b.n)}
	for i := range b.n {
		m.roles[b.role[i]] = b.at[i]
	}
	return m, true
}

// walk matches steps from the element after at, in direction dir, and returns the last element
// that belongs to the match. A role is set only on the way that succeeds.
func (r *rule) walk(elements []element, steps []step, at, dir int, b *bindings) (int, bool) {
	if len(steps) == 0 {
		return at, true
	}
	s, next := &steps[0], at+dir
	if s.gap > 0 {
		return r.gap(elements, steps, at, dir, b)
	}
	if next >= 0 && next < len(elements) && s.fits(&elements[next]) {
		if end, ok := r.walk(elements, steps[1:], next, dir, b); ok {
			if s.ahead {
				end = at
			}
			b.set(s.role, next)
			return end, true
		}
	}
	if s.optional {
		return r.walk(elements, steps[1:], at, dir, b)
	}
	return 0, false
}

// gap tries the steps after a gap at every distance that the gap allows, shortest first.
func (r *rule) gap(elements []element, steps []step, at, dir int, b *bindings) (int, bool) {
	for left := steps[0].gap; ; {
		if end, ok := r.walk(elements, steps[1:], at, dir, b); ok {
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

func (s *step) fits(e *element) bool {
	return s.touches(e) && (s.least < 2 || len(e.args) >= s.least && (s.most == 0 || len(e.args) <= s.most))
}

// touches reports whether the element has a class of the step.
func (s *step) touches(e *element) bool { return e.mask&s.mask != 0 || e.words&s.words != 0 }
