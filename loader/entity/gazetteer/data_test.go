package gazetteer_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/loader/entity/gazetteer"
)

// rows reads a curated table and checks what all of them share: a head with source and licence,
// and a full number of columns.
func rows(t *testing.T, path string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "# Source: ") || !strings.Contains(string(data), "Licence: ") {
		t.Errorf("%s: the head names no source or licence", path)
	}
	var out [][]string
	for n, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			t.Fatalf("%s:%d: %d columns, want %d", path, n+1, len(f), columns)
		}
		out = append(out, f)
	}
	return out
}

func TestCuratedNames(t *testing.T) {
	g := open(t)
	files, err := filepath.Glob("data/names/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		for _, f := range rows(t, file, 5) {
			id := graph.EntityID(f[0])
			if _, ok := g.Place(id); !ok {
				t.Errorf("%s: no place %s", file, id)
			}
			if !slices.Contains([]string{"ar", "zh", "en"}, f[1]) || !slices.Contains([]string{"curated", "short", "historical", "stem"}, f[2]) || f[4] == "" {
				t.Errorf("%s: language, class or reason of %v", file, f)
			}
			for name := range strings.SplitSeq(f[3], "|") {
				c := candidate(t, g.Lookup(name), id)
				if f[2] == "short" && !c.Cue && c.Class == gazetteer.Short {
					t.Errorf("%s: %s is short but needs no cue", file, name)
				}
			}
		}
	}
}

func TestDemonymTable(t *testing.T) {
	g := open(t)
	for _, f := range rows(t, "data/demonyms.tsv", 4) {
		if p, ok := g.Place(graph.EntityID(f[0])); !ok || p.Type != graph.Country {
			t.Errorf("no country %s", f[0])
		}
		if f[1] == "" || f[2] == "" {
			t.Errorf("%s has no English or no Arabic form", f[0])
		}
	}
}

func TestInstitutionTable(t *testing.T) {
	g := open(t)
	for _, f := range rows(t, "data/institutions.tsv", 5) {
		if !graph.HasCode("InstitutionKind", f[0]) || f[0] == "" || f[4] == "" {
			t.Errorf("kind or reason of %v", f)
		}
		if _, ok := g.Place(graph.EntityID(f[1])); f[1] != "" && !ok {
			t.Errorf("%s: no place %s", f[2], f[1])
		}
		if len(g.Institution(f[2])) == 0 {
			t.Errorf("%s is not found by its name", f[2])
		}
	}
}

func TestWordTable(t *testing.T) {
	g := open(t)
	named := 0
	for _, f := range rows(t, "data/words.tsv", 3) {
		if f[0] == "" || f[2] == "" {
			t.Errorf("language or reason of %v", f)
		}
		for word := range strings.SplitSeq(f[1], "|") {
			for _, c := range g.Lookup(word) {
				named++
				if !c.Cue && c.Class != gazetteer.Demonym && c.Class != gazetteer.Stem && c.ID.TypeOf() != graph.Institution {
					t.Errorf("%s stands for %s without a cue", word, c.ID)
				}
			}
		}
	}
	if named < 1000 {
		t.Errorf("the words name only %d places", named)
	}
}
