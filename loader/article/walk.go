package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"citygraph/graph"
)

// stdinName is the source that stands for standard input.
const stdinName = "-"

// source reads one argument.
func (r *reader) source(name string) error {
	if name == stdinName {
		if r.opts.Stdin == nil {
			return nil
		}
		return r.stream(input{name: name, kind: kindUnknown, r: r.opts.Stdin})
	}
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?[") {
		return r.glob(name)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("article: %s: %w", name, graph.ErrNotFound)
	case err != nil:
		return fmt.Errorf("article: %w", err)
	case info.IsDir():
		return r.folder(name)
	case !info.Mode().IsRegular() && info.Mode()&os.ModeNamedPipe == 0:
		return r.reject(Origin{Source: name}, &fault{Unreadable, "is no file"})
	}
	return r.path(name, name, os.Open)
}

func (r *reader) glob(pattern string) error {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return fmt.Errorf("article: %s: %w", pattern, errors.Join(graph.ErrInvalid, err))
	}
	if len(names) == 0 {
		return fmt.Errorf("article: %s: %w", pattern, graph.ErrNotFound)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := r.source(name); err != nil {
			return err
		}
	}
	return nil
}

// folder walks the regular files below dir. It opens them through an os.Root, so that no link
// that appears meanwhile leads out of it.
func (r *reader) folder(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return r.reject(Origin{Source: dir}, &fault{Unreadable, "cannot be opened"})
	}
	defer root.Close()
	return fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		switch {
		case err != nil:
			return r.reject(Origin{Source: name}, &fault{Unreadable, "cannot be opened"})
		case d.IsDir():
			if path != "." && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || kindOf(path) == kindUnknown || strings.HasPrefix(d.Name(), "."):
			if r.opts.Skipped != nil {
				r.opts.Skipped(name)
			}
			return nil
		}
		return r.path(name, path, root.Open)
	})
}

// path opens and reads one file; open takes file, the source is called name.
func (r *reader) path(name, file string, open func(string) (*os.File, error)) error {
	f, err := open(file)
	if err != nil {
		return r.reject(Origin{Source: name}, &fault{Unreadable, "cannot be opened"})
	}
	defer f.Close()
	kind := kindOf(name)
	if kind == kindZip {
		return r.zip(name, f)
	}
	return r.stream(input{name: name, kind: kind, r: f})
}

// input is one stream of records on its way through the readers.
type input struct {
	name   string
	kind   kind
	r      io.Reader
	packed bool // comes out of an archive
}

// maxArticle is how large one article of the input may be.
func (in input) maxArticle() int64 {
	if in.packed {
		return MaxDecompressed
	}
	return MaxRaw
}
