package loader_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"citygraph/loader"
	"citygraph/loader/article"
)

// soundly checks what must hold of any text whatsoever: it is read without a panic, twice the
// same, and every claim rests on an exact sentence that holds its trigger.
func soundly(t interface{ Fatalf(string, ...any) }, p *loader.Pipeline, lang, body string) {
	a := article.Article{Title: "Any", Lang: lang, Date: "2024-05-06", Source: "test", Format: article.Text, Body: body}
	x, err := p.Extract(context.Background(), a)
	var stage *loader.StageError
	if errors.As(err, &stage) {
		if stage.Reason == loader.ReasonPanic || stage.Reason == loader.ReasonInvalid {
			t.Fatalf("%s: %v\n%q", lang, err, body)
		}
		return
	}
	again, _ := p.Extract(context.Background(), a)
	if diff := cmp.Diff(x.Assertion, again.Assertion); diff != "" {
		t.Fatalf("the second reading differs:\n%s", diff)
	}
	text := x.Assertion.Article.Text
	for _, c := range x.Assertion.Claims {
		e := c.Evidence
		if text[e.Span.Start:e.Span.End] != e.Text || e.Trigger.Start < e.Span.Start || e.Trigger.End > e.Span.End {
			t.Fatalf("claim %s by %s: its sentence or trigger is not in the text: %+v", c.ID, c.Rule, e)
		}
		if c.Confidence <= 0 || c.Confidence > 1 {
			t.Fatalf("claim %s by %s: confidence %v", c.ID, c.Rule, c.Confidence)
		}
	}
}

// passages are the lines of the sample articles, by language.
func passages(t testing.TB) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "cmd", "citygraph", "sample", "articles", "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	lines := map[string][]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := filepath.Base(filepath.Dir(file))
		for line := range strings.Lines(string(text)) {
			lines[lang] = append(lines[lang], strings.TrimSpace(line))
		}
	}
	return lines
}

// TestAnyMixtureIsReadSoundly mixes, cuts and joins passages as no journalist would.
func TestAnyMixtureIsReadSoundly(t *testing.T) {
	lines := passages(t)
	p, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom([]string{"ar", "en", "zh"}).Draw(rt, "lang")
		var body strings.Builder
		for range rapid.IntRange(1, 8).Draw(rt, "passages") {
			words := []rune(rapid.SampledFrom(lines[lang]).Draw(rt, "passage"))
			from := rapid.IntRange(0, len(words)).Draw(rt, "from")
			to := rapid.IntRange(from, len(words)).Draw(rt, "to")
			body.WriteString(string(words[from:to]))
			body.WriteString(rapid.SampledFrom([]string{" ", "\n\n", "、", "، و", "(", "\u200f", ". "}).Draw(rt, "joint"))
		}
		soundly(rt, p, lang, body.String())
	})
}

func FuzzExtract(f *testing.F) {
	for lang, lines := range passages(f) {
		f.Add(lang, strings.Join(lines[:min(len(lines), 20)], "\n"))
	}
	f.Add("en", "The Mayor of Cork, \xff\x00, twinned with (")
	p, err := loader.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, lang, body string) { soundly(t, p, lang, body) })
}
