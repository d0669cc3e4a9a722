package graphtest

import "citygraph/graph"

// The entities of the reference graph, for tests that ask about them.
var (
	China      = Place("country:CN", "", "en:China", "zh-Hans:中国", "ar:الصين")
	Ireland    = Place("country:IE", "", "en:Ireland", "ar:أيرلندا", "zh-Hans:爱尔兰")
	Peru       = Place("country:PE", "", "en:Peru", "ar:البيرو")
	Queensland = Place("region:AU-QLD", "country:AU", "en:Queensland", "ar:كوينزلاند", "zh-Hans:昆士兰州")
	Shanghai   = Place("city:1796236", "country:CN", "en:Shanghai", "zh-Hans:上海", "ar:شانغهاي")
	Cork       = Place("city:2965140", "country:IE", "en:Cork", "zh-Hans:科克", "ar:كورك")
	Lima       = Place("city:3936456", "country:PE", "en:Lima", "zh-Hans:利马", "ar:ليما")
	Dunedin    = Place("city:2191562", "country:NZ", "en:Dunedin", "zh-Hans:达尼丁", "ar:دنيدن")
	Coventry   = Place("city:2652221", "country:GB", "en:Coventry")
	Prague     = Place("city:3067696", "country:CZ", "en:Prague", "zh-Hans:布拉格", "ar:براغ")
	Radich     = PersonNamed(Dunedin.ID, "en:Jules Radich")
	OBrien     = PersonNamed("country:IE", "ar:أوبرين")
	PortSH     = InstitutionNamed("PORT", "country:CN", "zh-Hans:上海港", "ar:ميناء شانغهاي")
	PortHH     = InstitutionNamed("PORT", "country:DE", "en:Port of Hamburg")
	Round7     = AgreementOf("TWINNING", "2022-02", Shanghai, Dunedin)
	Forum      = EventNamed("FORUM", "2024-11", Shanghai.ID, "en:Friendship Cities Forum")
)

// Reference returns a small graph in three scripts with every edge type, figures, denials,
// endings, reprints, parallel edges and dates of every precision.
func Reference() []graph.Assertion {
	return []graph.Assertion{
		NewStory("شانغهاي ومدنها التوأمة", "ar", "2024-12-04", "sample-ar").
			Fact(Shanghai, graph.TwinnedWith, Lima, InTier("SISTER"), Sure(0.8)).
			Fact(Shanghai, graph.Visited, Lima, On("2024-11-30"), With("PLANNED"), Said("PLANNED")).
			Fact(Shanghai, graph.TwinnedWith, Cork, InTier("SISTER")).
			Fact(Lima, graph.LocatedIn, Peru).Fact(Cork, graph.LocatedIn, Ireland).
			Fact(OBrien, graph.HoldsOffice, Ireland, As("AMBASSADOR"), func(c *graph.Claim) { c.PostedTo = "country:CN" }).
			Fact(PortSH, graph.PartnersWith, PortHH, About("PORTS_SHIPPING", "ENVIRONMENT_CLIMATE")).
			Figure(Shanghai, graph.TwinCount, 72).Mention(China).Assertion(),
		NewStory("上海友城", "zh-Hans", "2022-02-20", "sample-zh").
			Fact(Shanghai, graph.TwinnedWith, Dunedin, On("1994-10-21"), InTier("SISTER")).
			Fact(Shanghai, graph.PartyTo, Round7).Fact(Dunedin, graph.PartyTo, Round7).
			Fact(Shanghai, graph.TwinnedWith, Queensland, On("1989"), InTier("FRIENDLY_EXCHANGE")).
			Fact(PortSH, graph.LocatedIn, Shanghai).Fact(Shanghai, graph.LocatedIn, China).Assertion(),
		NewStory("Cork and its twins", "en", "2024-05-19", "sample-en").
			Fact(Cork, graph.TwinnedWith, Shanghai, On("2005-05-19"), InTier("SISTER")).
			Fact(Cork, graph.TwinnedWith, Coventry, On("1958")).
			Fact(Radich, graph.HoldsOffice, Dunedin, As("MAYOR")).
			Fact(Radich, graph.Visited, Shanghai, On("2024-11")).
			Fact(Radich, graph.ParticipatedIn, Forum, func(c *graph.Claim) { c.Role = "SPEAKER" }).
			Fact(Forum, graph.HeldIn, Shanghai).
			Fact(Dunedin, graph.TwinnedWith, Cork, Said(graph.Denied)).Assertion(),
		NewStory("Mayors in Shanghai", "en", "2024-11-20", "sample-en").
			Fact(Radich, graph.Visited, Shanghai, On("2024-11-18")).
			Fact(Radich, graph.Met, OBrien, On("2024-11-18")).
			Fact(Radich, graph.Signed, Round7).
			Fact(Radich, graph.HoldsOffice, Dunedin, As("COUNCILLOR"), func(c *graph.Claim) { c.Former = true }).
			Fact(Shanghai, graph.TwinnedWith, Dunedin, On("1994"), Sure(0.6)).
			Fact(Shanghai, graph.TwinnedWith, Cork, Said(graph.Denied)).Assertion(),
		NewStory("Prague lets go", "en", "2020-01-14", "sample-en").
			Fact(Prague, graph.TwinnedWith, Shanghai, Until("2020-01-14")).SameTextAs("prague").Assertion(),
		NewStory("Prague lets go (reprint)", "en", "2020-01-15", "sample-copy").
			Fact(Prague, graph.TwinnedWith, Shanghai, Until("2020-01-14")).SameTextAs("prague").Assertion(),
		NewStory("Prague looks back", "en", "2023-01", "sample-en").
			Fact(Prague, graph.TwinnedWith, Shanghai, On("2017")).
			Fact(Prague, graph.Visited, Shanghai, On("2017")).Fact(Prague, graph.Visited, Shanghai).Assertion(),
	}
}
