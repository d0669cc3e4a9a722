package claim

import (
	"slices"

	"citygraph/graph"
)

// The levels of the cascade that rules run on.
const (
	placeLevel = iota
	officeLevel
	frameLevel
)

// frame is what a match of a rule means. run reports whether the match was used; keep names
// the role whose element stands for the whole match afterwards.
type frame struct {
	level int
	keep  string
	run   func(a *article, s *sentence, m match) bool
}

// frames returns the frames that rules may fill, by name.
func frames() map[string]frame {
	return map[string]frame{
		"within":  {placeLevel, "x", within},
		"located": {placeLevel, "", within}, // without folding what stands between
		"note":    {placeLevel, "x", note},
		"spread":  {placeLevel, "", spread},
		"alias":   {placeLevel, "x", func(*article, *sentence, match) bool { return true }},
		"office":  {officeLevel, "p", office},
		"titles":  {officeLevel, "", office},
		"origin":  {officeLevel, "p", origin},
		"aside":   {officeLevel, "x", func(*article, *sentence, match) bool { return true }},
		"tie":     {frameLevel, "", tie},
		"visit":   {frameLevel, "", visit},
		"company": {frameLevel, "", company},
		"meet":    {frameLevel, "", meet},
		"partner": {frameLevel, "", partner},
		"member":  {frameLevel, "", member},
		"deal":    {frameLevel, "", makeDeal},
		"event":   {frameLevel, "", event},
		"figure":  {frameLevel, "", figure},
	}
}

// wellKnown lists the classes of the lexicon that frames know by name; a pack may leave them
// empty.
func wellKnown() []string {
	return []string{"and", "plan", "intend", "deny", "cancel", "end", "suspend", "renew", "former", "since", "post", "in", "video", "tie", "skip", "work", "name", "the", "regional", "of", "inside", "part", "with", "to", "government", "placenoun", "from", "by", "receive", "meet", "calls", "ledby", "delegation", "they", "members", "city", "several", "apposed"}
}

// Names of what fills a role that a pattern leaves open.
const (
	fromFocus = "focus" // the heaviest town of the article
	fromNear  = "near"  // the town that sentence or block speak of; else the focus
	fromBlock = "block" // the first town of the block; else the focus
	fromTied  = "tied"  // the town whose ties the text is listing; else the focus
	fromPair  = "pair"  // the two towns of the sentence, else the two heaviest
	fromVenue = "venue" // where the sentence takes place
	fromGuest = "guest" // who made the last visit that was read
	fromAll   = "all"   // the people named before the trigger in its clause: a list with offices between
	fromRest  = "rest"  // the people named behind the match, to the end of the sentence
	fromWho   = "who"   // the person that the sentence before spoke of
	fromHe    = "he"    // the person that a pronoun in the sentence stands for
	fromHost  = "host"  // where the last visit that was read went
	fromParty = "party" // whoever the article last told to be travelling
)

// fill returns the arguments of a role: what the pattern captured, else what the rule says
// stands for it. Arguments that stay ambiguous are left out.
func (a *article) fill(s *sentence, m match, role string) []argument {
	if i, ok := m.roles[role]; ok {
		return resolved(s.elements[i].args)
	}
	var taken []graph.EntityID
	for _, i := range m.roles {
		for _, arg := range s.elements[i].args {
			taken = append(taken, arg.ids...)
		}
	}
	switch m.rule.Roles[role] {
	case fromNear:
		if arg, ok := a.near(s, m, taken); ok {
			return []argument{arg}
		}
		return one(a.focus.top(taken...))
	case fromTied:
		if arg, ok := a.tied(s, m, taken); ok {
			return []argument{arg}
		}
		if arg, ok := a.focus.top(taken...); ok && !(item(s.zone) && a.onlyItem(arg)) {
			return []argument{arg}
		}
	case fromBlock:
		if arg, ok := a.blockHead(s, taken); ok {
			return []argument{arg}
		}
		return one(a.focus.top(taken...))
	case fromVenue:
		if id := a.venue(s); id != "" && !slices.Contains(taken, id) {
			return []argument{{span: a.focus.first[id], ids: []graph.EntityID{id}, carried: true}}
		}
	case fromRest:
		return a.rest(s, m)
	case fromAll:
		return s.people(m.anchor)
	case fromWho:
		return a.who(s)
	case fromHe:
		return a.he(s, m)
	case fromParty:
		return a.party(m)
	case fromGuest:
		return a.lastVisit(s, func(c graph.Claim) (graph.EntityID, graph.Span) { return c.Subject, c.Evidence.Subject })
	case fromHost:
		return a.lastVisit(s, func(c graph.Claim) (graph.EntityID, graph.Span) { return c.Object, c.Evidence.Object })
	case fromFocus:
		return one(a.focus.top(taken...))
	case fromPair:
		if two := a.twoIn(s); len(two) == 2 {
			return two
		}
		if x, y, ok := a.focus.pair(); ok {
			return []argument{x, y}
		}
	}
	return nil
}

// twoIn returns the two towns of the sentence, those that its people act for among them; none
// where they are not two.
func (a *article) twoIn(s *sentence) []argument {
	var out []argument
	for _, e := range s.elements {
		for _, arg := range resolved(e.args) {
			if home := a.homes[arg.ids[0]]; home != "" && e.mask&maskPerson != 0 {
				arg = argument{span: arg.span, ids: []graph.EntityID{home}, carried: true}
			}
			if entityMask(arg.ids[0])&maskTown != 0 {
				out = union(out, []argument{arg})
			}
		}
	}
	if len(out) != 2 || a.inside(out[0].ids[0], out[1].ids[0]) || a.inside(out[1].ids[0], out[0].ids[0]) {
		return nil
	}
	return out
}

// late reports whether the rule needs what the other rules read in the sentence.
func (r *rule) late() bool {
	for _, from := range r.Roles {
		if from == fromGuest || from == fromHost || from == fromParty {
			return true
		}
	}
	return false
}

// rest returns the people that the sentence names behind the match: a list with offices and
// bodies between, or the items of a list that the sentence leads into.
func (a *article) rest(s *sentence, m match) []argument {
	out := peopleIn(s.elements[m.last+1:])
	if len(out) > 0 || item(s.zone) {
		return out
	}
	for i := a.indexOf(s) + 1; i < len(a.sentences) && item(a.sentences[i].zone); i++ {
		out = union(out, peopleIn(a.sentences[i].elements))
	}
	return out
}

func peopleIn(elements []element) []argument {
	var out []argument
	for _, e := range elements {
		if e.mask&maskPerson != 0 {
			out = union(out, resolved(e.args))
		}
	}
	return out
}

// people returns the people of the clause that the element stands in, before it.
func (s *sentence) people(at int) []argument {
	var out []argument
	for i := at - 1; i >= 0 && s.elements[i].mask&(maskClause|maskSemi|maskStop|maskColon) == 0; i-- {
		if s.elements[i].mask&maskPerson != 0 {
			out = union(resolved(s.elements[i].args), out)
		}
	}
	return out
}

// he returns the first person of the sentence before the match, "Mayor Lee went to Cork, where she
// met", else that of the sentence before.
func (a *article) he(s *sentence, m match) []argument {
	for i := range s.elements[:m.first] {
		e := &s.elements[i]
		if e.mask&maskPerson == 0 || s.zone == graph.ZoneTitle {
			continue
		}
		if len(e.args) == 1 && len(e.args[0].ids) == 1 {
			return []argument{carry(e.args[0])}
		}
		break
	}
	return a.who(s)
}

// who returns the first person of the sentence before, in the same block: whom a verb without a
// subject, or a pronoun, speaks of.
func (a *article) who(s *sentence) []argument {
	i := a.indexOf(s) - 1
	if i < 0 || s.block-a.sentences[i].block > 1 || a.sentences[i].zone == graph.ZoneTitle {
		return nil
	}
	for _, e := range a.sentences[i].elements {
		if e.mask&maskPerson == 0 {
			continue
		}
		if len(e.args) != 1 || len(e.args[0].ids) != 1 {
			return nil
		}
		arg := e.args[0]
		arg.carried = true
		return []argument{arg}
	}
	return nil
}

// party returns the guests of the last visit that the article told of: "the delegation", "they".
// Where the trigger joins people, only the people of the party. Without a visit yet, it is the
// people last told to be travelling together.
func (a *article) party(m match) []argument {
	if out := a.lastGuests(m); len(out) > 0 || len(a.journeys) == 0 {
		return out
	}
	return a.journeys[len(a.journeys)-1].members
}

func (a *article) lastGuests(m match) []argument {
	var out []argument
	var from graph.Span
	for i := len(a.drafts) - 1; i >= 0; i-- {
		c := a.drafts[i].claim
		if c.Type != graph.Visited || a.drafts[i].apart || from.Len() > 0 && c.Evidence.Span != from {
			continue
		}
		from = c.Evidence.Span
		if m.rule.Frame == "meet" && c.Subject.TypeOf() != graph.Person {
			continue
		}
		out = union(out, []argument{{span: c.Evidence.Subject, ids: []graph.EntityID{c.Subject}, carried: true}})
	}
	return out
}

// lastVisit returns one side of the visits of the last sentence with one, in the same block.
func (a *article) lastVisit(s *sentence, side func(graph.Claim) (graph.EntityID, graph.Span)) []argument {
	var out []argument
	var from graph.Span
	for i := len(a.drafts) - 1; i >= 0; i-- {
		c := a.drafts[i].claim
		if c.Type != graph.Visited {
			continue
		}
		if from.Len() == 0 {
			if at := a.sentenceAt(c.Evidence.Span); at == nil || a.indexOf(s)-a.indexOf(at) > 1 {
				return nil
			}
			from = c.Evidence.Span
		}
		if c.Evidence.Span != from {
			break
		}
		id, span := side(c)
		if id == c.Object && id.TypeOf() == graph.Institution {
			continue // who came along came to the place, not into every house
		}
		out = union(out, []argument{{span: span, ids: []graph.EntityID{id}, carried: true}})
	}
	return out
}

func one(arg argument, ok bool) []argument {
	if !ok {
		return nil
	}
	return []argument{arg}
}

func resolved(args []argument) []argument {
	return slices.DeleteFunc(slices.Clone(args), func(x argument) bool { return len(x.ids) != 1 })
}

// tied returns the town of the last word for a tie before the match, in the sentence or one of
// the two before it: "the twins of Cork", else the town that stands before it.
func (a *article) tied(s *sentence, m match, taken []graph.EntityID) (argument, bool) {
	from := a.leadIn(s)
	for at := from; at >= 0 && from-at <= 2; at-- {
		e := a.sentences[at].elements
		end := len(e)
		if &a.sentences[at] == s {
			end = m.first
		}
		for i := end - 1; i >= 0; i-- {
			if e[i].words&a.classes["tie"] == 0 {
				continue
			}
			if item(s.zone) && i+1 < end && e[i+1].mask&maskTown != 0 {
				if arg, ok := firstTown(e[i+1:i+2], 0, taken); ok {
					return arg, true
				}
			}
			ahead := a.classes["of"] | a.classes["to"]
			if item(s.zone) {
				ahead |= a.classes["with"]
			}
			if i+2 < end && e[i+1].words&ahead != 0 {
				if arg, ok := firstTown(e[i+2:i+3], 0, taken); ok {
					return arg, true
				}
			}
			return firstTown(e[:i], a.classes["of"]|a.classes["with"], taken)
		}
	}
	return argument{}, false
}

// onlyItem reports a town that the article names in its lists alone: it has no list of its own.
func (a *article) onlyItem(arg argument) bool {
	i, ok := slices.BinarySearchFunc(a.sentences, arg.span.Start, func(x sentence, at int) int {
		if x.span.End <= at {
			return -1
		}
		return max(0, min(1, x.span.Start-at))
	})
	return ok && item(a.sentences[i].zone)
}

// leadIn returns the index of the sentence: of an item, that of the last one before its list.
func (a *article) leadIn(s *sentence) int {
	i := a.indexOf(s)
	for i > 0 && item(a.sentences[i].zone) {
		i--
	}
	return i
}

// near returns the town that the sentence began with, else that of the sentence before it in
// the block, and so on: what is spoken of goes on from sentence to sentence.
func (a *article) near(s *sentence, m match, taken []graph.EntityID) (argument, bool) {
	objects := a.classes["of"] | a.classes["with"]
	for i := m.first - 1; i >= 0; i-- {
		if s.elements[i].mask&maskSemi == 0 {
			continue
		}
		if arg, ok := a.firstActor(s.elements[i+1:m.first], objects, taken); ok {
			return arg, true
		}
		break
	}
	if arg, ok := a.firstActor(s.elements[:m.first], objects, taken); ok {
		return arg, true
	}
	for i := a.indexOf(s) - 1; i >= 0 && a.sentences[i].block == s.block; i-- {
		if arg, ok := a.firstActor(a.sentences[i].elements, objects, taken); ok {
			return arg, true
		}
	}
	return argument{}, false
}

// blockHead returns the first town of the block.
func (a *article) blockHead(s *sentence, taken []graph.EntityID) (argument, bool) {
	i := a.indexOf(s)
	for i > 0 && a.sentences[i-1].block == s.block {
		i--
	}
	for _, e := range a.sentences[i].elements {
		if e.mask&maskTown == 0 || len(e.args) == 0 {
			continue
		}
		arg := e.args[0]
		if len(arg.ids) == 1 && !slices.Contains(taken, arg.ids[0]) {
			arg.carried = true
			return arg, true
		}
		return argument{}, false
	}
	return argument{}, false
}

func (a *article) indexOf(s *sentence) int {
	i, _ := slices.BinarySearchFunc(a.sentences, s.span.Start, func(x sentence, start int) int { return x.span.Start - start })
	return i
}

// firstActor returns the first town, or the town of the first public body: a council decides for
// its city.
func (a *article) firstActor(elements []element, objects words, taken []graph.EntityID) (argument, bool) {
	for i := range elements {
		e := &elements[i]
		if e.mask&maskTown != 0 {
			break
		}
		if e.mask&maskOrg == 0 || len(e.args) != 1 || len(e.args[0].ids) != 1 || i > 0 && elements[i-1].words&objects != 0 {
			continue
		}
		body := a.entities[e.args[0].ids[0]]
		home := a.homes[e.args[0].ids[0]]
		if body == nil || home == "" || body.Kind != "GOVERNMENT_BODY" || slices.Contains(taken, home) {
			continue
		}
		return argument{span: e.args[0].span, ids: []graph.EntityID{home}, carried: true}, true
	}
	return firstTown(elements, objects, taken)
}

// firstTown returns the first town that is no object of one of the prepositions.
func firstTown(elements []element, objects words, taken []graph.EntityID) (argument, bool) {
	for i := range elements {
		e := &elements[i]
		if e.mask&maskTown == 0 || e.mask&maskGroup != 0 || i > 0 && elements[i-1].words&objects != 0 {
			continue
		}
		for _, arg := range e.args {
			if len(arg.ids) == 1 && entityMask(arg.ids[0])&maskTown != 0 && !slices.Contains(taken, arg.ids[0]) {
				arg.carried = true
				return arg, true
			}
		}
	}
	return argument{}, false
}

// setting returns a setting of the match: of the rule, else of a matched trigger.
func (m match) setting(s *sentence, key string) string {
	if v := m.rule.Set[key]; v != "" {
		return v
	}
	if v := s.elements[m.anchor].set(key); v != "" {
		return v
	}
	for i := m.first; i <= m.last; i++ {
		if v := s.elements[i].set(key); v != "" {
			return v
		}
	}
	return ""
}
