package assist_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/assist"
	"citygraph/schema/server"
)

// connect joins the SDK's own client to the tools over the reference graph.
func connect(t *testing.T) *mcp.ClientSession {
	t.Helper()
	store := graphtest.NewMemory()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: graphtest.Reference()}, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	here, there := mcp.NewInMemoryTransports()
	s, err := assist.New(store, server.New(server.Config{Store: store, Closed: true}), "test").Connect(t.Context(), there, nil)
	if err != nil {
		t.Fatal(err)
	}
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		client.Close()
		s.Wait()
	})
	return client
}

// call runs a tool and returns its text, and whether it is an error that the assistant reads.
func call(t *testing.T, c *mcp.ClientSession, tool string, arguments map[string]any) (text string, failed bool) {
	t.Helper()
	res, err := c.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	for _, content := range res.Content {
		if part, ok := content.(*mcp.TextContent); ok {
			text += part.Text
		}
	}
	return text, res.IsError
}

func TestTools(t *testing.T) {
	c := connect(t)
	list, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.Description == "" || tool.InputSchema == nil {
			t.Errorf("%s: %+v", tool.Name, tool)
		}
	}
	slices.Sort(names)
	if diff := cmp.Diff([]string{"ask", "entity", "evidence", "path", "questions", "search", "ties"}, names); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(c.InitializeResult().Instructions, "claims") {
		t.Error("no instructions")
	}
}

// TestAnswers: every tool answers with the sentences that say so and the articles that hold them.
func TestAnswers(t *testing.T) {
	c := connect(t)
	edge := firstEdge(t, c)
	for name, tt := range map[string]struct {
		tool      string
		arguments map[string]any
		want      []string
	}{
		"search":            {"search", map[string]any{"text": "上海", "lang": "en"}, []string{"city:1796236", `"name":"Shanghai"`}},
		"search, misspelt":  {"search", map[string]any{"text": "Shannghai"}, []string{"city:1796236", `"speltAs":"shanghai"`}},
		"search by prefix":  {"search", map[string]any{"text": "Shang", "prefix": true, "types": []string{"City"}}, []string{"city:1796236"}},
		"entity":            {"entity", map[string]any{"entity": "Dunedin"}, []string{"city:2191562", "TWINNED_WITH"}},
		"ties":              {"ties", map[string]any{"entity": "شانغهاي", "types": []string{"TWINNED_WITH"}, "limit": 3}, []string{`"tier"`, `"hasNextPage"`}},
		"ties with another": {"ties", map[string]any{"entity": "city:1796236", "other": "Cork", "validAt": "2024", "minSupport": 1}, []string{"Cork"}},
		"path":              {"path", map[string]any{"from": "Dunedin", "to": "Cork", "types": []string{"TWINNED_WITH"}}, []string{`"length":2`, "Shanghai"}},
		"evidence":          {"evidence", map[string]any{"id": edge}, []string{`"rule"`, `"trigger"`}},
		"a question":        {"ask", map[string]any{"number": "22", "variables": map[string]string{"from": "Cork", "to": "Dunedin"}}, []string{`"question"`, "Shanghai"}},
	} {
		t.Run(name, func(t *testing.T) {
			text, failed := call(t, c, tt.tool, tt.arguments)
			for _, want := range append(tt.want, `"evidence":{"lang":`, `"text":`, `"article":{`, `"source":`) {
				if !strings.Contains(text, want) {
					t.Errorf("no %s in %.2000s", want, text)
				}
			}
			if failed || !json.Valid([]byte(text)) {
				t.Errorf("failed: %.500s", text)
			}
		})
	}
	if text, failed := call(t, c, "questions", nil); failed || !strings.Contains(text, `"number":22`) || !strings.Contains(text, `"sample":"Cork"`) {
		t.Errorf("questions: %.500s", text)
	}
}

func firstEdge(t *testing.T, c *mcp.ClientSession) string {
	t.Helper()
	text, _ := call(t, c, "ties", map[string]any{"entity": "Shanghai", "limit": 1})
	var answer struct {
		Entity struct {
			Edges struct{ Nodes []struct{ ID string } }
		}
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Entity.Edges.Nodes) != 1 {
		t.Fatalf("%v in %s", err, text)
	}
	return answer.Entity.Edges.Nodes[0].ID
}

// TestMistakes come back as texts that an assistant can act upon.
func TestMistakes(t *testing.T) {
	c := connect(t)
	for name, tt := range map[string]struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		"an unknown name":       {"entity", map[string]any{"entity": "Ouagadougou"}, "nothing in the graph is called"},
		"no name":               {"entity", map[string]any{"entity": "--"}, "no letter or digit"},
		"an unknown edge type":  {"ties", map[string]any{"entity": "Cork", "types": []string{"LIKES"}}, "LIKES"},
		"no date":               {"ties", map[string]any{"entity": "Cork", "validAt": "soon"}, "no EDTF date"},
		"more than are allowed": {"ties", map[string]any{"entity": "Cork", "limit": assist.MaxItems + 1}, "MaxItems"},
		"fewer than one":        {"search", map[string]any{"text": "Cork", "limit": -1}, "below 1"},
		"too far":               {"path", map[string]any{"from": "Cork", "to": "Dunedin", "maxDepth": 7}, "LIMIT_EXCEEDED"},
		"too many paths":        {"path", map[string]any{"from": "Cork", "to": "Dunedin", "paths": 26}, "LIMIT_EXCEEDED"},
		"a foreign cursor":      {"ties", map[string]any{"entity": "Cork", "after": "eyJ"}, "BAD_CURSOR"},
		"an unknown question":   {"ask", map[string]any{"number": "99"}, "not found"},
		"an unknown variable":   {"ask", map[string]any{"number": "22", "variables": map[string]string{"via": "Cork"}}, "via"},
		"an argument too many":  {"entity", map[string]any{"entity": "Cork", "sql": "1"}, "sql"},
	} {
		if text, failed := call(t, c, tt.tool, tt.arguments); !failed || !strings.Contains(text, tt.want) {
			t.Errorf("%s: %t, %s", name, failed, text)
		}
	}
	if text, failed := call(t, c, "ties", map[string]any{"entity": "Cork", "limit": assist.MaxItems}); failed {
		t.Errorf("as many as are allowed: %s", text)
	}
	for _, id := range []string{"city:1796236", "article:none"} {
		if text, failed := call(t, c, "evidence", map[string]any{"id": id}); failed {
			t.Errorf("evidence of %s: %s", id, text)
		}
	}
	if text, failed := call(t, c, "evidence", map[string]any{"id": "edge:none"}); failed || text != `{"node":null}` {
		t.Errorf("what is not there: %t %s", failed, text)
	}
}
