// Package resolver answers the fields of the API from a graph.Reader. Its types are the types
// of the schema language: gqlgen binds every field to a method or field here.
//
// Query makes the objects of the root fields. Each object knows its group: all objects that
// the same place of the document yields. The first of them that needs something from the store
// asks for the whole group, the others take their share; so an operation costs one store call
// a level, whatever the number of rows. Groups are safe for concurrent use, as gqlgen resolves
// list items at once.
//
// An operation runs inside one read transaction: WithReader puts its Reader, and a fresh
// budget of rows and text, into the context. Record time (asOf) and valid time (validAt) of a
// root field are inherited by everything below it.
//
// Errors are those of package graph, and ErrBadCursor.
package resolver
