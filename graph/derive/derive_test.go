package derive_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/graph"
	"citygraph/graph/derive"
)

// claim makes a claim of one group; set overrides what matters to a case.
func claim(n int, t graph.EdgeType, set func(*graph.Claim)) graph.Claim {
	c := graph.Claim{
		ID: graph.ClaimID(fmt.Sprintf("claim:%03d", n)), Article: graph.ArticleID(fmt.Sprint("article:", n)), Type: t,
		Subject: "city:1", Object: "city:2", Modality: graph.Fact, Confidence: 0.5,
		Asserted: fmt.Sprintf("2024-01-%02d", n), Witness: fmt.Sprint("w", n),
	}
	set(&c)
	return c
}

func on(v string) func(*graph.Claim) {
	return func(c *graph.Claim) { c.Date = graph.Date{Value: v, Method: graph.Stated} }
}

func TestTieStatus(t *testing.T) {
	ended := func(day string) func(*graph.Claim) {
		return func(c *graph.Claim) {
			c.Status, c.Until = graph.StatusEnded, graph.Date{Value: day, Method: graph.Stated}
		}
	}
	status := func(s graph.Status) func(*graph.Claim) { return func(c *graph.Claim) { c.Status = s } }
	mention := func(*graph.Claim) {}
	for name, c := range map[string]struct {
		said []func(*graph.Claim)
		want graph.Status
		end  string
	}{
		"mentioned":               {[]func(*graph.Claim){mention}, graph.StatusActive, ""},
		"only planned":            {[]func(*graph.Claim){status(graph.StatusPlanned)}, graph.StatusPlanned, ""},
		"planned, then mentioned": {[]func(*graph.Claim){status(graph.StatusPlanned), mention}, graph.StatusActive, ""},
		"ended, then mentioned":   {[]func(*graph.Claim){ended("2020-01-14"), mention}, graph.StatusEnded, "2020-01-14"},
		"ended, then restored":    {[]func(*graph.Claim){ended("2020-01-14"), status(graph.StatusActive)}, graph.StatusActive, ""},
		"restored, told before":   {[]func(*graph.Claim){status(graph.StatusActive), ended("2020-01-14")}, graph.StatusActive, ""},
		"suspended":               {[]func(*graph.Claim){mention, status(graph.StatusSuspended)}, graph.StatusSuspended, ""},
	} {
		var claims []graph.Claim
		for i, set := range c.said {
			claims = append(claims, claim(i+1, graph.TwinnedWith, set))
		}
		edges, _ := derive.Edges(claims)
		if len(edges) != 1 || edges[0].Status != c.want || edges[0].Until.Value != c.end {
			t.Errorf("%s: %+v", name, edges)
		}
	}
}

func TestVisitsMergeByDate(t *testing.T) {
	for name, c := range map[string]struct {
		dates []string
		want  []string
	}{
		"coarse joins the only finer":   {[]string{"2024", "2024-07", "2024-07-15"}, []string{"2024-07-15"}},
		"coarse stays beside two":       {[]string{"2024", "2024-07-15", "2024-09"}, []string{"2024", "2024-07-15", "2024-09"}},
		"undated joins the only dated":  {[]string{"", "2024-07"}, []string{"2024-07"}},
		"undated stays beside two":      {[]string{"", "2019", "2024"}, []string{"", "2019", "2024"}},
		"all undated are one":           {[]string{"", ""}, []string{""}},
		"different years are two trips": {[]string{"2019", "2024"}, []string{"2019", "2024"}},
	} {
		var claims []graph.Claim
		for i, d := range c.dates {
			claims = append(claims, claim(i+1, graph.Visited, on(d)))
		}
		edges, of := derive.Edges(claims)
		got := map[string]bool{}
		for _, e := range edges {
			got[e.Date.Value] = true
		}
		want := map[string]bool{}
		for _, d := range c.want {
			want[d] = true
		}
		if d := cmp.Diff(want, got); d != "" || len(of) != len(claims) {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestSupportCountsIndependentTexts(t *testing.T) {
	// a text is the numbers of its shingles, from first to last
	near := func(first, last int) func(*graph.Claim) {
		return func(c *graph.Claim) { c.Fingerprint = fingerprint(first, last) }
	}
	claims := []graph.Claim{
		claim(1, graph.TwinnedWith, near(0, 300)),
		claim(2, graph.TwinnedWith, near(0, 150)),   // the first half of 1
		claim(3, graph.TwinnedWith, near(280, 580)), // another text, with a quote from 1
		claim(4, graph.TwinnedWith, func(c *graph.Claim) { c.Witness = "w3"; c.Fingerprint = fingerprint(280, 580) }),
		claim(5, graph.TwinnedWith, func(*graph.Claim) {}), claim(6, graph.TwinnedWith, func(*graph.Claim) {}), // too short to tell: two
	}
	edges, _ := derive.Edges(claims)
	if e := edges[0]; e.Claims != 6 || e.Support != 4 || e.Confidence != 0.9375 {
		t.Errorf("claims %d support %d confidence %v; want 6, 4 and 1-0.5^4", e.Claims, e.Support, e.Confidence)
	}
}

// fingerprint sketches a text of numbered shingles.
func fingerprint(first, last int) string {
	var shingles []uint64
	for i := first; i < last; i++ {
		shingles = append(shingles, rand.New(rand.NewPCG(uint64(i), 1)).Uint64())
	}
	return graph.NewFingerprint(shingles)
}

func TestManyCopiesAreOneWitness(t *testing.T) {
	var claims []graph.Claim
	for i := range 500 { // each copy is cut a little further
		claims = append(claims, claim(i+1, graph.TwinnedWith, func(c *graph.Claim) { c.Fingerprint = fingerprint(0, 900-i) }))
	}
	if edges, _ := derive.Edges(claims); edges[0].Support != 1 {
		t.Errorf("support %d", edges[0].Support)
	}
}

func TestDatesAndTiers(t *testing.T) {
	tier := func(v graph.Tier, date string, m graph.Method) func(*graph.Claim) {
		return func(c *graph.Claim) { c.Tier, c.Date = v, graph.Date{Value: date, Method: m} }
	}
	edges, _ := derive.Edges([]graph.Claim{
		claim(1, graph.TwinnedWith, tier("UNSPECIFIED", "1994", graph.FromAnniversary)),
		claim(2, graph.TwinnedWith, tier("SISTER", "1994-10-21", graph.Stated)),
		claim(3, graph.TwinnedWith, tier("UNSPECIFIED", "1976", graph.Stated)),
	})
	if e := edges[0]; e.Date.Value != "1994-10-21" || e.Tier != graph.TierSister || e.First != "2024-01-01" || e.Last != "2024-01-03" {
		t.Errorf("%+v", e)
	}
}

func TestDenials(t *testing.T) {
	denied := claim(1, graph.TwinnedWith, func(c *graph.Claim) { c.Modality = graph.Denied })
	if edges, of := derive.Edges([]graph.Claim{denied}); len(edges) != 0 || len(of) != 0 {
		t.Error("a denial alone made an edge")
	}
	edges, of := derive.Edges([]graph.Claim{denied, claim(2, graph.TwinnedWith, func(*graph.Claim) {})})
	if len(edges) != 1 || edges[0].Claims != 1 || of[denied.ID] != edges[0].ID {
		t.Error("a denial counts for the edge, or is not readable beside it")
	}
}

func TestNodeUnitesDescriptions(t *testing.T) {
	port := graph.Entity{ID: "inst:1", Type: graph.Institution, Main: "上海港", Kind: "PORT", Names: []graph.Name{{Text: "上海港", Lang: "zh", Key: "上海港"}}}
	company := port
	company.Kind, company.Country, company.Main = "COMPANY", "country:CN", "Port of Shanghai"
	company.Names = []graph.Name{{Text: "Port of Shanghai", Lang: "en", Key: "port of shanghai"}}
	node := derive.Node([]derive.Description{{company, 1}, {port, 2}})
	if node.Kind != "PORT" || node.Country != "country:CN" || len(node.Names) != 2 || node.Articles != 3 || node.Main != "上海港" {
		t.Errorf("%+v", node)
	}
	if empty := derive.Node(nil); empty.ID != "" {
		t.Errorf("a node of nothing: %+v", empty)
	}
}

// TestOrderDoesNotMatter: any permutation of any claims concludes the same.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]graph.EdgeType{graph.TwinnedWith, graph.Visited, graph.HoldsOffice}).Draw(rt, "type")
		var claims []graph.Claim
		for i := range rapid.IntRange(1, 7).Draw(rt, "n") {
			claims = append(claims, claim(i+1, kind, func(c *graph.Claim) {
				on(rapid.SampledFrom([]string{"", "1994", "1994-10", "1994-10-21", "2001", "../2000"}).Draw(rt, "date"))(c)
				c.Status = rapid.SampledFrom([]graph.Status{"", "ACTIVE", "PLANNED", "SUSPENDED", "ENDED"}).Draw(rt, "status")
				c.Tier = rapid.SampledFrom([]graph.Tier{"", "SISTER", "UNSPECIFIED", "FRIENDLY_EXCHANGE"}).Draw(rt, "tier")
				c.Office = rapid.SampledFrom([]graph.Office{"MAYOR", "COUNCILLOR"}).Draw(rt, "office")
				c.Title = rapid.SampledFrom([]string{"", "a", "b"}).Draw(rt, "title")
				c.Confidence = rapid.Float64Range(0, 1).Draw(rt, "confidence")
				c.Modality = rapid.SampledFrom([]graph.Modality{"FACT", "DENIED", "PLANNED", "QUOTED"}).Draw(rt, "modality")
				c.Fingerprint = rapid.SampledFrom([]string{"", fingerprint(0, 90), fingerprint(0, 60), fingerprint(50, 140), "no fingerprint"}).Draw(rt, "print")
				c.Asserted = rapid.SampledFrom([]string{"", "2020", "2024-05-01"}).Draw(rt, "asserted")
			}))
		}
		edges, of := derive.Edges(claims)
		edges2, of2 := derive.Edges(rapid.Permutation(claims).Draw(rt, "order"))
		if d := cmp.Diff(edges, edges2) + cmp.Diff(of, of2); d != "" {
			rt.Fatal(d)
		}
	})
}
