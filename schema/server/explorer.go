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
// never change; paths without an extension are the application's own and get index.html.
type explorer struct{ files fs.FS }

func (e explorer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || path.Ext(name) == "" {
		name = "index.html"
	}
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
