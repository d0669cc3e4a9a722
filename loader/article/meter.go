package article

import (
	"errors"
	"io"
)

// counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// meter lets at most MaxArchive bytes out of an archive, and at most MaxArchiveRatio for each
// packed byte once past MaxRatioGrace. What stops it is a *fault.
type meter struct {
	r      io.Reader
	packed func() int64 // bytes taken in so far
	n      int64        // bytes let out so far
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.n += int64(n)
	switch {
	case m.n > MaxArchive:
		return 0, &fault{TooLarge, "passes MaxArchive"}
	case m.n > MaxRatioGrace && m.n > MaxArchiveRatio*max(m.packed(), 1):
		return 0, &fault{ArchiveRatio, "passes MaxArchiveRatio"}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = &fault{ArchiveBroken, "damaged"}
	}
	return n, err
}

// readFault names what stopped a reader; otherwise is the reason of a plain end.
func readFault(err error, otherwise Reason) *fault {
	var f *fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, io.EOF):
		return &fault{otherwise, ""}
	}
	return &fault{Unreadable, "reading failed"}
}

// readAll reads one article's file, at most limit bytes of it.
func readAll(r io.Reader, limit int64) ([]byte, *fault) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return data, readFault(err, NoText)
	case int64(len(data)) > limit:
		return data, &fault{TooLarge, "passes the limit of one article"}
	}
	return data, nil
}
