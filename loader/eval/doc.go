// Package eval scores the whole path from text to facts on a folder in the gold format: pairs
// of an article and a JSON file of the facts that a careful reader takes from it.
//
// # What counts as found
//
// Items marked optional in the gold count neither for nor against, found or not.
//
//   - City, Region, Country: the same type and the same GeoNames id or ISO code, or one of the
//     ids in also.
//   - Person, Institution: the same type and a common name within the article. Names are
//     compared by their fold; one that lies whole inside the other counts where it is at least
//     half as long. One gold entity is found once: a second one for it counts as wrong, but
//     relations of either are scored.
//   - Relation: the same type between matched ends, in either direction where the type is
//     symmetric. Relations of one type between the same ends are one. Region LOCATED_IN Country
//     is not scored; a TWINNED_WITH of two institutions that the gold does not list is optional.
//   - Agreement: the kind is kind or one of kinds, and the parties in common are at least half
//     of all parties that either names; where the gold names none, one evidence lies inside the
//     other. One to one, the greatest overlap first.
//   - Event: the kind as above, and either a common name or the same half of participants and
//     place together; where the gold has none of these, the evidence as above. One to one.
//   - Figure: the same place, figure and value.
//
// The headline, Facts, sums relations, agreements, events and figures (micro average). Topics
// are in no headline.
//
// # Attributes
//
// Shares over matched items of which the gold states the attribute: dates equal to the last
// digit, offices, tiers, statuses (a tie without one is ACTIVE; of visits and agreements only
// PLANNED or not is compared), and so on. Evidence is the share of all facts whose evidence is
// an exact substring of the article. Places is the share, among gold places whose name was
// found as a place, of those with the right id.
//
// # Blind sets
//
// A folder with "blind" in the path of any article is scored by totals alone: its errors are
// not even collected.
package eval
