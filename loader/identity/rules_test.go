package identity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
	"citygraph/loader/identity"
)

func rules(t testing.TB) *identity.Rules {
	t.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		t.Fatal(err)
	}
	r, err := identity.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	dunedin = "city:2191562"
	hamburg = "city:2911298"
)

// post is an office of a city, spoken of in the years first to last.
func post(office graph.Office, at graph.EntityID, first, last string) graph.Post {
	return graph.Post{Type: graph.HoldsOffice, Office: office, At: at, First: first, Last: last}
}

// named makes the profile of a person or institution called by the names.
func named(t graph.EntityType, n int, names ...string) graph.Profile {
	prefix := map[graph.EntityType]string{graph.Person: "person", graph.Institution: "inst"}[t]
	p := graph.Profile{ID: graph.EntityID(fmt.Sprintf("%s:%d", prefix, n)), Type: t}
	for _, name := range names {
		p.Names = append(p.Names, graph.Name{Text: name})
	}
	return p
}

func holder(n int, name string, posts ...graph.Post) graph.Profile {
	p := named(graph.Person, n, name)
	p.Posts = posts
	return p
}

func TestPeople(t *testing.T) {
	mayor := post("MAYOR", dunedin, "2024-11-20", "2024-12-04")
	former := mayor
	former.Former = true
	deputy := post("DEPUTY_MAYOR", dunedin, "2024-01", "2024-02")
	undated := post("MAYOR", dunedin, "", "")
	tests := map[string]struct {
		a, b graph.Profile
		want graph.Verdict // "" for none
	}{
		"Arabic and Latin":                     {holder(1, "Jules Radich", mayor), holder(2, "جوليس ليدي", mayor), graph.Same},
		"Chinese and Latin":                    {holder(1, "Jules Radich", mayor), holder(2, "朱利斯·莱迪", mayor), graph.Same},
		"a Chinese name by its reading":        {holder(1, "Chen Jining", mayor), holder(2, "陈吉宁", mayor), graph.Same},
		"its reading, family name last":        {holder(1, "Jining Chen", mayor), holder(2, "陈吉宁", mayor), graph.Same},
		"its reading in Arabic":                {holder(1, "تشن جي نينغ", mayor), holder(2, "陈吉宁", mayor), graph.Same},
		"another Chinese name":                 {holder(1, "Gong Zheng", mayor), holder(2, "陈吉宁", mayor), ""},
		"a short form":                         {holder(1, "Jules Radich", mayor), holder(2, "Radich", mayor), graph.Same},
		"one letter apart":                     {holder(1, "جوليس ليدي", mayor), holder(2, "جوليوس ليدي", mayor), graph.Same},
		"another name":                         {holder(1, "Jules Radich", mayor), holder(2, "Aaron Hawkins", mayor), ""},
		"another name in another script":       {holder(1, "Jules Radich", mayor), holder(2, "彼得·辰切尔", mayor), ""},
		"one name, another city":               {holder(1, "Jules Radich", mayor), holder(2, "Jules Radich", post("MAYOR", hamburg, "2024", "2024")), ""},
		"one name, no office":                  {holder(1, "Jules Radich"), holder(2, "Jules Radich"), ""},
		"one sound, another office":            {holder(1, "Jules Radich", mayor), holder(2, "جوليس ليدي", deputy), ""},
		"a sound alone among deputies":         {holder(1, "Jules Radich", deputy), holder(2, "朱利斯·莱迪", deputy), ""},
		"one name among deputies":              {holder(1, "Carlos Morales", deputy), holder(2, "卡洛斯·莫拉莱斯", deputy), graph.Same},
		"a part of a former holder":            {holder(1, "Jules Radich", mayor), holder(2, "朱利斯·莱迪", former), ""},
		"a part, undated":                      {holder(1, "Jules Radich", undated), holder(2, "朱利斯·莱迪", undated), graph.Unsure},
		"a lifetime apart":                     {holder(1, "Jules Radich", mayor), holder(2, "Jules Radich", post("MAYOR", dunedin, "1970", "1971")), ""},
		"a part, years apart":                  {holder(1, "Jules Radich", mayor), holder(2, "朱利斯·莱迪", post("MAYOR", dunedin, "2017", "2018")), graph.Unsure},
		"brothers, one letter is the name":     {holder(1, "李强", mayor), holder(2, "李刚", mayor), ""},
		"a family name that two share":         {holder(1, "Ann Lee", mayor), holder(2, "Bob Lee", mayor), ""},
		"a family name that two share by ear":  {holder(1, "Ann Morales", deputy), holder(2, "بيتر موراليس", deputy), ""},
		"initials":                             {holder(1, "J. Radich", mayor), holder(2, "Jules Radich", mayor), graph.Same},
		"an ambassador posted to two places":   {holder(1, "Li Wei", posted("country:CN", "country:IE")), holder(2, "Li Wei", posted("country:CN", "country:PE")), ""},
		"an ambassador in two scripts":         {holder(1, "Li Wei", posted("country:CN", "country:IE")), holder(2, "李伟", posted("country:CN", "country:IE")), graph.Same},
		"two scripts in one name say nothing":  {holder(1, "Jules 莱迪", mayor), holder(2, "朱利斯·莱迪", mayor), ""},
		"a name of no letters":                 {holder(1, "…", mayor), holder(2, "…", mayor), ""},
		"names that only begin alike":          {holder(1, "Marta Kowalska", mayor), holder(2, "Marek Kowalski", mayor), ""},
		"a very short form is no short form":   {holder(1, "Li Na", mayor), holder(2, "Li", mayor), ""},
		"one name, one office, seven years on": {holder(1, "Jules Radich", mayor), holder(2, "Jules Radich", post("MAYOR", dunedin, "2017", "2018")), graph.Same},
	}
	r := rules(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { check(t, r, tt.want, tt.a, tt.b) })
	}
}

func posted(at, to graph.EntityID) graph.Post {
	p := post("AMBASSADOR", at, "2024", "2024")
	p.PostedTo = to
	return p
}

func check(t *testing.T, r *identity.Rules, want graph.Verdict, profiles ...graph.Profile) {
	t.Helper()
	var got graph.Verdict
	judged := r.Judge(profiles)
	for _, j := range judged {
		got = j.Verdict
		if err := j.Validate(); err != nil || len(j.Reasons) < 2 {
			t.Errorf("%+v: %v", j, err)
		}
	}
	if got != want {
		t.Errorf("judged %q, want %q: %+v", got, want, judged)
	}
}

func institution(n int, kind graph.InstitutionKind, country graph.EntityID, name string) graph.Profile {
	p := named(graph.Institution, n, name)
	p.Kind, p.Country = string(kind), country
	return p
}

func TestInstitutions(t *testing.T) {
	tests := map[string]struct {
		a, b graph.Profile
		want graph.Verdict
	}{
		"a port in Arabic and English":      {institution(1, "PORT", "", "ميناء هامبورغ"), institution(2, "PORT", "country:DE", "Port of Hamburg"), graph.Same},
		"a port in Chinese and Arabic":      {institution(1, "PORT", "country:DE", "汉堡港"), institution(2, "PORT", "", "ميناء هامبورغ"), graph.Same},
		"two orders of one language":        {institution(1, "PORT", "", "Port of Qingdao"), institution(2, "PORT", "", "Qingdao Port"), graph.Same},
		"ports of two cities":               {institution(1, "PORT", "", "Port of Hamburg"), institution(2, "PORT", "", "ميناء تشينغداو"), ""},
		"a port and its authority":          {institution(1, "PORT", "", "Busan Port Authority"), institution(2, "PORT", "", "Port of Busan"), ""},
		"a city council":                    {institution(1, "GOVERNMENT_BODY", "", "Osaka City Council"), institution(2, "GOVERNMENT_BODY", "", "大阪市议会"), graph.Same},
		"a council is no government":        {institution(1, "GOVERNMENT_BODY", "", "Osaka City Council"), institution(2, "GOVERNMENT_BODY", "", "大阪市政府"), ""},
		"a university across scripts":       {institution(1, "UNIVERSITY", "", "University of Hamburg"), institution(2, "UNIVERSITY", "", "汉堡大学"), graph.Same},
		"two universities of one language":  {institution(1, "UNIVERSITY", "", "University of Hamburg"), institution(2, "UNIVERSITY", "", "Hamburg University"), ""},
		"a name with more in it":            {institution(1, "UNIVERSITY", "", "上海交通大学"), institution(2, "UNIVERSITY", "", "University of Shanghai"), ""},
		"another country says another city": {institution(1, "PORT", "country:US", "Port of Hamburg"), institution(2, "PORT", "country:DE", "汉堡港"), ""},
		"a head without a place":            {institution(1, "GOVERNMENT_BODY", "", "Ministry of Foreign Affairs"), institution(2, "GOVERNMENT_BODY", "", "外交部"), ""},
		"kinds that differ":                 {institution(1, "COMPANY", "", "Port of Hamburg"), institution(2, "PORT", "", "汉堡港"), ""},
	}
	r := rules(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { check(t, r, tt.want, tt.a, tt.b) })
	}
}

// TestThreeScriptsAreOne: who is only heard over a third name is still one, in any order.
func TestThreeScriptsAreOne(t *testing.T) {
	mayor := post("MAYOR", dunedin, "2024-11-20", "2024-12-04")
	profiles := []graph.Profile{holder(1, "جوليس ليدي", mayor), holder(2, "朱利斯·莱迪", mayor), holder(3, "Jules Radich", mayor)}
	r := rules(t)
	want := r.Judge(profiles)
	classes := graph.NewClasses(want)
	if diff := cmp.Diff([]graph.EntityID{"person:2", "person:3"}, classes.MergedFrom("person:1")); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	rapid.Check(t, func(rt *rapid.T) {
		if diff := cmp.Diff(want, r.Judge(rapid.Permutation(profiles).Draw(rt, "order"))); diff != "" {
			rt.Errorf("another order (-want +got):\n%s", diff)
		}
	})
}

// TestNoSpellingAlone: names by themselves, however equal, judge nobody.
func TestNoSpellingAlone(t *testing.T) {
	var profiles []graph.Profile
	for i, name := range strings.Split("Jiangsu Jiangxi Shanxi Shaanxi Austria Australia", " ") {
		profiles = append(profiles, named(graph.Person, i, name), institution(i, "OTHER", "", name), institution(10+i, "PORT", "", "Port of "+name))
	}
	judged := slices.DeleteFunc(rules(t).Judge(profiles), func(j graph.Judgement) bool { return j.Verdict != graph.Same })
	if len(judged) > 0 {
		t.Errorf("joined by spelling: %+v", judged)
	}
}
