// Package graph is the shared middle of citygraph: the domain of city diplomacy on the
// standard library alone, and the contract that every store keeps.
//
// # Claims first
//
// A load stores Assertions: what one article asserts, whole. An assertion holds the article
// with its text, the entities as this article describes them, where each is mentioned, and
// claims, each resting on the exact sentence. Nodes and edges are conclusions: package
// graph/derive computes them from the current assertions by pure rules, a store keeps them
// beside the claims in the same transaction, and they can be rebuilt at any time. Nothing that
// is derived is ever an input.
//
// # Two clocks
//
// Valid time is when something holds in the world (dates of claims and edges). Record time is
// when the graph learned it (Assertion.Recorded, Assertion.Retracted). A retracted assertion
// stays for questions "as known on"; the canonical dump holds current assertions only and no
// record times.
//
// # Who is who
//
// Judgements say which ids are one entity. They are data beside the assertions, with record
// times of their own; an assertion is read with the survivors' ids (derive.Resolve) and kept as
// it was. A judgement that changes how an article is read records the article anew at that time,
// so that a question about an earlier record time sees who was who then.
//
// # What stands where
//
//	ontology.go  entity and edge types, domain and range, the closed code lists of the domain
//	id.go        typed ids, all derived from content
//	date.go      partial dates (EDTF) with method and anchor
//	document.go  article text cut into blocks and sentences; spans
//	mention.go   what the loader's stages hand on
//	claim.go     claims and their evidence
//	entity.go    entities as described by an article, and nodes as derived
//	edge.go      derived edges
//	judgement.go who is who: judgements, the profiles that rules read
//	classes.go   which ids are one by the judgements, and which stands for all
//	fingerprint.go  sketches that tell copies of a text
//	batch.go     what a Writer takes, with its validation
//	reader.go    filters, orders, pages and the Reader roles
//	store.go     Writer, Store, Features
//	limits.go    every bound, named
//	errors.go    sentinels and the one typed error for bad input
//
// Paths and neighbourhoods are walked by graph/traverse, timelines, comparisons and networks are
// worked out by graph/analyze: both on top of a Reader, so that their meaning is one on every
// store and neither engine's default defines it.
package graph
