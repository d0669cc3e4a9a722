package lang_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"citygraph/graph"
	"citygraph/loader/lang"
)

func TestLoadEmbedded(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"ar", "en", "zh"} {
		p := packs[tag]
		if p == nil {
			t.Fatalf("no pack %s", tag)
		}
		if len(p.Names.Examples) == 0 || len(p.Dates.Examples) == 0 {
			t.Errorf("%s: a grammar without examples", tag)
		}
		for _, e := range append(p.Names.Examples, p.Dates.Examples...) {
			if len(e.Yes) == 0 || len(e.No) == 0 {
				t.Errorf("%s: example %q needs what must and what must not match", tag, e.Text)
			}
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	head := "source: test\nlicence: none\ndate: 2026-01-01\n"
	tests := map[string]struct{ file, text string }{
		"no header":     {"language.yaml", "spaced: true\n"},
		"unknown field": {"language.yaml", head + "colour: red\n"},
		"office code":   {"names.yaml", head + "offices: [{code: BOSS, words: [boss]}]\n"},
		"kind code":     {"names.yaml", head + "heads: [{kind: SHIP, words: [ship]}]\n"},
		"place type":    {"names.yaml", head + "places: [{type: Person, before: [mr]}]\n"},
		"eleven months": {"dates.yaml", head + "months: [[a],[b],[c],[d],[e],[f],[g],[h],[i],[j],[k]]\n"},
		"unit":          {"dates.yaml", head + "relative: [{words: [soon], unit: blink, shift: 1}]\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for _, f := range []string{"language.yaml", "names.yaml", "dates.yaml"} {
				fsys["xx/"+f] = &fstest.MapFile{Data: []byte(head)}
			}
			fsys["xx/"+tt.file] = &fstest.MapFile{Data: []byte(tt.text)}
			_, err := lang.Load(fsys)
			if err == nil {
				t.Fatal("loaded")
			}
			if name != "unknown field" && !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%v is not ErrInvalid", err)
			}
		})
	}
}
