package graph

// Span is a stretch of a text, as half-open byte offsets on rune boundaries:
// Text[Start:End] is the surface form. The zero Span is empty and valid.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the surface of the span in text, "" where the span does not fit.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Covers reports whether t lies inside s.
func (s Span) Covers(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Article is one article as stored: its text and what is known of its origin. Text is NFC: the
// title, an empty line, then the body, blocks apart by an empty line. All spans of the graph
// are offsets into Text.
type Article struct {
	ID     ArticleID `json:"id"`
	URL    string    `json:"url,omitempty"`
	Source string    `json:"source,omitempty"` // publisher as the article names it
	Title  string    `json:"title"`
	Lang   string    `json:"lang"`           // BCP 47: ar, en, zh-Hans, zh-Hant …
	Date   string    `json:"date,omitempty"` // of publication, YYYY-MM-DD, YYYY-MM or YYYY
	Text   string    `json:"text"`
	// RawHash is the SHA-256 of the bytes that were read, before any decoding.
	RawHash string `json:"rawHash"`
	// Witness is equal for texts that are the same but for spacing, case and marks.
	Witness string `json:"witness"`
	// Fingerprint is a sketch of the text's shingles, see NewFingerprint: copies that are cut or
	// lightly edited resemble each other. "" where the text is too short to tell.
	Fingerprint string `json:"fingerprint,omitempty"`
}

// Zone is the part that a block plays in an article.
type Zone string

// The zones of an article. Facts in LinkBox and Boilerplate do not count.
const (
	ZoneTitle       Zone = "TITLE"
	ZoneByline      Zone = "BYLINE"
	ZoneBody        Zone = "BODY"
	ZoneHeading     Zone = "HEADING"
	ZoneCaption     Zone = "CAPTION"
	ZoneListItem    Zone = "LIST_ITEM"
	ZoneTableRow    Zone = "TABLE_ROW"
	ZoneQuote       Zone = "QUOTE"
	ZoneLinkBox     Zone = "LINK_BOX"
	ZoneBoilerplate Zone = "BOILERPLATE"
)

// Asserts reports whether what stands in the zone is said by the article itself.
func (z Zone) Asserts() bool { return z != ZoneLinkBox && z != ZoneBoilerplate && z != ZoneByline }

// Document is an article made ready for reading: its text cut into blocks and sentences, in
// text order, without overlap.
type Document struct {
	Article Article
	Blocks  []Block
	// Dateline is the span of "CORK, 12 May (Xinhua) —" and the like, empty where there is none.
	Dateline Span
}

// Block is a paragraph, heading, list item, caption or other unit of the layout.
type Block struct {
	Zone      Zone
	Span      Span
	Sentences []Span // inside Span, in order; spaces between sentences belong to none
}
