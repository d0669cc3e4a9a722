// Package match finds the entity that a name in a list means: it asks a graph.Reader for
// candidates, scores them, and says why.
//
// Candidates are the nodes whose names hold every word of the one that is looked for. Where
// there are none, the words are respelt (Respell: typing mistakes, and Arabic letters that
// writers interchange), and where that finds none either, words are left out at the end and
// then at the beginning, as in "Cork City Council" or 上海市.
//
// The score is a number from 0 to 100 made of features from 0 to 1: how alike the names are
// and, where a country is asked for, whether it is that one. A candidate is certain where its
// score is at least Certain and no other comes within Margin of it: of two cities of one name
// neither is. Nothing else counts; a well connected city is not a better match.
package match
