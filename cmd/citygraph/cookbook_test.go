package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// recipe is a GraphQL block of README with the Cypher block that follows it.
var recipe = regexp.MustCompile("```graphql\n([^`]*)```\n+```cypher\n([^`]*)```")

// TestReadmeCookbook runs every recipe of README on the sample articles: GraphQL on both stores and
// Cypher on the server have the same rows.
func TestReadmeCookbook(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	recipes := recipe.FindAllStringSubmatch(string(readme), -1)
	if len(recipes) != 10 {
		t.Fatalf("README has %d recipes, want 10", len(recipes))
	}
	stores := storesUnderTest(t)
	for _, store := range stores {
		mustRun(t, "demo", "--load-only", "--quiet", "--store", store)
	}
	auth := neo4j.BasicAuth(os.Getenv("NEO4J_USERNAME"), os.Getenv("NEO4J_PASSWORD"), "")
	driver, err := neo4j.NewDriverWithContext(stores["neo4j"], auth)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeDriver(t, driver) })
	for _, r := range recipes {
		want := cypherRows(t, driver, r[2])
		if len(want) == 0 {
			t.Errorf("no rows: %s", r[2])
		}
		for name, store := range stores {
			got := graphqlRows(t, mustRun(t, "query", "--store", store, r[1]))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s answers differently (-Cypher +GraphQL): %s\n%s", name, r[1], diff)
			}
		}
	}
}

func closeDriver(t *testing.T, driver neo4j.DriverWithContext) {
	t.Helper()
	if err := driver.Close(context.WithoutCancel(t.Context())); err != nil {
		t.Error(err)
	}
}

// cypherRows is the answer of a Cypher query, a line for each row, sorted.
func cypherRows(t *testing.T, driver neo4j.DriverWithContext, query string) []string {
	t.Helper()
	answer, err := neo4j.ExecuteQuery(t.Context(), driver, query, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	rows := make([]string, 0, len(answer.Records))
	for _, record := range answer.Records {
		cells := make([]string, len(record.Values))
		for i, v := range record.Values {
			cells[i] = cell(v)
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	slices.Sort(rows)
	return rows
}

// graphqlRows is a GraphQL answer as a table: each list has its items below each other, and the
// fields of an object stand side by side in the order of the document.
func graphqlRows(t *testing.T, answer string) []string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(answer))
	d.UseNumber()
	rows, err := flatten(d)
	if err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	out := make([]string, 0, len(rows))
	for _, r := range rows {
		out = append(out, strings.Join(r, " | "))
	}
	slices.Sort(out)
	return out
}

// flatten reads the next value as rows of cells.
func flatten(d *json.Decoder) ([][]string, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		rows := [][]string{{}}
		for d.More() {
			if _, err := d.Token(); err != nil { // the field's name
				return nil, err
			}
			field, err := flatten(d)
			if err != nil {
				return nil, err
			}
			rows = beside(rows, field)
		}
		return rows, closing(d)
	case json.Delim('['):
		var rows [][]string
		for d.More() {
			item, err := flatten(d)
			if err != nil {
				return nil, err
			}
			rows = append(rows, item...)
		}
		return rows, closing(d)
	}
	return [][]string{{cell(token)}}, nil
}

func beside(left, right [][]string) [][]string {
	var out [][]string
	for _, l := range left {
		for _, r := range right {
			out = append(out, slices.Concat(l, r))
		}
	}
	return out
}

func closing(d *json.Decoder) error {
	_, err := d.Token()
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func cell(v any) string {
	if v == nil {
		return "null"
	}
	return fmt.Sprint(v)
}
