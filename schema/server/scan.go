package server

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
)

// document is the outline of a GraphQL document: what its size can be told from.
type document struct {
	operations []selections
	fragments  map[string]selections
}

type selections []selection

// selection is a field (key, with or without selections), a spread, or an inline fragment
// (selections alone).
type selection struct {
	key    string // response key of a field
	name   string // name of a field
	spread string // name of a spread fragment
	within selections
}

// scanner reads an outline in one pass over the tokens that the parser will see.
type scanner struct {
	lex    lexer.Lexer
	tok    lexer.Token
	limits Limits
	err    *gqlerror.Error

	tokens, aliases, directives, fragments, spreads int
}

// scan outlines a document; it stops at the first limit that is passed. What is no document at
// all is a syntax error, so that nothing unmeasured reaches the parser.
func scan(query string, l Limits) (*document, *gqlerror.Error) {
	s := &scanner{lex: lexer.New(&ast.Source{Input: query}), limits: l}
	s.next()
	doc := &document{fragments: map[string]selections{}}
	for s.err == nil && s.tok.Kind != lexer.EOF {
		s.definition(doc)
	}
	return doc, s.err
}

// next reads a token; after an error every token is EOF.
func (s *scanner) next() {
	for s.err == nil {
		tok, err := s.lex.ReadToken()
		if err != nil {
			s.syntax()
			break
		}
		if tok.Kind == lexer.Comment {
			continue
		}
		s.tok = tok
		s.tokens++
		s.err = within("Tokens", s.limits.Tokens, s.tokens-1) // the end is no token
		if s.err == nil {
			s.err = s.literal(tok)
		}
		break
	}
	if s.err != nil {
		s.tok = lexer.Token{Kind: lexer.EOF, Pos: s.tok.Pos}
	}
}

// literal bounds a token by itself. Numbers out of range would make the executor panic.
func (s *scanner) literal(tok lexer.Token) *gqlerror.Error {
	var err error
	switch tok.Kind {
	case lexer.Name:
		return within("NameBytes", s.limits.NameBytes, len(tok.Value))
	case lexer.Int:
		_, err = strconv.ParseInt(tok.Value, 10, 64)
	case lexer.Float:
		_, err = strconv.ParseFloat(tok.Value, 64)
	}
	if err != nil {
		return requestError(CodeUserInput, "a number of the document is out of range")[0]
	}
	return nil
}

func (s *scanner) syntax() {
	if s.err == nil {
		s.err = &gqlerror.Error{
			Message:    "the document has a syntax error",
			Locations:  []gqlerror.Location{{Line: s.tok.Pos.Line, Column: s.tok.Pos.Column}},
			Extensions: map[string]any{"code": CodeParse},
		}
	}
}

// count adds one to a counter and refuses what passes its limit.
func (s *scanner) count(counter *int, limit string, most int) {
	*counter++
	if err := within(limit, most, *counter); err != nil && s.err == nil {
		s.err = err
	}
}

// take reads over a token of this kind, or is a syntax error.
func (s *scanner) take(kind lexer.Type) string {
	text := s.tok.Value
	if s.tok.Kind != kind {
		s.syntax()
	}
	s.next()
	return text
}

func (s *scanner) definition(doc *document) {
	if s.tok.Kind == lexer.BraceL {
		doc.operations = append(doc.operations, s.set())
		return
	}
	switch s.take(lexer.Name) {
	case "query", "mutation", "subscription":
		if s.tok.Kind == lexer.Name {
			s.next()
		}
		s.group()
		s.directed()
		doc.operations = append(doc.operations, s.set())
	case "fragment":
		s.count(&s.fragments, "Fragments", s.limits.Fragments)
		name := s.take(lexer.Name)
		s.take(lexer.Name) // on
		s.take(lexer.Name)
		s.directed()
		if _, twice := doc.fragments[name]; twice {
			s.syntax()
		}
		doc.fragments[name] = s.set()
	default:
		s.syntax()
	}
}

// set reads a selection set with its braces.
func (s *scanner) set() selections {
	s.take(lexer.BraceL)
	var set selections
	for s.err == nil && s.tok.Kind != lexer.BraceR {
		set = append(set, s.selection())
	}
	s.take(lexer.BraceR)
	return set
}

func (s *scanner) selection() selection {
	if s.tok.Kind == lexer.Spread {
		s.next()
		return s.fragment()
	}
	name := s.take(lexer.Name)
	sel := selection{key: name, name: name}
	if s.tok.Kind == lexer.Colon {
		s.count(&s.aliases, "Aliases", s.limits.Aliases)
		s.next()
		sel.name = s.take(lexer.Name)
	}
	s.group()
	s.directed()
	if s.tok.Kind == lexer.BraceL {
		sel.within = s.set()
	}
	return sel
}

func (s *scanner) fragment() selection {
	if s.tok.Kind == lexer.Name && s.tok.Value != "on" {
		s.count(&s.spreads, "Spreads", s.limits.Spreads)
		sel := selection{spread: s.take(lexer.Name)}
		s.directed()
		return sel
	}
	if s.tok.Kind == lexer.Name {
		s.next()
		s.take(lexer.Name)
	}
	s.directed()
	return selection{within: s.set()}
}

// directed reads over directives with their arguments.
func (s *scanner) directed() {
	for s.tok.Kind == lexer.At {
		s.count(&s.directives, "Directives", s.limits.Directives)
		s.next()
		s.take(lexer.Name)
		s.group()
	}
}

// group reads over arguments or variable definitions, if there are any.
func (s *scanner) group() {
	if s.tok.Kind != lexer.ParenL {
		return
	}
	for depth := 0; s.err == nil; s.next() {
		switch s.tok.Kind {
		case lexer.ParenL, lexer.BracketL, lexer.BraceL:
			depth++
		case lexer.ParenR, lexer.BracketR, lexer.BraceR:
			depth--
		case lexer.At:
			s.count(&s.directives, "Directives", s.limits.Directives)
		case lexer.EOF:
			s.syntax()
		}
		if depth == 0 {
			break
		}
	}
	s.take(lexer.ParenR)
}
