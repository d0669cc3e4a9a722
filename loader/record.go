package loader

import (
	"cmp"
	"slices"

	"citygraph/graph"
)

// Record is an article with its facts as `citygraph extract` prints them, one JSON object a
// line. Names and codes are those of the gold corpus; ids are the graph's. A relation that the
// article tells several times is one entry, with the firmest evidence. What an article denies
// is a claim, but no relation.
//
// It is also the form in which claims made elsewhere are loaded. There, entity ids are any
// strings that are unique in the record, numbers may be left out, and three things may be added:
// who made it, the article's text, and the country that a place lies in.
type Record struct {
	Extractor  RecordExtractor   `json:"extractor,omitzero"`
	Article    RecordArticle     `json:"article"`
	Entities   []RecordEntity    `json:"entities"`
	Relations  []RecordRelation  `json:"relations"`
	Agreements []RecordAgreement `json:"agreements"`
	Events     []RecordEvent     `json:"events"`
	Figures    []RecordFigure    `json:"figures"`
}

// RecordExtractor is who made a Record that was made elsewhere.
type RecordExtractor struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// RecordArticle is the head of a Record. Text is read of records made elsewhere, not printed:
// without it, the article's text is its title and its evidence.
type RecordArticle struct {
	File   string          `json:"file"`
	ID     graph.ArticleID `json:"id"`
	Title  string          `json:"title"`
	Lang   string          `json:"lang"`
	Date   string          `json:"date,omitempty"`
	Source string          `json:"source,omitempty"`
	URL    string          `json:"url,omitempty"`
	Text   string          `json:"text,omitempty"`
}

// RecordEntity is a place, person or institution that the article names. Names are the forms
// that stand in the article, in order of appearance.
type RecordEntity struct {
	ID       graph.EntityID   `json:"id"`
	Type     graph.EntityType `json:"type"`
	Name     string           `json:"name"`
	Names    []string         `json:"names"`
	GeoNames int64            `json:"geonames,omitempty"`
	ISO      string           `json:"iso,omitempty"`
	Kind     string           `json:"kind,omitempty"`
	Country  string           `json:"country,omitempty"` // of a place made elsewhere: name or ISO 3166-1 code
}

// RecordRelation is one relation of two entities.
type RecordRelation struct {
	S          graph.EntityID `json:"s"`
	R          graph.EdgeType `json:"r"`
	O          graph.EntityID `json:"o"`
	Status     graph.Status   `json:"status,omitempty"`
	Tier       graph.Tier     `json:"tier,omitempty"`
	Since      string         `json:"since,omitempty"` // of a TWINNED_WITH
	Until      string         `json:"until,omitempty"`
	Date       string         `json:"date,omitempty"` // of all others
	Office     graph.Office   `json:"office,omitempty"`
	To         graph.EntityID `json:"to,omitempty"`
	Former     bool           `json:"former,omitempty"`
	Topics     []graph.Topic  `json:"topics,omitempty"`
	Modality   graph.Modality `json:"modality"`
	Confidence float64        `json:"confidence"`
	Evidence   RecordEvidence `json:"evidence"`
}

// RecordEvidence is an exact stretch of the article's text, with its half-open byte offsets.
type RecordEvidence struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// RecordAgreement is a document or an announced deal.
type RecordAgreement struct {
	ID          graph.EntityID   `json:"id"`
	Kind        string           `json:"kind"`
	Parties     []graph.EntityID `json:"parties"`
	Signatories []graph.EntityID `json:"signatories,omitempty"`
	Date        string           `json:"date,omitempty"`
	Renewal     bool             `json:"renewal,omitempty"`
	Status      graph.Status     `json:"status,omitempty"`
	Topics      []graph.Topic    `json:"topics,omitempty"`
	Evidence    RecordEvidence   `json:"evidence"`
}

// RecordEvent is a happening with several parties.
type RecordEvent struct {
	ID           graph.EntityID   `json:"id"`
	Kind         string           `json:"kind"`
	Name         string           `json:"name,omitempty"`
	Place        graph.EntityID   `json:"place,omitempty"`
	Participants []graph.EntityID `json:"participants"`
	Date         string           `json:"date,omitempty"`
	Evidence     RecordEvidence   `json:"evidence"`
}

// RecordFigure is a number that the article claims of a place.
type RecordFigure struct {
	S        graph.EntityID   `json:"s"`
	Figure   graph.FigureType `json:"figure"`
	Value    int64            `json:"value"`
	Evidence RecordEvidence   `json:"evidence"`
}

// NewRecord converts what an article asserts; file is where it was read.
func NewRecord(file string, a graph.Assertion) Record {
	rec := Record{
		Article: RecordArticle{
			File: file, ID: a.Article.ID, Title: a.Article.Title, Lang: a.Article.Lang,
			Date: a.Article.Date, Source: a.Article.Source, URL: a.Article.URL,
		},
		Entities: []RecordEntity{}, Relations: []RecordRelation{}, Agreements: []RecordAgreement{},
		Events: []RecordEvent{}, Figures: []RecordFigure{},
	}
	claims := slices.DeleteFunc(slices.Clone(a.Claims), func(c graph.Claim) bool { return c.Modality == graph.Denied })
	slices.SortFunc(claims, byEvidence)
	about := map[graph.EntityID][]graph.Claim{}
	for _, c := range claims {
		switch {
		case c.Figure != "":
			rec.addFigure(c)
		case c.Type == graph.PartyTo || c.Type == graph.Signed || c.Type == graph.ParticipatedIn:
			about[c.Object] = append(about[c.Object], c)
		case c.Type == graph.HeldIn || c.Type == graph.Renews:
			about[c.Subject] = append(about[c.Subject], c)
		default:
			rec.addRelation(c)
		}
	}
	spans := map[graph.EntityID][]graph.Span{}
	for _, m := range a.Mentions {
		spans[m.Entity] = m.Spans
	}
	for _, e := range a.Entities {
		switch e.Type {
		case graph.Agreement:
			rec.addAgreement(e, about[e.ID])
		case graph.Event:
			rec.addEvent(e, about[e.ID])
		default:
			rec.Entities = append(rec.Entities, recordEntity(e, spans[e.ID], a.Article.Text))
		}
	}
	return rec
}

// byEvidence orders claims by where they stand, ties by id.
func byEvidence(a, b graph.Claim) int {
	return cmp.Or(a.Evidence.Span.Start-b.Evidence.Span.Start, a.Evidence.Trigger.Start-b.Evidence.Trigger.Start, cmp.Compare(a.ID, b.ID))
}

func evidence(c graph.Claim) RecordEvidence {
	return RecordEvidence{c.Evidence.Text, c.Evidence.Span.Start, c.Evidence.Span.End}
}

func recordEntity(e graph.Entity, spans []graph.Span, text string) RecordEntity {
	names := []string{}
	for _, s := range spans {
		names = append(names, s.Of(text))
	}
	if !e.Type.IsPlace() { // the description is the article's own, without titles and clitics
		names = names[:0]
		for _, n := range e.Names {
			names = append(names, n.Text)
		}
	}
	unique := make([]string, 0, len(names))
	for _, n := range names {
		if !slices.Contains(unique, n) {
			unique = append(unique, n)
		}
	}
	return RecordEntity{ID: e.ID, Type: e.Type, Name: e.Main, Names: unique, GeoNames: e.GeoNames, ISO: e.ISO, Kind: e.Kind}
}

func (r *Record) addFigure(c graph.Claim) {
	for _, f := range r.Figures {
		if f.S == c.Subject && f.Figure == c.Figure && f.Value == c.Value {
			return
		}
	}
	r.Figures = append(r.Figures, RecordFigure{c.Subject, c.Figure, c.Value, evidence(c)})
}

func (r *Record) addAgreement(e graph.Entity, claims []graph.Claim) {
	if len(claims) == 0 {
		return
	}
	a := RecordAgreement{ID: e.ID, Kind: e.Kind, Parties: []graph.EntityID{}, Date: e.Date.Value, Renewal: e.Renewal, Status: e.Status, Topics: e.Topics, Evidence: evidence(claims[0])}
	for _, c := range claims {
		switch c.Type {
		case graph.PartyTo:
			a.Parties = addID(a.Parties, c.Subject)
		case graph.Signed:
			a.Signatories = addID(a.Signatories, c.Subject)
		}
	}
	r.Agreements = append(r.Agreements, a)
}

func (r *Record) addEvent(e graph.Entity, claims []graph.Claim) {
	if len(claims) == 0 {
		return
	}
	v := RecordEvent{ID: e.ID, Kind: e.Kind, Name: e.Main, Place: e.Place, Participants: []graph.EntityID{}, Date: e.Date.Value, Evidence: evidence(claims[0])}
	for _, c := range claims {
		switch c.Type {
		case graph.ParticipatedIn:
			v.Participants = addID(v.Participants, c.Subject)
		case graph.HeldIn:
			v.Place = cmp.Or(v.Place, c.Object)
		}
	}
	r.Events = append(r.Events, v)
}

func addID(ids []graph.EntityID, id graph.EntityID) []graph.EntityID {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}
