package article_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"citygraph/loader/article"
)

// FuzzRead holds for any bytes: reading ends, and what comes out is clean text or a reason.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		arabic, simplified, "\xff\xfeC\x00", `{"title":"A"}`, "title,text\n\"A", "<!doctype html><p>A", nested(10),
		`{"assertion":{}}`, "\x1f\x8b\x08", "PK\x03\x04", "<?xml version=\"1.0\" encoding=\"gb2312\"?><rss>",
	} {
		f.Add([]byte(seed))
	}
	known := map[article.Reason]bool{}
	for _, r := range article.Reasons() {
		known[r] = true
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for a, err := range article.Read(context.Background(), []string{"-"}, article.Options{Stdin: bytes.NewReader(data)}) {
			var reject *article.RejectError
			switch {
			case errors.As(err, &reject):
				if !known[reject.Reason] {
					t.Errorf("unknown reason %q", reject.Reason)
				}
			case err != nil:
				t.Errorf("reading ended: %v", err)
			case a.Assertion == nil:
				for _, s := range []string{a.Title, a.Body, a.Source, a.URL, a.Lang} {
					if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\ufffd") {
						t.Errorf("unclean text %q", s)
					}
				}
			}
		}
	})
}
