package loader

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"citygraph/loader/claim"
	"citygraph/loader/entity"
	"citygraph/loader/entity/gazetteer"
	"citygraph/loader/identity"
	"citygraph/loader/lang"
	"citygraph/loader/mention"
)

// New returns the Pipeline that users run: the embedded language packs and gazetteer.
func New() (*Pipeline, error) { return WithPacks(lang.Embedded()) }

// WithPacks is New with language packs of the caller's own, in folders named by language.
func WithPacks(fsys fs.FS) (*Pipeline, error) {
	packs, err := lang.Load(fsys)
	if err != nil {
		return nil, fmt.Errorf("loader: %w", err)
	}
	places, err := gazetteer.Open()
	if err != nil {
		return nil, fmt.Errorf("loader: %w", err)
	}
	finder, err := mention.New(packs, entity.NewLexicon(places))
	if err != nil {
		return nil, fmt.Errorf("loader: %w", err)
	}
	claims, err := claim.New(packs)
	if err != nil {
		return nil, fmt.Errorf("loader: %w", err)
	}
	rules, err := identity.New(places)
	if err != nil {
		return nil, fmt.Errorf("loader: %w", err)
	}
	p := Assemble(packs, finder, entity.New(places), claims)
	p.rules = rules.Judge
	return p, nil
}

// Languages lists the languages that the pipeline reads, as primary tags.
func (p *Pipeline) Languages() []string { return slices.Sorted(maps.Keys(p.packs)) }
