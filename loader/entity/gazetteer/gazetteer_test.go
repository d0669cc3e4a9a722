package gazetteer_test

import (
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer"
)

func open(tb testing.TB) *gazetteer.Gazetteer {
	tb.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func ids(list []gazetteer.Candidate) []graph.EntityID {
	var out []graph.EntityID
	for _, c := range list {
		out = append(out, c.ID)
	}
	return out
}

// candidate finds an id among candidates.
func candidate(t *testing.T, list []gazetteer.Candidate, id graph.EntityID) gazetteer.Candidate {
	t.Helper()
	i := slices.IndexFunc(list, func(c gazetteer.Candidate) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("%s is not among %v", id, ids(list))
	}
	return list[i]
}

// TestLookupKeepsEveryReading has the levels, homonyms and renamed places of the domain guide.
func TestLookupKeepsEveryReading(t *testing.T) {
	g := open(t)
	for _, c := range []struct {
		name string
		want []graph.EntityID
	}{
		{"شانغهاي", []graph.EntityID{"city:1796236", "region:CN-SH"}},
		{"شنجهاي", []graph.EntityID{"city:1796236"}},
		{"上海", []graph.EntityID{"city:1796236", "region:CN-SH"}},
		{"Cork", []graph.EntityID{"city:2965140", "region:IE-CO"}},
		{"County Cork", []graph.EntityID{"region:IE-CO"}},
		{"Georgia", []graph.EntityID{"country:GE", "region:US-GA"}},
		{"Valencia", []graph.EntityID{"city:2509954", "city:3625549"}},
		{"Córdoba", []graph.EntityID{"city:2519240", "city:3860259"}},
		{"Santiago", []graph.EntityID{"city:3871336"}},
		{"圣地亚哥", []graph.EntityID{"city:3871336", "city:5391811", "city:3536729"}},
		{"أوكلاند", []graph.EntityID{"city:2193733", "city:5378538"}},
		{"奥克兰", []graph.EntityID{"city:2193733", "city:5378538"}},
		{"Dunedin", []graph.EntityID{"city:2191562", "city:4153759"}},
		{"达尼丁", []graph.EntityID{"city:2191562"}},
		{"طرابلس", []graph.EntityID{"city:2210247", "city:266826"}},
		{"San Francisco", []graph.EntityID{"city:5391959", "city:3837675"}},
		{"三藩市", []graph.EntityID{"city:5391959"}},
		{"舊金山", []graph.EntityID{"city:5391959"}},
		{"Alexandria", []graph.EntityID{"city:361058", "city:4744091"}},
		{"الاسكندرية", []graph.EntityID{"city:361058", "region:EG-ALX"}},
		{"Birmingham", []graph.EntityID{"city:2655603", "city:4049979"}},
		{"Kingston", []graph.EntityID{"city:3489854"}},
		{"Victoria", []graph.EntityID{"region:AU-VIC", "city:241131"}},
		{"Hamburg", []graph.EntityID{"city:2911298", "region:DE-HH"}},
		{"Singapore", []graph.EntityID{"city:1880252", "country:SG"}},
		{"Queensland", []graph.EntityID{"region:AU-QLD"}},
		{"Osaka Prefecture", []graph.EntityID{"region:JP-27"}},
		{"大阪府", []graph.EntityID{"region:JP-27"}},
		{"KwaZulu-Natal", []graph.EntityID{"region:ZA-KZN"}},
		{"Carabobo", []graph.EntityID{"region:VE-G"}},
		{"Jeollabuk-do", []graph.EntityID{"region:KR-45"}},
		{"Leningrad", []graph.EntityID{"city:498817"}},
		{"Bombay", []graph.EntityID{"city:1275339"}},
		{"Pusan", []graph.EntityID{"city:1838524"}},
		{"Kiev", []graph.EntityID{"city:703448"}},
		{"eThekwini", []graph.EntityID{"city:1007311"}},
		{"كولون", []graph.EntityID{"city:2886242"}},
		{"杜伊斯堡市", []graph.EntityID{"city:2934691"}},
		{"محافظة نارا", []graph.EntityID{"region:JP-29"}},
		{"UK", []graph.EntityID{"country:GB"}},
		{"加州", []graph.EntityID{"region:US-CA"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ids(g.Lookup(c.name))
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%s is not among %v", w, got)
				}
			}
		})
	}
	if got := g.Lookup("no such place anywhere"); got != nil {
		t.Errorf("an unknown name has candidates %v", got)
	}
}

func TestCandidatesSayHowTheyMatch(t *testing.T) {
	g := open(t)
	if c := candidate(t, g.Lookup("الإسكندرية"), "city:361058"); c.Folded {
		t.Errorf("the strict key counts as folded: %+v", c)
	}
	if c := candidate(t, g.Lookup("جدة"), "city:105343"); c.Cue || c.Folded {
		t.Errorf("a large city of three letters: %+v", c)
	}
	for name, want := range map[string]graph.EntityID{
		"沪": "city:1796236", "法": "country:FR", "كان": "city:3028808", "Reading": "city:2639577", "NSW": "region:AU-NSW", "希望": "city:6533346",
	} {
		for _, c := range g.Lookup(name) {
			if !c.Cue && c.ID == want {
				t.Errorf("%s stands for %s without a cue", name, c.ID)
			}
		}
	}
	list := g.Lookup("London")
	if list[0].ID != "city:2643743" || list[0].Prior <= list[len(list)-1].Prior {
		t.Errorf("London in order of prominence: %+v", list)
	}
}

func TestDemonym(t *testing.T) {
	g := open(t)
	for name, want := range map[string]graph.EntityID{
		"الإيرلندية": "country:IE", "ايرلندي": "country:IE", "الصينيين": "country:CN", "Peruvian": "country:PE", "中方": "country:CN", "الكورية الجنوبية": "country:KR",
	} {
		if c := candidate(t, g.Demonym(name), want); c.Class != gazetteer.Demonym {
			t.Errorf("%s: %+v", name, c)
		}
	}
	if got := g.Demonym("Ireland"); got != nil {
		t.Errorf("a country's name is no adjective: %v", got)
	}
}

func TestInstitution(t *testing.T) {
	g := open(t)
	same := g.Institution("UCLG")
	if len(same) != 1 || len(g.Institution("世界城地组织")) != 1 || same[0].ID != g.Institution("世界城地组织")[0].ID {
		t.Fatalf("UCLG has other ids in other languages: %v", same)
	}
	p, ok := g.Place(g.Institution("منظمة شنغهاي للتعاون")[0].ID)
	if !ok || p.Kind != "INTERNATIONAL_ORG" || p.Name("zh") != "上海合作组织" {
		t.Errorf("SCO: %+v %v", p, ok)
	}
}

func anywhere(int) bool { return true }

func TestPrefixesFindLongestName(t *testing.T) {
	g := open(t)
	text := namekey.Map("上海合作组织访问圣地亚哥德孔波斯特拉")
	longest := func(at int) string {
		matches := g.Prefixes(text, at, anywhere)
		if len(matches) == 0 {
			return ""
		}
		return text.Key[at:matches[len(matches)-1].End]
	}
	var got []string
	for at := range text.Key {
		if name := longest(at); len([]rune(name)) > 2 {
			got = append(got, name)
		}
	}
	if diff := cmp.Diff([]string{"上海合作组织", "圣地亚哥德孔波斯特拉"}, got[:2:2]); len(got) < 2 || diff != "" {
		t.Errorf("names of three characters and more: %v", got)
	}
}

func TestPrefixesTellStrictFromFolded(t *testing.T) {
	g := open(t)
	for source, folded := range map[string]bool{"الإسكندرية": false, "إلاسكندريه": true} {
		text := namekey.Map(source)
		matches := g.Prefixes(text, 0, anywhere)
		if len(matches) == 0 || matches[len(matches)-1].End != len(text.Key) {
			t.Fatalf("%s is not found", source)
		}
		if c := candidate(t, matches[len(matches)-1].Candidates, "city:361058"); c.Folded != folded {
			t.Errorf("%s: folded is %v", source, c.Folded)
		}
	}
}

func TestPlace(t *testing.T) {
	g := open(t)
	p, ok := g.Place("city:1796236")
	if !ok {
		t.Fatal("Shanghai is missing")
	}
	if p.Type != graph.City || p.GeoNames != 1796236 || p.Country != "country:CN" || p.Region != "region:CN-SH" || p.Level != "city" || p.Population < 20_000_000 {
		t.Errorf("Shanghai: %+v", p)
	}
	if p.Name("zh-Hant") != "上海" || p.Name("xx") != "Shanghai" || !strings.Contains(p.Name("ar"), "نغهاي") {
		t.Errorf("names of Shanghai: %+v", p.Names)
	}
	if p.Lat < 31 || p.Lat > 32 || p.Lon < 121 || p.Lon > 122 {
		t.Errorf("Shanghai lies at %v, %v", p.Lat, p.Lon)
	}
	if c, ok := g.Place("country:IE"); !ok || c.ISO != "IE" || c.ISO3 != "IRL" || c.GeoNames != 2963597 {
		t.Errorf("Ireland: %+v", c)
	}
	if r, ok := g.Place("region:AU-QLD"); !ok || r.ISO != "AU-QLD" || r.Country != "country:AU" || r.GeoNames != 2152274 || r.Name("zh") == "" {
		t.Errorf("Queensland: %+v", r)
	}
	for _, id := range []graph.EntityID{"", "city:", "city:0", "city:x", "region:XX-1", "country:ZZ", "person:1", "city:99999999999"} {
		if _, ok := g.Place(id); ok {
			t.Errorf("%q is a place", id)
		}
	}
}

func TestContains(t *testing.T) {
	g := open(t)
	for _, c := range []struct {
		outer, inner graph.EntityID
		want         bool
	}{
		{"country:IE", "city:2965140", true},
		{"region:IE-M", "city:2965140", true},
		{"region:IE-CO", "city:2965140", true},
		{"region:IE-D", "city:2965140", false},
		{"country:GB", "city:2965140", false},
		{"country:AU", "region:AU-QLD", true},
		{"country:XX", "city:2965140", false},
		{"country:IE", "city:0", false},
	} {
		if got := g.Contains(c.outer, c.inner); got != c.want {
			t.Errorf("%s contains %s: %v", c.outer, c.inner, got)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	g := open(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, name := range []string{"上海", "Cork", "دبي"} {
				g.Lookup(name)
			}
			g.ByEar(gazetteer.Hearing{Name: "كورك", Within: []graph.EntityID{"country:IE"}})
		})
	}
	wg.Wait()
}

// TestSize holds the bounds that users meet: the binary grows by the file, the heap by what Open
// and an index of one country keep.
func TestSize(t *testing.T) {
	info, err := os.Stat("data/gazetteer.bin")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 24<<20 {
		t.Errorf("data file has %d bytes", info.Size())
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	g := open(t)
	g.ByEar(gazetteer.Hearing{Name: "شيكاغو", Within: []graph.EntityID{"country:US"}})
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 64<<20 {
		t.Errorf("heap grew by %d bytes", grown)
	}
	runtime.KeepAlive(g)
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}

// BenchmarkPrefixes looks for names at every character of a text.
func BenchmarkPrefixes(b *testing.B) {
	g := open(b)
	for name, source := range map[string]string{
		"arabic":  "زار وفد من مدينة شنغهاي الصينية مدينة هامبورغ الألمانية يوم الأحد، ",
		"chinese": "上海市代表团星期日访问了德国汉堡市，双方签署了友好合作备忘录。",
		"english": "A delegation of Shanghai visited Hamburg on Sunday; both sides signed a memorandum. ",
	} {
		text := namekey.Map(strings.Repeat(source, 50))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text.Key)))
			for b.Loop() {
				for at := range text.Key {
					g.Prefixes(text, at, anywhere)
				}
			}
		})
	}
}
