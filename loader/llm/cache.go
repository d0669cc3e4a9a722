package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"citygraph/graph"
)

// cache holds replies as files named by what was asked. "" is no cache. Two processes may share
// one folder: a file comes into being whole.
type cache string

// key identifies a question by prompt version, model, instructions and text.
func (q question) key() string {
	b, err := json.Marshal(q)
	if err != nil {
		panic("llm: strings cannot be written as JSON: " + err.Error())
	}
	return graph.ContentHash(b)
}

// get returns the reply to the question, false where none is held. What cannot be read counts
// as not held, and is written anew.
func (c cache) get(q question) (string, bool) {
	if c == "" {
		return "", false
	}
	f, err := os.Open(c.path(q))
	if err != nil {
		return "", false
	}
	defer f.Close()
	reply, err := io.ReadAll(io.LimitReader(f, MaxReplyBytes+1))
	return string(reply), err == nil && len(reply) <= MaxReplyBytes
}

// put keeps a reply.
func (c cache) put(q question, reply string) (err error) {
	if c == "" {
		return nil
	}
	f, err := os.CreateTemp(string(c), "reply-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(reply)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), c.path(q))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func (c cache) path(q question) string { return filepath.Join(string(c), q.key()+".json") }

// open makes the folder where it does not exist.
func (c cache) open() error {
	if c == "" {
		return nil
	}
	if err := os.MkdirAll(string(c), 0o700); err != nil {
		return fmt.Errorf("llm: cache: %w", err)
	}
	if info, err := os.Stat(string(c)); err != nil || !info.IsDir() {
		return fmt.Errorf("llm: cache: %w", errors.Join(err, fs.ErrInvalid))
	}
	return nil
}
