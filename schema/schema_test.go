package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph"
	"citygraph/graph/analyze"
	"citygraph/schema"
)

func load(t *testing.T) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// own lists the types that this schema defines, by name.
func own(s *ast.Schema) []*ast.Definition {
	var list []*ast.Definition
	for _, d := range s.Types {
		if !d.BuiltIn && !strings.HasPrefix(d.Name, "__") {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// TestReadOnly holds the API to reading: writing is the loader's.
func TestReadOnly(t *testing.T) {
	s := load(t)
	if s.Mutation != nil || s.Subscription != nil {
		t.Error("the schema has a Mutation or Subscription type")
	}
}

// TestDescribed wants a sentence on every type, field, argument, input field and enum value.
func TestDescribed(t *testing.T) {
	for _, d := range own(load(t)) {
		described(t, d.Description, d.Name)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(t, f.Description, d.Name, f.Name)
			for _, a := range f.Arguments {
				described(t, a.Description, d.Name, f.Name, a.Name)
			}
		}
		for _, v := range d.EnumValues {
			described(t, v.Description, d.Name, v.Name)
		}
	}
}

func described(t *testing.T, text string, path ...string) {
	t.Helper()
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "…") && !strings.HasSuffix(text, "`.") {
		t.Errorf("%s has the description %q", strings.Join(path, "."), text)
	}
}

// TestCodes compares the enums with the code lists of the domain.
func TestCodes(t *testing.T) {
	want := map[string][]string{
		"EdgeDirection": {"BOTH", string(graph.Out), string(graph.In)},
		"EdgeOrder":     {"ID", string(graph.ByDate), string(graph.BySupport)},
		"ArticleOrder":  {"ID", string(graph.ByDate)},
		"EntityOrder":   {"ID", string(graph.ByName), string(graph.ByDegree), string(graph.ByMatch)},
		"NameMatch":     {"WORDS", string(graph.MatchPrefix), string(graph.MatchExact)},
		"DatePrecision": texts(graph.Day, graph.Month, graph.Year, graph.Interval, graph.Before, graph.After),
		"DateMethod":    texts(graph.Stated, graph.Relative, graph.FromAnniversary, graph.Inferred),
		"EntityType":    texts(graph.EntityTypes()...),
		"TextDirection": {"LTR", "RTL"},
		"Continent":     texts(graph.Continents()...),
		"Facet":         texts(analyze.Facets()...),
		"SuggestionReasonKind": texts(
			analyze.ReasonPartners, analyze.ReasonIntent, analyze.ReasonContacts, analyze.ReasonNetworks,
			analyze.ReasonTopics, analyze.ReasonLevel, analyze.ReasonInhabited,
		),
		"SuggestionExclusion": texts(analyze.ExcludedTied, analyze.ExcludedEnded, analyze.ExcludedCountry),
		"LinkWeight":          texts(analyze.WeightOne, analyze.WeightEdges, analyze.WeightSupport),
		"CentralityMeasure":   texts(analyze.ByDegree, analyze.ByWeight, analyze.ByBetweenness, analyze.ByEigenvector),
		"DifferenceKind":      texts(analyze.EdgeAdded, analyze.EdgeChanged, analyze.EdgeRemoved),
		"ChangeKind":          texts(graph.Added, graph.Changed, graph.Removed),
		"PartnerSide":         texts(analyze.OfBoth, analyze.OnlyOfA, analyze.OnlyOfB),
		"AgreementTerm":       texts(analyze.TermLapsed, analyze.TermRenewed, analyze.TermDue),
		"ConflictAspect": texts(
			analyze.AspectDate, analyze.AspectTier, analyze.AspectStatus, analyze.AspectExistence,
		),
	}
	for _, r := range graph.Ontology() {
		want["EdgeType"] = append(want["EdgeType"], string(r.Type))
	}
	for _, name := range []string{"Tier", "Status", "Modality", "Office", "Role", "Topic", "AgreementKind", "EventKind", "InstitutionKind", "Level", "FigureType"} {
		want[name] = graph.Codes(name)
	}
	got := map[string][]string{}
	for _, d := range own(load(t)) {
		for _, v := range d.EnumValues {
			got[d.Name] = append(got[d.Name], v.Name)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func texts[T ~string](values ...T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

// TestConnections holds every page to one shape, and every page argument to all four.
func TestConnections(t *testing.T) {
	s := load(t)
	for _, d := range own(s) {
		for _, f := range d.Fields {
			name := f.Type.Name()
			if !strings.HasSuffix(name, "Connection") {
				continue
			}
			for _, argument := range []string{"first", "after", "last", "before"} {
				if f.Arguments.ForName(argument) == nil {
					t.Errorf("%s.%s has no %s", d.Name, f.Name, argument)
				}
			}
			if !f.Type.NonNull {
				t.Errorf("%s.%s may be null", d.Name, f.Name)
			}
			page := s.Types[name]
			for _, field := range []string{"edges", "nodes", "pageInfo", "totalCount"} {
				if page.Fields.ForName(field) == nil {
					t.Errorf("%s has no %s", name, field)
				}
			}
			edge := s.Types[page.Fields.ForName("edges").Type.Name()]
			if edge.Fields.ForName("node") == nil || edge.Fields.ForName("cursor").Type.String() != "Cursor!" {
				t.Errorf("%s is no edge with a cursor", edge.Name)
			}
		}
	}
}

// TestNodes gives every entity type of the domain a type that is a Node and an Entity.
func TestNodes(t *testing.T) {
	s := load(t)
	for _, e := range graph.EntityTypes() {
		d := s.Types[string(e)]
		if d == nil || !slices.Contains(d.Interfaces, "Entity") || !slices.Contains(d.Interfaces, "Node") {
			t.Errorf("%s is no Entity", e)
		}
		if e.IsPlace() != slices.Contains(d.Interfaces, "Place") {
			t.Errorf("%s: IsPlace is %t", e, e.IsPlace())
		}
	}
}
