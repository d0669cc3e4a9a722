package assist

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citygraph/graph"
	"citygraph/graph/match"
	"citygraph/graph/namekey"
)

//go:embed documents/*.graphql
var documents embed.FS

// MaxItems bounds the items of one answer: every item brings its sentences, and an assistant
// reads all that it is sent.
const MaxItems = 25

// Store is what names are looked up in.
type Store interface {
	View(ctx context.Context, read func(graph.Reader) error) error
}

// instructions tell an assistant what the graph is, and how to quote it.
const instructions = "A knowledge graph of city diplomacy drawn from news articles: twinnings, visits, agreements, " +
	"offices and events. Every statement rests on claims; quote the sentence and the article that an answer brings, " +
	"and say so where the modality is not FACT. Support is the number of independent articles. An empty answer means " +
	"that no article in the graph says so, not that it is untrue."

// server answers the tools.
type server struct {
	store Store
	api   http.Handler
}

// New returns a protocol server whose tools ask the API's handler and look names up in the
// store. The caller runs it over a transport.
func New(store Store, api http.Handler, version string) *mcp.Server {
	s := &server{store, api}
	m := mcp.NewServer(&mcp.Implementation{Name: "citygraph", Version: version}, &mcp.ServerOptions{Instructions: instructions})
	add(m, "search", "Find entities by a name in any script: cities, regions, countries, people, institutions, agreements, events.", s.search)
	add(m, "entity", "What is known of one entity: names, how many edges of each type, and its best supported edges with their sentences.", s.entity)
	add(m, "ties", "The edges at an entity: twinnings, visits, offices, agreements, with dates, status and sentences.", s.ties)
	add(m, "path", "How two entities are linked: the shortest paths, with the sentences behind each step.", s.path)
	add(m, "evidence", "All sentences that say something: of an edge, an entity, an article or a claim, by its id.", s.evidence)
	add(m, "questions", "The list of prepared questions with their numbers and variables, for the tool ask.", s.questions)
	add(m, "ask", "Answer a prepared question by its number, with its sample variables or your own.", s.ask)
	return m
}

// add adds a tool that only reads.
func add[In any](m *mcp.Server, name, description string, answer func(context.Context, In) (any, error)) {
	closed := false
	tool := &mcp.Tool{
		Name: name, Description: description,
		Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed},
	}
	mcp.AddTool(m, tool, func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, any, error) {
		out, err := answer(ctx, in)
		return nil, out, err
	})
}

// document runs one of the documents.
func (s *server) document(ctx context.Context, name string, variables map[string]any) (any, error) {
	text, err := documents.ReadFile("documents/" + name + ".graphql")
	if err != nil {
		return nil, fmt.Errorf("assist: %w", err)
	}
	return s.query(ctx, string(text), variables)
}

// query sends a document to the API and returns its data; an error of the API is an error whose
// text an assistant can act upon.
func (s *server) query(ctx context.Context, text string, variables map[string]any) (any, error) {
	body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
	if err != nil {
		return nil, fmt.Errorf("assist: %w", err)
	}
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.api.ServeHTTP(w, r)
	var answer struct {
		Data   any
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
		return nil, fmt.Errorf("assist: the API answers no JSON: %w", err)
	}
	if len(answer.Errors) > 0 {
		var said []string
		for _, e := range answer.Errors {
			said = append(said, e.Extensions.Code+": "+e.Message)
		}
		return nil, fmt.Errorf("%s", strings.Join(said, "; "))
	}
	return answer.Data, nil
}

// lookUp turns an id or a name into an id.
func (s *server) lookUp(ctx context.Context, idOrName string) (id string, err error) {
	err = s.store.View(ctx, func(r graph.Reader) error {
		if known, err := r.Nodes(ctx, []graph.EntityID{graph.EntityID(idOrName)}, time.Time{}); err != nil || len(known) > 0 {
			id = idOrName
			return err
		}
		key := namekey.Key(idOrName)
		if key == "" {
			return &graph.InvalidError{Field: "name", Reason: "holds no letter or digit"}
		}
		found, _, err := match.Find(ctx, r, graph.NodeFilter{Name: key, Order: graph.ByMatch}, graph.Page{Limit: 1})
		if err != nil {
			return err
		}
		if len(found.Items) == 0 {
			return fmt.Errorf("nothing in the graph is called %.100q: %w", idOrName, graph.ErrNotFound)
		}
		id = string(found.Items[0].ID)
		return nil
	})
	return id, err
}
