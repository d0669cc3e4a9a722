// Package entity says which entities the mentions of a document name.
//
// Places are chosen among the gazetteer's candidates by what the text tells: the type it states
// (state or city), the country or region beside the name, the other places of the article, and
// how well known each candidate is. One name has one sense in a document. Where two candidates
// stay too close, the mention stays ambiguous: it keeps its candidates and gets no entity, and
// no claim can hang on a guess.
//
// People are one entity by full name, with the short forms of the mention stage; two spellings
// are joined only by a shared name and the same office in the same place. Bodies are one entity
// by name, acronym, or short name of the same kind and place. Definite forms and groups ("the
// city", "the two cities") take the entity that the text has just spoken of, or none.
package entity
