package server_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden answers; read the diff")

// TestAnswers runs every document of testdata/answers over the reference graph.
func TestAnswers(t *testing.T) {
	h := newServer(reference(t))
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			body, err := json.Marshal(map[string]string{"query": string(query)})
			if err != nil {
				t.Fatal(err)
			}
			got := pretty(t, send(h, request(string(body))).Body.Bytes())
			golden := strings.TrimSuffix(file, ".graphql") + ".json"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
