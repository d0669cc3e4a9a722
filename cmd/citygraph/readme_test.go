package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the answers in README from the embedded store")

// question is a GraphQL block of README with the answer block that follows it.
var question = regexp.MustCompile("(?s)```graphql\n(.*?)```\n+```json\n(.*?)```")

// TestReadmeQuestions runs every question that README shows on the sample articles, in both
// stores: the answers are the same, and are what README prints.
func TestReadmeQuestions(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	shown := question.FindAllStringSubmatch(string(readme), -1)
	if len(shown) < 5 {
		t.Fatalf("README shows %d questions", len(shown))
	}
	stores := storesUnderTest(t)
	for _, store := range stores {
		mustRun(t, "demo", "--load-only", "--quiet", "--store", store)
	}
	arabic := false
	text := string(readme)
	for _, q := range shown {
		answer := mustRun(t, "query", "--store", stores["sqlite"], q[1])
		if other := mustRun(t, "query", "--store", stores["neo4j"], q[1]); other != answer {
			t.Errorf("the stores answer differently (-sqlite +neo4j):\n%s", cmp.Diff(answer, other))
		}
		if *update {
			text = strings.Replace(text, q[2], answer, 1)
		} else if d := cmp.Diff(q[2], answer); d != "" {
			t.Errorf("README prints another answer (-README +store):\n%s\n%s", q[1], d)
		}
		arabic = arabic || strings.Contains(answer, "RTL")
	}
	if !arabic {
		t.Error("no answer shows a sentence in Arabic")
	}
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
