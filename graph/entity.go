package graph

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
)

// Name is one form of an entity's name. Key is its form in graph/namekey, which alone is
// compared and searched; stores fold nothing themselves.
type Name struct {
	Text string `json:"text"`
	Lang string `json:"lang,omitempty"` // BCP 47, "" where unknown
	Key  string `json:"key"`
}

// Entity is one entity as one source describes it: for a place the gazetteer, for all others
// the article. Fields that do not belong to the type stay zero.
type Entity struct {
	ID    EntityID   `json:"id"`
	Type  EntityType `json:"type"`
	Names []Name     `json:"names"` // sorted by lang, text; the first of Main's text is shown

	// Main is the name to show where no language is asked for.
	Main string `json:"main"`

	// Places.
	GeoNames   int64    `json:"geonames,omitempty"`
	ISO        string   `json:"iso,omitempty"`
	Level      Level    `json:"level,omitempty"`
	Country    EntityID `json:"country,omitempty"` // also of an Institution whose place is known
	Region     EntityID `json:"region,omitempty"`
	Lat        float64  `json:"lat,omitempty"` // WGS 84 degrees; both zero: unknown
	Lon        float64  `json:"lon,omitempty"`
	Population int64    `json:"population,omitempty"`

	// Institutions, agreements and events: one of the kinds of the type's code list.
	Kind string `json:"kind,omitempty"`

	// Agreements and events; Place also of an Institution that the article names with it.
	Date    Date     `json:"date,omitzero"` // signed, or held
	Until   Date     `json:"until,omitzero"`
	Status  Status   `json:"status,omitempty"`
	Place   EntityID `json:"place,omitempty"`
	Renewal bool     `json:"renewal,omitempty"`
	Round   int      `json:"round,omitempty"`
	Topics  []Topic  `json:"topics,omitempty"`
}

// Normal returns the entity with its lists sorted, without doubles and Names never nil, so that
// equal descriptions are equal bytes.
func (e Entity) Normal() Entity {
	names := append([]Name{}, e.Names...)
	slices.SortFunc(names, CompareNames)
	e.Names = slices.CompactFunc(names, func(a, b Name) bool { return CompareNames(a, b) == 0 })
	e.Topics = sortedUnique(e.Topics)
	return e
}

// Hash identifies a description by its content.
func (e Entity) Hash() string {
	b, err := json.Marshal(e.Normal())
	if err != nil {
		panic("graph: entity cannot be written as JSON: " + err.Error()) // only on NaN coordinates, which Validate refuses
	}
	return ContentHash(b)[:20]
}

// CompareNames orders names by language, then text; unknown languages last.
func CompareNames(a, b Name) int {
	if (a.Lang == "") != (b.Lang == "") {
		if a.Lang == "" {
			return 1
		}
		return -1
	}
	if c := strings.Compare(a.Lang, b.Lang); c != 0 {
		return c
	}
	return strings.Compare(a.Text, b.Text)
}

// NameIn returns the name in lang ("zh" also finds "zh-Hans"), or Main with false.
func (e Entity) NameIn(lang string) (Name, bool) {
	for _, n := range e.Names {
		if n.Lang != "" && (n.Lang == lang || strings.HasPrefix(n.Lang, lang+"-")) {
			return n, true
		}
	}
	for _, n := range e.Names {
		if n.Text == e.Main {
			return n, false
		}
	}
	return Name{Text: e.Main}, false
}

// Node is an entity as the graph holds it: derived from every current description of it.
type Node struct {
	Entity
	Articles int `json:"articles"` // current articles that mention it
	Degree   int `json:"degree"`   // current edges at it
	// MergedFrom are the other ids that answer with this node, in order: what judgements hold to
	// be the same entity.
	MergedFrom []EntityID `json:"mergedFrom,omitempty"`
}

// NameTokens cuts a name key into the units that full-text search compares: runs between
// spaces, and every Han character by itself.
func NameTokens(key string) []string {
	var tokens []string
	for _, word := range strings.Fields(key) {
		start := 0
		for i, r := range word {
			if !unicode.Is(unicode.Han, r) {
				continue
			}
			if i > start {
				tokens = append(tokens, word[start:i])
			}
			tokens = append(tokens, string(r))
			start = i + len(string(r))
		}
		if start < len(word) {
			tokens = append(tokens, word[start:])
		}
	}
	return tokens
}
