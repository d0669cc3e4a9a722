// Package schema is citygraph's GraphQL API: the schema language is the source (one .graphqls
// file a concept), gqlgen makes the executor from it.
//
//	questions/  the forty questions of the domain as documents
//	scalar/     values that travel as text: dates, instants, language tags, cursors
//	resolver/   what each field answers, from a graph.Reader
//	generated/  the executor, made by gqlgen; never edited
//	server/     the http.Handler with its guard, limits and transport
//
// # One call a level
//
// The objects of an answer know their siblings: resolver makes one group of all objects that
// one place of a document yields, across all parents, and what the first of them asks of the
// store is asked for the whole group. So the number of store calls grows with the depth of a
// query and never with its rows. gqlgen's batch resolvers were refused for this: they group
// the items of one list only, and a list of lists would still cost one call a row.
//
// # Bound methods instead of resolver stubs
//
// Fields bind to methods of the types in resolver. The seven entity types share their methods
// by embedding; generated resolver stubs would repeat each of them seven times. Therefore
// generated imports resolver, and resolver does not know generated.
package schema

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

//go:generate go tool gqlgen generate --config gqlgen.yml

//go:embed *.graphqls
var files embed.FS

// SDL returns the whole schema language as one document: types in order of name, with what
// several files say of one type joined, as tools of other makers want it.
func SDL() string {
	s, err := gqlparser.LoadSchema(sources()...)
	if err != nil {
		panic("schema: " + err.Error()) // the executor was generated from the same files
	}
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(s)
	return b.String()
}

// sources are the files, in name order.
func sources() []*ast.Source {
	names, err := fs.Glob(files, "*.graphqls")
	if err != nil {
		panic("schema: " + err.Error()) // only on a malformed pattern
	}
	list := make([]*ast.Source, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic("schema: " + err.Error()) // an embedded file is always there
		}
		list[i] = &ast.Source{Name: name, Input: string(text)}
	}
	return list
}
