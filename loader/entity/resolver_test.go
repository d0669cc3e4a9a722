package entity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity"
	"citygraph/loader/entity/gazetteer"
)

func open(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// text marks mentions with brackets: [name] is a place, [name|City] one whose type is stated,
// [@name] a person, [#name|PORT] an institution, [~form|City] a form that refers back, [=form|City]
// a group and [%office|MAYOR] an office.
func document(t *testing.T, g *gazetteer.Gazetteer, tag, marked string) (graph.Document, []graph.Mention) {
	t.Helper()
	var b strings.Builder
	var found []graph.Mention
	for marked != "" {
		before, rest, ok := strings.Cut(marked, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		inside, after, _ := strings.Cut(rest, "]")
		marked = after
		name, note, _ := strings.Cut(inside, "|")
		kind, bare := name[:1], strings.TrimLeft(name, "@#~=%")
		m := graph.Mention{Span: graph.Span{Start: b.Len(), End: b.Len() + len(bare)}, Name: bare, Lang: tag}
		b.WriteString(bare)
		found = append(found, describe(t, g, m, kind, note))
	}
	doc := graph.Document{Article: graph.Article{Lang: tag, Text: b.String()}}
	all := graph.Span{End: b.Len()}
	doc.Blocks = []graph.Block{{Zone: graph.ZoneBody, Span: all, Sentences: []graph.Span{all}}}
	for i := range found { // an office is held of the place before it or behind it
		if found[i].Type != graph.MentionOffice {
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(found) && found[k].Type == graph.MentionPlace {
				found[i].Places = append(found[i].Places, found[k].Span)
			}
		}
	}
	return doc, found
}

func describe(t *testing.T, g *gazetteer.Gazetteer, m graph.Mention, kind, note string) graph.Mention {
	t.Helper()
	switch kind {
	case "@":
		m.Type = graph.MentionPerson
	case "#":
		m.Type, m.Kind = graph.MentionInstitution, graph.InstitutionKind(note)
	case "%":
		m.Type, m.Office = graph.MentionOffice, graph.Office(note)
	case "=":
		m.Type, m.Stated, m.Definite = graph.MentionGroup, graph.EntityType(note), true
	case "~":
		m.Type, m.Stated, m.Definite = graph.MentionPlace, graph.EntityType(note), true
	default:
		m.Type, m.Stated = graph.MentionPlace, graph.EntityType(note)
		key := namekey.Map(m.Name)
		for _, found := range entity.NewLexicon(g).Names(key, 0, func(end int) bool { return end == len(key.Key) }) {
			if found.Type == graph.MentionPlace {
				m.Candidates, m.Demonym = found.Candidates, found.Demonym
			}
		}
	}
	return m
}

func TestResolvePlacesInContext(t *testing.T) {
	tests := map[string]struct {
		tag, text string
		want      graph.EntityID // of the first mention that is no country
	}{
		"Santiago of Chile":          {"en", "[Santiago] in [Chile]", "city:3871336"},
		"Santiago de Cuba":           {"en", "[Santiago], [Cuba], is a twin", "city:3536729"},
		"Auckland by ear of Oakland": {"ar", "[أوكلاند] في [نيوزيلندا]", "city:2193733"},
		"Oakland":                    {"ar", "[أوكلاند] في [كاليفورنيا]", "city:5378538"},
		"Auckland in Chinese":        {"zh", "[新西兰][奥克兰]", "city:2193733"},
		"Cork the city":              {"en", "[Cork] in [Ireland]", "city:2965140"},
		"County Cork":                {"en", "[Cork|Region] in [Ireland]", "region:IE-CO"},
		"Georgia the country":        {"en", "[Tbilisi], capital of [Georgia]", "city:611717"},
		"Oregon the state":           {"en", "[Oregon], the state of [Gresham] and [Salem]", "region:US-OR"},
		"New York the city":          {"en", "a delegation from [New York]", "city:5128581"},
		"Alexandria of Egypt":        {"en", "[Alexandria], [Egypt]", "city:361058"},
		"Alexandria of Virginia":     {"en", "[Alexandria], [Virginia]", "city:4744091"},
		"Tripoli of Libya":           {"ar", "[طرابلس] في [ليبيا]", "city:2210247"},
		"Tripoli of Lebanon":         {"ar", "[طرابلس] في [لبنان]", "city:266826"},
		"Osaka the prefecture":       {"zh", "[日本][大阪府|Region]", "region:JP-27"},
		"Osaka the city":             {"zh", "[日本][大阪市|City]", "city:1853909"},
		"Dunedin of New Zealand":     {"en", "[Dunedin], [New Zealand]", "city:2191562"},
		"Dunedin of Florida":         {"en", "[Dunedin], [Florida]", "city:4153759"},
	}
	g := open(t)
	r := entity.New(g)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc, found := document(t, g, tt.tag, tt.text)
			list := r.Resolve(doc, found).Mentions
			got := list[slices.IndexFunc(list, func(m graph.Mention) bool {
				return len(m.Entities) != 1 || m.Entities[0].TypeOf() != graph.Country
			})]
			if diff := cmp.Diff([]graph.EntityID{tt.want}, got.Entities); diff != "" {
				t.Errorf("entities (-want +got):\n%s", diff)
			}
		})
	}
}

func TestResolveLeavesOpen(t *testing.T) {
	g := open(t)
	doc, found := document(t, g, "en", "[Zzyzxburg] came")
	res := entity.New(g).Resolve(doc, found)
	if len(res.Mentions[0].Entities) != 0 || len(res.Entities) != 0 {
		t.Errorf("an unknown name became %v", res.Mentions[0].Entities)
	}
	if len(res.Drops) != 1 || res.Drops[0].Reason != graph.DropLowScore {
		t.Errorf("drops %v, want one %s", res.Drops, graph.DropLowScore)
	}
}

// A ward of another country's capital is not the place that is written right before it.
func TestResolveInnerOfAdjacentPlaces(t *testing.T) {
	tests := map[string]struct {
		text string
		want []graph.EntityID // of the last mention
	}{
		"no ward of Tokyo in Seoul":            {"[韩国][首尔市|City][江东区]", nil},
		"the ward of Tokyo":                    {"[日本][东京都][江东区]", []graph.EntityID{"city:11209896"}},
		"in Gyeonggi it is no city of China":   {"[韩国][京畿道|Region][广州市|City]", []graph.EntityID{"city:1841810"}},
		"a list sign joins and does not place": {"[首尔市|City]、[江东区]", []graph.EntityID{"city:11209896"}},
	}
	g := open(t)
	r := entity.New(g)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc, found := document(t, g, "zh", tt.text)
			list := r.Resolve(doc, found).Mentions
			if diff := cmp.Diff(tt.want, list[len(list)-1].Entities); diff != "" {
				t.Errorf("entities (-want +got):\n%s", diff)
			}
		})
	}
}

func TestResolvePeople(t *testing.T) {
	tests := map[string]struct {
		tag, text string
		same      bool // the first and the last person are one
	}{
		"a short form":                    {"en", "[@Anna Berg] and later [@Berg]", true},
		"two spellings, one office":       {"ar", "[%عمدة|MAYOR] [دنيدن] [@جوليس ليدي] ثم [%عمدة|MAYOR] [دنيدن] [@جوليوس ليدي]", true},
		"one family name, two people":     {"en", "[@Anna Berg] and [@Paul Berg]", false},
		"a short form of two people":      {"en", "[@Anna Berg], [@Paul Berg] and [@Berg]", false},
		"parts of a name between joints":  {"zh", "[@史蒂芬·曼德尔]与[@曼德尔]", true},
		"alike, but of different offices": {"en", "[%Mayor|MAYOR] [@Anna Berg] met [%Governor|GOVERNOR] [@Ann Berg]", false},
	}
	g := open(t)
	r := entity.New(g)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc, found := document(t, g, tt.tag, tt.text)
			var ids []graph.EntityID
			for _, m := range r.Resolve(doc, found).Mentions {
				if m.Type == graph.MentionPerson {
					ids = append(ids, m.Entities...)
				}
			}
			if same := ids[0] == ids[len(ids)-1]; same != tt.same {
				t.Errorf("one person: %t, want %t (%v)", same, tt.same, ids)
			}
		})
	}
}

func TestResolveBacks(t *testing.T) {
	tests := map[string]struct {
		tag, text string
		want      []graph.EntityID // of the last mention
	}{
		"the only city":           {"en", "[Cork] said that [~the city|City] agreed", []graph.EntityID{"city:2965140"}},
		"the two cities":          {"en", "[Cork] and [Shanghai] met; [=the two cities|City] agreed", []graph.EntityID{"city:1796236", "city:2965140"}},
		"the two cities of three": {"en", "[Cork], [Shanghai] and [Hamburg]: [=the two cities|City] agreed", nil},
		"nobody before":           {"en", "[~the city|City] agreed", nil},
	}
	g := open(t)
	r := entity.New(g)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc, found := document(t, g, tt.tag, tt.text)
			res := r.Resolve(doc, found)
			got := slices.Sorted(slices.Values(res.Mentions[len(res.Mentions)-1].Entities))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("entities (-want +got):\n%s", diff)
			}
		})
	}
}

func TestResolveInstitutions(t *testing.T) {
	g := open(t)
	doc, found := document(t, g, "zh", "[#青岛港|PORT]与[#青岛港集团|PORT]")
	for i := range found {
		found[i].Places = []graph.Span{{Start: found[i].Span.Start, End: found[i].Span.Start + len("青岛")}}
	}
	res := entity.New(g).Resolve(doc, found)
	var bodies, cities []graph.Entity
	for _, e := range res.Entities {
		if e.Type == graph.Institution {
			bodies = append(bodies, e)
		} else {
			cities = append(cities, e)
		}
	}
	if len(bodies) != 1 || len(cities) != 1 {
		t.Fatalf("%d institutions and %d places, want the short name joined to the long one, and its city", len(bodies), len(cities))
	}
	if e := bodies[0]; e.Country != "country:CN" || e.Kind != "PORT" || e.Main != "青岛港集团" || e.Place != cities[0].ID {
		t.Errorf("institution %+v of %s", e, cities[0].ID)
	}
}
