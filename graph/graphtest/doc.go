// Package graphtest holds the one conformance suite that every store passes, and what it
// judges by: a store in plain Go that keeps every assertion in a slice and derives everything
// anew for each question (Memory), small hand-made articles (Story), a reference graph, and
// random graphs drawn by pgregory.net/rapid.
//
// A new sentence in the store contract needs a new case here.
package graphtest
