package export_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/export"
	"citygraph/graph/graphtest"
)

// ntriple is the grammar of one N-Triples line without blank nodes.
var ntriple = regexp.MustCompile(`^<([^\x00-\x20<>"{}|^\x60\\]+)> <([^\x00-\x20<>"{}|^\x60\\]+)> (<[^\x00-\x20<>"{}|^\x60\\]+>|"(?:[^\x22\x5C\x0A\x0D]|\\[tbnrf"'\\]|\\u[0-9A-F]{4})*"(?:@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*|\^\^<[^\x00-\x20<>"{}|^\x60\\]+>)?) \.$`)

type triple struct{ subject, predicate, object string }

func triples(t *testing.T, text string) []triple {
	t.Helper()
	var list []triple
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if line == "" {
			continue
		}
		m := ntriple.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("line %d is no triple: %s", i+1, line)
		}
		list = append(list, triple{m[1], m[2], m[3]})
	}
	return list
}

// TestJSONLDIsTurtle: expanded by its context, the JSON-LD holds the triples of the Turtle.
func TestJSONLDIsTurtle(t *testing.T) {
	store := reference(t)
	want := triples(t, string(single(t, store, "turtle", export.Options{})))
	var doc struct {
		Context map[string]string `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}
	parse(t, single(t, store, "jsonld", export.Options{}), &doc)
	expand := func(short string) string {
		prefix, rest, _ := strings.Cut(short, ":")
		if space, ok := doc.Context[prefix]; ok {
			return space + rest
		}
		return short
	}
	var got []triple
	for _, object := range doc.Graph {
		for key, values := range object {
			if key == "@id" {
				continue
			}
			for _, v := range values.([]any) {
				got = append(got, expandValue(object["@id"].(string), key, v, expand))
			}
		}
	}
	order := func(a, b triple) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) }
	slices.SortFunc(got, order)
	slices.SortFunc(want, order)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(triple{})); diff != "" {
		t.Errorf("turtle against JSON-LD:\n%s", diff)
	}
}

func expandValue(id, key string, v any, expand func(string) string) triple {
	if key == "@type" {
		return triple{id, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "<" + expand(v.(string)) + ">"}
	}
	value := v.(map[string]any)
	object := strconv.Quote(fmt.Sprint(value["@value"]))
	if iri, ok := value["@id"]; ok {
		object = "<" + iri.(string) + ">"
	} else if lang, ok := value["@language"]; ok {
		object += "@" + lang.(string)
	} else if datatype, ok := value["@type"]; ok {
		object += "^^<" + expand(datatype.(string)) + ">"
	}
	return triple{id, expand(key), object}
}

// TestStatements: an evidence is a claim with its sentence and its article, and what is over or
// only planned is no plain triple.
func TestStatements(t *testing.T) {
	holding := map[string]map[string][]string{}
	for _, tr := range triples(t, string(single(t, reference(t), "turtle", export.Options{}))) {
		if holding[tr.subject] == nil {
			holding[tr.subject] = map[string][]string{}
		}
		holding[tr.subject][tr.predicate] = append(holding[tr.subject][tr.predicate], tr.object)
	}
	for subject, said := range holding {
		for _, claim := range said["urn:citygraph:term:evidence"] {
			about := holding[strings.Trim(claim, "<>")]
			if len(about["https://schema.org/text"]) != 1 || len(about["https://schema.org/appearance"]) != 1 {
				t.Errorf("%s rests on %s, which says %v", subject, claim, about)
			}
		}
	}
	prague := holding["urn:citygraph:"+string(graphtest.Prague.ID)]
	if ties := prague["urn:citygraph:term:TWINNED_WITH"]; len(ties) > 0 {
		t.Errorf("the ended tie is a triple: %v", ties)
	}
	shanghai := holding["urn:citygraph:"+string(graphtest.Shanghai.ID)]
	if len(shanghai["urn:citygraph:term:TWINNED_WITH"]) == 0 || len(shanghai["urn:citygraph:term:VISITED"]) > 0 {
		t.Errorf("Shanghai has ties that hold and only a planned visit: %v", shanghai)
	}
}

// TestHostileNames: whatever a name holds, lines stay triples and documents stay documents.
func TestHostileNames(t *testing.T) {
	const name = "=\"a\\b\"|<c>&\x01\x1f'd',\n\u202e]]>"
	a, b := graphtest.Place("city:1", "", "e_n:"+name), graphtest.Place("region:A <B>\"", "", "en:B")
	store := loaded(t, graphtest.NewStory("A", "en", "2024", "s").Fact(a, graph.TwinnedWith, b).Assertion())
	for format, count := range counters {
		t.Run(format, func(t *testing.T) {
			if got := count(t, write(t, store, format, export.Options{})); got != (counted{2, 1}) {
				t.Errorf("%+v, want two nodes and an edge", got)
			}
		})
	}
	table := rows(t, write(t, store, "csv", export.Options{}), "nodes.csv")
	if table[1][1] != name {
		t.Errorf("csv holds %q", table[1][1])
	}
}
