// Package identity holds the rules of who is who: which people and institutions, each named by
// articles in its own script, are one. It reads profiles alone (graph.Profile), knows nothing of
// the order they were loaded in, and gives graph.Judgements with a score and its reasons.
//
// # People
//
// Two people are compared only where both hold one office of one place or body; names alone join
// nobody. The score adds up what the pair shares:
//
//	office   0.45 where it has one holder at a time (mayor, governor, ambassador to a country …),
//	         0.25 where several may hold it, or one of the two is called a former holder
//	time     0.15 where articles speak of both within a term of each other
//	names    0.40 times their likeness: equal, one the short form of the other, one letter
//	         apart, or the one the sound of the other across scripts
//
// # Institutions
//
// A descriptive name is nothing but a kind of body and a place: Port of Hamburg, 汉堡港,
// ميناء هامبورغ. Two of them are one where place, kind and kind of body (heads.yaml) agree; a
// kind that a place may have several of counts only across scripts. Other names of institutions
// are never compared, and neither are two that the gazetteer knows.
//
// At Threshold a pair is SAME; from Doubt on it is UNSURE, for a person to decide.
package identity
