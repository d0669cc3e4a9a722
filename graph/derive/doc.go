// Package derive turns claims into conclusions by pure rules: no clock, no store, no order of
// input. A store runs it inside Apply on the groups and entities that a batch touched, and on
// everything to rebuild; an answer about an earlier record time runs it on what was known then.
//
// # Rules
//
//   - A denial makes no edge. It stays readable beside the edge that it denies.
//   - An office is one edge for each office and posting, a role one for each role. Visits and
//     meetings are one edge for each date: a coarse date joins the only finer one inside it,
//     and an undated claim joins the only dated one (merge.go).
//   - A tie ends, rests or resumes only on a claim that says so; of several that say so the
//     latest in time holds. A mere mention never reopens a tie (conclude.go).
//   - Among dates the one that most independent articles agree with holds; then the better
//     method, then the finer precision, then the earlier value.
//   - Texts that are equal, or of which a third of the shingles stand in both (a copy that was
//     cut or edited), are one witness. Support counts witnesses; confidence is the noisy-or of each witness's best
//     claim, to four digits (witness.go).
//   - Ids that were judged to be one are read as the survivor before anything else is concluded
//     (resolve.go); profile.go gathers what the rules of identity read, before any judgement.
//   - A node is described by all its current descriptions: the one that most articles share
//     decides each single value, lists are united (node.go).
package derive
