package llm

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"citygraph/graph"
)

// Options say which model is asked, and how much. URL and Model are needed.
type Options struct {
	URL     string        // of the API, such as https://api.example/v1; /chat/completions is added
	Model   string        // as the endpoint calls it
	Key     string        // sent as a bearer token; "" sends none
	Cache   string        // folder of replies, made where it does not exist; "" keeps none
	Budget  int           // tokens; 0 is DefaultBudget
	Timeout time.Duration // of one question; 0 is DefaultTimeout
	// Sleep stands for the clock in tests; nil is the real one.
	Sleep func(ctx context.Context, d time.Duration) error
}

// Extractor asks a model about articles. It is safe for concurrent use.
type Extractor struct {
	client client
	cache  cache
	model  string
	rule   string
	budget budget

	mu       sync.Mutex
	use      Usage
	failures int       // articles in a row without an answer
	gaveUp   *askError // nil while the endpoint is asked
}

// Usage is what a run has asked for so far.
type Usage struct {
	Asked  int `json:"asked"`  // articles put to the endpoint
	Cached int `json:"cached"` // articles answered from the cache
	Tokens int `json:"tokens"` // as the endpoint counts them, else estimated
	// Stopped says why no further article is put to the endpoint; "" while it is.
	Stopped string `json:"stopped,omitempty"`
}

// New returns an Extractor; it asks nothing yet. The error wraps graph.ErrInvalid where URL,
// Model or Budget cannot be used.
func New(opts Options) (*Extractor, error) {
	u, err := url.Parse(opts.URL)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil:
		return nil, fmt.Errorf("llm: %w", &graph.InvalidError{Field: "url", Reason: "is no http or https address without a password"})
	case opts.Model == "":
		return nil, fmt.Errorf("llm: %w", &graph.InvalidError{Field: "model", Reason: "is empty"})
	case opts.Budget < 0:
		return nil, fmt.Errorf("llm: %w", &graph.InvalidError{Field: "budget", Reason: "is negative"})
	}
	x := &Extractor{cache: cache(opts.Cache), model: opts.Model, rule: "llm/" + opts.Model}
	x.budget.left = cmp.Or(opts.Budget, DefaultBudget)
	x.client = client{
		http: &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		url:  u.JoinPath("chat", "completions").String(), key: opts.Key,
		timeout: cmp.Or(opts.Timeout, DefaultTimeout), sleep: opts.Sleep, budget: &x.budget,
	}
	if x.client.sleep == nil {
		x.client.sleep = sleep
	}
	return x, x.cache.open()
}

// Usage returns what was asked so far.
func (x *Extractor) Usage() Usage {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.use.Tokens = x.budget.used()
	return x.use
}

// Add returns the claims that the model adds to those of the rules, in the order of its reply,
// and what it said that was not kept. The mentions are resolved; the inputs are not changed.
// The error is ctx's: whatever else goes wrong is a drop, and the article goes on without.
func (x *Extractor) Add(ctx context.Context, doc graph.Document, mentions []graph.Mention, rules []graph.Claim) ([]graph.Claim, []graph.Drop, error) {
	l := linker{text: doc.Article.Text, mentions: mentions}
	if !l.linkable() {
		return nil, nil, nil
	}
	c := collector{rule: x.rule, known: map[fact]bool{}, room: graph.MaxClaims - len(rules)}
	for _, r := range rules {
		c.known[factOf(r)] = true
	}
	items, err := x.items(ctx, doc, &c)
	if err != nil {
		return nil, nil, err
	}
	for i, it := range items {
		if i == MaxItems {
			c.drop(DropItems, len(items)-MaxItems)
			break
		}
		c.add(x.claim(doc, l, it))
	}
	return c.claims, c.drops, nil
}

// items returns what the model says of the article, from the cache or the endpoint. A failure
// is left with the collector; the error is ctx's.
func (x *Extractor) items(ctx context.Context, doc graph.Document, c *collector) ([]item, error) {
	q := question{Version: PromptVersion, Model: x.model, Instructions: prompt, Text: material(doc.Article)}
	if len(q.Text) > MaxTextBytes {
		c.drop(DropTextTooLong, 1)
		return nil, nil
	}
	if reply, held := x.cache.get(q); held {
		if items, err := parse(reply); err == nil {
			x.count(func(u *Usage) { u.Cached++ })
			return items, nil
		}
	}
	reply, items, err := x.ask(ctx, q)
	var failed *askError
	switch {
	case errors.As(err, &failed):
		c.drop(failed.reason, 1)
		return nil, nil
	case err != nil:
		return nil, err
	}
	if x.cache.put(q, reply) != nil {
		c.drop(DropUncached, 1)
	}
	return items, nil
}

// ask puts the question to the endpoint, unless that has been given up.
func (x *Extractor) ask(ctx context.Context, q question) (string, []item, error) {
	if err := x.givenUp(); err != nil {
		return "", nil, err
	}
	reply, err := x.client.ask(ctx, q)
	x.judge(err)
	if err != nil {
		return "", nil, err
	}
	items, err := parse(reply)
	if err != nil {
		return "", nil, &askError{reason: DropReply, err: err}
	}
	return reply, items, nil
}

// material is what the model is shown.
func material(a graph.Article) string {
	return "Published: " + cmp.Or(a.Date, "unknown") + "\n\n" + a.Text
}

func (x *Extractor) count(change func(*Usage)) {
	x.mu.Lock()
	defer x.mu.Unlock()
	change(&x.use)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
