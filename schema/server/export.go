package server

import (
	"archive/zip"
	"context"
	"io"
	"net/http"
	"time"

	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"citygraph/graph"
	"citygraph/graph/export"
)

// The bounds of exports. Writing may take as long as the client keeps taking: each piece has
// the time that any answer has.
const (
	exportTime   = 15 * time.Minute // of one export
	maxExports   = 4                // at once: each holds a view of the store open
	maxExportsOf = 2                // at once, of one client
)

// exporter answers GET /export/{format} with the graph in an exchange format, streamed from one
// view of the store. The parameters of the address are the fields of export.Select. A format of
// several files comes as one zip archive.
type exporter struct {
	store Viewer
	now   func() time.Time
}

func (e exporter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a := answer{w: w, media: mediaJSON, record: recordOf(r.Context())}
	format, err := export.Find(r.PathValue("format"))
	if err != nil {
		a.refuse(http.StatusNotFound, requestError(CodeNotFound, "there is no such format: GET /export lists them"))
		return
	}
	opts, err := export.Select(r.URL.Query())
	if err != nil {
		a.refuse(http.StatusBadRequest, gqlerror.List{present(r.Context(), err)})
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), exportTime)
	defer cancel()
	out := &download{w: w, rc: http.NewResponseController(w), now: e.now, format: format, head: r.Method == http.MethodHead}
	err = e.store.View(ctx, func(reader graph.Reader) error {
		return export.Write(ctx, reader, format.Name, opts, out.file)
	})
	if err == nil {
		err = out.end()
	}
	switch {
	case err == nil || out.head && out.begun:
	case !out.begun:
		a.fail(present(r.Context(), err))
	default: // a part of a file must not look like a whole one
		zerolog.Ctx(r.Context()).Warn().Err(err).Msg("export broken off")
		panic(http.ErrAbortHandler)
	}
}

// download is the answer of one export. It is begun by the first byte, so that what fails before
// has a status of its own.
type download struct {
	w       http.ResponseWriter
	rc      *http.ResponseController
	now     func() time.Time
	format  export.Format
	head    bool
	begun   bool
	archive *zip.Writer // of a format with several files
}

// file begins a file of the format.
func (d *download) file(name string) (io.WriteCloser, error) {
	if len(d.format.Files) == 1 {
		return member{d}, nil
	}
	if d.archive == nil {
		d.archive = zip.NewWriter(d)
	}
	f, err := d.archive.Create(name)
	return member{f}, err
}

// end completes the answer.
func (d *download) end() error {
	if d.archive == nil {
		return nil
	}
	return d.archive.Close()
}

// Write sends a piece. A client that asked for the head alone gets no further.
func (d *download) Write(b []byte) (int, error) {
	if !d.begun {
		d.begin()
	}
	if d.head {
		return 0, io.ErrShortWrite
	}
	d.rc.SetWriteDeadline(d.now().Add(writeTimeout)) //nolint:errcheck // only a recorder in a test has none
	return d.w.Write(b)
}

func (d *download) begin() {
	d.begun = true
	d.rc.SetReadDeadline(time.Time{}) //nolint:errcheck // as above; the request has been read
	name, media := "citygraph."+d.format.Ending, d.format.MediaType
	if d.archive != nil {
		name, media = "citygraph-"+d.format.Name+".zip", "application/zip"
	}
	h := d.w.Header()
	h.Set("Content-Type", media)
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("Cache-Control", "no-store")
	d.w.WriteHeader(http.StatusOK)
}

// member is one file of an export; what it is written to stays open.
type member struct{ io.Writer }

// Close does nothing.
func (member) Close() error { return nil }

// exportIndex is the answer of GET /export.
type exportIndex struct {
	Formats []exportFormat `json:"formats"`
	Fields  []exportField  `json:"fields"` // parameters of the address
}

type exportFormat struct {
	Name      string   `json:"name"`
	MediaType string   `json:"mediaType"`
	Files     []string `json:"files"`
}

type exportField struct {
	Name string `json:"name"`
	Help string `json:"help"`
}

// listExports says what can be exported and how it can be narrowed.
func listExports(w http.ResponseWriter, _ *http.Request) {
	var index exportIndex
	for _, f := range export.Formats() {
		index.Formats = append(index.Formats, exportFormat{f.Name, f.MediaType, f.Files})
	}
	for _, f := range export.Fields() {
		index.Fields = append(index.Fields, exportField{f.Name, f.Help})
	}
	writeJSON(w, http.StatusOK, index)
}
