package server_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"citygraph/schema/server"
)

// fanOut is n fragments that each spread the next one twice.
func fanOut(n int) string {
	var b strings.Builder
	b.WriteString("{ ...F0 }")
	for i := range n - 1 {
		fmt.Fprintf(&b, " fragment F%d on Query { ...F%d ...F%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on Query { stats { claims } }", n-1)
	return b.String()
}

func nested(open, shut string, n int) string {
	return strings.Repeat(open, n) + strings.Repeat(shut, n)
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+" ", i)
	}
	return b.String()
}

// deepList is a list of n lists inside each other.
func deepList(n int) any {
	var v any = "x"
	for range n {
		v = []any{v}
	}
	return v
}

// TestGuard sends documents just beyond a limit. The control sends the same with that limit
// off: then the guard does not refuse them.
func TestGuard(t *testing.T) {
	tests := map[string]struct {
		limit     string
		off       func(*server.Limits)
		query     string
		variables map[string]any
	}{
		"fragments that fan out": {"Selections", func(l *server.Limits) { l.Selections = 0 }, fanOut(13), nil},
		"one field many times": {
			"Repeats", func(l *server.Limits) { l.Repeats = 0 },
			"{ stats { " + strings.Repeat("claims ", 21) + "} }", nil,
		},
		"one field many times under one that repeats": {
			"Repeats", func(l *server.Limits) { l.Repeats = 0 },
			"{ " + strings.Repeat("stats { claims claims claims } ", 7) + "}", nil,
		},
		"one field many times in fragments": {
			"Repeats", func(l *server.Limits) { l.Repeats = 0 },
			"{ stats { " + strings.Repeat("...A ", 3) + "} } fragment A on Stats { " + strings.Repeat("claims ", 7) + "}", nil,
		},
		"deep fields": {
			"Depth", func(l *server.Limits) { l.Depth = 0 },
			`{ city(id: "city:1") { country { ` + strings.Repeat("country { ", 10) + "name" + strings.Repeat("} ", 12) + "}", nil,
		},
		"deep fragments": {
			"Depth", func(l *server.Limits) { l.Depth = 0 },
			`{ city(id: "city:1") { country { ...A } } } fragment A on Country { country { country { country { country { ...B } } } } }
			 fragment B on Country { country { country { country { country { country { country { name } } } } } } }`, nil,
		},
		"deep introspection": {
			"IntrospectionDepth", func(l *server.Limits) { l.IntrospectionDepth = 0 },
			"{ __schema { types { " + nested("ofType { ", "} ", 15) + "} } }", nil,
		},
		"aliases":     {"Aliases", func(l *server.Limits) { l.Aliases = 0 }, "{ stats { " + numbered("a%d: claims", 31) + "} }", nil},
		"directives":  {"Directives", func(l *server.Limits) { l.Directives = 0 }, "{ stats " + strings.Repeat("@skip(if: true) ", 51) + "{ claims } }", nil},
		"tokens":      {"Tokens", func(l *server.Limits) { l.Tokens = 0 }, "{ nodes(ids: [" + strings.Repeat(`"a" `, 1000) + "]) { id } }", nil},
		"root fields": {"RootFields", func(l *server.Limits) { l.RootFields = 0 }, "{ " + numbered("a%d: stats { claims }", 21) + "}", nil},
		"fragments":   {"Fragments", func(l *server.Limits) { l.Fragments = 0 }, "{ stats { claims } } " + numbered("fragment F%d on Stats { claims }", 21), nil},
		"spreads":     {"Spreads", func(l *server.Limits) { l.Spreads = 0 }, "{ stats { " + strings.Repeat("...A ", 41) + "} } fragment A on Stats { nodes { count } }", nil},
		"a long name": {"NameBytes", func(l *server.Limits) { l.NameBytes = 0 }, "{ " + strings.Repeat("a", 200) + " }", nil},
		"deep variable": {
			"VariableDepth", func(l *server.Limits) { l.VariableDepth = 0 },
			"query($v: String) { node(id: $v) { id } }",
			map[string]any{"v": deepList(32)},
		},
		"long variable": {
			"ListItems", func(l *server.Limits) { l.ListItems = 0 },
			"query($v: [ID!]!) { nodes(ids: $v) { id } }",
			map[string]any{"v": make([]any, 1001)},
		},
	}
	store := reference(t)
	guarded := newServer(store)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := refusedBy(ask(t, guarded, tt.query, tt.variables)); got != tt.limit {
				t.Errorf("refused by %q, want %q", got, tt.limit)
			}
			limits := server.DefaultLimits()
			tt.off(&limits)
			if tt.limit == "Selections" || tt.limit == "Spreads" {
				limits.Repeats = 0 // the next in line
			}
			open := newServer(store, func(c *server.Config) { c.Limits = &limits })
			if got := refusedBy(ask(t, open, tt.query, tt.variables)); got == tt.limit {
				t.Errorf("without the limit still refused by %q", got)
			}
		})
	}
}

// refusedBy is the limit that refused the request, "" where none did.
func refusedBy(a answer) string {
	if len(a.Errors) != 1 || a.Data != nil {
		return ""
	}
	limit, _ := a.Errors[0].Extensions["limit"].(string)
	return limit
}

// TestGuardIsFast floods the guard with the largest documents that the body limit lets in: each
// is refused within 20 ms, but for what is only long, which is answered as fast. TestGuard
// holds the controls, with each limit off.
func TestGuardIsFast(t *testing.T) {
	const room = 60 << 10
	tests := map[string]string{
		"fragments that fan out":                 fanOut(19),
		"one field":                              "{ stats {" + strings.Repeat(" claims", room/7) + " } }",
		"one field, as many as the tokens allow": "{ stats { " + strings.Repeat("claims ", 990) + "} }",
		"selections":                             nested("{a", "}", room/3),
		"lists":                                  "{ a(b: " + nested("[", "]", room/2),
		"objects":                                "{ a(b: " + nested("{a:", "}", room/4),
		"types":                                  "query($a: " + nested("[", "]", room/2),
		"open braces":                            strings.Repeat("{", room),
		"directives":                             "{ a " + strings.Repeat("@a", room/2) + "}",
		"aliases":                                "{ " + numbered("a%d:a", room/9) + "}",
		"a long name":                            "{ " + strings.Repeat("a", room) + " }",
		"a long enum":                            "{ cities(orderBy: " + strings.Repeat("a", room) + ") { nodes { id } } }",
		"a long word":                            `{ cities(orderBy: "` + strings.Repeat("a", room) + `") { nodes { id } } }`,
		"a long text":                            `{ node(id: "` + strings.Repeat("a", room) + `") { id } }`,
		"comments":                               "{ stats { claims } " + strings.Repeat("#a\n", room/3) + "}",
		"commas":                                 "{ stats { claims } " + strings.Repeat(",", room) + "}",
		"block string":                           `{ node(id: """` + strings.Repeat("\n", room) + `""") { id } }`,
		"mutation":                               "mutation { " + fanOut(18)[2:],
	}
	padding := []string{"commas", "a long text"}
	h := newServer(reference(t))
	refused := 0
	for name, query := range tests {
		t.Run(name, func(t *testing.T) {
			best := time.Hour
			var last answer
			for range 5 {
				start := time.Now()
				last = ask(t, h, query, nil)
				best = min(best, time.Since(start))
			}
			if best > slower*20*time.Millisecond {
				t.Errorf("took %v", best)
			}
			if answered := len(last.Errors) == 0; answered != slices.Contains(padding, name) {
				t.Errorf("answered: %t", answered)
			} else if !answered {
				refused++
			}
		})
	}
	fmt.Printf("attacks refused %d/%d\n", refused, len(tests)-len(padding))
}

// TestLargeBody is refused before it is read whole.
func TestLargeBody(t *testing.T) {
	body := `{"query": "{ stats { claims } }", "padding": "` + strings.Repeat("x", 64<<10) + `"}`
	store := reference(t)
	w := send(newServer(store), request(body))
	if w.Code != http.StatusRequestEntityTooLarge || strings.Contains(w.Body.String(), "xx") {
		t.Errorf("status %d, body %.100s", w.Code, w.Body)
	}
	wide := newServer(store, func(c *server.Config) { c.BodyBytes = 1 << 20 })
	if w := send(wide, request(body)); w.Code != http.StatusOK {
		t.Errorf("with a wider limit: status %d", w.Code)
	}
}

// TestConsoleIntrospection is the query that GraphiQL sends: 15 levels deep, and let through.
func TestConsoleIntrospection(t *testing.T) {
	data := mustAsk(t, newServer(reference(t)), introspection, nil)
	if got := dig(t, data, "__schema", "queryType", "name"); got != "Query" {
		t.Errorf("query type %v", got)
	}
}

const introspection = `query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind }
  types { ...T } directives { name description locations args(includeDeprecated: true) { ...V } } } }
fragment T on __Type { kind name description specifiedByURL fields(includeDeprecated: true) { name description
  args(includeDeprecated: true) { ...V } type { ...R } isDeprecated deprecationReason }
  inputFields(includeDeprecated: true) { ...V } interfaces { ...R } enumValues(includeDeprecated: true) { name description } possibleTypes { ...R } }
fragment V on __InputValue { name description type { ...R } defaultValue isDeprecated deprecationReason }
fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
  ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }`
