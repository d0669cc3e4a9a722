package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"citygraph/loader/entity/gazetteer/internal/record"
)

// curatedName is a row of data/names/*.tsv: names that the sources lack.
type curatedName struct {
	id, lang string
	class    record.Class
	names    []string
}

// institution is a row of data/institutions.tsv.
type institution struct {
	kind, place, main string
	names             []record.Name
}

// demonyms is a row of data/demonyms.tsv.
type demonyms struct {
	id    string
	forms []string
}

// rows reads a table of tab-separated columns; '#' begins a comment line.
func rows(path string, columns int) ([][]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]string
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		line := s.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("%s:%d has %d columns, want %d", path, n, len(f), columns)
		}
		out = append(out, f)
	}
	return out, s.Err()
}

func list(field string) []string {
	var out []string
	for _, s := range strings.Split(field, "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func readCurated(dir string) ([]curatedName, error) {
	files, err := filepath.Glob(filepath.Join(dir, "names", "*.tsv"))
	if err != nil {
		return nil, err
	}
	classes := map[string]record.Class{
		"curated": record.Curated, "historical": record.Historical, "short": record.Short, "stem": record.Stem,
	}
	var out []curatedName
	for _, file := range files {
		table, err := rows(file, 5)
		if err != nil {
			return nil, err
		}
		for _, f := range table {
			class, ok := classes[f[2]]
			if !ok {
				return nil, fmt.Errorf("%s: unknown class %q of %s", file, f[2], f[0])
			}
			out = append(out, curatedName{id: f[0], lang: f[1], class: class, names: list(f[3])})
		}
	}
	return out, nil
}

func readInstitutions(dir string) ([]institution, error) {
	table, err := rows(filepath.Join(dir, "institutions.tsv"), 5)
	if err != nil {
		return nil, err
	}
	langs := record.Langs()
	var out []institution
	for _, f := range table {
		i := institution{kind: f[0], place: f[1], main: f[2]}
		for _, n := range list(f[3]) {
			lang, text, ok := strings.Cut(n, ":")
			at := slices.Index(langs, lang)
			if !ok || at < 0 {
				return nil, fmt.Errorf("institutions.tsv: %s: name %q has no known language", i.main, n)
			}
			i.names = append(i.names, record.Name{Lang: byte(at), Text: text})
		}
		out = append(out, i)
	}
	return out, nil
}

func readDemonyms(dir string) ([]demonyms, error) {
	table, err := rows(filepath.Join(dir, "demonyms.tsv"), 4)
	if err != nil {
		return nil, err
	}
	var out []demonyms
	for _, f := range table {
		out = append(out, demonyms{f[0], slices.Concat(list(f[1]), list(f[2]), list(f[3]))})
	}
	return out, nil
}

// readWords returns the words of data/words.tsv, which name a place only with a cue.
func readWords(dir string) ([]string, error) {
	table, err := rows(filepath.Join(dir, "words.tsv"), 3)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range table {
		out = append(out, list(f[1])...)
	}
	return out, nil
}
