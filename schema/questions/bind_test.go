package questions_test

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/schema/questions"
)

func find(t *testing.T, name string) questions.Question {
	t.Helper()
	q, err := questions.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestFind(t *testing.T) {
	if a, b, c := find(t, "22"), find(t, "diplomatic-path"), find(t, "022"); a.Number != 22 || b.Number != 22 || c.Number != 22 {
		t.Errorf("found %d, %d and %d", a.Number, b.Number, c.Number)
	}
	for _, name := range []string{"0", "41", "", "no-such-question"} {
		if _, err := questions.Find(name); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestNumbers: the questions are those of the domain guide, each once.
func TestNumbers(t *testing.T) {
	all := allQuestions(t)
	if len(all) != total {
		t.Fatalf("%d questions", len(all))
	}
	for i, q := range all {
		if q.Number != i+1 || !strings.HasSuffix(q.Text, "?") && !strings.HasSuffix(q.Text, ".") {
			t.Errorf("question %d is number %d: %q", i+1, q.Number, q.Text)
		}
	}
	guide, err := os.ReadFile("../../../shared/domain.md")
	if err != nil {
		t.Skip("the domain guide is not here")
	}
	if n := len(regexp.MustCompile(`(?m)^\| \d+ \| .*\?`).FindAll(guide, -1)) + len(regexp.MustCompile(`(?m)^\| \d+ \| [^?|]*\|[^|]*\|$`).FindAll(guide, -1)); n != total {
		t.Errorf("the domain guide has %d questions", n)
	}
}

func TestBind(t *testing.T) {
	store := graphtest.NewMemory()
	load(t, store)
	for name, c := range map[string]struct {
		question string
		given    map[string]string
		want     map[string]any
		err      error
	}{
		"samples":            {"22", nil, map[string]any{"from": "city:2965140", "to": "city:3936456"}, nil},
		"a name":             {"22", map[string]string{"from": "Dunedin"}, map[string]any{"from": "city:2191562", "to": "city:3936456"}, nil},
		"in another script":  {"22", map[string]string{"from": "上海"}, map[string]any{"from": "city:1796236", "to": "city:3936456"}, nil},
		"an id":              {"22", map[string]string{"from": "city:1"}, map[string]any{"from": "city:1", "to": "city:3936456"}, nil},
		"a number, an enum":  {"15", map[string]string{"year": "2031", "step": "1"}, map[string]any{"place": "city:2965140", "year": 2031.0, "step": 1.0}, nil},
		"a list":             {"31", map[string]string{"types": "TWIN_COUNT, COUNTRY_COUNT"}, map[string]any{"place": "city:1796236", "types": []any{"TWIN_COUNT", "COUNTRY_COUNT"}}, nil},
		"null stays null":    {"12", nil, map[string]any{"place": nil, "on": "2025-06-01", "days": 90.0}, nil},
		"a country is none":  {"22", map[string]string{"from": "China"}, nil, graph.ErrNotFound},
		"an unknown name":    {"22", map[string]string{"from": "Atlantis"}, nil, graph.ErrNotFound},
		"no letters":         {"22", map[string]string{"from": " "}, nil, graph.ErrInvalid},
		"another's variable": {"22", map[string]string{"year": "2024"}, nil, graph.ErrInvalid},
		"no number":          {"15", map[string]string{"year": "soon"}, nil, graph.ErrInvalid},
	} {
		got, err := find(t, c.question).Bind(t.Context(), store, c.given)
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
