package claim

import "citygraph/graph"

// tie reads that two towns are twins: a with b, or the members of ab with each other.
func tie(a *article, s *sentence, m match) bool {
	if m.rule.Set["alone"] != "" && s.towns() != 1 || m.rule.Set["short"] != "" && s.prose() > itemWords {
		return false
	}
	if s.quotes(m) || a.onlyWhere(s, m, "a") || a.onlyWhere(s, m, "b") {
		return false
	}
	used := false
	for _, p := range a.pairs(s, m) {
		used = a.tiePair(s, m, p[0], p[1]) || used
	}
	return used
}

// onlyWhere reports whether the town of a role only says where: "a small town in Brittany".
func (a *article) onlyWhere(s *sentence, m match, role string) bool {
	i, ok := m.roles[role]
	return ok && i > 0 && s.elements[i-1].words&a.classes["inside"] != 0
}

// quotes reports whether the match stands within quotation marks: what a headline or a rumour
// says is not what the article says.
func (s *sentence) quotes(m match) bool {
	before, after := 0, 0
	for i, e := range s.elements {
		if e.mask&maskQuote == 0 {
			continue
		}
		if i < m.first {
			before++
		} else if i > m.last {
			after++
		} else {
			return false
		}
	}
	return before%2 == 1 && after > 0
}

// itemWords is how many words an item of a list may have beside its names and years.
const itemWords = 8

// prose counts the words of a sentence that are no arguments.
func (s *sentence) prose() (n int) {
	for _, e := range s.elements {
		if len(e.args) == 0 {
			n += e.cost
		}
	}
	return n
}

// towns counts the towns that the sentence names as arguments.
func (s *sentence) towns() (n int) {
	for _, e := range s.elements {
		if e.mask&maskTown != 0 {
			n += len(e.args)
		}
	}
	return n
}

// pairs returns the argument pairs of a symmetric frame.
func (a *article) pairs(s *sentence, m match) [][2]argument {
	var out [][2]argument
	if both := a.fill(s, m, "ab"); len(both) > 1 {
		if out := couples(both); out != nil {
			return out
		}
		if first, rest, ok := a.sided(s, m, both); ok {
			for _, y := range rest {
				out = append(out, [2]argument{first, y})
			}
			return out
		}
		if m.rule.Set["sided"] != "" {
			return nil
		}
		for i := range both {
			for j := i + 1; j < len(both); j++ {
				out = append(out, [2]argument{both[i], both[j]})
			}
		}
		return out
	}
	ys := a.fill(s, m, "b")
	for _, x := range a.subject(s, m, ys) {
		for _, y := range ys {
			if x.ids[0] != y.ids[0] {
				out = append(out, [2]argument{x, y})
			}
		}
	}
	return out
}

// sided splits a list whose members are not one another's partners: behind "with", or "namely",
// they all are partners of what the block speaks of, and of "A with B, C and D" the first one is theirs.
func (a *article) sided(s *sentence, m match, list []argument) (first argument, rest []argument, ok bool) {
	i := m.roles["ab"]
	apposed := i < m.anchor && a.lead(s, i)&a.classes["apposed"] != 0
	if apposed || a.lead(s, i)&a.classes["with"] != 0 {
		x, ok := a.near(s, m, idsOf(list))
		if !ok {
			x, ok = a.focus.top(idsOf(list)...)
		}
		if ok {
			return x, list, true
		}
	}
	if len(list) > 2 && list[1].with {
		return list[0], list[1:], true
	}
	return argument{}, nil, false
}

func idsOf(args []argument) []graph.EntityID {
	var out []graph.EntityID
	for _, x := range args {
		out = append(out, x.ids...)
	}
	return out
}

// subject returns the arguments of role a. One before the trigger that is itself the object of
// "with" is partner of something else: of "A broke with B and twinned with C" it is A that twinned with C.
func (a *article) subject(s *sentence, m match, ys []argument) []argument {
	i, named := m.roles["a"]
	if !named || i > m.anchor || a.lead(s, i)&a.classes["with"] == 0 {
		return a.firstOf(s, m, ys)
	}
	m.first = i
	x, ok := a.near(s, m, append(idsOf(ys), idsOf(resolved(s.elements[i].args))...))
	return one(x, ok)
}

// firstOf returns the arguments of role a. Where the context gives it and the sentence names no
// town before, a member of the list b that the article is about comes first: "sister cities Cork
// and Cologne" in an article on Cork.
func (a *article) firstOf(s *sentence, m match, ys []argument) []argument {
	top, ok := a.focus.top()
	_, named := m.roles["a"]
	_, before := firstTown(s.elements[:m.first], a.classes["of"]|a.classes["with"], idsOf(ys))
	i, listed := m.roles["b"]
	partners := listed && a.lead(s, i)&(a.classes["with"]|a.classes["to"]) != 0 // "twinned with A and B": neither is the first
	if !named && !before && ok && len(ys) > 1 && !partners {
		for _, y := range ys {
			if y.ids[0] == top.ids[0] {
				return []argument{y}
			}
		}
	}
	return a.fill(s, m, "a")
}

func (a *article) tiePair(s *sentence, m match, x, y argument) bool {
	if x.ids[0] == y.ids[0] || a.inside(x.ids[0], y.ids[0]) || a.inside(y.ids[0], x.ids[0]) {
		return false
	}
	if (x.carried || y.carried) && a.sameCountry(x.ids[0], y.ids[0]) {
		return false // the context rarely means two towns of one country
	}
	d := a.draft(s, m, x, y)
	d.claim.Type = graph.TwinnedWith
	d.as(a.modality(s, m))
	d.claim.Tier = graph.Tier(m.setting(s, "tier"))
	if d.claim.Tier == "" {
		d.claim.Tier = graph.Tier(a.before(s, m.anchor, "tier"))
	}
	d.claim.Title = a.surface(s.elements[m.anchor].span)
	d.claim.Status = a.tieStatus(s, m, d.claim.Modality)
	a.tieDates(s, m, &d.claim, x, y)
	if stateLevel(x) || stateLevel(y) {
		return a.drop(graph.DropStateLevel, d)
	}
	return a.add(d)
}

func (a *article) sameCountry(x, y graph.EntityID) bool {
	p, q := a.entities[x], a.entities[y]
	return p != nil && q != nil && p.Country != "" && p.Country == q.Country
}

func stateLevel(x argument) bool { return x.ids[0].TypeOf() == graph.Country }

func (a *article) tieStatus(s *sentence, m match, modality graph.Modality) graph.Status {
	switch v := m.setting(s, "status"); {
	case v != "":
		return graph.Status(v)
	case a.turned(s, m, "suspend"):
		return graph.StatusSuspended
	case a.turned(s, m, "end"):
		return graph.StatusEnded
	case modality == graph.Planned || modality == graph.Intended:
		return graph.StatusPlanned
	}
	return graph.StatusActive
}

// turned reports whether a cue of the class colours the tie: as near as cues do, without another
// word for a tie between, which it would belong to.
func (a *article) turned(s *sentence, m match, class string) bool {
	if !a.cue(s, m, class) {
		return false
	}
	k, other := a.classes[class], a.classes["tie"]
	for i := m.first; i <= m.last; i++ {
		if s.elements[i].words&k != 0 {
			return true
		}
	}
	return reach(a.clauseAt(s, m.last), m.last, 1, cueAfter, k) || reachBarred(s.elements, m.first, cueBefore, k, other)
}

// tieDates sets since when a tie holds, or when it ended. A date beside a place is the tie's
// own; one elsewhere in the sentence counts where rule or trigger tell of the founding.
func (a *article) tieDates(s *sentence, m match, c *graph.Claim, x, y argument) {
	for _, arg := range []argument{y, x} {
		if arg.mention != nil && arg.mention.Type != graph.MentionDate && !arg.note.IsZero() {
			c.Date = arg.note
			return
		}
	}
	switch {
	case c.Status == graph.StatusEnded || c.Status == graph.StatusSuspended:
		c.Until = a.nearestDate(s.elements, m)
	case m.setting(s, "dated") != "" || a.cue(s, m, "since"):
		c.Date = a.nearestDate(s.elements, m)
	}
}
