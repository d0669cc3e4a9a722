package article

// Every bound of reading. Passing one rejects the record, or the rest of the archive where the
// bound is the archive's.
const (
	MaxRaw            = 10 << 20 // bytes of one article's file, outside an archive
	MaxDecompressed   = 20 << 20 // bytes of one article's file, inside an archive, and of one feed
	MaxLine           = 4 << 20  // bytes of one line of JSON Lines or one record of CSV
	MaxExportLine     = 64 << 20 // bytes of one line of an export, which holds an article and its claims
	MaxArchive        = 1 << 30  // bytes out of one archive
	MaxArchiveEntries = 10_000   // files in one .zip
	MaxArchiveRatio   = 100      // bytes out for one byte in, once past MaxRatioGrace
	MaxRatioGrace     = 1 << 20  // bytes out before the ratio counts: short texts compress well
	MaxArchiveNesting = 1        // an archive inside an archive is refused
	MaxXMLDepth       = 64       // open elements of a feed
	MaxHTMLNodes      = 200_000  // tags and texts of one page
	MaxColumns        = 1_000    // columns of a CSV file
	MaxHeaderLines    = 16       // header lines of a text
	MaxFieldBytes     = 4 << 10  // bytes of a title, address, publisher or other field
)

// detectBytes is how much of a source is looked at to tell its encoding.
const detectBytes = 64 << 10
