package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/article"
	"citygraph/loader/eval"
)

// canned is a pipeline that gives each article, by its title, a prepared assertion.
type canned map[string]graph.Assertion

func (c canned) Extract(_ context.Context, a article.Article) (loader.Extraction, error) {
	found, ok := c[a.Title]
	if !ok {
		return loader.Extraction{}, errors.New("refused")
	}
	return loader.Extraction{Assertion: found}, nil
}

// set writes articles with facts and returns their folder; files are by name without ending.
func set(t *testing.T, name string, facts map[string]eval.Facts) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for title, f := range facts {
		f.Article.Lang = "en"
		data, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		stem := filepath.Join(dir, title)
		if err := errors.Join(os.WriteFile(stem+".txt", []byte(title+"\n\n"+body), 0o600), os.WriteFile(stem+".json", data, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const body = "Cork twins Shanghai. Ann Lee of Cork came."

var (
	cork     = graph.Entity{ID: graph.CityID(1), Type: graph.City, Main: "Cork", GeoNames: 1}
	shanghai = graph.Entity{ID: graph.CityID(2), Type: graph.City, Main: "Shanghai", GeoNames: 2}
	lima     = graph.Entity{ID: graph.CityID(3), Type: graph.City, Main: "Lima", GeoNames: 3}
	munster  = graph.Entity{ID: graph.RegionID("IE-M"), Type: graph.Region, Main: "Munster", ISO: "IE-M"}
	ireland  = graph.Entity{ID: graph.CountryID("IE"), Type: graph.Country, Main: "Ireland", ISO: "IE"}
	ann      = person("Ann Lee", cork.ID)
	port     = graph.Entity{ID: graph.InstitutionID("PORT", "port of cork", cork.ID), Type: graph.Institution, Main: "Port of Cork", Kind: "PORT", Names: []graph.Name{{Text: "Port of Cork"}}}
	port2    = graph.Entity{ID: graph.InstitutionID("PORT", "port of shanghai", shanghai.ID), Type: graph.Institution, Main: "Port of Shanghai", Kind: "PORT", Names: []graph.Name{{Text: "Port of Shanghai"}}}
)

func person(name string, anchor graph.EntityID) graph.Entity {
	return graph.Entity{ID: graph.PersonID(name, anchor), Type: graph.Person, Main: name, Names: []graph.Name{{Text: name}}}
}

// goldOf is the gold of the entities above.
func goldOf(e graph.Entity) eval.GoldEntity {
	key := strings.ToLower(string(e.Type) + ":" + strings.ReplaceAll(e.Main, " ", "-"))
	return eval.GoldEntity{Key: key, Type: e.Type, GeoNames: e.GeoNames, ISO: e.ISO, Kind: e.Kind, Names: []string{e.Main}}
}

func golds(list ...graph.Entity) []eval.GoldEntity {
	var out []eval.GoldEntity
	for _, e := range list {
		out = append(out, goldOf(e))
	}
	return out
}

// says is a relation claim with its evidence in the body.
func says(s graph.Entity, r graph.EdgeType, o graph.Entity) graph.Claim {
	return graph.Claim{Type: r, Subject: s.ID, Object: o.ID, Modality: graph.Fact, Evidence: graph.Evidence{Text: "Cork twins Shanghai."}}
}

func assertion(entities []graph.Entity, claims ...graph.Claim) graph.Assertion {
	a := graph.Assertion{Entities: entities}
	for _, c := range claims {
		a.Claims = append(a.Claims, c.Identify())
	}
	return a
}

func run(t *testing.T, dir string, p eval.Pipeline, opts eval.Options) eval.Scores {
	t.Helper()
	s, err := eval.Run(context.Background(), []string{dir}, p, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// one scores a single article.
func one(t *testing.T, f eval.Facts, a graph.Assertion) eval.Part {
	t.Helper()
	return run(t, set(t, "set", map[string]eval.Facts{"T": f}), canned{"T": a}, eval.Options{}).All
}

func TestEntities(t *testing.T) {
	optional := goldOf(lima)
	optional.Optional = true
	also := goldOf(cork)
	also.GeoNames, also.Also = 99, []json.RawMessage{json.RawMessage(`1`)}
	long := goldOf(ann)
	long.Names = []string{"Dr Ann Lee", "Lee"}
	tests := []struct {
		name  string
		gold  []eval.GoldEntity
		found []graph.Entity
		want  eval.Tally
	}{
		{"found", golds(cork, munster, ireland, ann, port), []graph.Entity{cork, munster, ireland, ann, port}, eval.Tally{Right: 5}},
		{"missed and wrong", golds(cork), []graph.Entity{shanghai}, eval.Tally{Wrong: 1, Missed: 1}},
		{"an optional one counts neither for", []eval.GoldEntity{optional}, []graph.Entity{lima}, eval.Tally{}},
		{"nor against", []eval.GoldEntity{optional}, nil, eval.Tally{}},
		{"another id that is as right", []eval.GoldEntity{also}, []graph.Entity{cork}, eval.Tally{Right: 1}},
		{"a name inside another", []eval.GoldEntity{long}, []graph.Entity{ann}, eval.Tally{Right: 1}},
		{"half a name is not enough", golds(ann), []graph.Entity{person("Lee", "")}, eval.Tally{Wrong: 1, Missed: 1}},
		{"a person found twice", []eval.GoldEntity{long}, []graph.Entity{ann, person("Lee", "")}, eval.Tally{Right: 1, Wrong: 1}},
		{"the type counts", golds(ann), []graph.Entity{{ID: "inst:1", Type: graph.Institution, Main: "Ann Lee"}}, eval.Tally{Wrong: 1, Missed: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := one(t, eval.Facts{Entities: tt.gold}, assertion(tt.found)).Entities; got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestRelations(t *testing.T) {
	entities := []graph.Entity{cork, shanghai, lima, munster, ireland, ann, port, port2}
	gold := func(s graph.Entity, r graph.EdgeType, o graph.Entity) eval.GoldRelation {
		return eval.GoldRelation{S: goldOf(s).Key, R: r, O: goldOf(o).Key}
	}
	optional := gold(cork, graph.Visited, lima)
	optional.Optional = true
	tests := []struct {
		name  string
		gold  []eval.GoldRelation
		found []graph.Claim
		want  eval.Tally
	}{
		{"either way round where symmetric", []eval.GoldRelation{gold(shanghai, graph.TwinnedWith, cork)}, []graph.Claim{says(cork, graph.TwinnedWith, shanghai)}, eval.Tally{Right: 1}},
		{"only one way round where not", []eval.GoldRelation{gold(shanghai, graph.Visited, cork)}, []graph.Claim{says(cork, graph.Visited, shanghai)}, eval.Tally{Wrong: 1, Missed: 1}},
		{"told twice is one", []eval.GoldRelation{gold(cork, graph.Visited, lima), gold(cork, graph.Visited, lima)}, []graph.Claim{says(cork, graph.Visited, lima)}, eval.Tally{Right: 1}},
		{"optional", []eval.GoldRelation{optional}, []graph.Claim{says(cork, graph.Visited, lima)}, eval.Tally{}},
		{"optional and required is required", []eval.GoldRelation{optional, gold(cork, graph.Visited, lima)}, nil, eval.Tally{Missed: 1}},
		{"a region in its country is not scored", []eval.GoldRelation{gold(munster, graph.LocatedIn, ireland)}, nil, eval.Tally{}},
		{"neither way", nil, []graph.Claim{says(munster, graph.LocatedIn, ireland)}, eval.Tally{}},
		{"a city in its country is", []eval.GoldRelation{gold(cork, graph.LocatedIn, ireland)}, nil, eval.Tally{Missed: 1}},
		{"ports that are twins are optional", nil, []graph.Claim{says(port, graph.TwinnedWith, port2)}, eval.Tally{}},
		{"ports that partner are not", nil, []graph.Claim{says(port, graph.PartnersWith, port2)}, eval.Tally{Wrong: 1}},
		{"denied is not found", []eval.GoldRelation{gold(cork, graph.TwinnedWith, lima)}, []graph.Claim{func() graph.Claim {
			c := says(cork, graph.TwinnedWith, lima)
			c.Modality = graph.Denied
			return c
		}()}, eval.Tally{Missed: 1}},
		{"other types are not scored", nil, []graph.Claim{says(cork, graph.MemberOf, port)}, eval.Tally{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := one(t, eval.Facts{Entities: golds(entities...), Relations: tt.gold}, assertion(entities, tt.found...))
			if p.Relations != tt.want || p.Facts != tt.want {
				t.Errorf("got %+v, facts %+v, want %+v", p.Relations, p.Facts, tt.want)
			}
		})
	}
}

func deal(kind string, parties ...graph.Entity) (graph.Entity, []graph.Claim) {
	var ids []graph.EntityID
	for _, p := range parties {
		ids = append(ids, p.ID)
	}
	e := graph.Entity{ID: graph.AgreementID(graph.AgreementKind(kind), ids, ""), Type: graph.Agreement, Kind: kind, Main: kind}
	var claims []graph.Claim
	for _, p := range parties {
		claims = append(claims, says(p, graph.PartyTo, e))
	}
	return e, claims
}

func TestAgreements(t *testing.T) {
	keys := func(list ...graph.Entity) []string {
		var out []string
		for _, e := range list {
			out = append(out, goldOf(e).Key)
		}
		return out
	}
	two := eval.GoldAgreement{Kind: "MOU", Parties: keys(cork, shanghai)}
	either := eval.GoldAgreement{Kind: "MOU", Kinds: []string{"COOPERATION"}, Parties: keys(cork, shanghai)}
	optional := eval.GoldAgreement{Kind: "MOU", Parties: keys(cork, shanghai), Optional: true}
	bare := eval.GoldAgreement{Kind: "MOU", Evidence: "Cork twins Shanghai. Ann"}
	type found struct {
		kind    string
		parties []graph.Entity
	}
	tests := []struct {
		name  string
		gold  []eval.GoldAgreement
		found []found
		want  eval.Tally
	}{
		{"kind and parties", []eval.GoldAgreement{two}, []found{{"MOU", []graph.Entity{cork, shanghai}}}, eval.Tally{Right: 1}},
		{"another kind", []eval.GoldAgreement{two}, []found{{"COOPERATION", []graph.Entity{cork, shanghai}}}, eval.Tally{Wrong: 1, Missed: 1}},
		{"a kind that is as right", []eval.GoldAgreement{either}, []found{{"COOPERATION", []graph.Entity{cork, shanghai}}}, eval.Tally{Right: 1}},
		{"half of the parties", []eval.GoldAgreement{two}, []found{{"MOU", []graph.Entity{cork}}}, eval.Tally{Right: 1}},
		{"a third of them", []eval.GoldAgreement{two}, []found{{"MOU", []graph.Entity{cork, lima}}}, eval.Tally{Wrong: 1, Missed: 1}},
		{"one to one", []eval.GoldAgreement{two}, []found{{"MOU", []graph.Entity{cork, shanghai}}, {"MOU", []graph.Entity{cork}}}, eval.Tally{Right: 1, Wrong: 1}},
		{"optional", []eval.GoldAgreement{optional}, []found{{"MOU", []graph.Entity{cork, shanghai}}}, eval.Tally{}},
		{"parties unnamed: by the evidence", []eval.GoldAgreement{bare}, []found{{"MOU", []graph.Entity{cork}}}, eval.Tally{Right: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			entities := []graph.Entity{cork, shanghai, lima}
			var claims []graph.Claim
			for _, f := range tt.found {
				e, c := deal(f.kind, f.parties...)
				entities, claims = append(entities, e), append(claims, c...)
			}
			p := one(t, eval.Facts{Entities: golds(cork, shanghai, lima), Agreements: tt.gold}, assertion(entities, claims...))
			if p.Agreements != tt.want {
				t.Errorf("got %+v, want %+v", p.Agreements, tt.want)
			}
		})
	}
}

func TestEventsAndFigures(t *testing.T) {
	event := graph.Entity{ID: graph.EventID("FORUM", "x", cork.ID, ""), Type: graph.Event, Kind: "FORUM", Main: "Harbour Forum", Place: cork.ID}
	entities := []graph.Entity{cork, shanghai, lima, event}
	figure := says(cork, "", graph.Entity{})
	figure.Figure, figure.Value = graph.TwinCount, 7
	facts := eval.Facts{Entities: golds(cork, shanghai, lima)}
	tests := []struct {
		name   string
		events []eval.GoldEvent
		want   eval.Tally
	}{
		{"by name", []eval.GoldEvent{{Kind: "FORUM", Names: []string{"harbour forum"}, Place: goldOf(lima).Key}}, eval.Tally{Right: 1}},
		{"by place and participants", []eval.GoldEvent{{Kind: "FORUM", Place: goldOf(cork).Key, Participants: []string{goldOf(shanghai).Key}}}, eval.Tally{Right: 1}},
		{"not by a third of them", []eval.GoldEvent{{Kind: "FORUM", Place: goldOf(lima).Key, Participants: []string{goldOf(shanghai).Key}}}, eval.Tally{Wrong: 1, Missed: 1}},
		{"not of another kind", []eval.GoldEvent{{Kind: "EXPO", Names: []string{"Harbour Forum"}}}, eval.Tally{Wrong: 1, Missed: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			facts.Events = tt.events
			facts.Figures = []eval.GoldFigure{{S: goldOf(cork).Key, Figure: graph.TwinCount, Value: 7}, {S: goldOf(cork).Key, Figure: graph.TwinCount, Value: 8}}
			p := one(t, facts, assertion(entities, says(shanghai, graph.ParticipatedIn, event), figure))
			if p.Events != tt.want {
				t.Errorf("events %+v, want %+v", p.Events, tt.want)
			}
			if want := (eval.Tally{Right: 1, Missed: 1}); p.Figures != want {
				t.Errorf("figures %+v, want %+v", p.Figures, want)
			}
		})
	}
}

func TestAttributes(t *testing.T) {
	tie, office := says(cork, graph.TwinnedWith, shanghai), says(ann, graph.HoldsOffice, cork)
	tie.Date = graph.Date{Value: "2005"}
	tie.Tier = graph.TierSister
	tie.Status = graph.StatusEnded
	office.Office, office.Evidence.Text = "MAYOR", "not in the article"
	p := one(t, eval.Facts{
		Entities: golds(cork, shanghai, ann),
		Relations: []eval.GoldRelation{
			{S: goldOf(cork).Key, R: graph.TwinnedWith, O: goldOf(shanghai).Key, Since: "2005-05-19", Tier: graph.TierSister},
			{S: goldOf(ann).Key, R: graph.HoldsOffice, O: goldOf(cork).Key, Office: "MAYOR", Former: true},
		},
	}, assertion([]graph.Entity{cork, shanghai, ann}, tie, office))
	want := map[string]eval.Share{
		"since": {Right: 0, Of: 1}, "tiers": {Right: 1, Of: 1}, "statuses": {Right: 0, Of: 1}, "offices": {Right: 1, Of: 1},
		"former": {Right: 0, Of: 1}, "evidence": {Right: 1, Of: 2}, "places": {Right: 2, Of: 2},
	}
	if diff := cmp.Diff(want, p.Attributes); diff != "" {
		t.Errorf("attributes (-want +got):\n%s", diff)
	}
}

func TestQuarantinedArticleMissesAll(t *testing.T) {
	s := run(t, set(t, "set", map[string]eval.Facts{"T": {Entities: golds(cork)}}), canned{}, eval.Options{})
	if want := (eval.Tally{Missed: 1}); s.All.Entities != want || s.All.Quarantined != 1 {
		t.Errorf("got %+v", s.All)
	}
}

func TestIdentity(t *testing.T) {
	elsewhere := person("Ann Lee", shanghai.ID)
	other := goldOf(ann)
	other.Key = "person:other-ann"
	facts := map[string]eval.Facts{"A": {Entities: golds(ann)}, "B": {Entities: golds(ann)}, "C": {Entities: []eval.GoldEntity{other}}}
	pipeline := canned{"A": assertion([]graph.Entity{ann}), "B": assertion([]graph.Entity{elsewhere}), "C": assertion([]graph.Entity{ann})}
	got := run(t, set(t, "set", facts), pipeline, eval.Options{Totals: true}).Identity
	if diff := cmp.Diff(eval.Identity{Keys: 1, Split: 1, IDs: 2, Merged: 1}, got); diff != "" {
		t.Errorf("identity (-want +got):\n%s", diff)
	}
	joined := eval.Options{Totals: true, Rules: func([]graph.Profile) []graph.Judgement {
		p := graph.NewPair(elsewhere.ID, ann.ID)
		return []graph.Judgement{{A: p.A, B: p.B, Verdict: graph.Same, By: graph.ByRule, Score: 1}}
	}}
	if got := run(t, set(t, "set", facts), pipeline, joined).Identity; got.Split != 0 || got.IDs != 1 {
		t.Errorf("joined: %+v", got)
	}
}

func TestSetsScoredByTotalsAlone(t *testing.T) {
	facts := map[string]eval.Facts{"T": {Entities: golds(cork)}}
	for name, blind := range map[string]bool{"set": false, "blind": true, "my-Blind-2": true} {
		s := run(t, set(t, name, facts), canned{"T": assertion(nil)}, eval.Options{})
		var listing bytes.Buffer
		err := s.WriteErrors(&listing)
		if errors.Is(err, eval.ErrBlind) != blind || (listing.Len() == 0) != blind || (len(s.Errors) == 0) != blind {
			t.Errorf("%s: %v, errors %v, listing %q", name, err, s.Errors, listing.String())
		}
		data, err := json.Marshal(s)
		if err != nil || strings.Contains(string(data), "Cork") == blind {
			t.Errorf("%s: JSON %s, %v", name, data, err)
		}
		if s.All.Entities.Missed != 1 {
			t.Errorf("%s: totals %+v", name, s.All.Entities)
		}
	}
}

func TestPathsAreFoldersAndFiles(t *testing.T) {
	one := set(t, "one", map[string]eval.Facts{"A": {Entities: golds(cork)}, "B": {Entities: golds(lima)}})
	two := set(t, "two", map[string]eval.Facts{"C": {Entities: golds(ireland)}})
	for name, tc := range map[string]struct {
		paths  []string
		missed int
	}{
		"a folder":                    {[]string{one}, 2},
		"two folders":                 {[]string{one, two}, 3},
		"an article":                  {[]string{filepath.Join(one, "A.txt")}, 1},
		"its facts":                   {[]string{filepath.Join(one, "A.json")}, 1},
		"one article named two times": {[]string{filepath.Join(one, "A.txt"), one}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := eval.Run(context.Background(), tc.paths, canned{}, eval.Options{})
			if err != nil || s.All.Entities.Missed != tc.missed {
				t.Errorf("missed %d of %d, %v", s.All.Entities.Missed, tc.missed, err)
			}
		})
	}
	alone := filepath.Join(t.TempDir(), "alone.txt")
	if err := os.WriteFile(alone, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.Run(context.Background(), []string{one, alone}, canned{}, eval.Options{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("an article without facts: %v", err)
	}
}

func TestBadSets(t *testing.T) {
	if _, err := eval.Run(context.Background(), []string{t.TempDir()}, canned{}, eval.Options{}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("an empty folder: %v", err)
	}
	dir := set(t, "set", map[string]eval.Facts{"T": {}})
	if err := os.WriteFile(filepath.Join(dir, "T.json"), []byte(`{"entitys": []}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := eval.Run(context.Background(), []string{dir}, canned{}, eval.Options{}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("an unknown field: %v", err)
	}
}
