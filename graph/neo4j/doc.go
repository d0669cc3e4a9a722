// Package neo4j is the store for graphs that outgrow one machine: graph.Store on Neo4j 5.26,
// where many loaders in many processes write at once and analysts look with Neo4j Browser.
//
// # Data model
//
// What is current reads like the domain: (:City:Entity)-[:TWINNED_WITH]->(:City:Entity),
// (:Article)-[:MENTIONS]->(:Entity), (:Article)-[:ASSERTS]->(:Claim)-[:SUBJECT]->(:Entity).
// Every entity and article that was ever known keeps one node, labelled EntityKey or
// ArticleKey, which carries the further labels only while something current describes it.
// What was replaced or retracted moves under labels of its own, ArticleVersion and
// RetiredClaim, so that no query about the present meets it. README.md lists everything.
//
// # Writers at once
//
// Apply takes the write locks of all articles, then of all entities that the batch or the
// versions it replaces speak of, each in order of id, before it reads what it derives from.
// Two batches that share an entity therefore run one after the other, two that share none side
// by side, and none waits in a circle. Neo4j reads committed data: once the locks are held,
// the claims of every earlier batch are there to read.
//
// # One state
//
// Neo4j has no snapshots. Each batch that changes something numbers itself as its last act; a
// reader that must see one state compares that number before and after, and where a batch came
// between reads the history instead, leaving that batch out (past.go).
package neo4j
