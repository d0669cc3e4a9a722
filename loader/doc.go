// Package loader runs the path from sources to a store: it reads articles, takes each through
// the stages in a pool of workers, and writes what they assert in batches.
//
//	article → document → mention → entity → claim → graph.Assertion → graph.Writer
//
// It holds no extraction logic and never reads the store.
//
// # Order
//
// Articles are read by one goroutine, extracted by many, and written by one, in the order they
// were read. The graph does not depend on that order: where one id comes twice in a run, the
// version of the later date, then of the greater raw hash, is the one that is loaded, and the
// other counts as a duplicate. To know it before writing, Load first reads the heads of all
// sources that can be read twice; standard input and pipes are settled as they come.
//
// # What happens to a bad article
//
// It becomes a Quarantine row with stage, reason, place and raw hash, and the run goes on; a
// panic in a stage is such a row too. A failing store or a cancelled context ends the run, after
// the batch in hand is written. Every record that is read is counted once: Report.Reconcile
// holds read = loaded + replaced + unchanged + duplicate + quarantined.
//
// # Resuming
//
// Loading is idempotent, so a second run over the same sources takes up where the first ended:
// what is there already comes out as unchanged.
package loader
