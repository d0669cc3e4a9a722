package server

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"citygraph/graph"
	"citygraph/schema"
)

// MaxDocuments bounds the documents of one folder.
const MaxDocuments = 1_000

// Documents are trusted documents by the SHA-256 of their text, in hexadecimal. A server that
// has them runs no others: clients send the hash alone, or a text that is among them.
type Documents map[string]string

// ReadDocuments reads every *.graphql file of a folder and below. A file that the schema does
// not allow is an ErrInvalid that names it.
func ReadDocuments(files fs.FS) (Documents, error) {
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: schema.SDL()})
	if err != nil {
		return nil, fmt.Errorf("server: %w", err)
	}
	documents := Documents{}
	err = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".graphql" {
			return err
		}
		if len(documents) == MaxDocuments {
			return &graph.LimitError{Limit: "MaxDocuments", Max: MaxDocuments, Got: MaxDocuments + 1}
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if _, errs := gqlparser.LoadQueryWithRules(s, string(text), nil); errs != nil {
			return &graph.InvalidError{Field: name, Reason: shorten(errs[0].Message)}
		}
		documents[hashOf(string(text))] = string(text)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("server: trusted documents: %w", err)
	}
	return documents, nil
}

// Trust adds documents, such as those of the program's own pages.
func (d Documents) Trust(texts ...string) {
	for _, text := range texts {
		d[hashOf(text)] = text
	}
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

var (
	errNoDocuments = errors.New("this server keeps no documents: send the text as query")
	errUntrusted   = errors.New("this server runs trusted documents only, and this is none of them")
)

// resolve returns the text to run for the text and the document's id of a request, of which one
// may be nil. An id is sha256:HEX as in the GraphQL over HTTP draft, or HEX alone.
func (d Documents) resolve(text, id *string) (string, error) {
	switch {
	case d == nil && text == nil:
		return "", errNoDocuments
	case d == nil:
		return *text, nil
	}
	var hash string
	if text != nil {
		hash = hashOf(*text)
	} else {
		hash = strings.TrimPrefix(*id, "sha256:")
	}
	known, ok := d[hash]
	if !ok {
		return "", errUntrusted
	}
	return known, nil
}
