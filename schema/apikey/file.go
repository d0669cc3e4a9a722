package apikey

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// File is a file of keys. A file that does not exist holds none. It is safe for concurrent
// use, also by several processes.
type File struct {
	path string

	mu   sync.Mutex
	seen fs.FileInfo // of the state that keys were read from; nil: none
	keys []Key
}

// Open returns the file at path; nothing is read yet.
func Open(path string) *File { return &File{path: path} }

// Check returns the key of a secret as the file stands now, or an ErrUnknown.
func (f *File) Check(secret string) (Key, error) {
	keys, err := f.List()
	if err != nil {
		return Key{}, err
	}
	return check(keys, secret)
}

// List returns the keys in order of name.
func (f *File) List() ([]Key, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.seen, f.keys = nil, nil
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("apikey: %w", err)
	case f.seen != nil && os.SameFile(info, f.seen) && info.ModTime().Equal(f.seen.ModTime()) && info.Size() == f.seen.Size():
		return slices.Clone(f.keys), nil
	}
	b, err := os.ReadFile(f.path)
	if err != nil {
		return nil, fmt.Errorf("apikey: %w", err)
	}
	var keys []Key
	if err := json.Unmarshal(b, &keys); err != nil {
		return nil, fmt.Errorf("apikey: %s: %w", f.path, err)
	}
	f.seen, f.keys = info, keys
	return slices.Clone(keys), nil
}

// Create adds a key and returns its secret, which is kept nowhere. A name that is in use is an
// ErrTaken, a bad name or role an ErrInvalid.
func (f *File) Create(name string, role Role, now time.Time) (secret string, err error) {
	err = f.change(func(keys []Key) ([]Key, error) {
		if slices.ContainsFunc(keys, func(k Key) bool { return k.Name == name }) {
			return nil, ErrTaken
		}
		var key Key
		if key, secret, err = newKey(name, role, now); err != nil {
			return nil, err
		}
		return append(keys, key), nil
	})
	return secret, err
}

// Revoke takes the key of that name away; there being none is an ErrUnknown. When it returns,
// no Check knows the key.
func (f *File) Revoke(name string) error {
	return f.change(func(keys []Key) ([]Key, error) {
		left := slices.DeleteFunc(keys, func(k Key) bool { return k.Name == name })
		if len(left) == len(keys) {
			return nil, fmt.Errorf("%w with the name %.64q", ErrUnknown, name)
		}
		return left, nil
	})
}

// change replaces the file whole. The file that takes its place is also the lock: only one
// process can create it.
func (f *File) change(edit func([]Key) ([]Key, error)) error {
	next, err := os.OpenFile(f.path+".new", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%w: if none does, remove %s.new", ErrLocked, f.path)
	case err != nil:
		return fmt.Errorf("apikey: %w", err)
	}
	err = f.write(next, edit)
	if err = errors.Join(err, next.Close()); err == nil {
		err = os.Rename(next.Name(), f.path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(next.Name()))
	}
	return nil
}

// write fills the next state from the one that stands.
func (f *File) write(next *os.File, edit func([]Key) ([]Key, error)) error {
	keys, err := f.List()
	if err != nil {
		return err
	}
	if keys, err = edit(keys); err != nil {
		return err
	}
	slices.SortFunc(keys, func(a, b Key) int { return strings.Compare(a.Name, b.Name) })
	enc := json.NewEncoder(next)
	enc.SetIndent("", "  ")
	return errors.Join(enc.Encode(keys), next.Sync())
}
