package loader_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader"
	"citygraph/loader/claim"
	"citygraph/loader/entity"
	"citygraph/loader/lang"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// places are the names that the stages of these tests know.
var places = map[string]graph.EntityID{"Cork": graph.CityID(1), "Shanghai": graph.CityID(2)}

// simple is all three stages: it knows two cities, twins them where a sentence names both, and
// misbehaves on the words PANIC and INVALID.
type simple struct{}

func (simple) Find(doc graph.Document) ([]graph.Mention, []graph.Drop) {
	var out []graph.Mention
	for b, block := range doc.Blocks {
		for i, s := range block.Sentences {
			for _, name := range []string{"Cork", "Shanghai"} {
				if at := strings.Index(s.Of(doc.Article.Text), name); at >= 0 {
					span := graph.Span{Start: s.Start + at, End: s.Start + at + len(name)}
					out = append(out, graph.Mention{Type: graph.MentionPlace, Span: span, Block: b, Sentence: i, Name: name})
				}
			}
		}
	}
	return out, []graph.Drop{{Reason: graph.DropZone}}
}

func (simple) Resolve(doc graph.Document, mentions []graph.Mention) entity.Result {
	r := entity.Result{Mentions: mentions}
	for i, m := range mentions {
		id := places[m.Name]
		mentions[i].Entities = []graph.EntityID{id}
		if !slices.ContainsFunc(r.Entities, func(e graph.Entity) bool { return e.ID == id }) {
			r.Entities = append(r.Entities, graph.Entity{ID: id, Type: graph.City, Main: m.Name, Names: []graph.Name{{Text: m.Name, Key: namekey.Key(m.Name)}}})
		}
	}
	return r
}

func (simple) Link(graph.Document, []entity.Named) entity.Linked { return entity.Linked{} }

func (simple) Extract(doc graph.Document, mentions []graph.Mention, _ []graph.Entity) claim.Result {
	var r claim.Result
	if strings.Contains(doc.Article.Text, "PANIC") {
		panic("a stage broke")
	}
	for i := 1; i < len(mentions); i++ {
		a, b := mentions[i-1], mentions[i]
		if a.Block != b.Block || a.Sentence != b.Sentence {
			continue
		}
		s := doc.Blocks[a.Block].Sentences[a.Sentence]
		c := graph.Claim{
			Article: doc.Article.ID, Type: graph.TwinnedWith, Subject: a.Entities[0], Object: b.Entities[0], Modality: graph.Fact,
			Confidence: 0.9, Rule: "test", Version: "1", Witness: doc.Article.Witness, Fingerprint: doc.Article.Fingerprint,
			Evidence: graph.Evidence{Text: s.Of(doc.Article.Text), Span: s, Subject: a.Span, Object: b.Span},
		}
		if strings.Contains(s.Of(doc.Article.Text), "INVALID") {
			c.Confidence = 2
		}
		r.Claims = append(r.Claims, c.Identify())
	}
	return r
}

func pipeline(t testing.TB) *loader.Pipeline {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return loader.Assemble(packs, simple{}, simple{}, simple{})
}

// memory is a store of assertions. fail, if set, is asked before and after each commit.
type memory struct {
	mu      sync.Mutex
	held    map[graph.ArticleID]graph.Assertion
	batches []graph.BatchID
	sizes   []int
	fail    func(call int, committed bool) error
	calls   int
}

func newMemory() *memory { return &memory{held: map[graph.ArticleID]graph.Assertion{}} }

func (m *memory) Apply(_ context.Context, b graph.Batch, _ time.Time) (graph.Applied, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls++
	if err := b.Validate(); err != nil {
		return graph.Applied{}, err
	}
	if m.fail != nil {
		if err := m.fail(m.calls, false); err != nil {
			return graph.Applied{}, err
		}
	}
	var done graph.Applied
	for _, a := range b.Assertions {
		outcome := graph.Loaded
		if old, ok := m.held[a.Article.ID]; ok {
			outcome = graph.Replaced
			if old.Hash() == a.Hash() {
				outcome = graph.Unchanged
			}
		}
		m.held[a.Article.ID] = a
		done.Assertions = append(done.Assertions, outcome)
	}
	m.batches = append(m.batches, b.ID())
	m.sizes = append(m.sizes, len(b.Assertions))
	if m.fail != nil {
		if err := m.fail(m.calls, true); err != nil {
			return graph.Applied{}, err
		}
	}
	return done, nil
}

func (m *memory) HasApplied(_ context.Context, id graph.BatchID) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Contains(m.batches, id), nil
}

func (m *memory) Judge(context.Context, graph.Verdicts, time.Time) error { return nil }

func (m *memory) Identify(context.Context, graph.Rules, time.Time) error { return nil }

func (m *memory) Rebuild(context.Context) error { return nil }

// texts are the bodies that the store holds, sorted.
func (m *memory) texts() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := []string{}
	for _, a := range m.held {
		out = append(out, a.Article.Text)
	}
	slices.Sort(out)
	return out
}
