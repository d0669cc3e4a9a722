package server_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lists are lists of every kind, as a field with %s for the arguments of the page.
var lists = map[string]struct {
	field string
	path  []any
}{
	"cities by degree":   {`cities(%s) { %s }`, []any{"cities"}},
	"cities by name":     {`cities(orderBy: NAME, %s) { %s }`, []any{"cities"}},
	"search":             {`search(text: "上", match: PREFIX, %s) { %s }`, []any{"search"}},
	"edges by date":      {`edges(%s) { %s }`, []any{"edges"}},
	"edges by support":   {`edges(orderBy: SUPPORT, %s) { %s }`, []any{"edges"}},
	"edges of an entity": {`city(id: "city:1796236") { edges(%s) { %s } }`, []any{"city", "edges"}},
	"claims of an edge":  {`city(id: "city:3067696") { twins { nodes { claims(%s) { %s } } } }`, []any{"city", "twins", "nodes", 0, "claims"}},
	"timeline":           {`timeline(entity: "city:1796236", %s) { %s }`, []any{"timeline"}},
	"timeline of a tie":  {`tie(a: "city:1796236", b: "city:2191562") { timeline(%s) { %s } }`, []any{"tie", "timeline"}},
	"partners compared":  {`comparePartners(a: "city:1796236", b: "city:2965140", %s) { %s }`, []any{"comparePartners"}},
	"visits by year":     {`visitBalance(place: "city:1796236", %s) { %s }`, []any{"visitBalance"}},
	"centrality":         {`centrality(by: BETWEENNESS, %s) { %s }`, []any{"centrality"}},
	"ties by coverage":   {`tieCoverage(%s) { %s }`, []any{"tieCoverage"}},
	"country matrix":     {`countryMatrix(%s) { %s }`, []any{"countryMatrix"}},
	"articles":           {`articles(%s) { %s }`, []any{"articles"}},
	"mentions":           {`articles(filter: {langs: "ar"}) { nodes { mentions(%s) { %s } } }`, []any{"articles", "nodes", 0, "mentions"}},
}

// page is one page of a list in terms of its cursors, which are unique in a list.
type page struct {
	Cursors  []string
	Next     bool
	Previous bool
	Total    float64
}

func readPage(t *testing.T, ask func(query string) map[string]any, field string, path []any, arguments string) page {
	t.Helper()
	selection := "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { __typename }"
	list := dig(t, ask("{ "+fmt.Sprintf(field, arguments, selection)+" }"), path...)
	p := page{
		Next:     dig(t, list, "pageInfo", "hasNextPage").(bool),
		Previous: dig(t, list, "pageInfo", "hasPreviousPage").(bool),
		Total:    dig(t, list, "totalCount").(float64),
	}
	edges := dig(t, list, "edges").([]any)
	for _, edge := range edges {
		p.Cursors = append(p.Cursors, dig(t, edge, "cursor").(string))
	}
	if n := len(p.Cursors); n > 0 {
		got := []any{dig(t, list, "pageInfo", "startCursor"), dig(t, list, "pageInfo", "endCursor"), len(dig(t, list, "nodes").([]any))}
		if diff := cmp.Diff([]any{p.Cursors[0], p.Cursors[n-1], n}, got); diff != "" {
			t.Errorf("start, end and nodes differ: %s", diff)
		}
	}
	return p
}

// TestWalk reads every list in pages of several sizes, forward and backward, and wants the whole list.
func TestWalk(t *testing.T) {
	h := newServer(reference(t))
	ask := func(query string) map[string]any { return mustAsk(t, h, query, nil) }
	for name, list := range lists {
		t.Run(name, func(t *testing.T) {
			read := func(arguments string) page { return readPage(t, ask, list.field, list.path, arguments) }
			whole := read("first: 100")
			if len(whole.Cursors) < 2 || whole.Next || whole.Previous || int(whole.Total) != len(whole.Cursors) {
				t.Fatalf("the whole list is %+v", whole)
			}
			for _, size := range []int{1, 2, 3} {
				if diff := cmp.Diff(whole.Cursors, walkForward(t, read, size)); diff != "" {
					t.Errorf("forward by %d: %s", size, diff)
				}
				if diff := cmp.Diff(whole.Cursors, walkBackward(t, read, size)); diff != "" {
					t.Errorf("backward by %d: %s", size, diff)
				}
			}
		})
	}
}

func walkForward(t *testing.T, read func(string) page, size int) []string {
	t.Helper()
	p := read(fmt.Sprintf("first: %d", size))
	all := p.Cursors
	for p.Next {
		p = read(fmt.Sprintf("first: %d, after: %q", size, all[len(all)-1]))
		if !p.Previous || len(p.Cursors) == 0 {
			t.Fatalf("a page in the middle is %+v", p)
		}
		all = append(all, p.Cursors...)
	}
	return all
}

func walkBackward(t *testing.T, read func(string) page, size int) []string {
	t.Helper()
	p := read(fmt.Sprintf("last: %d", size))
	all := p.Cursors
	for p.Previous {
		p = read(fmt.Sprintf("last: %d, before: %q", size, all[0]))
		if !p.Next || len(p.Cursors) == 0 {
			t.Fatalf("a page in the middle is %+v", p)
		}
		all = append(slices.Clone(p.Cursors), all...)
	}
	return all
}

// TestForeignCursor hands a cursor of the cities by degree to other lists.
func TestForeignCursor(t *testing.T) {
	h := newServer(reference(t))
	data := mustAsk(t, h, `{ cities(first: 1) { edges { cursor } } }`, nil)
	cursor := dig(t, data, "cities", "edges", 0, "cursor").(string)
	tests := map[string]struct {
		query string
		want  []string
	}{
		"the same list":   {`query($c: Cursor) { cities(first: 1, after: $c) { nodes { id } } }`, []string{}},
		"another order":   {`query($c: Cursor) { cities(orderBy: NAME, after: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"another filter":  {`query($c: Cursor) { cities(filter: {minDegree: 1}, after: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"another type":    {`query($c: Cursor) { people(after: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"another kind":    {`query($c: Cursor) { edges(after: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"another as-of":   {`query($c: Cursor) { cities(asOf: "2026-06-01T00:00:00Z", after: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"as before":       {`query($c: Cursor) { articles(before: $c) { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"no base64":       {`{ cities(after: "%%%") { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"base64 of no":    {`{ cities(after: "bm8") { nodes { id } } }`, []string{"BAD_CURSOR"}},
		"an empty cursor": {`{ cities(after: "") { nodes { id } } }`, []string{"BAD_CURSOR"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			variables := map[string]any{"c": cursor}
			if tt.query[0] == '{' {
				variables = nil
			}
			if diff := cmp.Diff(tt.want, ask(t, h, tt.query, variables).codes()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
