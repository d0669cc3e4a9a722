package loader

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/article"
	"citygraph/loader/claim"
	"citygraph/loader/entity"
)

// Unlinked is a name of a record made elsewhere that could not be linked.
type Unlinked struct {
	Name   string
	Reason graph.DropReason
}

// adopt makes the assertion of claims made elsewhere: it links their names as those of articles
// are linked and keeps each claim whose names and evidence hold. An error says that nothing was
// left.
func (p *Pipeline) adopt(a article.Article) (x Extraction, err error) {
	rec, err := elsewhere(a)
	if err != nil {
		return x, err
	}
	in := input(a)
	in.Body = cmp.Or(in.Body, strings.Join(rec.evidence(), "\n\n"))
	if x.Document, err = p.builder.Build(in); err != nil {
		return x, documentError(err)
	}
	head := &x.Document.Article
	if head.Lang == undetermined && a.Lang != "" {
		head.Lang = a.Lang // the other side may know languages that have no pack here
	}
	if a.Tie != nil { // all rows of a table are one witness
		head.Witness, head.Fingerprint = graph.ContentHash([]byte(head.Source)), ""
	}
	d := &adoption{record: rec, doc: x.Document, linked: p.resolver.Link(x.Document, rec.named())}
	d.collect()
	x.Mentions, x.Drops, x.Unlinked = d.linked.Mentions, d.out.Drops, d.unlinked()
	x.Assertion = assertion(*head, entity.Result{Mentions: d.linked.Mentions, Entities: d.linked.Entities}, d.out)
	invalid, err := settle(&x.Assertion)
	x.Drops = append(x.Drops, invalid...)
	if err != nil {
		return x, &StageError{StageAssertion, ReasonInvalid, err}
	}
	if len(x.Assertion.Claims) == 0 {
		return x, d.nothing(x)
	}
	return x, nil
}

// undetermined is the BCP 47 tag of a language that is not known.
const undetermined = "und"

// adoption is a record made elsewhere on its way to claims.
type adoption struct {
	record foreignRecord
	doc    graph.Document
	linked entity.Linked
	ids    map[graph.EntityID]int // of the record's own ids, in linked
	out    claim.Result
}

func (d *adoption) collect() {
	d.ids = make(map[graph.EntityID]int, len(d.record.Entities))
	for i, e := range d.record.Entities {
		d.ids[e.ID] = i
	}
	for _, r := range d.record.Relations {
		d.relation(r)
	}
	for _, a := range d.record.Agreements {
		d.agreement(a)
	}
	for _, e := range d.record.Events {
		d.event(e)
	}
	for _, f := range d.record.Figures {
		if subject, ok := d.entity(f.S); ok {
			d.keep(graph.Claim{Figure: f.Figure, Subject: subject, Value: f.Value}, f.Evidence, 0)
		}
	}
}

// entity is the graph's id of the record's own one, counting as dropped what has none.
func (d *adoption) entity(own graph.EntityID) (graph.EntityID, bool) {
	i, ok := d.ids[own]
	if !ok {
		d.drop(DropInvalid)
		return "", false
	}
	if d.linked.IDs[i] == "" {
		d.drop(d.linked.Reasons[i])
		return "", false
	}
	return d.linked.IDs[i], true
}

func (d *adoption) drop(reason graph.DropReason) {
	d.out.Drops = append(d.out.Drops, graph.Drop{Reason: reason, Rule: d.record.rule})
}

func (d *adoption) relation(r RecordRelation) {
	c := graph.Claim{
		Type: r.R, Tier: r.Tier, Status: r.Status, Office: r.Office, Former: r.Former, Topics: r.Topics, Title: d.record.title,
		Modality: r.Modality, Date: stated(cmp.Or(r.Since, r.Date)), Until: stated(r.Until),
	}
	var ok bool
	if c.Subject, ok = d.entity(r.S); !ok {
		return
	}
	if c.Object, ok = d.entity(r.O); !ok {
		return
	}
	if r.To != "" {
		if c.PostedTo, ok = d.entity(r.To); !ok {
			return
		}
	}
	d.keep(c, r.Evidence, r.Confidence)
}

func (d *adoption) agreement(a RecordAgreement) {
	if a.Kind == "" || !graph.HasCode("AgreementKind", a.Kind) {
		d.drop(DropInvalid)
		return
	}
	parties := d.entities(a.Parties)
	e := graph.Entity{
		Type: graph.Agreement, Kind: a.Kind, Main: a.Kind, Date: stated(a.Date), Status: a.Status, Renewal: a.Renewal, Topics: a.Topics,
	}
	e.ID = graph.AgreementID(graph.AgreementKind(a.Kind), parties, a.Date)
	d.part(e, graph.PartyTo, parties, a.Evidence)
	d.part(e, graph.Signed, d.entities(a.Signatories), a.Evidence)
}

func (d *adoption) event(v RecordEvent) {
	if v.Kind == "" || !graph.HasCode("EventKind", v.Kind) {
		d.drop(DropInvalid)
		return
	}
	e := graph.Entity{Type: graph.Event, Kind: v.Kind, Main: cmp.Or(v.Name, v.Kind), Date: stated(v.Date)}
	if v.Place != "" {
		e.Place, _ = d.entity(v.Place)
	}
	key := namekey.Key(e.Main)
	e.ID = graph.EventID(graph.EventKind(v.Kind), key, e.Place, v.Date)
	e.Names = []graph.Name{{Text: e.Main, Lang: d.doc.Article.Lang, Key: key}}
	if e.Place != "" {
		d.out.Entities = append(d.out.Entities, e)
		d.keep(graph.Claim{Type: graph.HeldIn, Subject: e.ID, Object: e.Place, Date: e.Date}, v.Evidence, 0)
	}
	d.part(e, graph.ParticipatedIn, d.entities(v.Participants), v.Evidence)
}

func (d *adoption) entities(own []graph.EntityID) []graph.EntityID {
	var ids []graph.EntityID
	for _, o := range own {
		if id, ok := d.entity(o); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// part adds the claims that each of ids has a part in the agreement or event e.
func (d *adoption) part(e graph.Entity, t graph.EdgeType, ids []graph.EntityID, said RecordEvidence) {
	c := graph.Claim{Type: t, Object: e.ID, Date: e.Date, Status: e.Status, Topics: e.Topics}
	if e.Status == graph.StatusPlanned {
		c.Modality = graph.Planned
	}
	for _, c.Subject = range ids {
		d.out.Entities = append(d.out.Entities, e)
		d.keep(c, said, 0)
	}
}

// DefaultConfidence is that of a claim made elsewhere which states none.
const DefaultConfidence = 0.8

// keep adds the claim if the article holds its evidence.
func (d *adoption) keep(c graph.Claim, said RecordEvidence, confidence float64) {
	a := d.doc.Article
	span, ok := find(a.Text, said)
	if !ok {
		d.drop(graph.DropNotVerbatim)
		return
	}
	c.Article, c.Asserted, c.Witness, c.Fingerprint = a.ID, a.Date, a.Witness, a.Fingerprint
	c.Modality = cmp.Or(c.Modality, graph.Fact)
	c.Confidence = cmp.Or(confidence, DefaultConfidence)
	c.Rule, c.Version = d.record.rule, d.record.version
	c.Evidence = graph.Evidence{
		Text: span.Of(a.Text), Span: span, Trigger: graph.Span{Start: span.Start, End: span.Start},
		Subject: d.named(c.Subject, span), Object: d.named(c.Object, span),
	}
	d.out.Claims = append(d.out.Claims, c.Identify())
}

// find returns where the evidence stands in the text: at its offsets, else where it comes first.
func find(text string, said RecordEvidence) (graph.Span, bool) {
	exact := norm.NFC.String(strings.TrimSpace(said.Text))
	if span := (graph.Span{Start: said.Start, End: said.End}); exact != "" && span.Of(text) == exact {
		return span, true
	}
	at := strings.Index(text, exact)
	return graph.Span{Start: at, End: at + len(exact)}, exact != "" && at >= 0
}

// named is where the evidence names the entity, the zero span where it does not.
func (d *adoption) named(id graph.EntityID, evidence graph.Span) graph.Span {
	for _, m := range d.linked.Mentions {
		if slices.Contains(m.Entities, id) && evidence.Covers(m.Span) {
			return m.Span
		}
	}
	return graph.Span{}
}

// unlinked lists the names that stand for no entity.
func (d *adoption) unlinked() []Unlinked {
	var out []Unlinked
	for i, id := range d.linked.IDs {
		if id == "" {
			out = append(out, Unlinked{d.record.Entities[i].Names[0], d.linked.Reasons[i]})
		}
	}
	return out
}

// nothing says why no claim is left of a record, nil where it made none.
func (d *adoption) nothing(x Extraction) error {
	if len(x.Drops) == 0 {
		return nil
	}
	if len(x.Unlinked) > 0 {
		u := x.Unlinked[0]
		return &StageError{StageEntity, Reason(u.Reason), fmt.Errorf("%q", u.Name)}
	}
	if slices.ContainsFunc(x.Drops, func(p graph.Drop) bool { return p.Reason == graph.DropNotVerbatim }) {
		return &StageError{StageAssertion, ReasonEvidence, errors.New("no evidence stands in the text")}
	}
	return &StageError{StageAssertion, ReasonInvalid, errors.New("no claim fits the ontology and its code lists")}
}

func stated(value string) graph.Date {
	if value == "" {
		return graph.Date{}
	}
	return graph.Date{Value: value, Method: graph.Stated} // settle takes out the claim where it is none
}
