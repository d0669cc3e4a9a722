// Package lang holds what the loader knows of a language, as data: one pack of YAML files a
// language, named by its BCP 47 tag, and the types that the stages read it through. Adding a
// language is adding a folder.
//
//	language.yaml  how the language is written: words apart or not, clitics, function words
//	names.yaml     offices, titles, institution heads, place nouns, parts of personal names
//	dates.yaml     months, weekdays, relative words, number words
//	common.txt     frequent words that are no names (languages without capitals)
//	claims.yaml    triggers, roles and codes that the claim stage reads
//
// Stages are keyed to properties of a pack (Language.Spaced, Language.Cased), never to its tag.
// Every file names its source, licence and date; every file with grammar carries examples that
// must and must not match, which the tests of the stage that reads it run.
package lang
