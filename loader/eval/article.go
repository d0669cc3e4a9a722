package eval

import (
	"fmt"
	"strings"

	"citygraph/graph"
	"citygraph/loader"
)

// articleScore scores one article.
type articleScore struct {
	gold   *goldSide
	record loader.Record
	match  matching
	text   string
	part   *Part
	errors ArticleErrors
	names  map[string]string // of found entities without a gold key
	types  map[string]graph.EntityType
}

func (r articleRun) score() *articleScore {
	a := &articleScore{
		gold: newGoldSide(r.facts), text: r.text, part: newPart(), errors: ArticleErrors{Article: r.name},
		names: map[string]string{}, types: map[string]graph.EntityType{},
	}
	a.part.Articles = 1
	if r.failed != nil {
		a.part.Quarantined = 1
		a.wrong("quarantined: %v", r.failed)
	} else {
		a.record = loader.NewRecord(r.name, r.result.Assertion)
	}
	for _, e := range a.record.Entities {
		a.names[string(e.ID)] = e.Name
		a.types[string(e.ID)] = e.Type
	}
	a.match = a.gold.match(a.record.Entities)
	a.scoreEntities()
	a.scoreRelations()
	a.scoreAgreements()
	a.scoreEvents()
	a.scoreFigures()
	for _, t := range []Tally{a.part.Relations, a.part.Agreements, a.part.Events, a.part.Figures} {
		a.part.Facts.add(t)
	}
	return a
}

func (a *articleScore) missed(format string, args ...any) {
	a.errors.Missed = append(a.errors.Missed, fmt.Sprintf(format, args...))
}

func (a *articleScore) wrong(format string, args ...any) {
	a.errors.Wrong = append(a.errors.Wrong, fmt.Sprintf(format, args...))
}

// evidence counts whether a fact's evidence stands in the article.
func (a *articleScore) evidence(text string) {
	right := text != "" && strings.Contains(a.text, text)
	a.part.attribute("evidence", right)
	if !right {
		a.wrong("evidence is no substring: %s", text)
	}
}

// typeOf returns the type of a gold key or of a found entity's id.
func (a *articleScore) typeOf(key string) graph.EntityType {
	if t, ok := a.gold.types[key]; ok {
		return t
	}
	return a.types[key]
}

// show names what is not in the gold.
func (a *articleScore) show(key string) string {
	if name, ok := a.names[key]; ok {
		return fmt.Sprintf("%s(%s)", key, name)
	}
	return key
}

func (a *articleScore) showAll(ids []graph.EntityID) []string {
	out := a.keys(ids)
	for i, k := range out {
		out[i] = a.show(k)
	}
	return out
}
