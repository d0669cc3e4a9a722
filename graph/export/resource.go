package export

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citygraph/graph"
)

// The namespaces of linked data. Own ids are made IRIs under urn:citygraph:; what schema.org
// has no word for stands under urn:citygraph:term:, spelt as in the ontology.
const (
	idSpace     = "urn:citygraph:"
	termSpace   = "urn:citygraph:term:"
	schemaSpace = "https://schema.org/"
	rdfSpace    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	owlSpace    = "http://www.w3.org/2002/07/owl#"
	xsdSpace    = "http://www.w3.org/2001/XMLSchema#"
)

// resource is one thing said in linked data; turtle and jsonld write the same resources, so
// both hold the same triples.
type resource struct {
	iri   string
	props []property // in order; one predicate may stand several times
}

type property struct {
	predicate string // IRI
	value     term
}

// term is an IRI, or a literal with a language or a datatype.
type term struct {
	iri      string
	text     string
	lang     string
	datatype string // IRI; "" is a plain string
}

// add leaves out what is empty, by which the graph says that it does not know.
func (r *resource) add(predicate string, t term) {
	if t.iri != "" || t.text != "" {
		r.props = append(r.props, property{predicate, t})
	}
}

func iri(s string) term { return term{iri: s} }

func literal(s string) term { return term{text: s} }

var wellFormed = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// spoken is a text in a language; a tag that BCP 47 does not allow is left out.
func spoken(s, lang string) term {
	if !wellFormed.MatchString(lang) {
		lang = ""
	}
	return term{text: s, lang: lang}
}

func number(n int64) term {
	return term{text: strconv.FormatInt(n, 10), datatype: xsdSpace + "integer"}
}

func double(f float64) term {
	return term{text: strconv.FormatFloat(f, 'E', -1, 64), datatype: xsdSpace + "double"}
}

// dated is an EDTF date: as XML Schema writes it where it is one day, month or year, else
// as text.
func dated(value string) term {
	types := map[graph.Precision]string{graph.Day: "date", graph.Month: "gYearMonth", graph.Year: "gYear"}
	t := literal(value)
	if name := types[(graph.Date{Value: value}).Precision()]; name != "" {
		t.datatype = xsdSpace + name
	}
	return t
}

// identify makes an id an IRI; characters that an IRI cannot hold are percent-encoded. The
// zero term stands for no id.
func identify[T ~string](id T) term {
	if id == "" {
		return term{}
	}
	var b strings.Builder
	for _, r := range string(id) {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\%#", r) || r == 0x7f {
			fmt.Fprintf(&b, "%%%02X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return iri(idSpace + b.String())
}

// resources visits the selected graph as linked data: articles, entities, then edges, each
// followed by the claims it rests on.
func (s source) resources(ctx context.Context, visit func(resource) error) error {
	err := s.articles(ctx, func(a graph.Article) error { return visit(articleResource(a)) })
	if err != nil {
		return err
	}
	err = s.nodes(ctx, func(n graph.Node) error { return visit(nodeResource(n)) })
	if err != nil {
		return err
	}
	return s.edges(ctx, func(e edge) error {
		for _, r := range edgeResources(e) {
			if err := visit(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func articleResource(a graph.Article) resource {
	r := resource{iri: identify(a.ID).iri}
	r.add(rdfSpace+"type", iri(schemaSpace+"NewsArticle"))
	r.add(schemaSpace+"headline", spoken(a.Title, a.Lang))
	r.add(schemaSpace+"url", literal(a.URL))
	r.add(schemaSpace+"inLanguage", literal(a.Lang))
	r.add(schemaSpace+"datePublished", dated(a.Date))
	r.add(termSpace+"source", literal(a.Source))
	return r
}
