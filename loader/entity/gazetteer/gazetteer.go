package gazetteer

import (
	_ "embed"
	"fmt"
	"slices"
	"sync/atomic"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/generic"
	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/sound"
	"citygraph/loader/entity/gazetteer/internal/trie"
)

//go:embed data/gazetteer.bin
var embedded []byte // never written

// Gazetteer answers questions about names and places. It is read-only and safe for concurrent
// use.
type Gazetteer struct {
	records         *record.Decoder
	names           trie.Trie
	lists           []byte
	priors          []byte
	ids             []atomic.Pointer[graph.EntityID] // by Ref, made when first asked for
	features, langs []string
	hearing         hearing
}

// Open reads the embedded data. It fails only if the binary was built with a damaged file.
func Open() (*Gazetteer, error) {
	parts, err := record.Split(embedded)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	tables, err := sound.Decode(parts[record.Sounds])
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	records := record.NewDecoder(parts)
	g := &Gazetteer{
		records:  records,
		ids:      make([]atomic.Pointer[graph.EntityID], records.Len()),
		names:    trie.Trie(parts[record.Names]),
		lists:    parts[record.Lists],
		priors:   parts[record.Priors],
		features: record.Features(),
		langs:    record.Langs(),
	}
	g.listen(tables)
	return g, nil
}

// Class says how a name names its entity.
type Class = record.Class

// The classes of names, from the surest to the weakest.
const (
	Preferred  = record.Preferred  // the main name, or the name in some language
	Curated    = record.Curated    // from the curated tables: an exonym or press spelling
	Alternate  = record.Alternate  // an alternate of GeoNames, its language not told
	Stem       = record.Stem       // a name without its generic part (市, County)
	Historical = record.Historical // a name of an earlier time
	Short      = record.Short      // an abbreviation or one character: always with Cue
	Demonym    = record.Demonym    // an adjective of nationality: the country is meant
	Code       = record.Code       // an airport or ISO code: always with Cue
)

// Candidate is an entity that a name may mean.
type Candidate struct {
	ID     graph.EntityID
	Class  Class
	Prior  float64 // prominence from 0 to 1: population on a logarithmic scale, seats of government higher
	Folded bool    // the strict keys differ; only the folded ones agree
	Cue    bool    // an ordinary word or very short: no mention without a cue in the text
}

// Lookup returns what a name means, most prominent first, or nothing. The name may be raw or a
// key; a match of the strict key is not Folded. A name that is unknown as a whole is asked for
// without its generic part (杜伊斯堡市, محافظة نارا), and then the class is Stem.
func (g *Gazetteer) Lookup(name string) []Candidate {
	key := namekey.Key(name)
	if found := g.lookup(key); found != nil {
		return found
	}
	stem, ok := generic.Stem(key)
	if !ok {
		return nil
	}
	found := g.lookup(stem)
	for i := range found {
		found[i].Class = max(found[i].Class, Stem)
	}
	return found
}

func (g *Gazetteer) lookup(key string) []Candidate {
	fold := namekey.Fold(key)
	value, ok := g.names.Get(fold)
	if !ok {
		return nil
	}
	return g.candidates(key, fold, value)
}

// Demonym returns the countries that an adjective of nationality stands for.
func (g *Gazetteer) Demonym(name string) []Candidate {
	return only(g.Lookup(name), func(c Candidate) bool { return c.Class == Demonym })
}

// Institution returns the institutions of a name.
func (g *Gazetteer) Institution(name string) []Candidate {
	return only(g.Lookup(name), func(c Candidate) bool { return c.ID.TypeOf() == graph.Institution })
}

func only(list []Candidate, keep func(Candidate) bool) []Candidate {
	var out []Candidate
	for _, c := range list {
		if keep(c) {
			out = append(out, c)
		}
	}
	return out
}

// Match is a name that stands at a position of a text.
type Match struct {
	End        int         // offset behind the name in the text's Key
	Candidates []Candidate // most prominent first
}

// Prefixes returns every name that begins at offset at of a text's Key and ends where ends
// allows, shortest first: it is asked for each offset at which a name could end, and whether a
// name may end inside a word is its to say. The offset must lie on a rune boundary.
func (g *Gazetteer) Prefixes(text *namekey.Text, at int, ends func(end int) bool) []Match {
	var out []Match
	g.names.Walk(text.Fold[at:], func(n int, value uint32) {
		if ends(at + n) {
			out = append(out, Match{at + n, g.candidates(text.Key[at:at+n], text.Fold[at:at+n], value)})
		}
	})
	return out
}

// candidates reads the postings of a folded key, and marks those whose strict key is key.
func (g *Gazetteer) candidates(key, fold string, value uint32) []Candidate {
	postings := g.postings(value)
	out := make([]Candidate, len(postings))
	for i, p := range postings {
		out[i] = Candidate{g.id(p.Ref), p.Class, float64(g.priors[p.Ref]) / 255, p.Folded, p.Cue}
	}
	if key == fold {
		return out
	}
	var strict []record.Posting
	if value, ok := g.names.Get(key); ok {
		strict = g.postings(value)
	}
	for i, p := range postings {
		out[i].Folded = !slices.ContainsFunc(strict, func(s record.Posting) bool { return s.Ref == p.Ref && !s.Folded })
	}
	return out
}

// postings reads the value of a key: one posting, or where a list of them begins.
func (g *Gazetteer) postings(value uint32) []record.Posting {
	if value&1 == 0 {
		return []record.Posting{record.UnpackPosting(value >> 1)}
	}
	return record.ReadList(g.lists[value>>1:])
}
