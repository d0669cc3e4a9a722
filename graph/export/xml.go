package export

import (
	"bufio"
	"context"
	"encoding/xml"
)

// attr is an attribute of an element.
func attr(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}

// xmlFile writes elements one by one; the first failure is kept, as one walks the graph only
// once. Characters that XML cannot hold become U+FFFD.
type xmlFile struct {
	enc  *xml.Encoder
	open []xml.StartElement
	err  error
}

func newXML(w *bufio.Writer) *xmlFile {
	_, err := w.WriteString(xml.Header)
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	return &xmlFile{enc: enc, err: err}
}

// begin opens an element that end closes.
func (f *xmlFile) begin(name string, attrs ...xml.Attr) {
	start := xml.StartElement{Name: xml.Name{Local: name}, Attr: attrs}
	f.open = append(f.open, start)
	f.token(start)
}

// end closes the innermost n elements.
func (f *xmlFile) end(n int) {
	for range n {
		last := len(f.open) - 1
		f.token(f.open[last].End())
		f.open = f.open[:last]
	}
}

// leaf writes an element without children.
func (f *xmlFile) leaf(name, content string, attrs ...xml.Attr) {
	f.begin(name, attrs...)
	if content != "" {
		f.token(xml.CharData(content))
	}
	f.end(1)
}

func (f *xmlFile) token(t xml.Token) {
	if f.err == nil {
		f.err = f.enc.EncodeToken(t)
	}
}

// each walks a part of the graph inside an element and stops at the first failed write.
func each[T any](ctx context.Context, f *xmlFile, walk func(context.Context, func(T) error) error, write func(T)) {
	if f.err != nil {
		return
	}
	err := walk(ctx, func(item T) error {
		write(item)
		return f.err
	})
	if f.err == nil {
		f.err = err
	}
}

// close ends every open element and reports the first failure.
func (f *xmlFile) close() error {
	f.end(len(f.open))
	if f.err == nil {
		f.err = f.enc.Flush()
	}
	return f.err
}
