// Package questions holds the forty competency questions of the domain guide as GraphQL
// documents, one file a question: NN-name.graphql.
//
// # The form of a file
//
// A document opens with a comment: the question in one line, an empty comment line, then one
// line for each variable with its sample value as JSON.
//
//	# Which twin partners does a city have, with tier and source sentence?
//	#
//	# $place (City, Region): "Shanghai"
//	# $year: 2024
//	query TwinPartners($place: ID!, $year: Int) { … }
//
// A variable of type ID may be given as an id or as a name in any script: Bind looks the name
// up among the entity types in parentheses, all types where none are named, and takes the best
// match, of equal ones the best connected. Every other variable is given as GraphQL writes it
// in JSON, text without quotes.
//
// Comments inside a document explain it to whoever reads or copies it; none of this is needed
// to send it to a server.
package questions

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"citygraph/graph"
)

//go:embed *.graphql
var files embed.FS

// Question is one question with its document.
type Question struct {
	Number    int    // 1 to 40, as in the domain guide
	Name      string // of the file, without number and ending
	Text      string // the question in one line
	Document  string // the whole file
	Variables []Variable
}

// Variable is one variable of a question's document.
type Variable struct {
	Name   string
	Types  []graph.EntityType // an ID is looked up among these; none: all
	Sample json.RawMessage
	kind   *ast.Type
}

// Type is the variable's type in the schema language, such as ID! or [Topic!].
func (v Variable) Type() string { return v.kind.String() }

// All returns every question by number. The error is a file that does not keep the form; the
// package's test makes sure that there is none.
func All() ([]Question, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	all := make([]Question, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		q, err := read(name, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, q)
	}
	return all, nil
}

// Find returns a question by its number or its name; an unknown one is graph.ErrNotFound.
func Find(numberOrName string) (Question, error) {
	all, err := All()
	if err != nil {
		return Question{}, err
	}
	i := slices.IndexFunc(all, func(q Question) bool {
		return q.Name == numberOrName || strconv.Itoa(q.Number) == strings.TrimLeft(numberOrName, "0")
	})
	if i < 0 {
		return Question{}, fmt.Errorf("question %q: %w", numberOrName, graph.ErrNotFound)
	}
	return all[i], nil
}

var (
	fileName     = regexp.MustCompile(`^(\d\d)-([a-z-]+)\.graphql$`)
	variableLine = regexp.MustCompile(`^# \$(\w+)(?: \(([\w, ]+)\))?: (.+)$`)
)

func read(name, text string) (Question, error) {
	parts := fileName.FindStringSubmatch(name)
	if parts == nil {
		return Question{}, fmt.Errorf("is not named NN-name.graphql")
	}
	q := Question{Name: parts[2], Document: text}
	q.Number, _ = strconv.Atoi(parts[1]) // two digits
	head, rest, _ := strings.Cut(text, "\n")
	q.Text = strings.TrimPrefix(head, "# ")
	kinds, err := variableKinds(name, text)
	if err != nil {
		return q, err
	}
	for line := range strings.Lines(rest) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "#") {
			break
		}
		m := variableLine.FindStringSubmatch(line)
		switch {
		case m == nil && line != "#":
			return q, fmt.Errorf("%q is no line of a variable", line)
		case m == nil:
			continue
		case kinds[m[1]] == nil || !json.Valid([]byte(m[3])):
			return q, fmt.Errorf("%q names no variable of the document or is not JSON", line)
		}
		v := Variable{Name: m[1], Sample: json.RawMessage(m[3]), kind: kinds[m[1]]}
		for _, t := range strings.FieldsFunc(m[2], func(r rune) bool { return r == ',' || r == ' ' }) {
			v.Types = append(v.Types, graph.EntityType(t))
		}
		q.Variables = append(q.Variables, v)
	}
	if len(q.Variables) != len(kinds) {
		return q, fmt.Errorf("%d of %d variables have a sample", len(q.Variables), len(kinds))
	}
	return q, nil
}

// variableKinds reads the variables off the one operation of a document.
func variableKinds(name, text string) (map[string]*ast.Type, error) {
	doc, err := parser.ParseQuery(&ast.Source{Name: name, Input: text})
	if err != nil {
		return nil, err
	}
	if len(doc.Operations) != 1 {
		return nil, fmt.Errorf("has %d operations", len(doc.Operations))
	}
	kinds := map[string]*ast.Type{}
	for _, v := range doc.Operations[0].VariableDefinitions {
		kinds[v.Variable] = v.Type
	}
	return kinds, nil
}
