package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestAsk(t *testing.T) {
	store := filepath.Join(t.TempDir(), "graph.db")
	mustRun(t, "load", "--store", store, "--quiet", "sample/articles/en")
	for name, c := range map[string]struct {
		args []string
		code int
		want string // in the output, or in the errors where there is no output
	}{
		"list":              {[]string{"questions"}, 0, "shortest diplomatic path"},
		"sample variables":  {[]string{"ask", "22", "--store", store}, 0, `"length": 2`},
		"given variables":   {[]string{"ask", "23", "--store", store, "--a", "Shanghai", "--b", "Cork"}, 0, `"side": "BOTH"`},
		"by name":           {[]string{"ask", "diplomatic-path", "--store", store}, 0, `"length"`},
		"document only":     {[]string{"ask", "22", "--document"}, 0, "query DiplomaticPath"},
		"no such question":  {[]string{"ask", "41", "--store", store}, exitUsage, "question"},
		"no such name":      {[]string{"ask", "22", "--store", store, "--from", "Atlantis"}, exitUsage, "Atlantis"},
		"another's flag":    {[]string{"ask", "22", "--store", store, "--year", "2024"}, exitUsage, "year"},
		"a misspelt flag":   {[]string{"ask", "22", "--store", store, "--form", "Cork"}, exitUsage, "form"},
		"an unfit variable": {[]string{"ask", "15", "--store", store, "--step", "0"}, exitFailure, "step"},
		"no store":          {[]string{"ask", "22", "--store", store + ".none"}, exitStore, "does not exist"},
	} {
		r := runHere(t, c.args...)
		if text := r.out + r.err; r.code != c.code || !strings.Contains(text, c.want) {
			t.Errorf("%s: code %d, want %d with %q in\n%.400s", name, r.code, c.code, c.want, text)
		}
	}
}
