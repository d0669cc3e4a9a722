package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
)

// Facts is a facts file of the gold format.
type Facts struct {
	Article    GoldArticle     `json:"article"`
	Entities   []GoldEntity    `json:"entities"`
	Relations  []GoldRelation  `json:"relations"`
	Agreements []GoldAgreement `json:"agreements"`
	Events     []GoldEvent     `json:"events"`
	Figures    []GoldFigure    `json:"figures"`
}

// GoldArticle is the head of a facts file.
type GoldArticle struct {
	Title  string `json:"title"`
	Lang   string `json:"lang"`
	Date   string `json:"date"`
	Source string `json:"source"`
	URL    string `json:"url"`
}

// GoldEntity is an entity that the article names. Also lists GeoNames ids (numbers) and ISO
// codes (strings) that are as right as its own.
type GoldEntity struct {
	Key      string            `json:"key"`
	Type     graph.EntityType  `json:"type"`
	GeoNames int64             `json:"geonames"`
	ISO      string            `json:"iso"`
	Kind     string            `json:"kind"`
	Names    []string          `json:"names"`
	Also     []json.RawMessage `json:"also"`
	Optional bool              `json:"optional"`
}

// GoldRelation is a relation of two keys.
type GoldRelation struct {
	S        string         `json:"s"`
	R        graph.EdgeType `json:"r"`
	O        string         `json:"o"`
	Status   graph.Status   `json:"status"`
	Tier     graph.Tier     `json:"tier"`
	Since    string         `json:"since"`
	Date     string         `json:"date"`
	Office   graph.Office   `json:"office"`
	To       string         `json:"to"`
	Former   bool           `json:"former"`
	Topics   []graph.Topic  `json:"topics"`
	Optional bool           `json:"optional"`
	Evidence string         `json:"evidence"`
}

// GoldAgreement is a document or deal.
type GoldAgreement struct {
	Kind        string        `json:"kind"`
	Kinds       []string      `json:"kinds"`
	Parties     []string      `json:"parties"`
	Signatories []string      `json:"signatories"`
	Date        string        `json:"date"`
	Renewal     bool          `json:"renewal"`
	Status      graph.Status  `json:"status"`
	Topics      []graph.Topic `json:"topics"`
	Optional    bool          `json:"optional"`
	Evidence    string        `json:"evidence"`
}

// GoldEvent is a happening.
type GoldEvent struct {
	Kind         string       `json:"kind"`
	Kinds        []string     `json:"kinds"`
	Names        []string     `json:"names"`
	Place        string       `json:"place"`
	Participants []string     `json:"participants"`
	Date         string       `json:"date"`
	Status       graph.Status `json:"status"`
	Optional     bool         `json:"optional"`
	Evidence     string       `json:"evidence"`
}

// GoldFigure is a number that the article claims.
type GoldFigure struct {
	S        string           `json:"s"`
	Figure   graph.FigureType `json:"figure"`
	Value    int64            `json:"value"`
	Optional bool             `json:"optional"`
	Evidence string           `json:"evidence"`
}

// pair is an article with its facts, as files.
type pair struct {
	name      string // of the article's file below the folder, with slashes
	path      string
	factsPath string
}

const factsEnding = ".json"

// articleEndings are the endings of an article beside its .json, in the order they are tried.
func articleEndings() []string { return []string{".txt", ".md", ".html"} }

// pairs finds the articles with facts that paths name, by path and once each: of a folder all
// below it, of a file (the article's or its facts') the pair it belongs to.
func pairs(paths []string) ([]pair, error) {
	var out []pair
	for _, root := range paths {
		found, err := pairsBelow(root)
		if err != nil {
			return nil, fmt.Errorf("eval: %w", err)
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("eval: %s: no article with facts: %w", root, graph.ErrNotFound)
		}
		out = append(out, found...)
	}
	slices.SortFunc(out, func(a, b pair) int { return strings.Compare(a.path, b.path) })
	return slices.CompactFunc(out, func(a, b pair) bool { return a.path == b.path }), nil
}

// pairsBelow walks a folder, or takes the one pair of a file.
func pairsBelow(root string) ([]pair, error) {
	info, err := os.Stat(root)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		p, ok := pairOf(strings.TrimSuffix(root, filepath.Ext(root)) + factsEnding)
		if !ok {
			return nil, nil
		}
		p.name = filepath.Base(p.path)
		return []pair{p}, nil
	}
	var out []pair
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != factsEnding {
			return err
		}
		p, ok := pairOf(path)
		if !ok {
			return nil
		}
		name, err := filepath.Rel(root, p.path)
		p.name = filepath.ToSlash(name)
		out = append(out, p)
		return err
	})
	return out, err
}

// pairOf finds the article beside a facts file; false where one of the two is missing.
func pairOf(factsPath string) (pair, bool) {
	if _, err := os.Stat(factsPath); err != nil {
		return pair{}, false
	}
	stem := strings.TrimSuffix(factsPath, factsEnding)
	for _, ending := range articleEndings() {
		if _, err := os.Stat(stem + ending); err == nil {
			return pair{path: filepath.Clean(stem + ending), factsPath: filepath.Clean(factsPath)}, true
		}
	}
	return pair{}, false
}

// facts reads a facts file; unknown fields are refused, since they would not be scored.
func (p pair) facts() (Facts, error) {
	data, err := os.ReadFile(p.factsPath)
	if err != nil {
		return Facts{}, fmt.Errorf("eval: %w", err)
	}
	d := json.NewDecoder(strings.NewReader(norm.NFC.String(string(data))))
	d.DisallowUnknownFields()
	var f Facts
	if err := d.Decode(&f); err != nil {
		return Facts{}, fmt.Errorf("eval: %s: %w", p.factsPath, errors.Join(graph.ErrInvalid, err))
	}
	return f, nil
}

// register returns the ids that are right for a place, as text.
func (e GoldEntity) register() (own string, also []string) {
	own = e.ISO
	if e.GeoNames != 0 {
		own = fmt.Sprint(e.GeoNames)
	}
	for _, raw := range e.Also {
		also = append(also, strings.Trim(string(raw), `"`))
	}
	return own, also
}
