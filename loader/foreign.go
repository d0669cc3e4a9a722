package loader

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"citygraph/graph"
	"citygraph/loader/article"
	"citygraph/loader/entity"
)

// The rules under which claims made elsewhere stand, and the version of those that state none.
const (
	RuleRecord = "record:" // and the extractor's name
	RuleTable  = "table:"  // and the table's name
	unnamed    = "unnamed"
	unstated   = "unstated"
)

// foreignRecord is a record made elsewhere, with what its claims are marked with.
type foreignRecord struct {
	Record
	rule, version string
	title         string // tier in a table's own words
}

// elsewhere reads the record of a line or row made elsewhere.
func elsewhere(a article.Article) (foreignRecord, error) {
	if a.Tie != nil {
		return tieRecord(a)
	}
	var rec Record
	if err := json.Unmarshal(a.Foreign.Record, &rec); err != nil {
		return foreignRecord{}, &StageError{StageArticle, ReasonInvalid, err}
	}
	names := 0
	for i := range rec.Entities {
		e := &rec.Entities[i]
		switch e.Names = namesOf(*e); {
		case len(e.Names) == 0:
			return foreignRecord{}, invalid(fmt.Sprintf("entities[%d].names", i), "are empty")
		case !e.Type.IsPlace() && e.Type != graph.Person && e.Type != graph.Institution:
			return foreignRecord{}, invalid(fmt.Sprintf("entities[%d].type", i), fmt.Sprintf("%q is no place, Person or Institution", e.Type))
		case e.Type == graph.Institution && (e.Kind == "" || !graph.HasCode("InstitutionKind", e.Kind)):
			e.Kind = "OTHER"
		}
		names += len(e.Names)
	}
	if names > graph.MaxEntities {
		return foreignRecord{}, &StageError{StageArticle, ReasonTooLong, &graph.LimitError{Limit: "MaxEntities", Max: graph.MaxEntities, Got: names}}
	}
	return foreignRecord{
		Record: rec, rule: RuleRecord + cmp.Or(rec.Extractor.Name, unnamed), version: cmp.Or(rec.Extractor.Version, unstated),
	}, nil
}

// namesOf lists the forms of an entity, its main name last: articles seldom use it.
func namesOf(e RecordEntity) []string {
	var names []string
	for _, n := range append(e.Names, e.Name) {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// tieRecord is the record of a row of partner cities.
func tieRecord(a article.Article) (foreignRecord, error) {
	t := a.Tie
	rel := RecordRelation{
		S: "city", R: graph.TwinnedWith, O: "partner", Since: t.Since, Until: t.Until, Status: graph.Status(code(t.Status)),
		Tier: graph.Tier(code(t.Tier)), Evidence: RecordEvidence{Text: a.Body},
	}
	rec := foreignRecord{rule: RuleTable + a.Source, version: unstated}
	if t.Tier != "" && !graph.HasCode("Tier", string(rel.Tier)) {
		rel.Tier, rec.title = graph.TierUnspecified, t.Tier
	}
	for _, date := range []string{t.Since, t.Until} {
		if _, err := graph.ParseDate(date); err != nil {
			return rec, &StageError{StageArticle, ReasonInvalid, err}
		}
	}
	switch {
	case t.City == "":
		return rec, invalid("city", "is empty")
	case t.Partner == "":
		return rec, invalid("partner", "is empty")
	case !graph.HasCode("Status", string(rel.Status)):
		return rec, invalid("status", fmt.Sprintf("%q is no Status", t.Status))
	}
	rec.Entities = []RecordEntity{
		{ID: rel.S, Names: []string{t.City}, Country: t.Country}, {ID: rel.O, Names: []string{t.Partner}, Country: t.PartnerCountry},
	}
	rec.Relations = []RecordRelation{rel}
	return rec, nil
}

func invalid(field, reason string) error {
	return &StageError{StageArticle, ReasonInvalid, &graph.InvalidError{Field: field, Reason: reason}}
}

// code spells a cell as codes are spelt.
func code(cell string) string {
	return strings.ToUpper(strings.ReplaceAll(cell, " ", "_"))
}

// evidence lists the sentences that the record rests on, each once, in its order.
func (r foreignRecord) evidence() []string {
	var out []string
	seen := map[string]bool{}
	add := func(e RecordEvidence) {
		if text := strings.TrimSpace(e.Text); text != "" && !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	for _, x := range r.Relations {
		add(x.Evidence)
	}
	for _, x := range r.Agreements {
		add(x.Evidence)
	}
	for _, x := range r.Events {
		add(x.Evidence)
	}
	for _, x := range r.Figures {
		add(x.Evidence)
	}
	return out
}

// named lists the record's entities as the entity stage takes them. Who holds an office is placed
// by the first one, a body by where it is located.
func (r foreignRecord) named() []entity.Named {
	index := make(map[graph.EntityID]int, len(r.Entities))
	out := make([]entity.Named, len(r.Entities))
	for i, e := range r.Entities {
		index[e.ID] = i
		out[i] = entity.Named{
			Type: e.Type, Names: e.Names, GeoNames: e.GeoNames, ISO: e.ISO, Country: e.Country, Kind: graph.InstitutionKind(e.Kind), At: -1,
		}
	}
	for _, x := range r.Relations {
		s, known := index[x.S]
		o, ok := index[x.O]
		if !known || !ok || s == o || out[s].At >= 0 {
			continue
		}
		if x.R == graph.HoldsOffice && out[s].Type == graph.Person || x.R == graph.LocatedIn && out[s].Type == graph.Institution {
			out[s].At, out[s].Office = o, x.Office
		}
	}
	return out
}
