package lang

import "strings"

// Pack is all that is known of one language. It is read-only once loaded and safe for
// concurrent use.
type Pack struct {
	Tag      string // BCP 47 without script or region: ar, en, zh
	Language Language
	Names    Names
	Dates    Dates
	Claims   Claims
}

// Header says where the data of a file comes from.
type Header struct {
	Source  string `yaml:"source"`
	Licence string `yaml:"licence"`
	Date    string `yaml:"date"` // YYYY-MM-DD of the last revision
}

// Example is a text with what a grammar must find in it and what it must not. Entries are
// "TYPE surface", TYPE being a graph.MentionType, as in "PERSON Ada Lovelace"; a DATE or NUMBER
// may carry its value: "DATE last July = 2024-07".
type Example struct {
	Text string   `yaml:"text"`
	Date string   `yaml:"date"` // of publication, for relative dates
	Yes  []string `yaml:"yes"`
	No   []string `yaml:"no"`
}

// Language is how a language is written.
type Language struct {
	Header `yaml:",inline"`

	// Spaced: words stand apart. Otherwise every character of the script is a token.
	Spaced bool `yaml:"spaced"`
	// Cased: names begin with a capital.
	Cased bool `yaml:"cased"`

	// Function words tell the language of a text.
	Function []string `yaml:"function"`
	// Ends are the characters that end a sentence, Abbreviations the words whose dot does not.
	Ends          []string `yaml:"ends"`
	Abbreviations []string `yaml:"abbreviations"`

	// Proclitics and Enclitics are written onto a word. They come off only where the rest is a
	// known word. Article is the definite article where it is a proclitic. Restore maps the end
	// of a word before an enclitic to its end without one.
	Proclitics []string          `yaml:"proclitics"`
	Enclitics  []string          `yaml:"enclitics"`
	Article    string            `yaml:"article"`
	Restore    map[string]string `yaml:"restore"`

	// Conjunctions are the proclitics that stand before all others. NoName lists endings of words
	// that are no proper name; Present the letters that open a verb of the present tense, told
	// from a name by the letter behind them, which is none of Vowels, and Clusters what opens a
	// foreign name with such a letter: تش for ch.
	Conjunctions []string `yaml:"conjunctions"`
	NoName       []string `yaml:"noName"`
	Present      []string `yaml:"present"`
	Vowels       string   `yaml:"vowels"`
	Clusters     []string `yaml:"clusters"`
	// Articles are words that may stand before a name and are no part of it.
	Articles []string `yaml:"articles"`

	// And joins names in a list; Of joins a head and its name; In places something.
	And []string `yaml:"and"`
	Of  []string `yaml:"of"`
	In  []string `yaml:"in"`
	// Possessive ends a name that owns what follows.
	Possessive []string `yaml:"possessive"`

	// Common words are no part of a name where names are not marked by a capital; in an unspaced
	// language they end a name that is read from left to right.
	Common []string `yaml:"common"`

	// Breaks are the words of an unspaced language that no name of any kind runs through: there
	// Common ends a personal name only.
	Breaks []string `yaml:"breaks"`

	// Zones: words that open or mark a block of that zone, by graph.Zone.
	Zones map[string][]string `yaml:"zones"`
}

// Base returns the primary subtag: "zh" of "zh-Hant".
func Base(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}
