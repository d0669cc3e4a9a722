package export

import (
	"bufio"
	"bytes"
	"encoding/json"
)

// jsonList writes the items of a JSON array, one a line.
type jsonList struct {
	w   *bufio.Writer
	buf bytes.Buffer
	n   int
}

// add writes one item; keys of maps are sorted.
func (l *jsonList) add(item any) error {
	l.buf.Reset()
	if l.n > 0 {
		l.buf.WriteByte(',')
	}
	l.buf.WriteByte('\n')
	enc := json.NewEncoder(&l.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(item); err != nil {
		return err
	}
	l.n++
	_, err := l.w.Write(bytes.TrimSuffix(l.buf.Bytes(), []byte("\n")))
	return err
}

// around writes an opening, what fill writes, and a closing text.
func around(w *bufio.Writer, opening, closing string, fill func() error) error {
	if _, err := w.WriteString(opening); err != nil {
		return err
	}
	if err := fill(); err != nil {
		return err
	}
	_, err := w.WriteString(closing)
	return err
}
