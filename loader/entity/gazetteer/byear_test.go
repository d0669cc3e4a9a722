package gazetteer

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer/internal/record"
)

// heldOut says which places the generator kept out of the learning of sounds (one in ten); the
// bounds of ByEar were set on every other of them, and this test measures the rest.
func heldOut(id graph.EntityID) bool {
	return strings.HasSuffix(string(id), "7") && strings.Contains("13579", string(id[len(id)-2]))
}

const arabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىأإآؤئ "

// spells tells whether a name is spelt by ear: in plain Arabic letters or in characters, for a
// place whose country does not write them itself.
func spells(key string, country graph.EntityID, script *unicode.RangeTable) bool {
	iso := strings.TrimPrefix(string(country), "country:")
	own := "SA EG SY IQ JO LB PS YE OM AE QA KW BH LY TN DZ MA MR SD IR AF PK EH"
	if script == unicode.Han {
		own = "CN TW HK MO JP KR KP VN SG MY"
	}
	if strings.Contains(own, iso) {
		return false
	}
	for _, r := range key {
		if script == unicode.Han && !unicode.Is(script, r) || script == unicode.Arabic && !strings.ContainsRune(arabicLetters, r) {
			return false
		}
	}
	return true
}

// held lists, by place, the names in a language's catalogue that the matcher has never seen.
func held(g *Gazetteer, script *unicode.RangeTable, least int64) map[graph.EntityID][]string {
	out := map[graph.EntityID][]string{}
	g.names.All(func(key string, value uint32) bool {
		for _, p := range g.postings(value) {
			if p.Class != Preferred || p.Folded || g.records.GroupOf(p.Ref) != record.City {
				continue
			}
			id := g.id(p.Ref)
			if !heldOut(id) || !spells(key, g.CountryOf(id), script) {
				continue
			}
			if place, _ := g.Place(id); place.Population >= least {
				out[id] = append(out[id], key)
			}
		}
		return true
	})
	return out
}

func TestByEarOnPlacesHeldOut(t *testing.T) {
	g, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name         string
		script       *unicode.RangeTable
		least        int64
		right, wrong float64 // at least, at most, of all names asked for
	}{
		{"arabic, 50,000 people and more", unicode.Arabic, 50_000, 0.82, 0.04},
		{"arabic, all sizes", unicode.Arabic, 0, 0.72, 0.04},
		{"chinese, 50,000 people and more", unicode.Han, 50_000, 0.70, 0.04},
		{"chinese, all sizes", unicode.Han, 0, 0.66, 0.04},
	} {
		t.Run(c.name, func(t *testing.T) {
			names := held(g, c.script, c.least)
			asked, right, wrong := 0, 0, 0
			for _, id := range slices.Sorted(maps.Keys(names)) {
				for _, name := range names[id] {
					asked++
					heard, ok := g.ByEar(Hearing{Name: name, Within: []graph.EntityID{g.CountryOf(id)}})
					switch {
					case heard.ID == id:
						right++
					case ok:
						wrong++
					}
				}
			}
			if asked < 100 {
				t.Fatalf("only %d names to ask for", asked)
			}
			r, w := float64(right)/float64(asked), float64(wrong)/float64(asked)
			t.Logf("%d names: right %.1f %%, wrong %.1f %%, no answer %.1f %%", asked, 100*r, 100*w, 100*(1-r-w))
			if r < c.right || w > c.wrong {
				t.Errorf("right %.3f, want %.2f; wrong %.3f, want at most %.2f", r, c.right, w, c.wrong)
			}
		})
	}
}

func TestByEarRefuses(t *testing.T) {
	g, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for name, h := range map[string]Hearing{
		"no country":        {Name: "كورك"},
		"latin":             {Name: "Cork", Within: []graph.EntityID{"country:IE"}},
		"mixed scripts":     {Name: "上海Cork", Within: []graph.EntityID{"country:CN"}},
		"empty":             {Within: []graph.EntityID{"country:IE"}},
		"unknown country":   {Name: "كورك", Within: []graph.EntityID{"country:ZZ"}},
		"nothing like it":   {Name: "التنميةالاقتصادية", Within: []graph.EntityID{"country:IE"}},
		"a very long name":  {Name: strings.Repeat("كورك", 20), Within: []graph.EntityID{"country:IE"}},
		"city is no region": {Name: "كورك", Within: []graph.EntityID{"country:MC"}, Type: graph.Region},
	} {
		if got, ok := g.ByEar(h); ok {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func BenchmarkByEar(b *testing.B) {
	g, err := Open()
	if err != nil {
		b.Fatal(err)
	}
	for name, h := range map[string]Hearing{
		"arabic in France": {Name: "ميرينياك", Within: []graph.EntityID{"country:FR"}},
		"chinese in India": {Name: "戈勒克布尔", Within: []graph.EntityID{"country:IN"}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.ByEar(h)
			}
		})
	}
}
