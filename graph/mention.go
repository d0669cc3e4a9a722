package graph

// MentionType is what a span of text names.
type MentionType string

// The mention types. Group is a plural that stands for entities named elsewhere ("the two
// cities", 两市, الجانبان).
const (
	MentionPlace       MentionType = "PLACE"
	MentionPerson      MentionType = "PERSON"
	MentionInstitution MentionType = "INSTITUTION"
	MentionOffice      MentionType = "OFFICE"
	MentionDate        MentionType = "DATE"
	MentionNumber      MentionType = "NUMBER"
	MentionGroup       MentionType = "GROUP"
)

// Candidate is an entity that a mention may name, with the evidence for it.
type Candidate struct {
	ID    EntityID
	Score float64 // 0 to 1
	Cue   bool    // the name alone is too weak (an ordinary word, one character): needs a cue
}

// Mention is a typed span. The mention stage finds it, with what its own grammar tells; the
// entity stage fills Entities and the claim stage reads both.
type Mention struct {
	Type     MentionType
	Span     Span // in Article.Text
	Block    int  // index in Document.Blocks
	Sentence int  // index in Block.Sentences
	Zone     Zone

	// Candidates are set on a PLACE, best first; on an INSTITUTION known to the gazetteer too.
	Candidates []Candidate
	// Entities are what the mention was resolved to: one, or several for a GROUP; none where it
	// stays ambiguous, and then no claim hangs on it.
	Entities []EntityID

	Name     string          // PERSON, INSTITUTION, PLACE: the name without titles and clitics
	Lang     string          // language of the surface
	Kind     InstitutionKind // INSTITUTION
	Places   []Span          // INSTITUTION, OFFICE: places inside or attached, as spans
	Office   Office          // OFFICE
	Former   bool            // OFFICE: over at the article's date
	Demonym  bool            // PLACE: an adjective of nationality, not the name
	Stated   EntityType      // PLACE: the type that the text itself states ("province of …"), or ""
	Date     Date            // DATE, resolved against the anchor
	Value    int64           // NUMBER
	Rule     string          // the rule that found it
	Definite bool            // a short or definite form that refers back ("the city", 该市)
}

// DropReason says why something that was found was not kept.
type DropReason string

// The drop reasons that the stages count.
const (
	DropAmbiguous   DropReason = "AMBIGUOUS_PLACE"
	DropNeedsCue    DropReason = "ORDINARY_WORD"
	DropNested      DropReason = "INSIDE_ANOTHER_NAME"
	DropZone        DropReason = "ZONE_DOES_NOT_COUNT"
	DropOntology    DropReason = "ONTOLOGY"
	DropNoEvidence  DropReason = "NO_EVIDENCE"
	DropDuplicate   DropReason = "DUPLICATE"
	DropLowScore    DropReason = "LOW_CONFIDENCE"
	DropStateLevel  DropReason = "STATE_RELATIONS"
	DropSelf        DropReason = "SELF_RELATION"
	DropNotVerbatim DropReason = "NOT_VERBATIM"
)

// Drop is one thing that was found and not kept.
type Drop struct {
	Reason DropReason
	Span   Span
	Rule   string
}
