package bench

import (
	"context"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"citygraph/loader"
	"citygraph/loader/article"
)

// articlesToRead is the gold corpus where it is beside the project, else the sample.
func articlesToRead(b *testing.B) []string {
	b.Helper()
	for _, dir := range []string{"../../../../shared/gold/dev", "../sample/articles"} {
		if list, _ := filepath.Glob(filepath.Join(dir, "*", "*.txt")); len(list) > 0 {
			return list
		}
	}
	b.Fatal("no articles to read")
	return nil
}

// BenchmarkExtract measures the whole path from text to claims on one core: "fresh" where every
// article is read for the first time, and steady, where names written by ear were met before.
func BenchmarkExtract(b *testing.B) {
	pipeline, err := loader.New()
	if err != nil {
		b.Fatal(err)
	}
	var articles []article.Article
	bytes := 0
	for a, err := range article.Read(b.Context(), articlesToRead(b), article.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, a)
		bytes += len(a.Body)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	const rounds = 5
	round := func() float64 {
		start := time.Now()
		for _, a := range articles {
			if _, err := pipeline.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
		return time.Since(start).Seconds()
	}
	for b.Loop() {
		fresh, seconds := round(), 0.0
		for range rounds {
			seconds += round()
		}
		b.ReportMetric(float64(len(articles))/fresh, "fresh-articles/s")
		b.ReportMetric(rounds*float64(len(articles))/seconds, "articles/s")
		b.ReportMetric(rounds*float64(bytes)/1e6/seconds, "MB/s")
		b.ReportMetric(float64(bytes)/float64(len(articles)), "bytes/article")
	}
}
