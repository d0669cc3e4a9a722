// Package mention finds the typed spans of a document: places, people, offices, institutions,
// dates, numbers, and the forms that refer back to them.
//
// # How
//
// The text is normalised once by namekey, with a map back, and cut into tokens: words where the
// script has spaces, single characters where it has none. The phrases of the language pack are
// compiled into one trie over words; a single pass marks where each begins. All grammars then
// work on tokens and marks, without another look at the letters:
//
//	token.go, grammar.go, mark.go          tokens, the pack as a trie, its phrases in a sentence
//	date.go, month.go, relative.go         dates, resolved against the article's date
//	number.go                              numbers in digits and words
//	place.go, lookup.go, state.go          names of the lexicon, longest first, with the type
//	                                       that the text states
//	doubt.go, stranger.go, again.go        names that need a cue; names that no list holds
//	institution.go, body_*.go, acronym.go  head nouns with what belongs to them, short forms
//	office.go                              offices with what they are held of
//	person.go, name.go, han.go             names beside titles and offices, then short forms
//	refer.go                               groups ("the two cities"), definite forms ("the city")
//
// A grammar has up to three shapes, chosen by what the pack says of the script: names with
// capitals, words without capitals, characters without spaces. No language is named in code.
//
// What is found and not kept is returned as a graph.Drop with its reason.
package mention
