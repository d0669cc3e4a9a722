// Package document turns one article into a graph.Document: it takes the markup off, lays the
// text out as graph.Article.Text states, tells its language, gives every block its zone and
// cuts it into sentences.
//
// What a language needs for this is pack data (lang.Language): function words, sentence ends,
// abbreviations, and the words that mark captions, bylines, boxes of links and boilerplate.
// Everything else reads the layout. The package is pure: the same input and packs give the same
// document, byte for byte.
//
// # Text
//
// The text is NFC, without carriage returns and control characters. A line of a plain text is a
// block of its own, unless its paragraph was wrapped at a column: then its line ends become
// spaces.
//
// # Language
//
// Scripts are counted first; among packs of the leading script the one whose function words
// fill most of the text wins. What the article declares decides only where the text itself does
// not. Chinese is tagged zh-Hans or zh-Hant by the characters that only one of the two has.
package document
