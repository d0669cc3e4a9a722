package article

import (
	"context"
	"errors"
	"io"
	"iter"
)

// Options say how to read. The zero value detects everything.
type Options struct {
	// Encoding is the label of the encoding of every source, "" to detect each by itself.
	Encoding string
	// Map names the column or field (a.b for one inside another) that holds title, text, date,
	// url, source or lang in JSON Lines and CSV. What it leaves out is guessed.
	Map map[string]string
	// Stdin is read for the source "-"; nil is empty.
	Stdin io.Reader
	// Mapped, if set, is told the mapping that each JSON Lines or CSV source is read with.
	Mapped func(source string, m Mapping)
	// Skipped, if set, is told of files in folders that are of no known format.
	Skipped func(source string)
	// Judged, if set, is given the judgements that exports hold, as JSON; it keeps no slice.
	Judged func(judgement []byte)
}

// Read yields the records of the sources in a fixed order: the sources as given, folders by
// path, files by position. A source is a file, a folder, a glob, or "-" for standard input.
//
// An error that is a *RejectError stands for one record or the rest of one source, and reading
// goes on; any other (a source that does not exist, the context's end) comes last.
func Read(ctx context.Context, sources []string, opts Options) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		r := &reader{ctx: ctx, opts: opts, yield: yield}
		for _, source := range sources {
			if err := r.source(source); err != nil {
				if !errors.Is(err, errStopped) {
					yield(Article{}, err)
				}
				return
			}
		}
	}
}

// errStopped unwinds when the consumer has had enough.
var errStopped = errors.New("reading stopped")

// reader walks the sources and hands each record to yield. Its methods return an error only
// where reading ends.
type reader struct {
	ctx   context.Context
	opts  Options
	yield func(Article, error) bool
}

// emit hands on one record, or its rejection.
func (r *reader) emit(a Article, f *fault) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if f == nil && a.Assertion == nil {
		a, f = a.check()
	}
	var rejected error
	if f != nil {
		a, rejected = Article{}, &RejectError{Origin: a.Origin, Reason: f.reason, Detail: f.detail, RawHash: a.RawHash}
	}
	if !r.yield(a, rejected) {
		return errStopped
	}
	return nil
}

// reject hands on the rejection of a source or of its rest.
func (r *reader) reject(at Origin, f *fault) error {
	return r.emit(Article{Origin: at}, f)
}
