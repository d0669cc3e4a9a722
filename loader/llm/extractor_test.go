package llm_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/article"
	"citygraph/loader/llm"
)

// body has a fact in its second sentence that no rule reads, and one in its first that they do.
const (
	tie    = "Cork and Shanghai have been sister cities since 2005."
	plants = "Gardeners of Cork tend the camellias of Lima every spring, and in 2019 those of Lima returned the favour."
	body   = tie + " " + plants + "\n\nCork counts 9 of them. Dublin was not there."
)

func piece() article.Article {
	return article.Article{Title: "Camellias", Source: "test", Date: "2024-05-02", Lang: "en", Format: article.Text, Body: body}
}

// server answers each question with the next of its steps, the last one again and again.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	steps []http.HandlerFunc
	asked []*http.Request
	sent  []string
}

func serve(t *testing.T, steps ...http.HandlerFunc) *server {
	t.Helper()
	s := &server{steps: steps}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var sent json.RawMessage
		if err := json.NewDecoder(r.Body).Decode(&sent); err != nil {
			t.Errorf("request: %v", err)
		}
		s.mu.Lock()
		step := s.steps[min(len(s.asked), len(s.steps)-1)]
		s.asked, s.sent = append(s.asked, r), append(s.sent, string(sent))
		s.mu.Unlock()
		step(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// times is how often it was asked.
func (s *server) times() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.asked)
}

// says answers as chat completions do.
func says(content string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{
			"choices": []any{map[string]any{"message": map[string]any{"content": content}}},
			"usage":   map[string]any{"total_tokens": 100},
		})
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

// hangs answers nothing until the asker is gone.
func hangs(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func raw(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(text)) }
}

// fact is an item of a reply; fields given by name replace those of a partnership of Cork and
// Lima.
func fact(fields ...string) map[string]string {
	it := map[string]string{
		"kind": "PARTNERS_WITH", "subject": "Cork", "object": "Lima", "state": "HOLDS", "tier": "", "office": "",
		"posted_to": "", "when": "", "number": "", "quote": plants,
	}
	for i := 0; i+1 < len(fields); i += 2 {
		it[fields[i]] = fields[i+1]
	}
	return it
}

func reply(items ...map[string]string) string {
	b, err := json.Marshal(map[string]any{"items": append([]map[string]string{}, items...)})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// options ask the server without waiting between questions; the pauses are kept.
func options(s *server, pauses *[]time.Duration) llm.Options {
	return llm.Options{URL: s.URL + "/v1", Model: "m", Key: "k", Timeout: 10 * time.Second, Sleep: func(_ context.Context, d time.Duration) error {
		if pauses != nil {
			*pauses = append(*pauses, d)
		}
		return nil
	}}
}

func model(t *testing.T, opts llm.Options) *llm.Extractor {
	t.Helper()
	x, err := llm.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

var rules = sync.OnceValues(loader.New)

func extract(t *testing.T, x *llm.Extractor, a article.Article) loader.Extraction {
	t.Helper()
	p, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	if x != nil {
		p = p.Adding(x)
	}
	got, err := p.Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// added are the claims of the model and the reasons of what it said and was not kept. That the
// claims of the rules are all there is checked each time.
func added(t *testing.T, got loader.Extraction) (claims []graph.Claim, reasons []graph.DropReason) {
	t.Helper()
	for _, c := range extract(t, nil, piece()).Assertion.Claims {
		if !slices.ContainsFunc(got.Assertion.Claims, func(d graph.Claim) bool { return cmp.Equal(c, d) }) {
			t.Errorf("the rules' claim is gone: %+v", c)
		}
	}
	for _, c := range got.Assertion.Claims {
		if c.Rule == "llm/m" {
			claims = append(claims, c)
		}
	}
	for _, d := range got.Drops {
		if d.Rule == "llm/m" {
			reasons = append(reasons, d.Reason)
		}
	}
	return claims, reasons
}

// names writes a claim with the names of its entities.
func names(a graph.Assertion, c graph.Claim) string {
	main := map[graph.EntityID]string{}
	for _, e := range a.Entities {
		main[e.ID] = e.Main
	}
	return fmt.Sprintf("%s %s%s %s %d %s %s %s", main[c.Subject], c.Type, c.Figure, main[c.Object], c.Value, c.Modality, c.Status, c.Date.Value)
}

func TestItems(t *testing.T) {
	tests := []struct {
		name   string
		item   map[string]string
		want   string
		reason graph.DropReason
	}{
		{"a fact that no rule reads", fact(), "Cork PARTNERS_WITH Lima 0 FACT ACTIVE ", ""},
		{"with a date of the sentence", fact("when", "2019"), "Cork PARTNERS_WITH Lima 0 FACT ACTIVE 2019", ""},
		{"words that are no date", fact("when", "every"), "Cork PARTNERS_WITH Lima 0 FACT ACTIVE ", ""},
		{"planned", fact("state", "PLANNED"), "Cork PARTNERS_WITH Lima 0 PLANNED PLANNED ", ""},
		{"denied", fact("state", "DENIED", "when", "2019"), "Cork PARTNERS_WITH Lima 0 DENIED  ", ""},
		{"a name from another sentence", fact("object", "Shanghai"), "Shanghai PARTNERS_WITH Cork 0 FACT ACTIVE ", ""},
		{"a piece of the sentence as quote", fact("quote", "tend the camellias"), "Cork PARTNERS_WITH Lima 0 FACT ACTIVE ", ""},
		{"a figure", fact("kind", "TWIN_COUNT", "object", "", "number", "9", "quote", "Cork counts 9 of them."), "Cork TWIN_COUNT  9 FACT  ", ""},
		{"what a rule reads", fact("kind", "TWINNED_WITH", "object", "Shanghai", "quote", tie), "", graph.DropDuplicate},
		{"what a rule reads, turned and denied", fact("kind", "TWINNED_WITH", "subject", "Shanghai", "object", "Cork", "state", "DENIED", "quote", tie), "", graph.DropDuplicate},
		{"an invented quote", fact("quote", "Cork and Lima are partners."), "", graph.DropNotVerbatim},
		{"no quote", fact("quote", " "), "", graph.DropNotVerbatim},
		{"a quote of too many sentences", fact("quote", body), "", graph.DropNoEvidence},
		{"a name that is not in the text", fact("object", "Hamburg"), "", graph.DropNotVerbatim},
		{"a name in another script", fact("object", "利马"), "", graph.DropNotVerbatim},
		{"a word that names nothing", fact("object", "Gardeners"), "", llm.DropName},
		{"an empty name", fact("subject", ""), "", graph.DropNotVerbatim},
		{"neither name in the sentence", fact("subject", "Shanghai", "object", "Lima", "quote", "Dublin was not there."), "", graph.DropNoEvidence},
		{"an invented date", fact("when", "1999"), "", graph.DropNotVerbatim},
		{"a date of another sentence", fact("when", "2005"), "", graph.DropNotVerbatim},
		{"a place twinned with itself", fact("object", "Cork"), "", graph.DropSelf},
		{"a meeting of cities", fact("kind", "MET"), "", graph.DropOntology},
		{"an unknown kind", fact("kind", "LOVES"), "", llm.DropItem},
		{"a kind that rules alone make", fact("kind", "PARTY_TO"), "", llm.DropItem},
		{"an unknown state", fact("state", "MAYBE"), "", llm.DropItem},
		{"a state that does not fit", fact("kind", "VISITED", "state", "SUSPENDED"), "", llm.DropItem},
		{"an office without its relation", fact("office", "MAYOR"), "", llm.DropItem},
		{"an unknown tier", fact("tier", "BEST"), "", llm.DropItem},
		{"an invented number", fact("kind", "TWIN_COUNT", "object", "", "number", "90", "quote", "Cork counts 9 of them."), "", graph.DropNotVerbatim},
		{"a figure without a number", fact("kind", "TWIN_COUNT", "object", ""), "", llm.DropItem},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := extract(t, model(t, options(serve(t, says(reply(tt.item))), nil)), piece())
			claims, reasons := added(t, got)
			var want []graph.DropReason
			if tt.reason != "" {
				want = append(want, tt.reason)
			}
			if diff := cmp.Diff(want, reasons); diff != "" {
				t.Errorf("not kept (-want +got):\n%s", diff)
			}
			var text []string
			for _, c := range claims {
				text = append(text, names(got.Assertion, c))
				if c.Version != llm.PromptVersion || c.Evidence.Span.Of(got.Assertion.Article.Text) != c.Evidence.Text || c.Confidence <= 0 {
					t.Errorf("claim %+v", c)
				}
			}
			if joined := strings.Join(text, "\n"); joined != tt.want {
				t.Errorf("claims %q, want %q", joined, tt.want)
			}
		})
	}
}

func TestMisbehaviour(t *testing.T) {
	good := says(reply(fact()))
	many := slices.Repeat([]map[string]string{fact("kind", "LOVES")}, llm.MaxItems+1)
	tests := []struct {
		name   string
		steps  []http.HandlerFunc
		asked  int
		claims int
		want   []graph.DropReason
		pauses []time.Duration
	}{
		{"well behaved", []http.HandlerFunc{good}, 1, 1, nil, nil},
		{"nothing to say", []http.HandlerFunc{says(reply())}, 1, 0, nil, nil},
		{"prose", []http.HandlerFunc{says("Here are the facts:")}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"broken JSON", []http.HandlerFunc{says(reply(fact())[:40])}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"another schema", []http.HandlerFunc{says(`{"facts":[]}`)}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"an empty object", []http.HandlerFunc{says(`{}`)}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"a field too many", []http.HandlerFunc{says(reply(fact("confidence", "1")))}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"a number for a text", []http.HandlerFunc{says(`{"items":[{"kind":7}]}`)}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"two values", []http.HandlerFunc{says(reply() + reply())}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"no answer of an API", []http.HandlerFunc{raw("<html>")}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"no choices", []http.HandlerFunc{raw(`{"choices":[]}`)}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"an oversized answer", []http.HandlerFunc{raw(strings.Repeat(" ", llm.MaxReplyBytes+1))}, 1, 0, []graph.DropReason{llm.DropReplySize}, nil},
		{"an answer of the greatest size", []http.HandlerFunc{raw(strings.Repeat(" ", llm.MaxReplyBytes))}, 1, 0, []graph.DropReason{llm.DropReply}, nil},
		{"as many items as may be", []http.HandlerFunc{says(reply(many[1:]...))}, 1, 0, slices.Repeat([]graph.DropReason{llm.DropItem}, llm.MaxItems), nil},
		{"an item more", []http.HandlerFunc{says(reply(many...))}, 1, 0, append(slices.Repeat([]graph.DropReason{llm.DropItem}, llm.MaxItems), llm.DropItems), nil},
		{"one item twice", []http.HandlerFunc{says(reply(fact(), fact()))}, 1, 1, []graph.DropReason{graph.DropDuplicate}, nil},
		{"good and bad items", []http.HandlerFunc{says(reply(fact("object", "Hamburg"), fact()))}, 1, 1, []graph.DropReason{graph.DropNotVerbatim}, nil},
		{"busy, then well", []http.HandlerFunc{status(429), status(503), good}, 3, 1, nil, []time.Duration{llm.FirstPause, 2 * llm.FirstPause}},
		{"busy, and says how long", []http.HandlerFunc{status(429, "Retry-After", "7"), good}, 2, 1, nil, []time.Duration{7 * time.Second}},
		{"busy for days", []http.HandlerFunc{status(429, "Retry-After", "999999999"), good}, 2, 1, nil, []time.Duration{llm.LongestPause}},
		{"always busy", []http.HandlerFunc{status(429)}, llm.MaxAttempts, 0, []graph.DropReason{llm.DropUnavailable}, []time.Duration{llm.FirstPause, 2 * llm.FirstPause, 4 * llm.FirstPause}},
		{"refused", []http.HandlerFunc{status(400)}, 1, 0, []graph.DropReason{llm.DropRefused}, nil},
		{"sent elsewhere", []http.HandlerFunc{status(307, "Location", "http://127.0.0.1:1/")}, 1, 0, []graph.DropReason{llm.DropRefused}, nil},
		{"the line breaks", []http.HandlerFunc{func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, good}, 2, 1, nil, []time.Duration{llm.FirstPause}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var pauses []time.Duration
			s := serve(t, tt.steps...)
			claims, reasons := added(t, extract(t, model(t, options(s, &pauses)), piece()))
			if s.times() != tt.asked || len(claims) != tt.claims {
				t.Errorf("asked %d times, %d claims, want %d and %d", s.times(), len(claims), tt.asked, tt.claims)
			}
			if diff := cmp.Diff(tt.want, reasons); diff != "" {
				t.Errorf("not kept (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.pauses, pauses); diff != "" {
				t.Errorf("pauses (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTimeOut(t *testing.T) {
	var pauses []time.Duration
	opts := options(serve(t, hangs), &pauses)
	opts.Timeout = 20 * time.Millisecond
	x := model(t, opts)
	_, reasons := added(t, extract(t, x, piece()))
	if len(pauses) != llm.MaxAttempts-1 || !slices.Equal(reasons, []graph.DropReason{llm.DropUnavailable}) {
		t.Errorf("%d pauses, not kept %v", len(pauses), reasons)
	}
	if got := x.Usage().Tokens; got < llm.MaxAttempts*llm.MaxReplyTokens {
		t.Errorf("%d tokens counted for replies that may have been made", got)
	}
}

// TestInterrupt: an end of the run ends the waiting, and is no drop.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { cancel(); hangs(w, r) })
	p, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Adding(model(t, options(s, nil))).Extract(ctx, piece())
	if !errors.Is(err, context.Canceled) || s.times() != 1 {
		t.Errorf("asked %d times, error %v", s.times(), err)
	}
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "replies")
	s := serve(t, says("prose"), says(reply(fact())))
	opts := options(s, nil)
	opts.Cache = dir
	extract(t, model(t, opts), piece()) // a bad reply is not stored
	first := extract(t, model(t, opts), piece())
	again := model(t, opts)
	second := extract(t, again, piece())
	if diff := cmp.Diff(first.Assertion, second.Assertion); diff != "" {
		t.Errorf("the stored reply gives something else (-first +second):\n%s", diff)
	}
	if want := (llm.Usage{Cached: 1}); again.Usage() != want || s.times() != 2 {
		t.Errorf("usage %+v, asked %d times", again.Usage(), s.times())
	}
	changed := piece()
	changed.Body += " More."
	extract(t, again, changed)
	opts.Model = "another"
	extract(t, model(t, opts), piece())
	if s.times() != 4 {
		t.Errorf("asked %d times, want 4: another text and another model are other questions", s.times())
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 3 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, f := range files {
		if err := os.WriteFile(f, []byte("{torn"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opts.Model = "m"
	if claims, _ := added(t, extract(t, model(t, opts), piece())); len(claims) != 1 || s.times() != 5 {
		t.Errorf("a torn file: %d claims, asked %d times", len(claims), s.times())
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if claims, reasons := added(t, extract(t, again, piece())); len(claims) != 1 || !slices.Equal(reasons, []graph.DropReason{llm.DropUncached}) {
		t.Errorf("no folder: %d claims, not kept %v", len(claims), reasons)
	}
}

func TestBudget(t *testing.T) {
	s := serve(t, says(reply(fact())))
	opts := options(s, nil)
	spare := model(t, opts)
	extract(t, spare, piece())
	if got := spare.Usage(); got.Tokens != 100 || got.Stopped != "" {
		t.Fatalf("usage %+v", got)
	}
	need := len(s.sent[0])/2 + llm.MaxReplyTokens // what is set aside for the question
	tests := []struct {
		name   string
		budget int
		claims []int
	}{
		{"enough for one question", need, []int{1, 0, 0}},
		{"a token short", need - 1, []int{0, 0, 0}},
		{"what was not used is there for the next", need + 100, []int{1, 1, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			opts.Budget = tt.budget
			x := model(t, opts)
			for i, want := range tt.claims {
				claims, reasons := added(t, extract(t, x, piece()))
				if len(claims) != want || want == 0 != slices.Contains(reasons, llm.DropBudget) {
					t.Errorf("article %d: %d claims, want %d; not kept %v", i, len(claims), want, reasons)
				}
			}
			if got := x.Usage(); got.Stopped == "" || got.Tokens > tt.budget {
				t.Errorf("usage %+v", got)
			}
		})
	}
}

// TestGivingUp: a dead endpoint, or one that refuses everybody, is not asked for ever.
func TestGivingUp(t *testing.T) {
	tests := []struct {
		name     string
		step     http.HandlerFunc
		articles int // that are put to it
	}{
		{"dead", status(503), llm.MaxFailures},
		{"wrong key", status(401), 1},
		{"wrong address", status(404), 1},
		{"one article refused", status(400), llm.MaxFailures + 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x := model(t, options(serve(t, tt.step), nil))
			for range llm.MaxFailures + 2 {
				if _, reasons := added(t, extract(t, x, piece())); len(reasons) != 1 {
					t.Errorf("not kept %v", reasons)
				}
			}
			if got := x.Usage(); got.Asked != tt.articles || (got.Stopped == "") != (tt.articles > llm.MaxFailures) {
				t.Errorf("usage %+v", got)
			}
		})
	}
}

func TestRequest(t *testing.T) {
	s := serve(t, says(reply()))
	extract(t, model(t, options(s, nil)), piece())
	r := s.asked[0]
	if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer k" || !strings.Contains(s.sent[0], "camellias") {
		t.Errorf("%s %v %s", r.URL, r.Header, s.sent[0])
	}
}

// TestNothingIsAsked where no claim could come of it.
func TestNothingIsAsked(t *testing.T) {
	s := serve(t, says(reply(fact())))
	x := model(t, options(s, nil))
	nameless := piece()
	nameless.Title, nameless.Body = "Weather", "It rained for days and nobody went out to look at the flowers in the gardens."
	extract(t, x, nameless)
	long := piece()
	long.Body += strings.Repeat(" And so on.", llm.MaxTextBytes/11)
	got := extract(t, x, long)
	if s.times() != 0 || !slices.ContainsFunc(got.Drops, func(d graph.Drop) bool { return d.Reason == llm.DropTextTooLong }) {
		t.Errorf("asked %d times", s.times())
	}
}

func TestNewRefuses(t *testing.T) {
	tests := map[string]llm.Options{
		"no address":  {Model: "m"},
		"a scheme":    {URL: "ftp://h/v1", Model: "m"},
		"a password":  {URL: "https://u:p@h/v1", Model: "m"},
		"no model":    {URL: "https://h/v1"},
		"less than 0": {URL: "https://h/v1", Model: "m", Budget: -1},
	}
	for name, opts := range tests {
		if _, err := llm.New(opts); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestSchemaFollowsTheDomain: the codes that a model may use are those of the ontology.
func TestSchemaFollowsTheDomain(t *testing.T) {
	b, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct {
			Items struct {
				Items struct {
					Required   []string
					Properties map[string]struct{ Enum []string }
				}
			}
		}
	}
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	item := schema.Properties.Items.Items
	for field, code := range map[string]string{"tier": "Tier", "office": "Office"} {
		if diff := cmp.Diff(append([]string{""}, graph.Codes(code)...), item.Properties[field].Enum); diff != "" {
			t.Errorf("%s (-codes +schema):\n%s", field, diff)
		}
	}
	for _, kind := range item.Properties["kind"].Enum {
		if _, ok := graph.RelationOf(graph.EdgeType(kind)); !ok && !graph.HasCode("FigureType", kind) {
			t.Errorf("kind %s", kind)
		}
	}
	want := fact()
	if len(item.Required) != len(want) || len(item.Properties) != len(want) {
		t.Errorf("fields %v", item.Required)
	}
}
