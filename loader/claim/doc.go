// Package claim reads what an article asserts: it turns sentences with their resolved mentions
// into claims, each with the exact sentence, the spans of trigger and arguments, modality,
// dates and a confidence that can be taken apart.
//
// # How it works
//
// A cascade of small finite-state passes, as in FASTUS (Hobbs et al., 1997), over elements: a
// sentence becomes a sequence of mentions, trigger words, punctuation marks and other words.
//
//	element.go   text and mentions → elements; the lexicon finds the longest trigger
//	pattern.go   the pattern language, compiled once
//	match.go     the one matcher: outward from an anchor, nearest arguments first
//	fold.go      passes that fold what belongs to one argument: "Linyi, in Shandong",
//	             "the Mayor of Cork, X", lists joined by commas and "and"
//	focus.go     what an article is about, for arguments that a sentence leaves out
//	frame_*.go   what a match means: one file for each relation of the domain
//	weigh.go     confidence and its parts
//
// # Patterns
//
// A pattern is a row of steps. One step is the anchor, the trigger that the rule is indexed by.
//
//	PLACE:a ~8 !tie with? TOWN:b
//
//	CITY REGION COUNTRY ORG PERSON OFFICE DATE NUMBER GROUP   mention types
//	PLACE = CITY|REGION|COUNTRY  TOWN = CITY|REGION  ACTOR = PLACE|ORG  ANY = ACTOR|PERSON
//	comma stop open close dash colon quote                    marks in any script
//	words in small letters                                    classes of the pack's lexicon
//	A|B  either        X?  may be absent      X:a  captured as role a
//	X{2} a list of at least two, X{=2} of two ~8   up to eight words, nearest match first
//	!X   the anchor                           >X   must follow, but belongs to what comes next
//
// A gap never crosses a stop, nor a class in the rule's bar list.
package claim
