package explorer_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"

	"citygraph/cmd/citygraph/explorer"
)

// budget is how many packed bytes the explorer may weigh without the API console and map data.
const budget = 400 << 10

func files(t *testing.T) fs.FS {
	t.Helper()
	files, err := explorer.Files()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPagesArePackedAndPlain(t *testing.T) {
	for _, page := range []string{"index.html", "graphiql.html"} {
		t.Run(page, func(t *testing.T) {
			plain, err := fs.ReadFile(files(t), page)
			if err != nil {
				t.Fatal(err)
			}
			packed, err := fs.ReadFile(files(t), page+".gz")
			if err != nil {
				t.Fatal(err)
			}
			reader, err := gzip.NewReader(bytes.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			unpacked, err := io.ReadAll(reader)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(plain, unpacked) {
				t.Error("the plain page is not what the packed one holds")
			}
		})
	}
}

func TestMissingFile(t *testing.T) {
	if _, err := fs.ReadFile(files(t), "assets/none.js"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want fs.ErrNotExist", err)
	}
}

// TestIndexHasNoInlineCode: the page works under a policy without unsafe-inline.
func TestIndexHasNoInlineCode(t *testing.T) {
	page, err := fs.ReadFile(files(t), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, forbidden := range []string{"<style", "style=", "<script>", "onload=", "javascript:", "http://", "https://"} {
		if bytes.Contains(page, []byte(forbidden)) {
			t.Errorf("index.html holds %q", forbidden)
		}
	}
}

// TestBudget adds up what index.html can load: everything that is not map data and that the API
// console does not bring.
func TestBudget(t *testing.T) {
	total := 0
	for name := range reachable(t, "index.html") {
		if strings.HasSuffix(name, ".json") {
			continue
		}
		packed, err := fs.ReadFile(files(t), name+".gz")
		if err != nil {
			t.Fatal(err)
		}
		total += len(packed)
	}
	t.Logf("explorer: %d KB packed", total>>10)
	if total > budget {
		t.Errorf("the explorer weighs %d packed bytes, more than %d", total, budget)
	}
}

// reachable follows the names of built files from one file to the next.
func reachable(t *testing.T, start string) map[string]bool {
	t.Helper()
	all, err := fs.Glob(files(t), "assets/*.gz")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		if seen[queue[0]] {
			continue
		}
		seen[queue[0]] = true
		content, err := fs.ReadFile(files(t), queue[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, packed := range all {
			name := strings.TrimSuffix(packed, ".gz")
			if bytes.Contains(content, []byte(path.Base(name))) {
				queue = append(queue, name)
			}
		}
	}
	return seen
}
