package graphtest

import "citygraph/graph"

// Diplomacy returns the graph that the competency questions of the domain guide are asked of:
// two loads, the second made of what was learned later. It holds the reference graph and, for
// each question, something that answers it and something that must not. Facts are those of the
// domain guide where it has them, else made up.
func Diplomacy() (first, second []graph.Assertion) {
	c := newCast()
	first = append(Reference(), c.tiesOfCork(), c.upgrade(), c.papers(), c.rounds(), c.visits(), c.houses(), c.members(), c.counts(), c.namesakes())
	return first, []graph.Assertion{c.twoDates(), c.prague(), c.later(), c.commitments(), c.countsLater(), c.arabicCork()}
}

// cast is the entities of Diplomacy beyond those of the reference graph.
type cast struct {
	usa, britain, spain, italy            graph.Entity
	francisco, cologne, wuxi, barcelona   graph.Entity
	milan, santiago, santiagoCuba, madrid graph.Entity
	lordMayor, breed, consul              graph.Entity
	museumSH, museumCK, universityCK      graph.Entity
	company, foundation, network          graph.Entity
	round6, mou, expired, three, after    graph.Entity
	mission                               graph.Entity
}

func newCast() cast {
	c := cast{
		usa:          Place("country:US", "", "en:United States", "zh-Hans:美国"),
		britain:      Place("country:GB", "", "en:United Kingdom"),
		spain:        Place("country:ES", "", "en:Spain"),
		italy:        Place("country:IT", "", "en:Italy"),
		francisco:    Place("city:5391959", "country:US", "en:San Francisco", "zh-Hans:旧金山", "ar:سان فرانسيسكو"),
		cologne:      Place("city:2886242", "country:DE", "en:Cologne"),
		wuxi:         Place("city:1790923", "country:CN", "en:Wuxi", "zh-Hans:无锡"),
		barcelona:    Place("city:3128760", "country:ES", "en:Barcelona"),
		milan:        Place("city:3173435", "country:IT", "en:Milan", "zh-Hans:米兰"),
		santiago:     Place("city:3871336", "country:CL", "en:Santiago", "ar:سانتياغو"),
		santiagoCuba: Place("city:3536729", "country:CU", "en:Santiago de Cuba", "en:Santiago"),
		madrid:       Place("city:3117735", "country:ES", "en:Madrid"),
		lordMayor:    PersonNamed(Cork.ID, "en:Kieran McCarthy", "zh-Hans:基兰·麦卡锡"),
		breed:        PersonNamed("city:5391959", "en:London Breed", "ar:لندن بريد"),
		consul:       PersonNamed("country:IE", "en:David Murphy"),
		museumSH:     InstitutionNamed("MUSEUM", "country:CN", "en:Shanghai Museum", "zh-Hans:上海博物馆"),
		museumCK:     InstitutionNamed("MUSEUM", "country:IE", "en:Crawford Gallery"),
		universityCK: InstitutionNamed("UNIVERSITY", "country:IE", "en:University College Cork"),
		company:      InstitutionNamed("COMPANY", "country:IE", "en:Musgrave"),
		foundation:   InstitutionNamed("FOUNDATION", "country:CN", "en:Friendship Foundation"),
		network:      InstitutionNamed("ASSOCIATION", "", "en:Eurocities"),
		round6:       AgreementOf("TWINNING", "2017", Shanghai, Dunedin),
		mou:          AgreementOf("MOU", "2024-01-26", Shanghai, Place("city:5391959", "country:US", "en:San Francisco")),
		expired:      AgreementOf("COOPERATION", "2021-03", Cork, Shanghai),
		three:        AgreementOf("DECLARATION", "2023-06-01", Cork, Shanghai, Lima),
		after:        AgreementOf("MOU", "2025-01-15", Dunedin, Shanghai),
		mission:      EventNamed("VISIT", "2024-05-19", Shanghai.ID, "en:Cork trade mission"),
	}
	c.mou.Until, _ = graph.ParseDate("2025-06-30")
	c.mou.Topics = []graph.Topic{"TRADE", "CULTURE"}
	c.expired.Until, _ = graph.ParseDate("2024-03")
	c.expired.Topics = []graph.Topic{"EDUCATION"}
	c.after.Topics = []graph.Topic{"HERITAGE"}
	c.round6.Round = 6
	return c
}

func (c cast) tiesOfCork() graph.Assertion {
	return NewStory("Cork looks abroad", "en", "2023-09-01", "sample-en").
		Fact(Cork, graph.TwinnedWith, c.francisco, On("1984"), InTier("SISTER"), About("CULTURE", "TRADE")).
		Fact(Cork, graph.TwinnedWith, c.cologne, On("1988"), InTier("SISTER")).
		Fact(Shanghai, graph.TwinnedWith, c.francisco, On("1980-01-28"), InTier("SISTER"), About("TRADE")).
		Fact(c.cologne, graph.TwinnedWith, Lima, Said(graph.Reported), Sure(0.5)).
		Fact(c.francisco, graph.LocatedIn, c.usa).Fact(Coventry, graph.LocatedIn, c.britain).
		Fact(c.lordMayor, graph.HoldsOffice, Cork, As("MAYOR"), On("2023")).
		Fact(c.breed, graph.HoldsOffice, c.francisco, As("MAYOR"), On("2018")).
		Fact(c.consul, graph.HoldsOffice, Ireland, As("CONSUL_GENERAL"), func(cl *graph.Claim) { cl.PostedTo = Shanghai.ID }).
		Mention(Shanghai).Assertion()
}

func (c cast) upgrade() graph.Assertion {
	return NewStory("From letter to sister", "en", "2012-06-02", "sample-en").
		Fact(Cork, graph.TwinnedWith, c.wuxi, On("2005"), InTier("INTENT"), Said(graph.Past)).
		Fact(Cork, graph.TwinnedWith, c.wuxi, On("2007-03"), InTier("FRIENDLY_EXCHANGE"), Said(graph.Past)).
		Fact(Cork, graph.TwinnedWith, c.wuxi, On("2012-06-01"), InTier("SISTER")).
		Assertion()
}

func (c cast) papers() graph.Assertion {
	return NewStory("Papers of two cities", "en", "2024-01-27", "sample-en").
		Fact(Shanghai, graph.PartyTo, c.mou).Fact(c.francisco, graph.PartyTo, c.mou).
		Fact(c.breed, graph.Signed, c.mou, On("2024-01-26")).
		Fact(Cork, graph.PartyTo, c.expired).Fact(Shanghai, graph.PartyTo, c.expired).
		Fact(Cork, graph.PartyTo, c.three).Fact(Shanghai, graph.PartyTo, c.three).Fact(Lima, graph.PartyTo, c.three).
		Fact(c.foundation, graph.PartyTo, c.three).Assertion()
}

func (c cast) rounds() graph.Assertion {
	return NewStory("第七轮续签", "zh-Hans", "2022-02-21", "sample-zh").
		Fact(Shanghai, graph.PartyTo, c.round6).Fact(Dunedin, graph.PartyTo, c.round6).
		Fact(Round7, graph.Renews, c.round6, func(cl *graph.Claim) { cl.Round = 7 }).
		Fact(Shanghai, graph.PartnersWith, Dunedin, On("2022"), About("SCIENCE_TECHNOLOGY", "CULTURE")).Assertion()
}

func (c cast) visits() graph.Assertion {
	return NewStory("A year of delegations", "en", "2024-06-03", "sample-en").
		Fact(Cork, graph.Visited, Shanghai, On("2024-05-19")).
		Fact(Shanghai, graph.Visited, Cork, On("2023-10")).
		Fact(Shanghai, graph.Visited, c.francisco, On("2023-11-14")).
		Fact(c.lordMayor, graph.Visited, Shanghai, On("2024-05-19")).
		Fact(c.lordMayor, graph.Visited, Lima, On("2024-03")).
		Fact(c.breed, graph.Visited, Shanghai, On("2024-04-20")).
		Fact(c.lordMayor, graph.Met, OBrien, On("2024-05-20")).Fact(c.lordMayor, graph.Met, c.breed, On("2024-05-21")).
		Fact(c.francisco, graph.Visited, Cork, On("2024-01"), With("PLANNED"), Said(graph.Planned)).
		Fact(Lima, graph.Visited, Cork, On("2023-12"), With("PLANNED"), Said(graph.Planned)).
		Fact(Lima, graph.Visited, Cork, On("2024-01-10")).
		Fact(Cork, graph.ParticipatedIn, c.mission).Fact(Shanghai, graph.ParticipatedIn, c.mission, func(cl *graph.Claim) { cl.Role = "HOST" }).
		Fact(c.universityCK, graph.ParticipatedIn, c.mission).Fact(c.mission, graph.HeldIn, Shanghai).Assertion()
}

func (c cast) houses() graph.Assertion {
	return NewStory("Museums in partnership", "en", "2021-07-01", "sample-en").
		Fact(c.museumSH, graph.LocatedIn, Shanghai).Fact(c.museumCK, graph.LocatedIn, Cork).Fact(c.universityCK, graph.LocatedIn, Cork).
		Fact(c.museumSH, graph.PartnersWith, c.museumCK, On("2021"), About("CULTURE")).
		Fact(c.universityCK, graph.PartnersWith, Shanghai, On("2019"), About("EDUCATION")).
		Fact(c.barcelona, graph.PartnersWith, Cork, On("2020"), About("PORTS_SHIPPING", "CULTURE")).Assertion()
}

func (c cast) members() graph.Assertion {
	return NewStory("Cities of the network", "en", "2022-05-05", "sample-en").
		Fact(Cork, graph.MemberOf, c.network).Fact(c.barcelona, graph.MemberOf, c.network).Fact(c.milan, graph.MemberOf, c.network).
		Fact(c.cologne, graph.MemberOf, c.network).Fact(c.madrid, graph.MemberOf, c.network).
		Fact(c.barcelona, graph.TwinnedWith, Shanghai, On("2001"), InTier("SISTER")).
		Fact(c.barcelona, graph.TwinnedWith, c.francisco, On("2010"), InTier("SISTER")).
		Fact(c.barcelona, graph.LocatedIn, c.spain).Fact(c.madrid, graph.LocatedIn, c.spain).Assertion()
}

func (c cast) counts() graph.Assertion {
	rule := func(title, on string) func(*graph.Claim) {
		return func(cl *graph.Claim) { cl.Title, cl.Date = title, graph.Date{Value: on, Method: graph.Stated} }
	}
	return NewStory("Shanghai counts its twins", "en", "2016-11-01", "sample-en").
		Figure(Shanghai, graph.TwinCount, 82, rule("sister, exchange and district level", "2016")).
		Figure(Shanghai, graph.TwinCount, 47, rule("sister cities", "2000-05")).
		Figure(Shanghai, graph.CountryCount, 56, rule("countries", "2016")).Assertion()
}

// namesakes names two places alike.
func (c cast) namesakes() graph.Assertion {
	return NewStory("Which Santiago", "en", "2019-08-28", "sample-en").
		Fact(Shanghai, graph.TwinnedWith, c.santiagoCuba, On("1996-08-28"), InTier("SISTER")).
		Fact(c.santiago, graph.Visited, Lima, On("2019-08")).Assertion()
}

func (c cast) twoDates() graph.Assertion {
	return NewStory("Milan and its dates", "en", "2019-04-04", "sample-it").
		Fact(c.milan, graph.TwinnedWith, Shanghai, On("1979"), InTier("SISTER")).
		Fact(c.milan, graph.TwinnedWith, Shanghai, On("1976"), InTier("UNSPECIFIED"), Said(graph.Reported), Sure(0.6)).
		Fact(c.milan, graph.LocatedIn, c.italy).Assertion()
}

// prague ends in words what went on in deeds.
func (c cast) prague() graph.Assertion {
	return NewStory("布拉格之后", "zh-Hans", "2021-05-01", "sample-zh").
		Fact(Prague, graph.Visited, Shanghai, On("2021-04")).
		Fact(c.cologne, graph.TwinnedWith, Cork, With("SUSPENDED"), func(cl *graph.Claim) {
			cl.Until = graph.Date{Value: "2021-02", Method: graph.Stated}
		}).Assertion()
}

func (c cast) later() graph.Assertion {
	return NewStory("What came of the forum", "en", "2025-02-01", "sample-en").
		Fact(Dunedin, graph.PartyTo, c.after).Fact(Shanghai, graph.PartyTo, c.after).
		Fact(Dunedin, graph.ParticipatedIn, Forum).Fact(Shanghai, graph.ParticipatedIn, Forum, func(cl *graph.Claim) { cl.Role = "HOST" }).
		Fact(Shanghai, graph.Visited, Dunedin, On("2025-01-20")).Assertion()
}

func (c cast) commitments() graph.Assertion {
	return NewStory("What the mission brought", "en", "2024-05-21", "sample-ie").
		Fact(Cork, graph.Visited, Shanghai, On("2024-05-19")).
		Fact(c.company, graph.PartnersWith, c.foundation, On("2024-05-20"), About("TRADE")).
		Fact(c.company, graph.PartnersWith, Shanghai, Said(graph.Intended), About("INVESTMENT")).
		Fact(c.company, graph.LocatedIn, Cork).Assertion()
}

func (c cast) countsLater() graph.Assertion {
	return NewStory("上海友城九十五对", "zh-Hans", "2025-05-01", "sample-zh").
		Figure(Shanghai, graph.TwinCount, 95, func(cl *graph.Claim) { cl.Title = "市级和区级" }).Assertion()
}

func (c cast) arabicCork() graph.Assertion {
	return NewStory("كورك وشانغهاي", "ar", "2025-05-20", "sample-ar").
		Fact(Cork, graph.TwinnedWith, Shanghai, InTier("SISTER"), On("2005")).
		Fact(Lima, graph.TwinnedWith, Shanghai, InTier("SISTER")).Assertion()
}
