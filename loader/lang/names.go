package lang

import "citygraph/graph"

// Names is the grammar of names: what stands beside, before and inside them.
type Names struct {
	Header `yaml:",inline"`

	// Offices that people hold. The longest phrase wins.
	Offices []Office `yaml:"offices"`
	// Former, Acting: words before (or after) an office.
	Former []string `yaml:"former"`
	Acting []string `yaml:"acting"`
	// Honorifics stand before a name and carry no office; Suffixes stand after it.
	Honorifics []string `yaml:"honorifics"`
	Suffixes   []string `yaml:"suffixes"`
	// Announce words stand before a comma and a name, or behind one, and are no office:
	// "his predecessor, …".
	Announce []string `yaml:"announce"`
	// Given names, Surnames: cues for a person where no title stands.
	Given    []string `yaml:"given"`
	Surnames []string `yaml:"surnames"`
	// Particles join the parts of a name and are no part by themselves: van, de, bin.
	Particles []string `yaml:"particles"`
	// Tails end the part of a name that they follow, whatever they mean alone: الدين, الله.
	Tails []string `yaml:"tails"`
	// Sounds are the characters that foreign names are written with in an unspaced script;
	// Joints stand between the parts of such a name.
	Sounds string   `yaml:"sounds"`
	Joints []string `yaml:"joints"`
	// Personal are characters that given names hold although they are words too: 正, 强.
	Personal string `yaml:"personal"`
	// Saying verbs follow (or, verb first, precede) a person.
	Saying []string `yaml:"saying"`

	// Heads are nouns that make an institution.
	Heads []Head `yaml:"heads"`
	// Inner words may stand inside the name of an institution although they are common.
	Inner []string `yaml:"inner"`
	// Plain words make no name of a definite head: "the local government".
	Plain []string `yaml:"plain"`
	// Happenings are head nouns of names that are no institution: forum, week, award.
	Happenings []string `yaml:"happenings"`

	// Places are the nouns of a place's type.
	Places []PlaceNoun `yaml:"places"`
	// PlaceCues make a place of a name that is an ordinary word: "in", "visited".
	PlaceCues []string `yaml:"placeCues"`
	// ShortCues are those of PlaceCues that a name of one character stands behind: 访沪.
	ShortCues []string `yaml:"shortCues"`
	// Posted words stand between the sender and the host of an envoy: 中国驻捷克大使.
	Posted []string `yaml:"posted"`
	// Groups are plurals that stand for entities named elsewhere; Backs are definite forms that
	// refer to one.
	Groups []Back `yaml:"groups"`
	Backs  []Back `yaml:"backs"`

	Examples []Example `yaml:"examples"`
}

// Office is a post with the words for it.
type Office struct {
	Code  graph.Office `yaml:"code"`
	Words []string     `yaml:"words"`
	// Of is the type of what the office is held of: City, Region, Country, Institution or "".
	Of graph.EntityType `yaml:"of"`
	// Weak words are an office only beside a name: "member", "head".
	Weak bool `yaml:"weak"`
}

// Head is the head noun of institutions of one kind.
type Head struct {
	Kind  graph.InstitutionKind `yaml:"kind"`
	Words []string              `yaml:"words"`
	// Short heads are a name only beside a place: 港, 政府.
	Short bool `yaml:"short"`
	// Whole heads are a name by themselves: 国务院.
	Whole bool `yaml:"whole"`
}

// PlaceNoun is a noun that tells the type of the place whose name it stands by.
type PlaceNoun struct {
	Type   graph.EntityType `yaml:"type"`
	Before []string         `yaml:"before"` // "city of", مدينة
	After  []string         `yaml:"after"`  // 市, "County"
	Dual   []string         `yaml:"dual"`   // before two or more names: "cities of", مدينتي
}

// Back is a form that refers back to entities of a type.
type Back struct {
	Type  graph.EntityType `yaml:"type"` // City, Region, Country, Person, Institution or "" for any side
	Words []string         `yaml:"words"`
}
