package export

import (
	"bufio"
	"context"
	"fmt"
	"strings"
)

// writeTurtle writes Turtle in its N-Triples subset (https://www.w3.org/TR/n-triples/): one
// triple a line, so that line tools and every parser of either can read it. Articles stand
// without their text; edges are statements whose evidence are the claims (resources).
func writeTurtle(ctx context.Context, src source, s *sink) error {
	return s.next(func(w *bufio.Writer) error {
		return src.resources(ctx, func(r resource) error {
			for _, p := range r.props {
				if _, err := fmt.Fprintf(w, "<%s> <%s> %s .\n", r.iri, p.predicate, p.value.triple()); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// triple is the term as N-Triples writes it.
func (t term) triple() string {
	if t.iri != "" {
		return "<" + t.iri + ">"
	}
	quoted := `"` + literalEscapes.Replace(t.text) + `"`
	switch {
	case t.lang != "":
		return quoted + "@" + t.lang
	case t.datatype != "":
		return quoted + "^^<" + t.datatype + ">"
	}
	return quoted
}

// literalEscapes is never changed; a Replacer is safe for concurrent use.
var literalEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\x00", `\u0000`)
