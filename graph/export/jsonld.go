package export

import (
	"bufio"
	"context"
	"strings"
)

// jsonldContext names the prefixes of compact IRIs.
const jsonldContext = `{"@context":{"schema":"` + schemaSpace + `","rdf":"` + rdfSpace + `","owl":"` + owlSpace +
	`","xsd":"` + xsdSpace + `","term":"` + termSpace + `"},"@graph":[`

// writeJSONLD writes JSON-LD 1.1: the same triples as turtle, one resource a line. An edge and
// the plain triple beside it are two objects; a processor joins objects of one @id.
func writeJSONLD(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		return around(w, jsonldContext, "\n]}\n", func() error {
			items := jsonList{w: w}
			return src.resources(ctx, func(r resource) error { return items.add(r.object()) })
		})
	})
}

// object is the resource as a JSON-LD node object; every value stands in an array.
func (r resource) object() map[string]any {
	object := map[string]any{"@id": r.iri}
	for _, p := range r.props {
		key, value := compact(p.predicate), p.value.object()
		if key == "rdf:type" {
			key, value = "@type", compact(p.value.iri)
		}
		values, _ := object[key].([]any)
		object[key] = append(values, value)
	}
	return object
}

func (t term) object() any {
	switch {
	case t.iri != "":
		return map[string]any{"@id": t.iri}
	case t.lang != "":
		return map[string]any{"@value": t.text, "@language": t.lang}
	case t.datatype != "":
		return map[string]any{"@value": t.text, "@type": compact(t.datatype)}
	}
	return map[string]any{"@value": t.text}
}

// compact shortens an IRI by the prefixes of the context.
func compact(full string) string {
	for _, p := range [...][2]string{{"term", termSpace}, {"schema", schemaSpace}, {"rdf", rdfSpace}, {"owl", owlSpace}, {"xsd", xsdSpace}} {
		if rest, ok := strings.CutPrefix(full, p[1]); ok {
			return p[0] + ":" + rest
		}
	}
	return full
}
