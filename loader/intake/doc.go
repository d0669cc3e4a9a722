// Package intake takes articles over HTTP: the same pipeline as a load from files, for loaders
// in other languages.
//
// The body of POST /articles is one of
//
//	application/json        an article, or an array of articles
//	application/jsonl       an article a line (also application/x-ndjson)
//	multipart/form-data     a file a part: text, Markdown, HTML, JSON Lines, CSV, a feed
//
// An article has the fields text, title, date, url, source and lang, under any of the names
// that a load from JSON Lines knows. The answer lists what became of each, and the counts of
// the whole. Sending again changes nothing: what is there comes out as UNCHANGED. Text that is
// read no faster than it can be written holds the sender back, and beyond MaxRequests requests
// at once the answer is 429.
package intake
