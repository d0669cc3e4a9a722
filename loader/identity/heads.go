package identity

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

//go:embed heads.yaml
var headData []byte

// head is a word for a kind of body in every language that has one.
type head struct {
	Sense   string   `yaml:"sense"`
	Kind    string   `yaml:"kind"`
	Several bool     `yaml:"several"`
	Words   []string `yaml:"words"`

	forms  []string // keys of Words, the longest first
	joints []string
}

// readHeads reads the embedded data; heads with longer words come first, so that a port
// authority is no port.
func readHeads() ([]head, error) {
	var file struct {
		Joints []string `yaml:"joints"`
		Heads  []head   `yaml:"heads"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(headData))
	dec.KnownFields(true)
	if err := dec.Decode(&file); err != nil {
		return nil, fmt.Errorf("heads.yaml: %w", err)
	}
	var joints []string
	for _, j := range file.Joints {
		joints = append(joints, namekey.Fold(j))
	}
	var out []head
	for _, h := range file.Heads {
		if h.Kind == "" || !graph.HasCode("InstitutionKind", h.Kind) {
			return nil, fmt.Errorf("heads.yaml: %s: %q is no kind", h.Sense, h.Kind)
		}
		for _, w := range h.Words { // one entry a word: the longest of all is tried first
			one := h
			one.forms, one.joints = []string{namekey.Fold(w)}, joints
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b head) int {
		return cmp.Compare(utf8.RuneCountInString(b.forms[0]), utf8.RuneCountInString(a.forms[0]))
	})
	return out, nil
}
