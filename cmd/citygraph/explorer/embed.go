// Package explorer carries the built web explorer inside the program.
//
// The sources beside this file are TypeScript: Vite builds them into dist, and each built file
// is kept there in its gzip form only (name.gz), which is what a server sends. The build is
// committed, so that Go alone builds the whole product; `make explorer` rebuilds it with the
// tools that package-lock.json pins, and CI compares the bytes.
//
// The pages talk to /graphql and to nothing else. index.html is the explorer; graphiql.html is
// the API console. Files under assets/ carry a hash of their content in the name and never
// change. index.html needs no inline script or style; graphiql.html needs inline styles, and
// workers from its own origin. documents.json lists what the explorer may ask (Documents).
package explorer

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// packedSuffix ends the name of every stored file.
const packedSuffix = ".gz"

// Files returns the built pages as a read-only file system, safe for concurrent use. Each file
// opens under its stored name, "assets/x.js.gz", and unpacked under its plain name,
// "assets/x.js"; a directory lists stored names.
func Files() (fs.FS, error) {
	root, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	return unpacking{root}, nil
}

// Documents returns the GraphQL documents that the explorer sends, in text order. The build
// writes them.
func Documents() ([]string, error) {
	files, err := Files()
	if err != nil {
		return nil, err
	}
	b, err := fs.ReadFile(files, "documents.json")
	if err != nil {
		return nil, fmt.Errorf("explorer: %w", err)
	}
	var texts []string
	if err := json.Unmarshal(b, &texts); err != nil {
		return nil, fmt.Errorf("explorer: documents.json: %w", err)
	}
	return texts, nil
}

// unpacking adds to a file system a plain file for every packed one.
type unpacking struct{ packed fs.FS }

// Open opens the file as it is stored, else unpacks it. The error of a missing file is
// fs.ErrNotExist.
func (u unpacking) Open(name string) (fs.File, error) {
	file, err := u.packed.Open(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return file, err
	}
	content, err := u.unpack(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return content, nil
}

func (u unpacking) unpack(name string) (fs.File, error) {
	packed, err := u.packed.Open(name + packedSuffix)
	if err != nil {
		return nil, fs.ErrNotExist
	}
	defer packed.Close()
	info, err := packed.Stat()
	if err != nil {
		return nil, err
	}
	reader, err := gzip.NewReader(packed)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	return &plainFile{Reader: bytes.NewReader(content), info: plainInfo{info, int64(len(content))}}, nil
}

// plainFile is an unpacked file in memory.
type plainFile struct {
	*bytes.Reader
	info plainInfo
}

func (f *plainFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *plainFile) Close() error               { return nil }

// plainInfo describes the unpacked file: the packed one's, but for name and size.
type plainInfo struct {
	fs.FileInfo
	size int64
}

func (i plainInfo) Name() string { return i.FileInfo.Name()[:len(i.FileInfo.Name())-len(packedSuffix)] }
func (i plainInfo) Size() int64  { return i.size }
