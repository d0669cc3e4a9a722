package graph

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Assertion is all that one article asserts: the unit of loading, replacing and retracting.
type Assertion struct {
	Article  Article      `json:"article"`
	Entities []Entity     `json:"entities"` // every entity that Mentions and Claims name
	Mentions []MentionRef `json:"mentions"` // MENTIONS edges: one entry an entity
	Claims   []Claim      `json:"claims"`
}

// MentionRef says where an article names an entity.
type MentionRef struct {
	Entity EntityID `json:"entity"`
	Spans  []Span   `json:"spans"`
}

// Hash identifies the assertion by all that it says; an equal hash is an unchanged article.
func (a Assertion) Hash() string {
	b, err := json.Marshal(a.Normal())
	if err != nil {
		panic("graph: assertion cannot be written as JSON: " + err.Error()) // only on NaN, which Validate refuses
	}
	return ContentHash(b)[:40]
}

// Normal returns the assertion with its lists in canonical order and none of them nil, so that
// equal assertions are equal bytes.
func (a Assertion) Normal() Assertion {
	entities := make([]Entity, len(a.Entities))
	for i, e := range a.Entities {
		entities[i] = e.Normal()
	}
	slices.SortFunc(entities, func(x, y Entity) int { return strings.Compare(string(x.ID), string(y.ID)) })
	a.Entities = entities
	mentions := make([]MentionRef, len(a.Mentions))
	for i, m := range a.Mentions {
		mentions[i] = MentionRef{Entity: m.Entity, Spans: append([]Span{}, m.Spans...)}
	}
	slices.SortFunc(mentions, func(x, y MentionRef) int { return strings.Compare(string(x.Entity), string(y.Entity)) })
	a.Mentions = mentions
	a.Claims = append([]Claim{}, a.Claims...)
	slices.SortFunc(a.Claims, func(x, y Claim) int { return strings.Compare(string(x.ID), string(y.ID)) })
	return a
}

// Batch is one atomic write. Assertions replace whatever their articles asserted before;
// Retract takes back all that the named articles assert. An article stands in one of the two
// lists, once.
type Batch struct {
	Assertions []Assertion
	Retract    []ArticleID
	// Run names the run that sends the batch and is part of its ID: the same articles loaded,
	// retracted and loaded again are three batches.
	Run string
}

// ID identifies the batch by its run and content, so that a sender who lost the answer can ask
// Writer.HasApplied.
func (b Batch) ID() BatchID {
	parts := make([]string, 0, len(b.Assertions)+len(b.Retract)+2)
	parts = append(parts, b.Run)
	for _, a := range b.Assertions {
		parts = append(parts, string(a.Article.ID)+a.Hash())
	}
	parts = append(parts, "retract")
	for _, id := range b.Retract {
		parts = append(parts, string(id))
	}
	return BatchID("batch:" + digest(parts...))
}

// Validate checks the whole batch against ontology, code lists and limits; the error is an
// *InvalidError or *LimitError that names the field.
func (b Batch) Validate() error {
	if n := len(b.Assertions) + len(b.Retract); n > MaxBatch {
		return &LimitError{Limit: "MaxBatch", Max: MaxBatch, Got: n}
	}
	seen := map[ArticleID]bool{}
	for i, a := range b.Assertions {
		if seen[a.Article.ID] {
			return &InvalidError{fmt.Sprintf("assertions[%d].article.id", i), "stands in the batch twice"}
		}
		seen[a.Article.ID] = true
		if err := a.Validate(); err != nil {
			return fmt.Errorf("assertions[%d]: %w", i, err)
		}
	}
	for i, id := range b.Retract {
		if id == "" || seen[id] {
			return &InvalidError{fmt.Sprintf("retract[%d]", i), "is empty or stands in the batch twice"}
		}
		seen[id] = true
	}
	return nil
}

// Validate checks one assertion.
func (a Assertion) Validate() error {
	if err := a.validateArticle(); err != nil {
		return err
	}
	types := make(map[EntityID]EntityType, len(a.Entities))
	for i, e := range a.Entities {
		if _, twice := types[e.ID]; twice {
			return &InvalidError{fmt.Sprintf("entities[%d].id", i), "stands twice"}
		}
		if err := e.validate(); err != nil {
			return fmt.Errorf("entities[%d]: %w", i, err)
		}
		types[e.ID] = e.Type
	}
	mentioned := make(map[EntityID]bool, len(a.Mentions))
	for i, m := range a.Mentions {
		if types[m.Entity] == "" || mentioned[m.Entity] {
			return &InvalidError{fmt.Sprintf("mentions[%d].entity", i), "is unknown or stands twice"}
		}
		mentioned[m.Entity] = true
		for _, s := range m.Spans {
			if !fits(s, a.Article.Text) || s.Len() == 0 {
				return &InvalidError{fmt.Sprintf("mentions[%d].spans", i), "lies outside the text"}
			}
		}
	}
	for _, e := range a.Entities {
		if !mentioned[e.ID] {
			return &InvalidError{"mentions", fmt.Sprintf("has no entry for %s", e.ID)}
		}
	}
	ids := make(map[ClaimID]bool, len(a.Claims))
	for i, c := range a.Claims {
		if ids[c.ID] {
			return &InvalidError{fmt.Sprintf("claims[%d].id", i), "stands twice"}
		}
		ids[c.ID] = true
		if err := c.validate(a.Article, types); err != nil {
			return fmt.Errorf("claims[%d]: %w", i, err)
		}
	}
	return nil
}

func (a Assertion) validateArticle() error {
	switch {
	case a.Article.ID == "":
		return &InvalidError{"article.id", "is empty"}
	case a.Article.Text == "":
		return &InvalidError{"article.text", "is empty"}
	case !valid(string(a.Article.ID), a.Article.URL, a.Article.Source, a.Article.Title, a.Article.Lang, a.Article.Text, a.Article.Witness, a.Article.Fingerprint):
		return &InvalidError{"article", "is not UTF-8"}
	case a.Article.Witness == "":
		return &InvalidError{"article.witness", "is empty"}
	case len(a.Article.Text) > MaxArticleBytes:
		return &LimitError{Limit: "MaxArticleBytes", Max: MaxArticleBytes, Got: len(a.Article.Text)}
	case len(a.Entities) > MaxEntities:
		return &LimitError{Limit: "MaxEntities", Max: MaxEntities, Got: len(a.Entities)}
	case len(a.Claims) > MaxClaims:
		return &LimitError{Limit: "MaxClaims", Max: MaxClaims, Got: len(a.Claims)}
	}
	if _, err := ParseDate(a.Article.Date); err != nil {
		return &InvalidError{"article.date", "is no date"}
	}
	return nil
}

func (e Entity) validate() error {
	kinds := map[EntityType]string{Institution: "InstitutionKind", Agreement: "AgreementKind", Event: "EventKind"}
	switch {
	case e.ID == "" || e.Type == "" || e.ID.TypeOf() != e.Type:
		return &InvalidError{"id", fmt.Sprintf("%q does not fit type %q", e.ID, e.Type)}
	case e.Main == "" || !valid(string(e.ID), e.Main):
		return &InvalidError{"id, main", "is empty or not UTF-8"}
	case kinds[e.Type] != "" && (e.Kind == "" || !HasCode(kinds[e.Type], e.Kind)):
		return &InvalidError{"kind", fmt.Sprintf("%q is no %s", e.Kind, kinds[e.Type])}
	case math.IsNaN(e.Lat) || math.IsNaN(e.Lon) || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180:
		return &InvalidError{"lat, lon", "are no coordinates"}
	case len(e.Names) > MaxNames:
		return &LimitError{Limit: "MaxNames", Max: MaxNames, Got: len(e.Names)}
	}
	for _, n := range e.Names {
		if n.Text == "" || n.Key == "" || len(n.Text) > MaxNameBytes || !valid(n.Text, n.Key, n.Lang) {
			return &InvalidError{"names", fmt.Sprintf("%q is empty, without key, too long or not UTF-8", n.Text)}
		}
	}
	return nil
}

func (c Claim) validate(article Article, types map[EntityID]EntityType) error {
	switch {
	case c.Article != article.ID || c.Witness != article.Witness || c.Fingerprint != article.Fingerprint:
		return &InvalidError{"article", "is not the asserting article"}
	case (c.Type == "") == (c.Figure == ""):
		return &InvalidError{"type", "exactly one of type and figure is set"}
	case c.Evidence.Text == "" || c.Evidence.Span.Of(article.Text) != c.Evidence.Text:
		return &InvalidError{"evidence.text", "is not the text at its span"}
	case len(c.Evidence.Text) > MaxSentenceBytes:
		return &LimitError{Limit: "MaxSentenceBytes", Max: MaxSentenceBytes, Got: len(c.Evidence.Text)}
	case !fits(c.Evidence.Trigger, article.Text) || !fits(c.Evidence.Subject, article.Text) || !fits(c.Evidence.Object, article.Text):
		return &InvalidError{"evidence", "a span lies outside the text"}
	case !(c.Confidence >= 0 && c.Confidence <= 1):
		return &InvalidError{"confidence", "is not between 0 and 1"}
	case c.Modality == "" || c.Rule == "" || c.Version == "":
		return &InvalidError{"modality, rule, version", "one is empty"}
	case !valid(c.Title, c.Rule, c.Version, c.Asserted):
		return &InvalidError{"title, rule, version, asserted", "one is not UTF-8"}
	case types[c.Subject] == "":
		return &InvalidError{"subject", fmt.Sprintf("%q is not among the entities", c.Subject)}
	case c.ID != c.Identify().ID:
		return &InvalidError{"id", "does not derive from the claim: call Identify last"}
	}
	if err := c.validateCodes(); err != nil {
		return err
	}
	if c.Figure != "" {
		if !HasCode("FigureType", string(c.Figure)) || c.Object != "" || c.Value < 0 {
			return &InvalidError{"figure", "is no figure of one place"}
		}
		return nil
	}
	return c.validateRelation(types)
}

func (c Claim) validateRelation(types map[EntityID]EntityType) error {
	r, ok := RelationOf(c.Type)
	switch {
	case !ok:
		return &InvalidError{"type", fmt.Sprintf("%q is no edge type", c.Type)}
	case types[c.Object] == "":
		return &InvalidError{"object", fmt.Sprintf("%q is not among the entities", c.Object)}
	case !r.Allows(types[c.Subject], types[c.Object]):
		return &InvalidError{"type", fmt.Sprintf("%s cannot join %s and %s", c.Type, types[c.Subject], types[c.Object])}
	case c.Subject == c.Object:
		return &InvalidError{"object", "is the subject"}
	case r.Symmetric && c.Object < c.Subject:
		return &InvalidError{"subject", "is not the smaller id of a symmetric relation"}
	case c.PostedTo != "" && types[c.PostedTo] == "":
		return &InvalidError{"postedTo", "is not among the entities"}
	}
	return nil
}

func (c Claim) validateCodes() error {
	lists := map[string]string{
		"Tier": string(c.Tier), "Status": string(c.Status), "Modality": string(c.Modality),
		"Office": string(c.Office), "Role": string(c.Role),
	}
	for name, value := range lists {
		if !HasCode(name, value) {
			return &InvalidError{strings.ToLower(name), fmt.Sprintf("%q is no %s", value, name)}
		}
	}
	for _, t := range c.Topics {
		if t == "" || !HasCode("Topic", string(t)) {
			return &InvalidError{"topics", fmt.Sprintf("%q is no Topic", t)}
		}
	}
	for _, d := range []Date{c.Date, c.Until} {
		if !d.IsZero() && !d.valid() {
			return &InvalidError{"date", fmt.Sprintf("%q is no EDTF date", d.Value)}
		}
	}
	return nil
}

// valid reports whether every string is UTF-8, which all stores and exports rely on.
func valid(list ...string) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !utf8.ValidString(s) })
}

func fits(s Span, text string) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) &&
		(s.Start == len(text) || utf8.RuneStart(text[s.Start])) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}

func sortedUnique[T ~string](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func itoa(n int) string { return strconv.Itoa(n) }
