// Package export writes a graph in exchange formats, streamed from a graph.Reader.
//
// The canonical dump (canonical.go, format jsonl) is the one form by which two graphs are
// compared: JSON lines sorted by kind and id, of current assertions and all that is derived
// from them, without record times and markers. Equal graphs are equal bytes on every store. Its
// assertion lines are all that a load needs to restore the graph; node and edge lines let a
// reader use the graph, and check a store's derivation, without deriving anything.
//
// The other formats (Formats, Write) hold nodes and edges for other tools, in order of id, so
// that equal selections are equal bytes. Flat formats share one list of attributes (column.go):
// places carry coordinates, edges their dates in EDTF, modality, support, confidence and the
// ids of their first MaxEdgeClaims claims. Linked data (resource.go) carries the claims
// themselves, with sentence and article. Edges of every modality are written: a planned visit
// is an edge whose modality says so. Figures, and denials of what nobody asserts, belong to no
// edge and stand in the canonical dump only.
//
// Memory is bounded by a page of the reader, whatever the size of the graph; only pajek has to
// keep an index (writePajek). Every writer makes one pass over the nodes and one over the
// edges, with one more read of claims for every page of edges.
//
// Refused: an XML or RDF library (the standard encoders suffice), and mixed directed and
// undirected edges in GEXF and GraphML, which networkx cannot open.
package export
