package article

import (
	"bufio"
	"errors"
	"io"
)

// record is one stretch of a stream of records.
type record struct {
	raw    []byte // without its line end; valid until the next call
	offset int64
	size   int64 // bytes up to the next record
	fault  *fault
}

// splitter cuts a stream into records of bounded size. What is longer is passed over to its
// end without being held.
type splitter struct {
	r      *bufio.Reader
	offset int64
	buf    []byte
	limit  func(begin []byte) int // of the record that begins so
	quoted bool                   // line ends inside double quotes belong to the record
}

// next returns the next record, false at the end of the stream.
func (s *splitter) next() (record, bool) {
	s.buf = s.buf[:0]
	rec := record{offset: s.offset}
	inQuotes := false
	for {
		chunk, err := s.r.ReadSlice('\n')
		rec.size += int64(len(chunk))
		if s.quoted {
			for _, b := range chunk {
				if b == '"' {
					inQuotes = !inQuotes
				}
			}
		}
		if rec.fault == nil {
			s.buf = append(s.buf, chunk...)
			if len(s.buf) > s.limit(s.buf) {
				rec.fault = &fault{LineTooLong, "passes the limit of one record"}
				s.buf = s.buf[:0]
			}
		}
		if errors.Is(err, bufio.ErrBufferFull) || err == nil && inQuotes {
			continue
		}
		s.offset += rec.size
		rec.raw = trimLineEnd(s.buf)
		if err != nil && !errors.Is(err, io.EOF) {
			rec.fault = readFault(err, NoText)
			return rec, true
		}
		return rec, rec.size > 0
	}
}

func trimLineEnd(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == '\n' {
		b = b[:n-1]
	}
	if n := len(b); n > 0 && b[n-1] == '\r' {
		b = b[:n-1]
	}
	return b
}
