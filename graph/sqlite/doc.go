// Package sqlite is the default graph.Store: one file on one machine, by the pure-Go driver
// modernc.org/sqlite.
//
// Assertions are kept as they came (0001_claims.sql), and what graph/derive concludes from the
// current ones beside them (0002_conclusions.sql). Apply does both in one immediate
// transaction, with statements for what the batch and the groups it touches hold, however large
// the store is. Answers about now read the conclusions; answers about an
// earlier record time derive them on the fly from what was known then (past.go).
//
// Every statement stands in a file under queries/. Lists with filters add fixed fragments to
// it (compose.go, page.go); values are always parameters.
package sqlite
