package lang

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed packs
var embedded embed.FS

// Embedded returns the packs that the binary carries, as a file system for Load.
func Embedded() fs.FS {
	sub, err := fs.Sub(embedded, "packs")
	if err != nil {
		panic("lang: embedded packs: " + err.Error()) // only on a name that fs.ValidPath refuses
	}
	return sub
}

// Load reads every folder of fsys as a pack and validates it. The map is keyed by Pack.Tag.
// A missing or unknown field, or a code that the domain does not have, is an error that wraps
// graph.ErrInvalid and names file and field.
func Load(fsys fs.FS) (map[string]*Pack, error) {
	dirs, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("lang: read packs: %w", err)
	}
	packs := make(map[string]*Pack)
	for _, d := range dirs {
		if !d.IsDir() {
			continue
		}
		p, err := loadPack(fsys, d.Name())
		if err != nil {
			return nil, fmt.Errorf("lang: pack %s: %w", d.Name(), err)
		}
		packs[p.Tag] = p
	}
	return packs, nil
}

func loadPack(fsys fs.FS, tag string) (*Pack, error) {
	p := &Pack{Tag: tag}
	files := []struct {
		name string
		into any
	}{
		{"language.yaml", &p.Language},
		{"names.yaml", &p.Names},
		{"dates.yaml", &p.Dates},
		{"claims.yaml", &p.Claims},
	}
	for _, f := range files {
		if err := decode(fsys, path.Join(tag, f.name), f.into); err != nil {
			return nil, err
		}
	}
	common, err := readWords(fsys, path.Join(tag, "common.txt"))
	if err != nil {
		return nil, err
	}
	p.Language.Common = append(p.Language.Common, common...)
	return p, p.validate()
}

// readWords reads a list of words, one a line; lines that begin with # tell its source, licence
// and date, as Header does. A pack may lack the list.
func readWords(fsys fs.FS, name string) ([]string, error) {
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var words []string
	notes := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			notes += line + "\n"
		} else if line != "" {
			words = append(words, line)
		}
	}
	for _, key := range []string{"# source: ", "# licence: ", "# date: "} {
		if !strings.Contains(notes, key) {
			return nil, invalid(name, "has no line "+key)
		}
	}
	return words, nil
}

// decode reads one YAML file strictly. A pack may lack a file: what it would give is empty.
func decode(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
