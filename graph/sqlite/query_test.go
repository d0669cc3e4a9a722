package sqlite

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
)

func openTest(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// named lists the constants of type query in query.go.
func named(t *testing.T) (names []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "query.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
			name, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
		return true
	})
	slices.Sort(names)
	return names
}

func TestQueriesAreNamedAndUsed(t *testing.T) {
	text, err := readQueries()
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for name := range text {
		files = append(files, string(name))
	}
	slices.Sort(files)
	if d := cmp.Diff(named(t), files); d != "" {
		t.Errorf("constants and files differ (-constant +file):\n%s", d)
	}
}

func TestQueriesPrepare(t *testing.T) {
	s := openTest(t)
	err := s.writers.with(context.Background(), func(c *conn) error {
		for name, text := range c.text {
			for _, head := range []string{"-- Purpose: ", "-- Parameters: ", "-- Columns: "} {
				if !strings.Contains(text, head) {
					t.Errorf("%s: no line %q", name, head)
				}
			}
			if name == createMigrations {
				continue // prepares only where there is no table yet
			}
			if _, err := c.prepare(context.Background(), text); err != nil { //nolint:sqlclosecheck // closed with the connection
				t.Errorf("%s: %v", name, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPlans holds the promise that a page of a hub costs as much as a page: every order is
// walked along an index, in both directions, and nothing is sorted.
func TestPlans(t *testing.T) {
	s := openTest(t)
	position := graph.Position{Value: "1", ID: "edge:1"}
	err := s.read(context.Background(), "plan", func(q *session) error {
		for _, o := range []graph.Order{graph.ByID, graph.ByDate, graph.BySupport} {
			streams, err := q.edgesAt("city:1", graph.EdgeFilter{Order: o, MinSupport: 2, ValidAt: graph.Date{Value: "2024"}})
			if err != nil {
				return err
			}
			k, err := edgeColumn(o)
			if err != nil {
				return err
			}
			for _, sd := range []side{{}, {backward: true}, {from: position}, {from: position, backward: true}} {
				checkPlans(t, q, streams, k.segments(sd, argument(sd.from, o)))
			}
		}
		for _, o := range []graph.Order{graph.ByID, graph.ByName, graph.ByDegree} {
			f := graph.NodeFilter{Order: o, MinDegree: 2, Kinds: []string{"PORT"}}
			streams, err := q.nodeStreams(f)
			if err != nil {
				return err
			}
			k, err := nodeColumn(f)
			if err != nil {
				return err
			}
			checkPlans(t, q, streams, k.segments(side{from: position}, argument(position, o)))
		}
		claims := slices.Concat(q.claimsOfEntity("city:1"), []stream{{
			text: q.c.text[findClaimsOfEdge], own: []any{1, 2, graph.TwinnedWith, "edge:1"},
		}})
		checkPlans(t, q, claims, column{id: "c.id"}.segments(side{from: position}, nil))
		naming := []stream{{text: q.c.text[findArticlesNaming], own: []any{"city:1"}}}
		checkPlans(t, q, naming, column{id: "m.article"}.segments(side{from: position}, nil))
		checkPlans(t, q, naming, column{id: "m.article", value: "m.date"}.segments(side{from: position}, "2024"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkPlans(t *testing.T, q *session, streams []stream, segments []segment) {
	t.Helper()
	for _, s := range streams {
		for _, g := range segments {
			text, args := s.compose(g, 21)
			var plan []string
			err := q.c.eachOf(q.ctx, "EXPLAIN QUERY PLAN "+text, args, func(row scanner) error {
				var id, parent, unused int
				var detail string
				err := row.Scan(&id, &parent, &unused, &detail)
				plan = append(plan, detail)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(plan, "; ")
			if strings.Contains(all, "TEMP B-TREE") || !strings.HasPrefix(plan[0], "SEARCH ") {
				t.Errorf("%s\nplan: %s", text, all)
			}
		}
	}
}

func TestPastReadsAreBounded(t *testing.T) {
	s := openTest(t)
	err := s.read(context.Background(), "past", func(q *session) error {
		p, err := newPast(q, time.Unix(0, 0))
		if err != nil {
			return err
		}
		if p.left != graph.MaxAsOfClaims {
			t.Errorf("may read %d claims", p.left)
		}
		p.left = 1
		if err := p.spend(); err != nil {
			t.Errorf("at the limit: %v", err)
		}
		return p.spend()
	})
	if want := "MaxAsOfClaims"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("past the limit: %v, want %s", err, want)
	}
}
