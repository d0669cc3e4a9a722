package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"citygraph/graph"
)

// Format is one exchange format. Files are the names of what it writes, in that order: one, or
// several that belong together.
type Format struct {
	Name      string // as Write takes it
	Ending    string // of a file name, without the dot
	MediaType string // of each file
	Files     []string
}

// Options say what of the graph to write. The zero Options is all of it, as known now.
type Options struct {
	// Edges selects the edges; Order and Direction are ignored. Its AsOf is also that of nodes,
	// claims and articles.
	Edges graph.EdgeFilter
	// Types selects the nodes; none: all. An edge is only written with both of its ends.
	Types []graph.EntityType
	// BOM begins a csv file with a byte order mark: without it Excel takes Arabic and Chinese
	// for another encoding. Other formats ignore it.
	BOM bool
}

// Formats lists what Write can write, in a fixed order.
func Formats() []Format {
	var list []Format
	for _, f := range formats() {
		list = append(list, f.Format)
	}
	return list
}

// Find returns the format of that name; there being none is an ErrInvalid.
func Find(name string) (Format, error) {
	f, err := find(name)
	return f.Format, err
}

func find(name string) (format, error) {
	all := formats()
	i := slices.IndexFunc(all, func(f format) bool { return f.Name == name })
	if i < 0 {
		return format{}, &graph.InvalidError{Field: "format", Reason: fmt.Sprintf("%.40q is no export format", name)}
	}
	return all[i], nil
}

type format struct {
	Format
	write func(context.Context, source, *sink) error
}

func formats() []format {
	return []format{
		{Format{"jsonl", "jsonl", "application/jsonl", []string{"graph.jsonl"}}, writeJSONL},
		{Format{"csv", "csv", "text/csv; charset=utf-8", []string{nodesFile, edgesFile}}, writeCSV},
		{Format{"gexf", "gexf", "application/gexf+xml", []string{"graph.gexf"}}, writeGEXF},
		{Format{"graphml", "graphml", "application/graphml+xml", []string{"graph.graphml"}}, writeGraphML},
		{Format{"geojson", "geojson", "application/geo+json", []string{"graph.geojson"}}, writeGeoJSON},
		{Format{"jsonld", "jsonld", "application/ld+json", []string{"graph.jsonld"}}, writeJSONLD},
		{Format{"turtle", "ttl", "text/turtle; charset=utf-8", []string{"graph.ttl"}}, writeTurtle},
		{Format{"cytoscape", "cyjs", "application/json", []string{"graph.cyjs"}}, writeCytoscape},
		{Format{"neo4j-admin", "csv", "text/csv; charset=utf-8", []string{nodesFile, edgesFile, readmeFile}}, writeNeo4jAdmin},
		{Format{"pajek", "net", "text/plain; charset=utf-8", []string{"graph.net"}}, writePajek},
	}
}

// The names of files where a format has several.
const (
	nodesFile  = "nodes.csv"
	edgesFile  = "edges.csv"
	readmeFile = "README.txt"
)

// Write writes the graph in the format of that name. Each file of the format is asked for once
// by its name, in order, filled and closed before the next. The reader should be one View, else
// a write in between shows. An unknown format, or options that a format cannot keep, is an
// ErrInvalid before any file is asked for; after any other error the files are incomplete.
func Write(ctx context.Context, r graph.Reader, name string, opts Options, out func(name string) (io.WriteCloser, error)) error {
	f, err := find(name)
	if err != nil {
		return err
	}
	s := &sink{open: out, files: f.Files}
	if err := f.write(ctx, newSource(r, opts), s); err != nil {
		return fmt.Errorf("export %s: %w", name, err)
	}
	return nil
}

// sink hands out the files of a format one after the other.
type sink struct {
	open  func(string) (io.WriteCloser, error)
	files []string
}

// next opens the next file, lets fill write it, and closes it. Writes are buffered; the first
// that fails is the error.
func (s *sink) next(fill func(*bufio.Writer) error) error {
	name := s.files[0]
	s.files = s.files[1:]
	file, err := s.open(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, 1<<16)
	if err = fill(w); err == nil {
		err = w.Flush()
	}
	return errors.Join(err, file.Close())
}

// writeJSONL is the canonical dump. It restores a graph, so a part of one is refused.
func writeJSONL(ctx context.Context, src source, s *sink) error {
	if !src.whole {
		return &graph.InvalidError{Field: "options", Reason: "jsonl is always the whole graph, as known now"}
	}
	return s.next(func(w *bufio.Writer) error { return Canonical(ctx, src.r, w) })
}
