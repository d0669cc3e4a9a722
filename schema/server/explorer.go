package server

import (
	"bytes"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// explorer serves the built files of a single page application. A file beside it named *.gz is
// sent as it is to clients that take gzip; files under assets/ carry a hash in their name and
// never change. A path without an extension is a page: it gets the file of that name with .html
// where there is one, such as graphiql.html, and else index.html, the application.
type explorer struct{ files fs.FS }

// consolePage is the one page whose styles may be inline: its editor writes style elements.
const consolePage = "graphiql.html"

func (e explorer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := e.page(strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/"))
	cache := "no-cache"
	if strings.HasPrefix(name, "assets/") {
		cache = "public, max-age=31536000, immutable"
	}
	content, packed, err := e.read(name, strings.Contains(r.Header.Get("Accept-Encoding"), "gzip"))
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		http.NotFound(w, r)
		return
	case err != nil:
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	if name == consolePage {
		h.Set("Content-Security-Policy", consolePolicy)
	}
	h.Set("Cache-Control", cache)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Etag", etag(content))
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		h.Set("Content-Type", kind)
	}
	if packed {
		h.Set("Content-Encoding", "gzip")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// page returns the name of the file that a path asks for.
func (e explorer) page(name string) string {
	if path.Ext(name) != "" {
		return name
	}
	if name != "" {
		if _, _, err := e.read(name+".html", true); err == nil {
			return name + ".html"
		}
	}
	return "index.html"
}

// read returns the file, packed where the client takes that and a packed file is there.
func (e explorer) read(name string, gzip bool) (content []byte, packed bool, err error) {
	if gzip {
		if content, err := fs.ReadFile(e.files, name+".gz"); err == nil {
			return content, true, nil
		}
	}
	content, err = fs.ReadFile(e.files, name)
	return content, false, err
}
