package schema_test

import (
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/schema"
)

var update = flag.Bool("update", false, "take the schema of now as the one that clients rely on; read the diff")

const released = "testdata/released.graphql"

// TestNothingBreaks compares with the schema that clients rely on: they go on working as long as
// no type, field, argument or value is gone, no answer is of another type, and nothing more is
// demanded. What is new is welcome; -update takes it in.
func TestNothingBreaks(t *testing.T) {
	if *update {
		if err := os.WriteFile(released, []byte(schema.SDL()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(released)
	if err != nil {
		t.Fatal(err)
	}
	before, now := parse(t, string(b)), load(t)
	for _, problem := range breaks(before, now) {
		t.Error(problem)
	}
}

// TestBreaks is the control: each change is found, or is none.
func TestBreaks(t *testing.T) {
	const before = `type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`
	for name, tt := range map[string]struct {
		now    string
		breaks int
	}{
		"nothing":              {before, 0},
		"more of everything":   {`type Query { a(x: Int, y: [Int!], z: Int): String! b: E c: Int } enum E { V W X } input I { f: Int g: Int } interface N { id: ID! } type T implements N { id: ID! n: Int }`, 0},
		"a firmer answer":      {`type Query { a(x: Int, y: [Int!]): String! b: E! } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 0},
		"a field gone":         {`type Query { a(x: Int, y: [Int!]): String! } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 1},
		"an argument gone":     {`type Query { a(x: Int): String! b: E } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 1},
		"an argument demanded": {`type Query { a(x: Int!, y: [Int!], z: Int!): String! b: E } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 2},
		"a looser answer":      {`type Query { a(x: Int, y: [Int!]): String b: E } enum E { V W } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 1},
		"a value gone":         {`type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V } input I { f: Int } interface N { id: ID! } type T implements N { id: ID! }`, 1},
		"a type gone":          {`type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V W } input I { f: Int } interface N { id: ID! }`, 1},
		"an interface gone":    {`type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V W } input I { f: Int } interface N { id: ID! } type T { id: ID! }`, 1},
		"an input demanded":    {`type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V W } input I { f: Int g: Int! } interface N { id: ID! } type T implements N { id: ID! }`, 1},
		"an input of another":  {`type Query { a(x: Int, y: [Int!]): String! b: E } enum E { V W } input I { f: String } interface N { id: ID! } type T implements N { id: ID! }`, 1},
	} {
		if found := breaks(parse(t, before), parse(t, tt.now)); len(found) != tt.breaks {
			t.Errorf("%s: %q", name, found)
		}
	}
}

func parse(t *testing.T, sdl string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: sdl})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// breaks lists what a client of the one schema would miss in the other.
func breaks(before, now *ast.Schema) []string {
	var found []string
	for _, was := range own(before) {
		is := now.Types[was.Name]
		if is == nil || is.Kind != was.Kind {
			found = append(found, was.Name+" is gone")
			continue
		}
		for _, v := range was.EnumValues {
			if is.EnumValues.ForName(v.Name) == nil {
				found = append(found, was.Name+"."+v.Name+" is gone")
			}
		}
		for _, i := range append(slices.Clone(was.Interfaces), was.Types...) {
			if !slices.Contains(is.Interfaces, i) && !slices.Contains(is.Types, i) {
				found = append(found, was.Name+" has nothing to do with "+i+" any more")
			}
		}
		found = append(found, brokenFields(was, is)...)
	}
	return found
}

func brokenFields(was, is *ast.Definition) []string {
	var found []string
	input := was.Kind == ast.InputObject
	for _, f := range was.Fields {
		g := is.Fields.ForName(f.Name)
		switch {
		case g == nil:
			found = append(found, was.Name+"."+f.Name+" is gone")
			continue
		case input && !fits(f.Type, g.Type), !input && !fits(g.Type, f.Type):
			found = append(found, was.Name+"."+f.Name+" is "+g.Type.String()+", was "+f.Type.String())
		}
		for _, a := range f.Arguments {
			if b := g.Arguments.ForName(a.Name); b == nil || !fits(a.Type, b.Type) {
				found = append(found, was.Name+"."+f.Name+" does not take "+a.Name+" as before")
			}
		}
		for _, a := range g.Arguments {
			if f.Arguments.ForName(a.Name) == nil && a.Type.NonNull && a.DefaultValue == nil {
				found = append(found, was.Name+"."+f.Name+" demands "+a.Name)
			}
		}
	}
	for _, g := range is.Fields {
		if input && was.Fields.ForName(g.Name) == nil && g.Type.NonNull && g.DefaultValue == nil {
			found = append(found, was.Name+" demands "+g.Name)
		}
	}
	return found
}

// fits reports whether every value of one type is one of the other.
func fits(value, wanted *ast.Type) bool {
	if wanted.NonNull && !value.NonNull {
		return false
	}
	if value.Elem != nil && wanted.Elem != nil {
		return fits(value.Elem, wanted.Elem)
	}
	return value.Elem == nil && wanted.Elem == nil && value.NamedType == wanted.NamedType
}
