package server

import (
	"context"
	"io/fs"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"citygraph/graph"
	"citygraph/schema"
	"citygraph/schema/apikey"
	"citygraph/schema/generated"
	"citygraph/schema/reconcile"
	"citygraph/schema/resolver"
)

// Viewer is what the server needs of a store.
type Viewer interface {
	// View runs read with a Reader that sees one state of the store throughout.
	View(ctx context.Context, read func(graph.Reader) error) error
	// Ping reports whether the store answers and its schema is current.
	Ping(ctx context.Context) error
	// Features says what the store is.
	Features() graph.Features
}

// Config sets up a Server. Store is needed; every other field has a default.
type Config struct {
	Store    Viewer
	Version  string         // of the program, for the health answers
	Log      zerolog.Logger // the zero Logger is silent
	Explorer fs.FS          // files served at /; nil: none

	// Closed hides the schema: no introspection, no suggestions, no /schema.graphql.
	Closed bool
	// Get answers GET too, for caches. It is off, because then any page can send a query; requests
	// that a browser marks as another site's are refused in any case.
	Get bool
	// Keys tells who may use the server; nil: everybody may read, nobody may load. The health
	// answers need no key.
	Keys Keys
	// Articles answers POST /articles, which needs a key with the role load; nil: nothing does.
	Articles http.Handler
	// Origins are the sites whose pages may use the API (CORS), each as CheckOrigin wants it.
	Origins []string
	// Documents are the only documents that are run; nil: any.
	Documents Documents
	// Metrics serves /metrics; Operations are the operation names that are told apart there.
	Metrics    bool
	Operations []string

	Limits      *Limits         // nil: DefaultLimits
	Budget      resolver.Budget // zero: DefaultBudget
	BodyBytes   int64           // of a request; 0: 64 KiB
	AnswerBytes int             // of an answer; 0: 5 MiB
	Deadline    time.Duration   // of a request; 0: 10 s
	Concurrent  int             // requests at once; 0: 64
	PerClient   int             // requests at once of one address, a proxy's too; 0: 16

	FeedPause time.Duration // how long a stream of changes waits before it looks for news; 0: 1 s

	Now func() time.Time // nil: time.Now
}

// queryCache is how many parsed documents are kept; one takes some 220 KB at most.
const queryCache = 200

// Server is the API as an http.Handler. It is safe for concurrent use.
type Server struct {
	http.Handler
	health *health
	ending chan struct{} // closed by Drain
}

// New makes a Server.
func New(c Config) *Server {
	c = c.withDefaults()
	ending := make(chan struct{})
	h := &health{version: c.Version, store: c.Store, now: c.Now}
	var m *metrics
	if c.Metrics {
		m = newMetrics(c.Operations)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", h.live)
	mux.HandleFunc("GET /readyz", h.ready)
	access, sites := gate{c.Keys}, origins(c.Origins)
	if c.Articles != nil {
		mux.Handle("POST /articles", sites.share(access.needs(apikey.Load, sameSite(sites, c.Articles))))
	}
	mux.Handle("/", sites.share(access.needs(apikey.Read, readRoutes(c, m, ending))))
	return &Server{Handler: recorded(c.Log, c.Now, m.note, guarded(mux)), health: h, ending: ending}
}

// readRoutes is all that who may read gets.
func readRoutes(c Config, m *metrics, ending <-chan struct{}) http.Handler {
	mux := http.NewServeMux()
	api := newLimiter(c.Concurrent, c.PerClient).limit(m.during(executor(c)))
	mux.Handle("POST /graphql", api)
	if c.Get {
		mux.Handle("GET /graphql", api)
	}
	mux.HandleFunc("/graphql", notPost)
	mux.HandleFunc("GET /export", listExports)
	mux.Handle("GET /export/{format}", newLimiter(maxExports, maxExportsOf).limit(sameSite(c.Origins, exporter{c.Store, c.Now})))
	changes := feed{c.Store, gate{c.Keys}.keeps, ending, c.FeedPause}
	mux.Handle("GET /changes", newLimiter(maxFeeds, maxFeedsOf).limit(sameSite(c.Origins, changes)))
	lists := newLimiter(c.Concurrent, c.PerClient)
	for pattern, h := range (reconcile.Service{Store: c.Store, Path: "/reconcile"}).Routes() {
		mux.Handle(pattern, lists.limit(sameSite(c.Origins, h)))
	}
	if !c.Closed {
		mux.HandleFunc("GET /schema.graphql", sdl(schema.SDL()))
	}
	if m != nil {
		mux.Handle("GET /metrics", m.handler())
	}
	if c.Explorer != nil {
		mux.Handle("/", explorer{c.Explorer})
	}
	return mux
}

func (c Config) withDefaults() Config {
	if c.Limits == nil {
		l := DefaultLimits()
		c.Limits = &l
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	c.Budget = orDefault(c.Budget, resolver.DefaultBudget())
	c.BodyBytes = orDefault(c.BodyBytes, 64<<10)
	c.AnswerBytes = orDefault(c.AnswerBytes, 5<<20)
	c.Deadline = orDefault(c.Deadline, 10*time.Second)
	c.Concurrent = orDefault(c.Concurrent, 64)
	c.FeedPause = orDefault(c.FeedPause, time.Second)
	c.PerClient = orDefault(c.PerClient, 16)
	return c
}

func orDefault[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// root joins the resolvers to the generated executor.
type root struct{}

func (root) Query() generated.QueryResolver { return resolver.Query{} }

// executor is gqlgen behind guard, presenter and transport.
func executor(c Config) http.Handler {
	h := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: root{}}))
	h.AddTransport(transport{
		store: c.Store, budget: c.Budget, bodyBytes: c.BodyBytes, answerBytes: c.AnswerBytes, deadline: c.Deadline,
		origins: c.Origins, documents: c.Documents,
	})
	h.SetQueryCache(lru.New[*ast.QueryDocument](queryCache))
	h.SetParserTokenLimit(c.Limits.Tokens)
	h.SetErrorPresenter(present)
	h.SetRecoverFunc(recovered)
	h.Use(guard{*c.Limits})
	if c.Closed {
		h.SetDisableSuggestion(true)
		h.SetValidationRulesFn(closedRules)
	} else {
		h.Use(extension.Introspection{})
	}
	return h
}

// closedRules are the default rules without those that suggest names of the schema.
func closedRules() *rules.Rules {
	r := rules.NewDefaultRules()
	r.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	r.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)
	return r
}

// notPost refuses other methods; a query by GET could be asked for by any page.
func notPost(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Allow", http.MethodPost)
	a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
	a.refuse(http.StatusMethodNotAllowed, requestError(CodeUserInput, "send a POST"))
}

// sdl sends the schema language for tools.
func sdl(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/graphql; charset=utf-8")
		w.Write([]byte(text)) //nolint:errcheck // the client has gone
	}
}
