// Package gazetteer knows the places of the world by every name they have: cities of GeoNames,
// subdivisions of ISO 3166-2 and countries of ISO 3166-1, with well-known institutions and the
// adjectives of nationality beside them. It reads an embedded data file in place, so opening it
// costs nothing and many goroutines may share one Gazetteer.
//
// Names are looked up by keys of graph/namekey. One key may name many entities: candidates come
// most prominent first and say how the name belongs to each (Class), whether only the folded
// tier agreed, and whether the name is too weak to stand without a cue. Choosing among them by
// context is the caller's work.
//
// The data file is made by the command in generate from the sources that NOTICE.md lists and
// the curated tables in data. Adding a name is adding a row there:
//
//	data/names/*.tsv       id, language, class, names, reason
//	data/institutions.tsv  kind, place, main name, names by language, reason
//	data/demonyms.tsv      country, English, Arabic, Chinese
//	data/words.tsv         language, words that need a cue, reason
package gazetteer
