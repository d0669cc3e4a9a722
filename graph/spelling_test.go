package graph_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b       string
		most, want int
	}{
		{"cork", "cork", 2, 0},
		{"cork", "corc", 2, 1},
		{"cork", "crok", 2, 1},
		{"cork", "ork", 2, 1},
		{"cork", "corks", 2, 1},
		{"hamburg", "hambrugh", 2, 2},
		{"ca", "abc", 3, 3},
		{"cork", "lima", 2, 3},
		{"", "ab", 2, 2},
		{"", "abc", 2, 3},
		{"جدة", "جده", 1, 1},
		{"上海", "海上", 1, 1},
		{"abcdef", "ghijkl", 2, 3},
	} {
		if got := graph.Edits(tt.a, tt.b, tt.most); got != tt.want {
			t.Errorf("%s, %s: %d edits, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := graph.Edits(tt.b, tt.a, tt.most); got != tt.want {
			t.Errorf("%s, %s: %d edits, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"hamburgh", "homburg", "hamburg", "hamburg", "amburg", "cork", "humburg"}
	if diff := cmp.Diff([]string{"amburg", "hamburgh", "homburg", "humburg"}, graph.Nearest("hamburg", known)); diff != "" {
		t.Error(diff)
	}
	var many []string
	for i := range 100 {
		many = append(many, fmt.Sprintf("hamburg%02d", i))
	}
	if got := graph.Nearest("hamburg99", many); len(got) != graph.MaxNearWords || got[0] != "hamburg09" {
		t.Errorf("%d words: %q", len(got), got)
	}
}
