package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// TestIdentityCommands joins two people by hand, reads the one by the other's id, and undoes it.
func TestIdentityCommands(t *testing.T) {
	store := filepath.Join(t.TempDir(), "graph.db")
	article := write(t, "a.txt", "Mayors meet\n\nThe Mayor of Cork, Dan Boyle, met the Mayor of Coventry, Ann Lucas, in Cork on 3 May 2024.\n")
	mustRun(t, "load", "--quiet", "--store", store, article)
	before := mustRun(t, "export", "--store", store)
	var people []string
	for line := range strings.Lines(before) {
		var l struct{ Node struct{ ID, Type string } }
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if l.Node.Type == "Person" {
			people = append(people, l.Node.ID)
		}
	}
	if len(people) != 2 {
		t.Fatalf("people: %q", people)
	}
	mustRun(t, "identity", "confirm", "--store", store, people[1], people[0], "--because", "a stage name")
	if list := mustRun(t, "identity", "list", "--store", store, "--json"); !strings.Contains(list, "a stage name") || !strings.Contains(list, "Dan Boyle") {
		t.Errorf("list: %s", list)
	}
	joined := mustRun(t, "query", "--store", store, `{ node(id: "`+people[1]+`") { id ... on Person { mergedFrom } } }`)
	if !strings.Contains(joined, `"id": "`+people[0]+`"`) || !strings.Contains(joined, people[1]) {
		t.Errorf("the old id answers %s", joined)
	}
	mustRun(t, "identity", "reject", "--store", store, people[0], people[1])
	if list := mustRun(t, "identity", "list", "--store", store, "--verdict", "DIFFERENT", "--by", "HAND", people[0]); !strings.Contains(list, people[1]) {
		t.Errorf("list: %s", list)
	}
	mustRun(t, "identity", "undo", "--store", store, people[0], people[1])
	if after := mustRun(t, "export", "--store", store); after != before {
		t.Error("undoing does not restore the export")
	}
	for name, args := range map[string][]string{
		"an unknown id": {"identity", "confirm", "--store", store, people[0], "person:none"},
		"two types":     {"identity", "confirm", "--store", store, people[0], "city:2965140"},
		"no verdict":    {"identity", "list", "--store", store, "--verdict", "MAYBE"},
		"no judge":      {"identity", "list", "--store", store, "--by", "me"},
		"one id":        {"identity", "confirm", "--store", store, people[0]},
	} {
		if r := runHere(t, args...); r.code == 0 {
			t.Errorf("%s: exit 0", name)
		}
	}
}
