package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/graph"
)

func TestExplain(t *testing.T) {
	store := filepath.Join(t.TempDir(), "graph.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	var line struct{ Assertion graph.Assertion }
	first, _, _ := strings.Cut(mustRun(t, "export", "--store", store), "\n")
	if err := json.Unmarshal([]byte(first), &line); err != nil || len(line.Assertion.Claims) == 0 {
		t.Fatalf("%v: %s", err, first)
	}
	c := line.Assertion.Claims[0]
	var got claimReason
	if err := json.Unmarshal([]byte(mustRun(t, "explain", "--store", store, "--json", string(c.ID))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Parts == nil || got.Claim.ID != c.ID || got.Subject == "" {
		t.Fatalf("%+v", got)
	}
	if p := got.Parts.Confidence(); p < c.Confidence-1e-9 || p > c.Confidence+1e-9 {
		t.Errorf("the parts make %v, the claim has %v", p, c.Confidence)
	}
	if bare := strings.NewReplacer("[", "", "]", "", "{", "", "}", "", "‹", "", "›", "").Replace(got.Marked); bare != c.Evidence.Text || bare == got.Marked {
		t.Errorf("marked %q of %q", got.Marked, c.Evidence.Text)
	}
	text := mustRun(t, "explain", "--store", store, string(c.ID))
	for _, want := range []string{c.Rule, c.Version, "TWINNED_WITH", "Two ports become twins"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	whole := mustRun(t, "explain", "--store", store, string(line.Assertion.Article.ID))
	if !strings.Contains(whole, string(c.ID)) {
		t.Errorf("the article does not list its claim:\n%s", whole)
	}
	for _, id := range []string{"claim:none", "article:none"} {
		if r := runHere(t, "explain", "--store", store, id); r.code == exitOK || !strings.Contains(r.err, "not found") {
			t.Errorf("%s: %+v", id, r)
		}
	}
}

// TestExplainDrops: what was found and not kept is told with its reason.
func TestExplainDrops(t *testing.T) {
	store := filepath.Join(t.TempDir(), "graph.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt",
		"A visit\nsource: test\ndate: 2024-05-02\n\nThe Mayor of Cork, Dan Boyle, received guests. Cork and Shanghai have been sister cities since 2005.\n"))
	var line struct{ Assertion graph.Assertion }
	first, _, _ := strings.Cut(mustRun(t, "export", "--store", store), "\n")
	if err := json.Unmarshal([]byte(first), &line); err != nil {
		t.Fatal(err)
	}
	var got articleReason
	if err := json.Unmarshal([]byte(mustRun(t, "explain", "--store", store, "--json", string(line.Assertion.Article.ID))), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Dropped) == 0 {
		t.Fatal("nothing was dropped")
	}
	for _, d := range got.Dropped {
		if d.Reason == "" || d.Text == "" {
			t.Errorf("%+v", d)
		}
	}
}
