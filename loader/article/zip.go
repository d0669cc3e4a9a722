package article

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// zip reads the entries of an archive in its own order. Nothing is written anywhere; entries
// whose names would lead out of a folder are refused all the same, as a mark of an archive
// that was made to harm.
func (r *reader) zip(name string, f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return r.reject(Origin{Source: name}, &fault{Unreadable, "cannot be opened"})
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil && z == nil {
		return r.reject(Origin{Source: name}, &fault{ArchiveBroken, "no zip directory"})
	}
	var out int64
	for i, entry := range z.File {
		entryName := name + "!" + strings.ToValidUTF8(entry.Name, "?")
		if i >= MaxArchiveEntries {
			return r.reject(Origin{Source: name}, &fault{ArchiveEntries, "passes MaxArchiveEntries: the rest is not read"})
		}
		kind, f := entryKind(entry)
		switch {
		case f != nil:
			if err := r.reject(Origin{Source: entryName}, f); err != nil {
				return err
			}
			continue
		case kind == kindUnknown:
			if r.opts.Skipped != nil && !entry.FileInfo().IsDir() {
				r.opts.Skipped(entryName)
			}
			continue
		}
		m := &meter{n: out, packed: func() int64 { return info.Size() }}
		if err := r.entry(entryName, kind, entry, m); err != nil {
			return err
		}
		if out = m.n; out > MaxArchive || out > MaxRatioGrace && out > MaxArchiveRatio*info.Size() {
			return r.reject(Origin{Source: name}, &fault{TooLarge, "the rest of the archive is not read"})
		}
	}
	return nil
}

// entryKind checks an entry's name and mode; kindUnknown is for what is passed over.
func entryKind(entry *zip.File) (kind, *fault) {
	name := entry.Name
	switch {
	case !filepath.IsLocal(filepath.FromSlash(strings.TrimSuffix(name, "/"))) || strings.ContainsAny(name, "\\\x00:"):
		return kindUnknown, &fault{ArchiveName, "the entry's name leads out of the archive"}
	case !entry.Mode().IsRegular() && !entry.Mode().IsDir():
		return kindUnknown, &fault{ArchiveName, "the entry is a link or device"}
	case entry.Mode().IsDir():
		return kindUnknown, nil
	case kindOf(name) == kindZip || kindOf(name) == kindGzip:
		return kindUnknown, &fault{ArchiveNested, "an archive inside an archive"}
	case entry.UncompressedSize64 > MaxRatioGrace && entry.UncompressedSize64 > MaxArchiveRatio*max(entry.CompressedSize64, 1):
		return kindUnknown, &fault{ArchiveRatio, "passes MaxArchiveRatio"}
	}
	return kindOf(name), nil
}

func (r *reader) entry(name string, k kind, entry *zip.File, m *meter) error {
	body, err := entry.Open()
	if err != nil {
		return r.reject(Origin{Source: name}, &fault{ArchiveBroken, "packed in an unknown way"})
	}
	defer body.Close()
	m.r = io.Reader(body)
	return r.stream(input{name: name, kind: k, r: m, packed: true})
}
