package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/sqlite"
	"citygraph/loader"
	"citygraph/loader/entity/gazetteer"
)

// childEnv marks the process that BenchmarkLoad starts, so that its peak memory is that of one
// load and nothing else.
const childEnv = "CITYGRAPH_BENCH_CHILD"

// BenchmarkLoad measures a load of 100,000 generated articles in three languages into SQLite:
// articles a second, peak memory, and what the last thousand cost over the first thousand, in
// time on the clock and, since machines are shared, in time of the processors.
func BenchmarkLoad(b *testing.B) {
	if file := os.Getenv(childEnv); file != "" {
		loadMeasured(b, file)
		return
	}
	file := filepath.Join(b.TempDir(), "articles.jsonl")
	writeArticles(b, file, size(100_000, 3_000))
	child := exec.Command(os.Args[0], "-test.run", "^$", "-test.bench", "^BenchmarkLoad$", "-test.benchtime", "1x", "-test.timeout", "60m")
	child.Env = append(os.Environ(), childEnv+"="+file)
	child.Stderr = os.Stderr
	for b.Loop() {
		out, err := child.Output()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		for _, metric := range []string{"articles/s", "MiB", "last/first", "cpu-last/first"} {
			b.ReportMetric(before(string(out), metric), metric)
		}
	}
}

func loadMeasured(b *testing.B, file string) {
	pipeline, err := loader.New()
	if err != nil {
		b.Fatal(err)
	}
	store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	var first, last, mark cost
	thousands := 0
	for b.Loop() {
		start := time.Now()
		mark = spent()
		report, err := loader.Load(b.Context(), []string{file}, pipeline, store, loader.Options{Batch: sqlite.LoadBatch, Progress: func(p loader.Progress) {
			if p.Seen/1000 <= thousands {
				return
			}
			thousands = p.Seen / 1000
			now := spent()
			last, mark = now.since(mark), now
			if thousands == 2 { // the first thousand also warms up
				first = last
			}
		}})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(report.Read)/time.Since(start).Seconds(), "articles/s")
		b.ReportMetric(peakKiB()/1024, "MiB")
		b.ReportMetric(float64(last.clock)/float64(first.clock), "last/first")
		if first.cpu > 0 {
			b.ReportMetric(float64(last.cpu)/float64(first.cpu), "cpu-last/first")
		}
	}
}

// templates make articles whose facts the packs can read.
var templates = map[string][]string{
	"en": {"%s and %s have been sister cities since %d.", "A delegation from %s visited %s in May %d.", "%s signed a memorandum of understanding with %s in %d."},
	"zh": {"%s与%s于%d年结为友好城市。", "%s代表团访问了%s，时间是%d年5月。", "%s与%s于%d年签署谅解备忘录。"},
	"ar": {"ترتبط %s بعلاقة توأمة مع %s منذ عام %d.", "زار وفد من %s مدينة %s في مايو %d.", "وقعت %s مذكرة تفاهم مع %s عام %d."},
}

// cityNames draws cities that the gazetteer knows by one name in a language, as many as there
// are in a fixed sample of its ids: the pairs that news is about are many, few are frequent.
func cityNames(b *testing.B, rng *rand.Rand) map[string][]string {
	b.Helper()
	g, err := gazetteer.Open()
	if err != nil {
		b.Fatal(err)
	}
	names := map[string][]string{}
	for range 2_000_000 {
		place, ok := g.Place(graph.CityID(rng.Int64N(12_600_000)))
		if !ok {
			continue
		}
		for _, lang := range []string{"en", "zh", "ar"} {
			name := place.Name(lang)
			known := lang == "en" || name != place.Main
			if found := g.Lookup(name); known && len(found) == 1 && found[0].ID == place.ID && !found[0].Cue {
				names[lang] = append(names[lang], name)
			}
		}
	}
	return names
}

// steepness is that of Zipf's law, near the 1 that counts of names in news follow.
const steepness = 1.05

// picker draws cities by Zipf's law: a few are in the news every day, most hardly ever.
func picker(rng *rand.Rand, names []string) func() string {
	law := rand.NewZipf(rng, steepness, 1, uint64(len(names)-1))
	return func() string { return names[law.Uint64()] }
}

func writeArticles(b *testing.B, file string, n int) {
	b.Helper()
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	enc := json.NewEncoder(out)
	rng := rand.New(rand.NewPCG(genSeed, 1))
	names := cityNames(b, rng)
	b.Logf("%d, %d and %d city names in English, Chinese and Arabic", len(names["en"]), len(names["zh"]), len(names["ar"]))
	picks := map[string]func() string{}
	for lang, list := range names {
		picks[lang] = picker(rng, list)
	}
	for i := range n {
		lang := []string{"en", "zh", "ar"}[i%3]
		pick := picks[lang]
		var text strings.Builder
		for range 12 {
			fmt.Fprintf(&text, templates[lang][rng.IntN(3)]+"\n\n", pick(), pick(), 1960+rng.IntN(65))
		}
		err := enc.Encode(map[string]string{"title": fmt.Sprintf("%s %d", pick(), i), "text": text.String(), "date": fmt.Sprintf("%d-06-01", 2000+i%25), "source": "generated"})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
}
