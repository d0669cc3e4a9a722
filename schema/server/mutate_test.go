package server_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var tokens = regexp.MustCompile(`(?s)#[^\n]*|"[^"]*"|\.\.\.|\w+|\S`)

// TestMutatedDocuments changes tokens of good documents: whatever comes of it, nothing panics,
// every error has a code of the client's own making, and no answer tells of the inside.
func TestMutatedDocuments(t *testing.T) {
	h := newServer(reference(t))
	var words []string
	var documents [][]string
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		document := tokens.FindAllString(string(text), -1)
		documents = append(documents, document[1:]) // without the comment
		words = append(words, document[1:]...)
	}
	words = append(words, "null", "-1", "1e999", "99999999999999999999", `"\u0000"`, "$v", "@skip(if: true)", "$", "{", "]", "true", "fragment")
	inside := regexp.MustCompile(`(?i)json\.Number|interface \{|\bgo(routine)?\b|citygraph/|\.go:|runtime|nil pointer|strconv`)
	rapid.Check(t, func(rt *rapid.T) {
		document := slices.Clone(rapid.SampledFrom(documents).Draw(rt, "document"))
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			at := rapid.IntRange(0, len(document)-1).Draw(rt, "at")
			document[at] = rapid.SampledFrom(words).Draw(rt, "word")
		}
		query := strings.Join(document, " ")
		a := ask(t, h, query, map[string]any{"v": 1})
		for _, e := range a.Errors {
			if code := e.Extensions["code"]; code == nil || code == "INTERNAL" || inside.MatchString(e.Message) {
				rt.Fatalf("%+v from %s", e, query)
			}
		}
	})
}
