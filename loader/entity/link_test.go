package entity_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity"
)

func TestLink(t *testing.T) {
	const valenciaES, valenciaVE = graph.EntityID("city:2509954"), graph.EntityID("city:3625549")
	city := func(name, country string) entity.Named {
		return entity.Named{Type: graph.City, Names: []string{name}, Country: country, At: -1}
	}
	tests := []struct {
		name    string
		named   []entity.Named
		want    []graph.EntityID
		reasons []graph.DropReason
	}{
		{"the country tells two of a name apart", []entity.Named{city("Valencia", "Spain"), city("Valencia", "VE")}, []graph.EntityID{valenciaES, valenciaVE}, []graph.DropReason{"", ""}},
		{"names and countries in any script", []entity.Named{city("上海", "中国"), city("شانغهاي", "CN")}, []graph.EntityID{"city:1796236", "city:1796236"}, []graph.DropReason{"", ""}},
		{"a register id outweighs the name", []entity.Named{{Type: graph.City, Names: []string{"Valencia"}, GeoNames: 3625549, At: -1}}, []graph.EntityID{valenciaVE}, []graph.DropReason{""}},
		{"a country that nobody knows", []entity.Named{city("Cork", "Ruritania")}, []graph.EntityID{""}, []graph.DropReason{entity.NameUnknown}},
		{"a city that the country does not have", []entity.Named{city("Shanghai", "Ireland")}, []graph.EntityID{""}, []graph.DropReason{entity.NameUnknown}},
		{"an unstated type is a city or region, no country", []entity.Named{{Names: []string{"Queensland"}, At: -1}, {Names: []string{"Ireland"}, Country: "IE", At: -1}}, []graph.EntityID{"region:AU-QLD", ""}, []graph.DropReason{"", entity.NameUnknown}},
		{
			"a person by the place of the office",
			[]entity.Named{{Type: graph.Person, Names: []string{"Ann Lee"}, Office: "MAYOR", At: 1}, city("Cork", "IE")},
			[]graph.EntityID{graph.PersonID(namekey.Key("Ann Lee"), "city:2965140"), "city:2965140"},
			[]graph.DropReason{"", ""},
		},
		{
			"a body by the place it lies in",
			[]entity.Named{{Type: graph.Institution, Kind: "MUSEUM", Names: []string{"Museum of Butter"}, At: 1}, city("Cork", "IE")},
			[]graph.EntityID{graph.InstitutionID("MUSEUM", namekey.Key("Museum of Butter"), "city:2965140"), "city:2965140"},
			[]graph.DropReason{"", ""},
		},
	}
	r := entity.New(open(t))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := graph.Document{Article: graph.Article{Lang: "en", Text: "Twins"}, Blocks: []graph.Block{{Span: graph.Span{End: 5}, Sentences: []graph.Span{{End: 5}}}}}
			got := r.Link(doc, tt.named)
			if diff := cmp.Diff(tt.want, got.IDs); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.reasons, got.Reasons); diff != "" {
				t.Errorf("reasons (-want +got):\n%s", diff)
			}
			if len(got.Mentions) != 0 {
				t.Errorf("mentions outside the text: %v", got.Mentions)
			}
		})
	}
}
