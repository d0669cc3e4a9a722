package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"citygraph/graph"
	"citygraph/loader/article"
)

var (
	errMedia = errors.New("send application/json, application/jsonl or multipart/form-data")
	errBody  = errors.New("the body is not what its content type says")
)

// bodyOf returns how the streams of a body are taken, one after the other; their names stand
// as sources in the answer.
func bodyOf(r *http.Request) (func(*http.Request, func(string, io.Reader) error) error, error) {
	switch mediaType(r) {
	case "application/jsonl", "application/x-ndjson", "application/x-jsonlines":
		return func(r *http.Request, load func(string, io.Reader) error) error { return load("body", r.Body) }, nil
	case "application/json":
		return eachObject, nil
	case "multipart/form-data":
		return eachPart, nil
	}
	return nil, errMedia
}

// eachPart loads the parts of a multipart body, each a file.
func eachPart(r *http.Request, load func(string, io.Reader) error) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return fmt.Errorf("%w: %w", errBody, err)
	}
	for n := 1; ; n++ {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF) && n > 1:
			return nil
		case err != nil:
			return fmt.Errorf("%w: %w", errBody, err)
		case n > MaxParts:
			return &graph.LimitError{Limit: "MaxParts", Max: MaxParts, Got: n}
		}
		name := part.FileName()
		if name == "" {
			name = fmt.Sprintf("part %d", n)
		}
		if err := load(name, part); err != nil {
			return err
		}
	}
}

// eachObject loads an object, or the objects of an array, as lines.
func eachObject(r *http.Request, load func(string, io.Reader) error) error {
	r.Body = http.MaxBytesReader(nil, r.Body, MaxDocument)
	lines, out := io.Pipe()
	failed := make(chan error, 1)
	go func() {
		err := writeLines(r.Body, out)
		failed <- err
		out.Close() // the lines before a mistake are articles all the same
	}()
	err := load("body", lines)
	lines.Close()
	return errors.Join(err, <-failed)
}

// writeLines turns a JSON document into JSON Lines, one article held at a time.
func writeLines(body io.Reader, out io.Writer) error {
	dec := json.NewDecoder(body)
	first, err := dec.Token()
	if err != nil || first != json.Delim('[') && first != json.Delim('{') {
		return bodyError(err)
	}
	if first == json.Delim('{') {
		return writeObject(io.MultiReader(bytes.NewReader([]byte("{")), dec.Buffered(), body), out)
	}
	for dec.More() {
		if err := writeLine(dec, out); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return bodyError(err)
	}
	return atEnd(dec)
}

func writeObject(r io.Reader, out io.Writer) error {
	dec := json.NewDecoder(r)
	if err := writeLine(dec, out); err != nil {
		return err
	}
	return atEnd(dec)
}

func writeLine(dec *json.Decoder, out io.Writer) error {
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		return bodyError(err)
	}
	if len(raw) > article.MaxLine {
		return &graph.LimitError{Limit: "MaxLine", Max: article.MaxLine, Got: len(raw)}
	}
	var line bytes.Buffer
	if err := json.Compact(&line, raw); err != nil {
		return bodyError(err)
	}
	line.WriteByte('\n')
	_, err := out.Write(line.Bytes())
	if errors.Is(err, io.ErrClosedPipe) {
		return nil // the load has ended, and says why
	}
	return err
}

func atEnd(dec *json.Decoder) error {
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return bodyError(err)
	}
	return nil
}

// bodyError is an errBody, but for a body that is too large.
func bodyError(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return err
	}
	return errBody
}
