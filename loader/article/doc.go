// Package article reads sources into Articles, one record of a file at a time: text with a
// short header, Markdown, HTML, JSON Lines, CSV, RSS and Atom, lines of citygraph's own export,
// lines of facts that another extractor made (Foreign) and tables of partner cities (Tie), alone
// or in folders, globs, standard input, .gz and .zip.
//
// It decodes bytes to text and reads what a source says about itself (address, publisher,
// title, language, date). Markup stays on: package loader/document takes it off, in a worker,
// so that one thread can read ahead of many.
//
// # What cannot be read
//
// A bad record never stops a load. It comes out as a *RejectError with an enumerated reason,
// its place and the hash of its bytes, in the order of the records around it. Bytes that do not
// decode are rejected, never replaced by U+FFFD. Every bound is a named constant in limits.go;
// memory is bounded by one record, whatever the size of the file.
//
// # Files of a folder
//
// A folder is walked in the byte order of its paths inside an os.Root: symbolic links are not
// followed and nothing outside is opened. Files whose extension names no known format are
// reported to Options.Skipped. A file that is named itself is read whatever its extension, by
// what it begins with.
package article
