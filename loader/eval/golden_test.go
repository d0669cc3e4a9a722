package eval_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/loader"
	"citygraph/loader/eval"
)

var update = flag.Bool("update", false, "write the golden scores anew")

// TestScores holds the scores of the project's corpora, so that a change of rules shows in its
// diff what it costs. The development set lies beside the repository and may be absent.
func TestScores(t *testing.T) {
	root := filepath.Join("..", "..")
	tests := []struct{ name, dir string }{
		{"corpus", filepath.Join("testdata", "corpus")},
		{"dev", filepath.Join(root, "..", "shared", "gold", "dev")},
	}
	p, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := os.Stat(tt.dir); os.IsNotExist(err) {
				t.Skipf("%s is not here", tt.dir)
			}
			var got bytes.Buffer
			if err := run(t, tt.dir, p, eval.Options{Totals: true, Rules: p.Judge}).WriteTable(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", tt.name+".golden.txt")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("scores changed; if for the better, run with -update (-want +got):\n%s", diff)
			}
		})
	}
}
