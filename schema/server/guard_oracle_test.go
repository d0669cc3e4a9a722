package server_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"pgregory.net/rapid"

	"citygraph/graph/graphtest"
	"citygraph/schema/server"
)

// TestGuardMeasures draws documents, measures each on the tree of the real parser, and wants the
// guard to let it through at exactly these limits and to refuse it at one less of each.
func TestGuardMeasures(t *testing.T) {
	store := graphtest.NewMemory()
	rapid.Check(t, func(rt *rapid.T) {
		query := drawDocument(rt)
		doc, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			rt.Fatalf("%v in %s", err, query)
		}
		exact := oracle{doc: doc}.measure()
		if got := refusedBy(ask(t, limited(store, exact), query, nil)); got != "" {
			rt.Fatalf("refused by %s at %+v: %s", got, exact, query)
		}
		for limit, lower := range map[string]func(*server.Limits) *int{
			"Depth":      func(l *server.Limits) *int { return &l.Depth },
			"Aliases":    func(l *server.Limits) *int { return &l.Aliases },
			"Directives": func(l *server.Limits) *int { return &l.Directives },
			"RootFields": func(l *server.Limits) *int { return &l.RootFields },
			"Fragments":  func(l *server.Limits) *int { return &l.Fragments },
			"Spreads":    func(l *server.Limits) *int { return &l.Spreads },
			"Repeats":    func(l *server.Limits) *int { return &l.Repeats },
			"Selections": func(l *server.Limits) *int { return &l.Selections },
		} {
			limits := exact
			*lower(&limits)--
			if *lower(&limits) < 1 {
				continue // 0 is no limit
			}
			if got := refusedBy(ask(t, limited(store, limits), query, nil)); got != limit {
				rt.Fatalf("refused by %q, want %s at %+v: %s", got, limit, limits, query)
			}
		}
	})
}

func limited(store *graphtest.Memory, l server.Limits) *server.Server {
	return newServer(store, func(c *server.Config) { c.Limits = &l })
}

// drawDocument makes a query with up to three fragments; a fragment spreads later ones only.
func drawDocument(rt *rapid.T) string {
	var b strings.Builder
	n := rapid.IntRange(0, 3).Draw(rt, "fragments")
	b.WriteString(rapid.SampledFrom([]string{"", "query ", "query Q($v: [Int!] = [1] @a) @a(b: {c: [1]}) "}).Draw(rt, "head"))
	drawSet(rt, &b, 0, n, 3)
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on T ", i)
		drawSet(rt, &b, i+1, n, 2)
	}
	return b.String()
}

func drawSet(rt *rapid.T, b *strings.Builder, from, to, depth int) {
	b.WriteString("{ ")
	for range rapid.IntRange(1, 3).Draw(rt, "size") {
		kinds := []string{"field", "alias", "args"}
		if from < to {
			kinds = append(kinds, "spread")
		}
		if depth > 0 {
			kinds = append(kinds, "nested", "inline")
		}
		name := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "name")
		switch rapid.SampledFrom(kinds).Draw(rt, "kind") {
		case "field":
			b.WriteString(name + " # a comment { ...F9 }\n")
		case "alias":
			b.WriteString(name + ": d @skip(if: true) ")
		case "args":
			b.WriteString(name + `(x: {y: [$v, "}"], z: """{"""}) `)
		case "spread":
			fmt.Fprintf(b, "...F%d @a ", rapid.IntRange(from, to-1).Draw(rt, "fragment"))
		case "nested":
			b.WriteString(name)
			drawSet(rt, b, from, to, depth-1)
		case "inline":
			b.WriteString(rapid.SampledFrom([]string{"... on T ", "... ", "... @a "}).Draw(rt, "on"))
			drawSet(rt, b, from, to, depth-1)
		}
	}
	b.WriteString("} ")
}

// oracle measures a parsed document by walking it with every fragment written out.
type oracle struct{ doc *ast.QueryDocument }

func (o oracle) measure() server.Limits {
	l := server.Limits{Fragments: len(o.doc.Fragments)}
	roots := []ast.SelectionSet{}
	for _, op := range o.doc.Operations {
		roots = append(roots, op.SelectionSet)
		l.Directives += len(op.Directives)
		for _, v := range op.VariableDefinitions {
			l.Directives += len(v.Directives)
		}
		l.Depth = max(l.Depth, o.depth(op.SelectionSet))
		l.RootFields = max(l.RootFields, len(o.flat(op.SelectionSet)))
	}
	for _, f := range o.doc.Fragments {
		roots = append(roots, f.SelectionSet)
		l.Directives += len(f.Directives)
	}
	for _, set := range roots {
		o.count(set, &l)
		l.Selections += o.selections(set)
		l.Repeats = max(l.Repeats, o.repeats([]ast.SelectionSet{set}))
	}
	return l
}

func (o oracle) fragment(name string) ast.SelectionSet {
	return o.doc.Fragments.ForName(name).SelectionSet
}

// count adds what the text itself holds.
func (o oracle) count(set ast.SelectionSet, l *server.Limits) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if s.Alias != s.Name {
				l.Aliases++
			}
			l.Directives += len(s.Directives)
			o.count(s.SelectionSet, l)
		case *ast.InlineFragment:
			l.Directives += len(s.Directives)
			o.count(s.SelectionSet, l)
		case *ast.FragmentSpread:
			l.Spreads++
			l.Directives += len(s.Directives)
		}
	}
}

func (o oracle) flat(set ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			fields = append(fields, s)
		case *ast.InlineFragment:
			fields = append(fields, o.flat(s.SelectionSet)...)
		case *ast.FragmentSpread:
			fields = append(fields, o.flat(o.fragment(s.Name))...)
		}
	}
	return fields
}

func (o oracle) depth(set ast.SelectionSet) int {
	deepest := 0
	for _, f := range o.flat(set) {
		deepest = max(deepest, 1+o.depth(f.SelectionSet))
	}
	return deepest
}

// selections counts every field and fragment; a spread counts itself and its fragment.
func (o oracle) selections(set ast.SelectionSet) int {
	n := 0
	for _, s := range set {
		n++
		switch s := s.(type) {
		case *ast.Field:
			n += o.selections(s.SelectionSet)
		case *ast.InlineFragment:
			n += o.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			n += 1 + o.selections(o.fragment(s.Name))
		}
	}
	return n
}

func (o oracle) repeats(sets []ast.SelectionSet) int {
	count := map[string]int{}
	within := map[string][]ast.SelectionSet{}
	most := 0
	for _, set := range sets {
		for _, f := range o.flat(set) {
			count[f.Alias]++
			within[f.Alias] = append(within[f.Alias], f.SelectionSet)
		}
	}
	for key, n := range count {
		most = max(most, n, o.repeats(within[key]))
	}
	return most
}
