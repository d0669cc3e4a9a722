// Package namekey is the one text normaliser of citygraph: it turns a name in any script into
// the key that the loader writes, resolvers look up and stores compare byte by byte, and a
// whole text into its normalised form with a map back to the source.
//
// # Two tiers
//
// Key is strict: it drops only what writers leave out without meaning it. It applies NFKC;
// removes vowel signs, tatweel, bidi controls and zero-width characters; lowers case; folds
// Latin, Greek and Cyrillic diacritics; writes every decimal digit as ASCII; writes Persian and
// Urdu letters as their Arabic equals; makes all interpuncts one; turns Traditional into
// Simplified Chinese; and reads hyphens, apostrophes and runs of white space as one space.
//
// Fold goes on from a key and also merges letters that Arabic writers interchange: أ إ آ ٱ with
// ا, ى and ئ with ي, ة with ه, ؤ with و, and the borrowed پ ڤ گ with ب ف غ. Each fold
// replaces a letter by one of the same size, so a key and its fold share their offsets. A match
// on the fold alone is weaker than one on the key.
//
// Everything else, punctuation above all, stays: it bounds names in running text.
//
// Traditional to Simplified follows the character table of OpenCC (see NOTICE.md), one
// character at a time: the key of a text and the key of a name pass the same table, so a
// character with two readings still meets itself.
package namekey
