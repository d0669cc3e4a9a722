package claim

import "citygraph/graph"

// fold runs the passes that make one argument of what belongs together.
func (a *article) fold() {
	for i := range a.sentences {
		s := &a.sentences[i]
		a.pass(s, placeLevel)
		a.coordinate(s, maskTown, maskCountry, maskOrg)
		a.pass(s, placeLevel)
	}
	for i := range a.sentences {
		s := &a.sentences[i]
		a.pass(s, officeLevel)
		a.coordinate(s, maskPerson)
		a.coordinate(s, maskTown|maskOrg)
	}
	a.seatAll()
}

// pass applies the rules of a level, in their order, from left to right; a rule that folds is
// tried again at the element it made.
func (a *article) pass(s *sentence, level int) {
	for _, r := range a.levels[level] {
		if !r.in(s.zone) {
			continue
		}
		for at := 0; at < len(s.elements); at++ {
			if !r.pattern.anchor.touches(&s.elements[at]) {
				continue
			}
			m, ok := r.find(s.elements, at)
			if !ok || !r.frame.run(a, s, m) || r.frame.keep == "" {
				continue
			}
			if k, ok := m.roles[r.frame.keep]; ok && m.first < m.last {
				s.collapse(m.first, m.last, k)
				at = m.first - 1
			}
		}
	}
}

// collapse puts the element at keep in the place of the whole range.
func (s *sentence) collapse(first, last, keep int) {
	e := s.elements[keep]
	e.cost = 0
	for i := first; i <= last; i++ {
		e.cost += s.elements[i].cost
	}
	if first == last {
		return
	}
	s.elements[first] = e
	s.elements = append(s.elements[:first+1], s.elements[last+1:]...)
}

// coordinate joins arguments of one kind that stand in a list: "A, B and C". Two of them with
// nothing but a comma between are no list, save in a headline.
func (a *article) coordinate(s *sentence, kinds ...mask) {
	out := s.elements[:0]
	for i := 0; i < len(s.elements); i++ {
		e, items, strong, end := s.elements[i], 1, s.zone == graph.ZoneTitle, i
		for {
			j, sure := a.nextInList(s.elements, end, kinds)
			if j < 0 {
				break
			}
			n := s.elements[j]
			if len(n.args) > 0 && a.joinedWith(s.elements[end+1:j]) {
				n.args = append([]argument(nil), n.args...)
				n.args[0].with = true
			}
			e, end = join(e, n), j
			strong = strong || sure
			items++
		}
		if items > 1 && (strong || items > 2) {
			out, i = append(out, e), end
			continue
		}
		out = append(out, s.elements[i])
	}
	s.elements = out
}

// listReach is how many elements may stand between two members of a list: "A in 1982, and with
// the B".
const listReach = 6

// nextInList returns the index of the element that goes on with the list at i, -1 where it
// ends, and whether more than a comma joins them. Between two members may stand a date, which
// is the first one's own, a conjunction, and the preposition or the noun of a place said again.
func (a *article) nextInList(elements []element, i int, kinds []mask) (next int, sure bool) {
	and, again := a.classes["and"], a.classes["with"]|a.classes["of"]|a.classes["to"]|a.classes["the"]|a.classes["in"]|a.classes["city"]
	e := &elements[i]
	if len(e.args) == 0 || e.mask&maskGroup != 0 {
		return -1, false
	}
	comma, dated, stranger := false, false, false
	for j := i + 1; j < len(elements) && j <= i+listReach; j++ {
		n := &elements[j]
		switch {
		case n.mask&maskClause != 0:
			return -1, false
		case len(n.args) == 0 && n.mask&(maskComma|maskSemi|maskList) != 0:
			comma, sure, stranger = true, sure || n.mask&maskList != 0, false
		case len(n.args) == 0 && n.words&and != 0:
			sure, stranger = true, false
		case (comma || sure) && e.mask&maskTown != 0 && unknownName(a.doc.Article.Text, n):
			stranger = true // a member that nobody knows: the list goes on behind the next mark
		case len(n.args) == 0 && n.words&again != 0 && (sure || n.words&a.classes["in"] != 0):
		case len(n.args) == 0 && n.words&a.classes["since"] != 0 && !comma && !sure:
		case n.mask&maskDate != 0 && !comma && !sure && e.mask&maskTown != 0:
			dated = true
		case (comma || sure) && !stranger && n.mask&maskGroup == 0 && alike(e, n, kinds) && (!a.placedIn(elements, j) || sure && i > 0 && a.placedIn(elements, i)):
			if dated {
				a.noteDate(e, elements[i+1:j])
			}
			return j, sure
		default:
			return -1, false
		}
	}
	return -1, false
}

// unknownName reports a place that no stage knows, or a capitalised word that is no mention and no
// trigger.
func unknownName(text string, e *element) bool {
	if len(e.args) == 1 && e.args[0].mention != nil {
		return len(e.args[0].ids) == 0 && e.args[0].mention.Type == graph.MentionPlace
	}
	return len(e.args) == 0 && e.words == 0 && e.mask == 0 && e.cost > 0 && capital(e.span.Of(text))
}

// joinedWith reports whether a conjunction that also means "with" stands among the elements.
func (a *article) joinedWith(between []element) bool {
	for _, e := range between {
		if e.words&a.classes["with"] != 0 {
			return true
		}
	}
	return false
}

// placedIn reports whether the element stands behind a word of place: it begins no new member.
func (a *article) placedIn(elements []element, j int) bool {
	return elements[j-1].words&a.classes["in"] != 0
}

func alike(x, y *element, kinds []mask) bool {
	for _, k := range kinds {
		if x.mask&k != 0 && y.mask&k != 0 {
			return true
		}
	}
	return false
}

// noteDate gives the last argument of the element the date that stands behind it.
func (a *article) noteDate(e *element, behind []element) {
	for _, d := range behind {
		if last := &e.args[len(e.args)-1]; d.mask&maskDate != 0 && last.note.IsZero() {
			last.note = d.args[0].note
		}
	}
}

func join(x, y element) element {
	x.span = graph.Span{Start: x.span.Start, End: y.span.End}
	x.mask, x.words = x.mask|y.mask, x.words|y.words
	x.args = append(append([]argument(nil), x.args...), y.args...)
	x.cost += y.cost
	return x
}
