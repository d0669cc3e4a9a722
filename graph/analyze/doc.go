// Package analyze answers the questions that no single read answers: timelines and histories
// of ties, balances of visits, partners in common, brokers, matrices, networks, and what
// changed. Like graph/traverse it is written once for every store on top of a graph.Reader, and
// the number of its reads grows with the steps of an analysis, never with the rows.
//
// # What counts
//
// Every analysis takes an EdgeFilter that says which edges count: dates, tiers, statuses,
// modalities, support, confidence, and both clocks. Its Types and Direction are set by the
// analysis, its Order is ignored. A zero Date stands for all time.
//
// Answers are complete or refused: a sum or a ranking over a part of the edges would be wrong
// without looking so. More than graph.MaxEdgesVisited edges or MaxClaimsRead claims are a
// *graph.LimitError, which a narrower filter avoids; graph.TraversalTime bounds each analysis.
//
// # Order
//
// Every answer has one total order, which its function states; ties are broken by id. No
// analysis reads a clock: where "now" matters it is an argument.
//
// # Networks
//
// Centrality and communities are written here rather than taken from a graph library: those walk
// maps in random order, and two stores have to give the same digits.
//
// # Silence
//
// The graph knows what articles told. An edge that ended says so by a claim; a tie of which
// nothing was heard is silent, and no analysis calls it inactive.
package analyze

// The bounds of single analyses; passing one is a *graph.LimitError with the constant's name.
const (
	MaxClaimsRead = 50_000 // claims read for one answer
	MaxNetwork    = 2_000  // nodes of a projection that centrality and communities work on
	MaxWindow     = 36_525 // days of a window
)
