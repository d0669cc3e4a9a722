// Package export writes a graph in exchange formats, streamed from a graph.Reader in constant
// memory.
//
// The canonical dump (canonical.go) is the one form by which two graphs are compared: JSON
// lines sorted by kind and id, of current assertions and all that is derived from them, without
// record times and markers. Equal graphs are equal bytes on every store. Its assertion lines
// are all that a load needs to restore the graph; node and edge lines let a reader use the
// graph, and check a store's derivation, without deriving anything.
package export
