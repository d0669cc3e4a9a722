package article

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
)

// Format says what markup a body carries.
type Format string

// The formats of a body.
const (
	Text     Format = "TEXT"
	Markdown Format = "MARKDOWN"
	HTML     Format = "HTML"
)

// Article is one record as read: decoded, with the markup still on. Fields that the source
// leaves out are empty.
type Article struct {
	Origin Origin
	URL    string // http or https, or ""
	Source string // publisher
	Title  string
	Lang   string // as declared, BCP 47
	Date   string // of publication: YYYY-MM-DD, YYYY-MM or YYYY
	Format Format
	Body   string
	// RawHash is the SHA-256 in hexadecimal of the record's bytes before decoding. Only a
	// record cut out of a UTF-16 stream is hashed as UTF-8.
	RawHash string
	// Assertion is a line of an export: a graph.Assertion as JSON. Where it is set, the fields
	// from URL to Body are empty.
	Assertion []byte
	// Tie is a row of a table of partner cities, Foreign a line that another extractor made; nil
	// for an article that is to be read. The other fields are set beside them.
	Tie     *Tie
	Foreign *Foreign
}

// Origin is where a record stands.
type Origin struct {
	Source string `json:"source"` // path as given or found; of an archive: path!entry; "-" is standard input
	Offset int64  `json:"offset"` // bytes of the decompressed source before the record
	Record int    `json:"record"` // from 0 within the source
}

// ID is the article's id in the graph, from its address or else its source, title and date. A
// row of a table is known by table and pair. What another extractor read stands beside the same
// article as read here, under an id of its own.
func (a Article) ID() graph.ArticleID {
	source, title := norm.NFC.String(a.Source), norm.NFC.String(a.Title)
	switch {
	case a.Tie != nil:
		return graph.NewArticleID("", source, title, "")
	case a.Foreign != nil:
		own := cmp.Or(a.Foreign.ID, string(graph.NewArticleID(a.URL, source, title, a.Date)))
		return graph.NewArticleID("", a.Foreign.Extractor, own, "")
	}
	return graph.NewArticleID(a.URL, source, title, a.Date)
}

// Reason says why a record was rejected.
type Reason string

// The reasons of a RejectError.
const (
	TooLarge          Reason = "TOO_LARGE"
	LineTooLong       Reason = "LINE_TOO_LONG"
	ArchiveRatio      Reason = "ARCHIVE_RATIO"
	ArchiveEntries    Reason = "ARCHIVE_ENTRIES"
	ArchiveNested     Reason = "ARCHIVE_NESTED"
	ArchiveName       Reason = "ARCHIVE_NAME"
	ArchiveBroken     Reason = "ARCHIVE_BROKEN"
	EncodingInvalid   Reason = "ENCODING_INVALID"
	EncodingUnknown   Reason = "ENCODING_UNKNOWN"
	Binary            Reason = "BINARY"
	LossyText         Reason = "LOSSY_TEXT" // the source itself holds U+FFFD
	JSONInvalid       Reason = "JSON_INVALID"
	CSVInvalid        Reason = "CSV_INVALID"
	XMLInvalid        Reason = "XML_INVALID"
	TooDeep           Reason = "TOO_DEEP"
	TooManyNodes      Reason = "TOO_MANY_NODES"
	NoText            Reason = "NO_TEXT"
	FormatUnsupported Reason = "FORMAT_UNSUPPORTED"
	Unreadable        Reason = "UNREADABLE"
)

// Reasons lists every reason.
func Reasons() []Reason {
	return []Reason{
		TooLarge, LineTooLong, ArchiveRatio, ArchiveEntries, ArchiveNested, ArchiveName, ArchiveBroken,
		EncodingInvalid, EncodingUnknown, Binary, LossyText, JSONInvalid, CSVInvalid, XMLInvalid,
		TooDeep, TooManyNodes, NoText, FormatUnsupported, Unreadable,
	}
}

// RejectError is a record that was not read. It is a graph.ErrInvalid.
type RejectError struct {
	Origin  Origin
	Reason  Reason
	Detail  string // one line, "" where the reason says all
	RawHash string // of the bytes seen, "" where none were
}

func (e *RejectError) Error() string {
	s := fmt.Sprintf("%s: record %d at byte %d: %s", e.Origin.Source, e.Origin.Record, e.Origin.Offset, e.Reason)
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	return s
}

// Is makes a RejectError a graph.ErrInvalid.
func (e *RejectError) Is(target error) bool { return target == graph.ErrInvalid }

// fault is a reason on its way to becoming a RejectError, before its place is known.
type fault struct {
	reason Reason
	detail string
}

func (f *fault) Error() string { return string(f.reason) + ": " + f.detail }

// check tidies the fields of an article and refuses what must not reach the graph.
func (a Article) check() (Article, *fault) {
	for _, field := range []*string{&a.URL, &a.Source, &a.Title, &a.Lang, &a.Date} {
		*field = oneLine(*field)
		if len(*field) > MaxFieldBytes {
			return a, &fault{TooLarge, "a field passes MaxFieldBytes"}
		}
	}
	a.URL = webAddress(a.URL)
	a.Date = normalDate(a.Date)
	for _, text := range []string{a.URL, a.Source, a.Title, a.Body} {
		switch {
		case strings.IndexByte(text, 0) >= 0:
			return a, &fault{Binary, "holds a NUL byte"}
		case strings.ContainsRune(text, utf8.RuneError):
			return a, &fault{LossyText, "holds U+FFFD"}
		}
	}
	if a.Tie != nil {
		a.Source = cmp.Or(a.Source, tableName(a.Origin))
	}
	if a.Title == "" && strings.TrimSpace(a.Body) == "" && a.Foreign == nil {
		return a, &fault{NoText, ""}
	}
	return a, nil
}

// oneLine trims s and joins its lines; spaces inside a line stay, since evidence is exact.
func oneLine(s string) string {
	if s = strings.TrimSpace(s); strings.ContainsAny(s, "\n\r\t") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// webAddress returns s where it is an http or https address, "" for all else: an address is
// shown as a link, and nothing but a web page may stand behind it.
func webAddress(s string) string {
	for _, scheme := range []string{"http://", "https://"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) && !strings.ContainsAny(s, " \"<>\\^`{|}") {
			return s
		}
	}
	return ""
}
