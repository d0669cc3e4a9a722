package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP runs the built program as an assistant does: over its standard streams.
func TestMCP(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.CommandTransport{Command: command(t.Context(), t, nil, "mcp", "--store", store)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "ties", Arguments: map[string]any{"entity": "科克"}})
	if err != nil || len(res.Content) != 1 {
		t.Fatalf("%+v, %v", res, err)
	}
	if text, _ := res.Content[0].(*mcp.TextContent); text == nil || !strings.Contains(text.Text, "have been sister cities since 2005") {
		t.Errorf("answer %+v", res.Content[0])
	}
	if err := session.Close(); err != nil {
		t.Errorf("the program does not end with its input: %v", err)
	}
}
