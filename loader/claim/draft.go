package claim

import (
	"slices"

	"citygraph/graph"
)

// draft is a claim in the making.
type draft struct {
	claim graph.Claim
	parts Parts
	apart bool // of a visit: somebody was there, which does not tell of a travelling party
}

// draft makes a claim of a match, with evidence, modality and confidence; what a frame adds
// comes after. Object may be empty for a figure.
func (a *article) draft(s *sentence, m match, subject, object argument) draft {
	d := draft{parts: a.weigh(s, m, subject, object)}
	d.claim = graph.Claim{
		Article: a.doc.Article.ID, Asserted: a.doc.Article.Date,
		Modality: graph.Fact, Rule: m.rule.Name, Version: a.version,
		Witness: a.doc.Article.Witness, Fingerprint: a.doc.Article.Fingerprint,
		Evidence: graph.Evidence{
			Text: s.span.Of(s.text), Span: s.span, Trigger: s.elements[m.anchor].span,
			Subject: subject.span, Object: object.span,
		},
	}
	if len(subject.ids) == 1 {
		d.claim.Subject = subject.ids[0]
	}
	if len(object.ids) == 1 {
		d.claim.Object = object.ids[0]
	}
	return d
}

// add keeps a relation if the ontology allows it, else counts it as dropped.
func (a *article) add(d draft) bool {
	c := d.claim
	r, _ := graph.RelationOf(c.Type)
	switch {
	case c.Subject == c.Object:
		return a.drop(graph.DropSelf, d)
	case !r.Allows(c.Subject.TypeOf(), c.Object.TypeOf()):
		return a.drop(graph.DropOntology, d)
	case c.Modality == graph.Denied:
		a.deny(d)
		return true
	}
	a.drafts = append(a.drafts, d)
	return true
}

// deny keeps what the article says is not so, apart from the rest: no other rule concludes
// anything from it, and it has neither state nor date.
func (a *article) deny(d draft) {
	d.claim.Status, d.claim.Date, d.claim.Until = "", graph.Date{}, graph.Date{}
	a.denials = append(a.denials, d)
}

func (a *article) drop(reason graph.DropReason, d draft) bool {
	a.drops = append(a.drops, graph.Drop{Reason: reason, Span: d.claim.Evidence.Trigger, Rule: d.claim.Rule})
	return false
}

// Windows in which a cue colours a match, in words before and after it.
const (
	cueBefore = 7
	cueAfter  = 4
)

// cue reports whether a word of the class stands in the match or close around it.
func (a *article) cue(s *sentence, m match, class string) bool {
	k := a.classes[class]
	for i := m.first; i <= m.last; i++ {
		if s.elements[i].words&k != 0 {
			return true
		}
	}
	return reach(s.elements, m.first, -1, cueBefore, k) || reach(s.elements, m.last, 1, cueAfter, k)
}

func reach(elements []element, at, dir, budget int, k words) bool {
	for i := at + dir; i >= 0 && i < len(elements) && budget > 0; i += dir {
		if elements[i].words&k != 0 {
			return true
		}
		if elements[i].mask&(maskStop|maskSemi) != 0 {
			return false
		}
		budget -= elements[i].cost
	}
	return false
}

// clauseEnds reports a comma with a conjunction behind it at the element: what follows may be a
// clause of its own.
func (a *article) clauseEnds(elements []element, i int) bool {
	return elements[i].mask&maskComma != 0 && i+1 < len(elements) && elements[i+1].words&a.classes["and"] != 0
}

// clauseAt returns the elements of the sentence up to the end of the clause of the element at.
func (a *article) clauseAt(s *sentence, at int) []element {
	for i := at + 1; i < len(s.elements); i++ {
		if a.clauseEnds(s.elements, i) {
			return s.elements[:i]
		}
	}
	return s.elements
}

// reachBarred is reach to the left that no word of the class bar lets pass.
func reachBarred(elements []element, at, budget int, k, bar words) bool {
	for i := at - 1; i >= 0 && budget > 0 && elements[i].mask&(maskStop|maskSemi) == 0; i-- {
		if elements[i].words&k != 0 {
			return true
		}
		if elements[i].words&bar != 0 {
			return false
		}
		budget -= elements[i].cost
	}
	return false
}

// modality reads the cues around a match.
func (a *article) modality(s *sentence, m match) graph.Modality {
	switch {
	case a.cue(s, m, "deny") && !a.cue(s, m, "end"):
		return graph.Denied
	case m.rule.Set["modality"] != "":
		return graph.Modality(m.rule.Set["modality"])
	case a.cue(s, m, "intend"):
		return graph.Intended
	case a.cue(s, m, "plan"):
		return graph.Planned
	}
	return graph.Fact
}

// when returns the date of a match: the nearest in its sentence, else the last one of the
// sentences before it in the block.
func (a *article) when(s *sentence, m match) graph.Date {
	if d := a.nearestDate(happened(s.elements), m); !d.IsZero() {
		return d
	}
	for i := a.indexOf(s) - 1; i >= 0 && a.sentences[i].block == s.block; i-- {
		e := a.sentences[i].elements
		for j := len(e) - 1; j >= 0; j-- {
			if e[j].mask&maskDate != 0 && !e[j].args[0].note.IsZero() && e[j].args[0].note.Method != graph.FromAnniversary {
				return e[j].args[0].note
			}
		}
	}
	return graph.Date{}
}

// happened returns the elements without the dates that an anniversary leads back to: they tell
// when a tie began, not when somebody came.
func happened(elements []element) []element {
	old := func(e element) bool {
		return e.mask&maskDate != 0 && len(e.args) == 1 && e.args[0].note.Method == graph.FromAnniversary
	}
	if !slices.ContainsFunc(elements, old) {
		return elements
	}
	out := slices.Clone(elements)
	for i := range out {
		if old(out[i]) {
			out[i].mask = 0
		}
	}
	return out
}

// nearestDate prefers a date inside the match, then the nearer side.
func (a *article) nearestDate(elements []element, m match) graph.Date {
	best, distance := graph.Date{}, 1<<30
	for i := range elements {
		e := &elements[i]
		if e.mask&maskDate == 0 || len(e.args) != 1 || e.args[0].note.IsZero() {
			continue
		}
		if d := a.gapBetween(elements, i, m.anchor); d < distance {
			best, distance = e.args[0].note, d
		}
	}
	return best
}

// Costs of the marks between a date and what it may date.
const (
	markGap   = 3
	clauseGap = 8 // a comma and a conjunction: what follows is told by itself
)

// gapBetween is the distance between two elements; a mark that ends a clause counts as several.
func (a *article) gapBetween(elements []element, x, y int) int {
	if x > y {
		x, y = y, x
	}
	n := 0
	for i := x + 1; i < y; i++ {
		n += elements[i].cost
		if elements[i].mask&(maskComma|maskSemi|maskStop) != 0 {
			n += markGap
			if a.clauseEnds(elements, i) {
				n += clauseGap
			}
		}
	}
	return n
}

// topicsIn returns the topics that the sentence names.
func (a *article) topicsIn(s *sentence) []graph.Topic {
	var out []graph.Topic
	tokens := a.tokens(s.text, s.span.Start, s.span.End)
	for i := 0; i < len(tokens); {
		if tokens[i].mask != 0 {
			i++
			continue
		}
		n, entries, _ := a.topics.longest(a.pack, tokens[i:])
		for _, e := range entries {
			if t := graph.Topic(e.Set["topic"]); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
		i += max(n, 1)
	}
	slices.Sort(out)
	return out
}
