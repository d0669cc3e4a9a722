package loader_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
)

const recordText = "Cork twins Shanghai. Cork visits Shanghai. It did in May. Ann Lee, mayor."

// asserted builds an assertion over recordText; each claim's evidence is its i-th sentence.
func asserted(entities []graph.Entity, claims ...graph.Claim) graph.Assertion {
	spans := []graph.Span{{Start: 0, End: 20}, {Start: 21, End: 42}, {Start: 43, End: 57}, {Start: 58, End: 73}}
	a := graph.Assertion{Article: graph.Article{ID: "article:1", Title: "T", Lang: "en", Text: recordText, Witness: "w"}, Entities: entities}
	for i, c := range claims {
		s := spans[i%len(spans)]
		c.Evidence = graph.Evidence{Text: s.Of(recordText), Span: s}
		if c.Modality == "" {
			c.Modality = graph.Fact
		}
		a.Claims = append(a.Claims, c.Identify())
	}
	return a
}

func date(v string) graph.Date { return graph.Date{Value: v, Method: graph.Stated} }

func TestRecordRelations(t *testing.T) {
	cork, shanghai := graph.CityID(1), graph.CityID(2)
	twin := func(c graph.Claim) graph.Claim {
		c.Type, c.Subject, c.Object = graph.TwinnedWith, cork, shanghai
		return c
	}
	visit := func(c graph.Claim) graph.Claim {
		c.Type, c.Subject, c.Object = graph.Visited, cork, shanghai
		return c
	}
	tests := []struct {
		name   string
		claims []graph.Claim
		want   []loader.RecordRelation
	}{
		{"a tie told twice is one, with the better of both", []graph.Claim{
			twin(graph.Claim{Tier: graph.TierUnspecified, Confidence: 0.5, Date: date("2005")}),
			twin(graph.Claim{Tier: graph.TierSister, Confidence: 0.9, Date: date("2005-05-19"), Topics: []graph.Topic{"TRADE"}}),
		}, []loader.RecordRelation{{R: graph.TwinnedWith, Tier: graph.TierSister, Since: "2005-05-19", Confidence: 0.9, Topics: []graph.Topic{"TRADE"}, Modality: graph.Fact, Evidence: loader.RecordEvidence{Text: "Cork visits Shanghai.", Start: 21, End: 42}}}},
		{"years that contradict each other cancel out", []graph.Claim{
			twin(graph.Claim{Date: date("1979")}), twin(graph.Claim{Date: date("1976")}),
		}, []loader.RecordRelation{{R: graph.TwinnedWith, Modality: graph.Fact, Evidence: loader.RecordEvidence{Text: "Cork twins Shanghai.", End: 20}}}},
		{"the end of a tie is the news", []graph.Claim{
			twin(graph.Claim{Status: graph.StatusActive}), twin(graph.Claim{Status: graph.StatusEnded, Until: date("2024")}),
		}, []loader.RecordRelation{{R: graph.TwinnedWith, Status: graph.StatusEnded, Until: "2024", Modality: graph.Fact, Evidence: loader.RecordEvidence{Text: "Cork twins Shanghai.", End: 20}}}},
		{"what is denied is no relation", []graph.Claim{twin(graph.Claim{Modality: graph.Denied})}, []loader.RecordRelation{}},
		{"visits of one time are one, of two times two", []graph.Claim{
			visit(graph.Claim{}), visit(graph.Claim{Date: date("2024-05")}), visit(graph.Claim{Date: date("2023")}),
		}, []loader.RecordRelation{
			{R: graph.Visited, Date: "2024-05", Modality: graph.Fact, Evidence: loader.RecordEvidence{Text: "Cork twins Shanghai.", End: 20}},
			{R: graph.Visited, Date: "2023", Modality: graph.Fact, Evidence: loader.RecordEvidence{Text: "It did in May.", Start: 43, End: 57}},
		}},
		{
			"a planned visit says so",
			[]graph.Claim{visit(graph.Claim{Modality: graph.Planned})},
			[]loader.RecordRelation{{R: graph.Visited, Status: graph.StatusPlanned, Modality: graph.Planned, Evidence: loader.RecordEvidence{Text: "Cork twins Shanghai.", End: 20}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.want {
				tt.want[i].S, tt.want[i].O = cork, shanghai
			}
			got := loader.NewRecord("a.txt", asserted(nil, tt.claims...)).Relations
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("relations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRecordFrames(t *testing.T) {
	cork, shanghai, ann := graph.CityID(1), graph.CityID(2), graph.PersonID("ann lee", graph.CityID(1))
	parties := []graph.EntityID{cork, shanghai}
	deal := graph.AgreementID("MOU", parties, "2024")
	event := graph.EventID("FORUM", "x", cork, "2024")
	unclaimed := graph.AgreementID("MOU", nil, "")
	a := asserted([]graph.Entity{
		{ID: cork, Type: graph.City, Main: "Cork", GeoNames: 1, Names: []graph.Name{{Text: "Corcaigh"}}},
		{ID: ann, Type: graph.Person, Main: "Ann Lee", Names: []graph.Name{{Text: "Ann Lee"}}},
		{ID: deal, Type: graph.Agreement, Main: "MOU", Kind: "MOU", Date: date("2024"), Renewal: true, Status: graph.StatusSigned, Topics: []graph.Topic{"TRADE"}},
		{ID: event, Type: graph.Event, Main: "Forum", Kind: "FORUM", Place: cork, Date: date("2024")},
		{ID: unclaimed, Type: graph.Agreement, Main: "MOU", Kind: "MOU"},
	},
		graph.Claim{Type: graph.PartyTo, Subject: cork, Object: deal}, graph.Claim{Type: graph.PartyTo, Subject: shanghai, Object: deal},
		graph.Claim{Type: graph.Signed, Subject: ann, Object: deal}, graph.Claim{Type: graph.ParticipatedIn, Subject: shanghai, Object: event},
		graph.Claim{Figure: graph.TwinCount, Subject: cork, Value: 7}, graph.Claim{Figure: graph.TwinCount, Subject: cork, Value: 7},
	)
	a.Mentions = []graph.MentionRef{{Entity: cork, Spans: []graph.Span{{Start: 0, End: 4}, {Start: 21, End: 25}}}}
	first := loader.RecordEvidence{Text: "Cork twins Shanghai.", End: 20}
	want := loader.Record{
		Article: loader.RecordArticle{File: "a.txt", ID: "article:1", Title: "T", Lang: "en"},
		Entities: []loader.RecordEntity{
			{ID: cork, Type: graph.City, Name: "Cork", Names: []string{"Cork"}, GeoNames: 1},
			{ID: ann, Type: graph.Person, Name: "Ann Lee", Names: []string{"Ann Lee"}},
		},
		Relations:  []loader.RecordRelation{},
		Agreements: []loader.RecordAgreement{{ID: deal, Kind: "MOU", Parties: parties, Signatories: []graph.EntityID{ann}, Date: "2024", Renewal: true, Status: graph.StatusSigned, Topics: []graph.Topic{"TRADE"}, Evidence: first}},
		Events:     []loader.RecordEvent{{ID: event, Kind: "FORUM", Name: "Forum", Place: cork, Participants: []graph.EntityID{shanghai}, Date: "2024", Evidence: loader.RecordEvidence{Text: "Ann Lee, mayor.", Start: 58, End: 73}}},
		Figures:    []loader.RecordFigure{{S: cork, Figure: graph.TwinCount, Value: 7, Evidence: first}},
	}
	if diff := cmp.Diff(want, loader.NewRecord("a.txt", a)); diff != "" {
		t.Errorf("record (-want +got):\n%s", diff)
	}
}
