package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// allowed is the dependency direction of the module: which packages each may import. A package
// that is not named may be imported by nothing but itself and cmd. graph is the shared middle:
// loader only writes to it, schema only reads from it, and they never meet.
var allowed = map[string][]string{
	"graph":                       {},
	"graph/namekey":               {},
	"graph/derive":                {"graph"},
	"graph/traverse":              {"graph"},
	"graph/analyze":               {"graph", "graph/derive"},
	"graph/export":                {"graph"},
	"graph/match":                 {"graph", "graph/namekey"},
	"graph/graphtest":             {"graph", "graph/namekey", "graph/derive", "graph/export", "graph/traverse"},
	"graph/sqlite":                {"graph", "graph/derive"},
	"graph/neo4j":                 {"graph", "graph/derive"},
	"graph/neo4j/neo4jtest":       {},
	"graph/neo4j/neo4jtest/start": {"graph/neo4j/neo4jtest"},
	"loader/lang":                 {"graph", "graph/namekey"},
	"loader/article":              {"graph", "graph/namekey"},
	"loader/document":             {"graph", "graph/namekey", "loader/lang"},
	"loader/mention":              {"graph", "graph/namekey", "loader/lang"},
	"loader/entity":               {"graph", "graph/namekey", "loader/lang", "loader/entity/gazetteer"},
	"loader/entity/gazetteer":     {"graph", "graph/namekey"},
	"loader/claim":                {"graph", "graph/namekey", "loader/lang"},
	"loader/llm":                  {"graph", "graph/namekey"},
	"loader/identity":             {"graph", "graph/namekey", "loader/entity/gazetteer"},
	"loader":                      {"graph", "graph/namekey", "loader/*"},
	"loader/intake":               {"graph", "loader", "loader/article"},
	"loader/eval":                 {"graph", "graph/namekey", "graph/derive", "loader", "loader/article", "loader/lang"},
	"schema":                      {},
	"schema/scalar":               {"graph"},
	"schema/generated":            {"graph", "graph/analyze", "graph/match", "graph/traverse", "schema/*"},
	"schema/questions":            {"graph", "graph/namekey"},
	"schema/resolver":             {"graph", "graph/analyze", "graph/match", "graph/namekey", "graph/traverse", "schema/*"},
	"schema/apikey":               {},
	"schema/assist":               {"graph", "graph/match", "graph/namekey", "schema/questions"},
	"schema/reconcile":            {"graph", "graph/match", "graph/namekey"},
	"schema/server":               {"graph", "graph/export", "graph/match", "graph/namekey", "graph/traverse", "schema", "schema/*"},
}

func TestDependencyDirection(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, "citygraph/")
		if strings.HasPrefix(name, "cmd/") || strings.Contains(name, "/generate") || strings.Contains(name, "/internal/") {
			continue
		}
		may, known := allowed[name]
		if !known {
			t.Errorf("package %s stands in no row of the dependency table", name)
			continue
		}
		for _, imported := range p.Imports {
			short, own := strings.CutPrefix(imported, "citygraph/")
			if own && !strings.HasPrefix(short, name+"/") && !slices.ContainsFunc(may, func(pattern string) bool { return matches(pattern, short) }) {
				t.Errorf("%s imports %s", name, short)
			}
		}
	}
}

// TestDomainStandsAlone: the domain imports the standard library and nothing else.
func TestDomainStandsAlone(t *testing.T) {
	for _, p := range listPackages(t) {
		if p.ImportPath != "citygraph/graph" {
			continue
		}
		for _, imported := range p.Imports {
			if strings.Contains(imported, ".") {
				t.Errorf("graph imports %s", imported)
			}
		}
	}
}

// TestNoVaguePackages: no package is named for being a drawer.
func TestNoVaguePackages(t *testing.T) {
	for _, p := range listPackages(t) {
		if base := filepath.Base(p.ImportPath); slices.Contains([]string{"util", "utils", "common", "helpers", "types", "models", "misc"}, base) {
			t.Errorf("package %s", p.ImportPath)
		}
	}
}

func matches(pattern, path string) bool {
	if prefix, wild := strings.CutSuffix(pattern, "/*"); wild {
		return strings.HasPrefix(path, prefix+"/")
	}
	return pattern == path
}

type listed struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "citygraph/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}
