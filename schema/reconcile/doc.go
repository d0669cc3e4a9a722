// Package reconcile is the Reconciliation Service API 0.2 of the W3C Entity Reconciliation
// Community Group over the graph, for OpenRefine and its like: a column of names becomes a
// column of entities, and further columns are filled from the graph.
//
//	GET  …              the manifest
//	POST … queries=     candidates for names (graph/match)
//	POST … extend=      property values of entities
//	GET  …/suggest/entity, …/suggest/type, …/suggest/property ?prefix=
//	GET  …/properties   ?type=
//
// The types are the entity types of the domain, the properties are listed in property.go. All
// lists are bounded by the constants of this package and of graph/match; passing one is status
// 400 with a sentence that names it. Specification:
// https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
package reconcile
