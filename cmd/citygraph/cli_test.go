package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citygraph/graph/export"
	"citygraph/loader"
)

// write makes a file in a folder of the test's own.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const twinArticle = "Two ports become twins\nsource: test\ndate: 2024-05-02\n\nCork and Shanghai have been sister cities since 2005.\n"

func TestExitCodes(t *testing.T) {
	article := write(t, "a.txt", twinArticle)
	broken := write(t, "b.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02")
	nowhere := filepath.Join(t.TempDir(), "none.db")
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--store", store, article)
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"no such command":        {[]string{"lode"}, exitFailure, "lode"},
		"no such flag":           {[]string{"load", "--fast", article}, exitUsage, "fast"},
		"missing argument":       {[]string{"load"}, exitUsage, "arg"},
		"bad shard":              {[]string{"load", "--store", nowhere, "--shard", "3/2", article}, exitUsage, "3/2"},
		"batch over the limit":   {[]string{"load", "--store", nowhere, "--batch", "1001", article}, exitUsage, "1001"},
		"odd store address":      {[]string{"stats", "--store", "mysql://x"}, exitStore, "mysql"},
		"store does not exist":   {[]string{"stats", "--store", nowhere}, exitStore, "citygraph load"},
		"source does not exist":  {[]string{"load", "--store", store, "none.txt"}, exitFailure, "none.txt"},
		"bad configuration file": {[]string{"stats", "--config", write(t, "c.yaml", "store: [")}, exitConfig, "c.yaml"},
		"bad setting":            {[]string{"version", "--log-level", "loud"}, exitConfig, "loud"},
		"quarantined":            {[]string{"load", "--store", store, broken}, exitPartial, "quarantined"},
		"retract what is absent": {[]string{"retract", "--store", store, "article:none"}, exitPartial, "1 of 1"},
		"answer with errors":     {[]string{"query", "--store", store, "{ nothing }"}, exitFailure, "1 errors"},
		"server does not answer": {[]string{"query", "--server", "http://127.0.0.1:1/graphql", "{ stats { articles } }"}, exitStore, "127.0.0.1:1"},
	} {
		r := runHere(t, c.args...)
		if r.code != c.code || !strings.Contains(r.err, c.says) {
			t.Errorf("%s: exit %d, want %d; says %q", name, r.code, c.code, r.err)
		}
	}
}

func TestLoadCountsAndRejects(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": twinArticle, "again.txt": twinArticle, "empty.txt": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	store, rejects := filepath.Join(t.TempDir(), "s.db"), filepath.Join(t.TempDir(), "rejects.jsonl")
	r := runHere(t, "load", "--json", "--store", store, "--rejects", rejects, dir)
	var report loader.Report
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatal(err)
	}
	if want := (loader.Counts{Read: 3, Loaded: 1, Duplicate: 1, Quarantined: 1}); report.Counts != want || r.code != exitPartial {
		t.Errorf("exit %d, counts %+v, want %+v", r.code, report.Counts, want)
	}
	rows, err := os.ReadFile(rejects)
	if err != nil || !strings.Contains(string(rows), `"reason":"NO_TEXT"`) || !strings.Contains(string(rows), "empty.txt") {
		t.Errorf("rejects: %v %s", err, rows)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	r := runHere(t, "load", "--dry-run", "--store", store, write(t, "a.txt", twinArticle))
	if _, err := os.Stat(store); r.code != exitOK || !os.IsNotExist(err) {
		t.Errorf("exit %d, store: %v", r.code, err)
	}
}

func TestExtractReadsStandardInput(t *testing.T) {
	r := runWith(t, twinArticle, "extract", "-")
	var record loader.Record
	if err := json.Unmarshal([]byte(r.out), &record); err != nil {
		t.Fatalf("%v: %s%s", err, r.out, r.err)
	}
	if len(record.Relations) == 0 || record.Relations[0].R != "TWINNED_WITH" || record.Relations[0].Since != "2005" {
		t.Errorf("%+v", record.Relations)
	}
}

// TestSettings: a flag beats the environment, that beats the file, that beats the default.
func TestSettings(t *testing.T) {
	file := write(t, "c.yaml", "store: file.db\nlisten: 127.0.0.1:1\nlog-level: error\ndatabase: other\n")
	t.Setenv("CITYGRAPH_STORE", "env.db")
	t.Setenv("CITYGRAPH_LOG_LEVEL", "info")
	var settings []setting
	out := mustRun(t, "config", "show", "--json", "--config", file, "--log-level", "debug")
	if err := json.Unmarshal([]byte(out), &settings); err != nil {
		t.Fatal(err)
	}
	got := map[string]setting{}
	for _, s := range settings {
		got[s.Key] = s
	}
	for key, want := range map[string]setting{
		"log-level": {"log-level", "debug", "flag"}, "store": {"store", "env.db", "environment"},
		"database": {"database", "other", file}, "log-format": {"log-format", "auto", "default"},
	} {
		if got[key] != want {
			t.Errorf("%+v, want %+v", got[key], want)
		}
	}
}

func TestQueryFromFileWithVariables(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	document := write(t, "q.graphql", "query Q($name: String!) { city(name: $name) { twins { totalCount nodes { date { value } } } } }")
	out := mustRun(t, "query", "--store", store, document, "--variables", `{"name": "科克"}`)
	if !strings.Contains(out, `"totalCount": 1`) || !strings.Contains(out, `"2005"`) {
		t.Errorf("answer: %s", out)
	}
}

// TestExportFormats: every format is written, to a file or a folder, and is not empty.
func TestExportFormats(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	for _, f := range export.Formats() {
		path := filepath.Join(t.TempDir(), "out")
		mustRun(t, "export", "--store", store, "--format", f.Name, "--output", path)
		files := []string{path}
		if len(f.Files) > 1 {
			files = nil
			for _, name := range f.Files {
				files = append(files, filepath.Join(path, name))
			}
		}
		for _, file := range files {
			if b, err := os.ReadFile(file); err != nil || len(b) == 0 {
				t.Errorf("%s: %s: %v", f.Name, file, err)
			}
		}
	}
	if r := runHere(t, "export", "--store", store, "--format", "csv"); r.code != exitUsage {
		t.Errorf("several files to standard output: exit %d", r.code)
	}
}

func TestDoctor(t *testing.T) {
	store := filepath.Join(t.TempDir(), "s.db")
	if r := runHere(t, "doctor", "--store", store); r.code != exitFailure || !strings.Contains(r.out, "FAIL") {
		t.Errorf("without a store: exit %d\n%s", r.code, r.out)
	}
	mustRun(t, "load", "--quiet", "--store", store, write(t, "a.txt", twinArticle))
	if out := mustRun(t, "doctor", "--store", store); strings.Contains(out, "FAIL") {
		t.Errorf("with a store:\n%s", out)
	}
}

func TestCompletionAndVersion(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := mustRun(t, "completion", shell); !strings.Contains(out, "citygraph") {
			t.Errorf("%s: no completion", shell)
		}
	}
	if out := mustRun(t, "version", "--json"); !json.Valid([]byte(out)) {
		t.Errorf("version: %s", out)
	}
}
