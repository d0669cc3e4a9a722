package loader_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/loader"
	"citygraph/loader/article"
)

// TestPackFromOutside reads a language that the binary does not carry: a pack is data alone.
func TestPackFromOutside(t *testing.T) {
	italian := article.Article{
		Title: "Milano e Lione", Source: "test", Date: "2024-05-02", Format: article.Text,
		Body: "La città di Milano è gemellata con Lione dal 1967. Il sindaco di Milano, Marco Bianchi, ha ricordato che le due città sono amiche.",
	}
	own, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	if x, err := own.Extract(context.Background(), italian); err == nil && len(x.Assertion.Claims) > 0 {
		t.Fatalf("the packs of the binary read Italian: %+v", x.Assertion.Claims)
	}
	p, err := loader.WithPacks(os.DirFS(filepath.Join("testdata", "packs")))
	if err != nil {
		t.Fatal(err)
	}
	x, err := p.Extract(context.Background(), italian)
	if err != nil {
		t.Fatal(err)
	}
	got := map[graph.EdgeType]string{}
	for _, c := range x.Assertion.Claims {
		got[c.Type] = c.Rule + " " + c.Version
	}
	want := map[graph.EdgeType]string{graph.TwinnedWith: "tie-of it-1", graph.HoldsOffice: "office-of-name it-1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: claims (-want +got):\n%s", x.Assertion.Article.Lang, diff)
	}
}
