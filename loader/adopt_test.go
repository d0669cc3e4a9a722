package loader_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
)

// adopted loads a source made elsewhere with the stages that users run.
func adopted(t *testing.T, name, data string) (*memory, loader.Report, []loader.Quarantine) {
	t.Helper()
	p, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	store := newMemory()
	var rows []loader.Quarantine
	opts := loader.Options{Workers: 1, Quarantine: func(q loader.Quarantine) error { rows = append(rows, q); return nil }}
	path := write(t, name, data)
	report, err := loader.Load(t.Context(), []string{path}, p, store, opts)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Reconcile(); err != nil {
		t.Error(err)
	}
	again, err := loader.Load(t.Context(), []string{path}, p, store, loader.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := report.Counts
	want.Loaded, want.Unchanged = 0, report.Loaded
	if again.Counts != want {
		t.Errorf("second load %+v, want %+v", again.Counts, want)
	}
	return store, report, rows
}

// claimed is what a claim says, for comparing.
type claimed struct {
	Type          graph.EdgeType
	Figure        graph.FigureType
	Subject       graph.EntityID
	Object        graph.EntityID
	Tier          graph.Tier
	Date, Until   string
	Rule, Version string
	Evidence      string
}

func claims(store *memory) map[claimed]bool {
	out := map[claimed]bool{}
	for _, a := range store.held {
		for _, c := range a.Claims {
			out[claimed{c.Type, c.Figure, c.Subject, c.Object, c.Tier, c.Date.Value, c.Until.Value, c.Rule, c.Version, c.Evidence.Text}] = true
		}
	}
	return out
}

const (
	cork     = graph.EntityID("city:2965140")
	coventry = graph.EntityID("city:2652221")
	shanghai = graph.EntityID("city:1796236")
	spain    = graph.EntityID("city:2509954") // Valencia there
	carabobo = graph.EntityID("city:3625549") // Valencia in Venezuela
)

func TestTablesOfPartnerCities(t *testing.T) {
	store, report, rows := adopted(t, "twins.csv", "City,Country,Twin City,Twin Country,Type,Since\n"+
		"Cork,Ireland,Coventry,GB,sister,1958\n"+
		"كورك,أيرلندا,شانغهاي,الصين,Städtepartnerschaft,19 May 2005\n"+
		"Valencia,Spain,Valencia,Venezuela,FRIENDLY EXCHANGE,\n"+
		"Cork,Ireland,Coventry,GB,sister,1958\n"+
		"Cork,Ireland,Atlantis by the Sea,Ireland,,1999\n"+
		"Cork,Ireland,,France,,1999\n"+
		"Cork,Ireland,Rennes,France,,last year\n")
	if want := (loader.Counts{Read: 7, Loaded: 3, Duplicate: 1, Quarantined: 3}); report.Counts != want {
		t.Errorf("counts %+v, want %+v", report.Counts, want)
	}
	tie := func(a, b graph.EntityID, tier graph.Tier, since, row string) claimed {
		return claimed{Type: graph.TwinnedWith, Subject: a, Object: b, Tier: tier, Date: since, Rule: "table:twins.csv", Version: "unstated", Evidence: row}
	}
	want := map[claimed]bool{
		tie(coventry, cork, graph.TierSister, "1958", "Cork | Ireland | Coventry | GB | sister | 1958"):                                  true,
		tie(shanghai, cork, graph.TierUnspecified, "2005-05-19", "كورك | أيرلندا | شانغهاي | الصين | Städtepartnerschaft | 19 May 2005"): true,
		tie(spain, carabobo, graph.TierFriendlyExchange, "", "Valencia | Spain | Valencia | Venezuela | FRIENDLY EXCHANGE"):              true,
	}
	if diff := cmp.Diff(want, claims(store)); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	wantRows := []loader.Quarantine{
		{Stage: loader.StageEntity, Reason: loader.ReasonNameUnknown, Detail: `"Atlantis by the Sea"`},
		{Stage: loader.StageArticle, Reason: loader.ReasonInvalid, Detail: "invalid partner: is empty"},
		{Stage: loader.StageArticle, Reason: loader.ReasonInvalid, Detail: `invalid date: "last year" is no EDTF date`},
	}
	for i := range rows {
		rows[i].Origin, rows[i].RawHash, rows[i].Lang = wantRows[0].Origin, "", ""
	}
	if diff := cmp.Diff(wantRows, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	witnesses := map[string]bool{}
	for _, a := range store.held {
		witnesses[a.Article.Witness] = true
	}
	if len(witnesses) != 1 {
		t.Errorf("a table is %d witnesses, want one", len(witnesses))
	}
}

const foreignLine = `{"extractor":{"name":"acme","version":"2.1"},
"article":{"id":"doc-7","title":"Cork and its twins","lang":"en","date":"2024-05-21","source":"Echo","url":"https://e.example/7"},
"entities":[{"id":"e1","type":"City","names":["Cork"],"country":"Ireland"},{"id":"e2","type":"City","name":"Coventry"},
{"id":"e3","type":"Person","names":["Ann Lee"]},{"id":"e4","type":"City","names":["Qwzzyx"]},{"id":"e5","type":"City","names":["上海"],"geonames":1796236}],
"relations":[{"s":"e1","r":"TWINNED_WITH","o":"e2","tier":"SISTER","since":"1958","modality":"FACT","confidence":0.7,"evidence":{"text":"Cork has been a sister of Coventry since 1958."}},
{"s":"e3","r":"HOLDS_OFFICE","o":"e1","office":"MAYOR","evidence":{"text":"Ann Lee, Lord Mayor of Cork, spoke."}},
{"s":"e1","r":"TWINNED_WITH","o":"e4","evidence":{"text":"Cork has been a sister of Coventry since 1958."}},
{"s":"e1","r":"VISITED","o":"e9","evidence":{"text":"Cork has been a sister of Coventry since 1958."}}],
"agreements":[{"id":"a1","kind":"MOU","parties":["e1","e5"],"date":"2024","status":"SIGNED","evidence":{"text":"Cork and Shanghai signed."}}],
"events":[{"id":"v1","kind":"FORUM","name":"Port Forum","place":"e1","participants":["e5"],"evidence":{"text":"The Port Forum met in Cork."}}],
"figures":[{"s":"e1","figure":"TWIN_COUNT","value":7,"evidence":{"text":"Cork has seven twins."}}]}`

func TestRecordsMadeElsewhere(t *testing.T) {
	store, report, rows := adopted(t, "acme.jsonl", strings.ReplaceAll(foreignLine, "\n", "")+"\n")
	if want := (loader.Counts{Read: 1, Loaded: 1}); report.Counts != want {
		t.Errorf("counts %+v, want %+v", report.Counts, want)
	}
	ann := graph.PersonID("ann lee", cork)
	deal := graph.AgreementID("MOU", []graph.EntityID{cork, shanghai}, "2024")
	forum := graph.EventID("FORUM", "port forum", cork, "")
	said := func(c claimed, evidence string) claimed {
		c.Rule, c.Version, c.Evidence = "record:acme", "2.1", evidence
		return c
	}
	want := map[claimed]bool{
		said(claimed{Type: graph.TwinnedWith, Subject: coventry, Object: cork, Tier: graph.TierSister, Date: "1958"}, "Cork has been a sister of Coventry since 1958."): true,
		said(claimed{Type: graph.HoldsOffice, Subject: ann, Object: cork}, "Ann Lee, Lord Mayor of Cork, spoke."):                                                       true,
		said(claimed{Type: graph.PartyTo, Subject: cork, Object: deal, Date: "2024"}, "Cork and Shanghai signed."):                                                      true,
		said(claimed{Type: graph.PartyTo, Subject: shanghai, Object: deal, Date: "2024"}, "Cork and Shanghai signed."):                                                  true,
		said(claimed{Type: graph.HeldIn, Subject: forum, Object: cork}, "The Port Forum met in Cork."):                                                                  true,
		said(claimed{Type: graph.ParticipatedIn, Subject: shanghai, Object: forum}, "The Port Forum met in Cork."):                                                      true,
		said(claimed{Figure: graph.TwinCount, Subject: cork}, "Cork has seven twins."):                                                                                  true,
	}
	if diff := cmp.Diff(want, claims(store)); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	if len(rows) != 1 || rows[0].Name != "Qwzzyx" || rows[0].Reason != loader.ReasonNameUnknown {
		t.Errorf("rows %+v", rows)
	}
	wantDrops := map[graph.DropReason]int{"NAME_UNKNOWN": 1, loader.DropInvalid: 1}
	if diff := cmp.Diff(wantDrops, report.Drops); diff != "" {
		t.Errorf("drops (-want +got):\n%s", diff)
	}
}

func TestRecordsThatDoNotHold(t *testing.T) {
	record := func(text, name, relation, evidence string) string {
		return `{"article":{"title":"T","text":"` + text + `"},"entities":[{"id":"a","type":"City","names":["Cork"]},{"id":"b","type":"City","names":["` + name + `"]}],` +
			`"relations":[{"s":"a","r":"` + relation + `","o":"b","evidence":{"text":"` + evidence + `"}}]}` + "\n"
	}
	tests := []struct {
		name, line string
		want       loader.Reason
	}{
		{"a name nobody bears", record("Cork twins Qwzzyx.", "Qwzzyx", "TWINNED_WITH", "Cork twins Qwzzyx."), loader.ReasonNameUnknown},
		{"evidence that the text does not hold", record("Cork twins Coventry.", "Coventry", "TWINNED_WITH", "Cork loves Coventry."), loader.ReasonEvidence},
		{"no evidence", record("Cork twins Coventry.", "Coventry", "TWINNED_WITH", ""), loader.ReasonEvidence},
		{"a relation that the ontology does not have", record("Cork twins Coventry.", "Coventry", "LOVES", "Cork twins Coventry."), loader.ReasonInvalid},
		{"a field of another type", `{"article":{"title":"T"},"entities":[{"id":7}]}` + "\n", loader.ReasonInvalid},
		{"an entity without a name", `{"article":{"title":"T"},"entities":[{"id":"a","type":"City"}]}` + "\n", loader.ReasonInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store, report, _ := adopted(t, "a.jsonl", tt.line)
			if want := (map[loader.Reason]int{tt.want: 1}); !cmp.Equal(report.Reasons, want) || len(store.held) != 0 {
				t.Errorf("reasons %v, want %v; %d held", report.Reasons, want, len(store.held))
			}
		})
	}
}

func TestNamesOfOneRecordAreBounded(t *testing.T) {
	for _, n := range []int{graph.MaxEntities, graph.MaxEntities + 1} {
		names := strings.Repeat(`"Cork",`, n-1) + `"Cork"`
		_, report, _ := adopted(t, "a.jsonl", `{"article":{"title":"Of Cork"},"entities":[{"id":"a","type":"City","names":[`+names+`]}]}`+"\n")
		if over := n > graph.MaxEntities; (report.Reasons[loader.ReasonTooLong] == 1) != over {
			t.Errorf("%d names: reasons %v", n, report.Reasons)
		}
	}
}
