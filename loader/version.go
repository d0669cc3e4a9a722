package loader

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"strconv"
	"strings"

	"citygraph/graph"
	"citygraph/loader/article"
)

// articleKey stands for an article id in memory.
type articleKey [16]byte

func keyOf(id graph.ArticleID) articleKey {
	sum := sha256.Sum256([]byte(id))
	return articleKey(sum[:16])
}

// shardOf returns which of n shards the id belongs to, from 0.
func shardOf(key articleKey, n int) int {
	return int(binary.BigEndian.Uint32(key[:4]) % uint32(n))
}

// version tells two texts of one id apart and says which is loaded: the later date, then the
// greater raw hash.
type version struct {
	date  string
	hash  [8]byte
	taken bool // on its way to the store
}

func (v version) beats(o version) bool {
	if v.date != o.date {
		return v.date > o.date
	}
	return string(v.hash[:]) > string(o.hash[:])
}

func (v version) equals(o version) bool { return v.date == o.date && v.hash == o.hash }

// versions knows, of every id, the best version that was seen. It is used by one goroutine.
type versions map[articleKey]version

// note records a version met in the first reading.
func (m versions) note(key articleKey, v version) {
	if old, ok := m[key]; !ok || v.beats(old) {
		m[key] = v
	}
}

// admit decides whether a version is loaded, and whether it takes the place of one that was
// admitted before it.
func (m versions) admit(key articleKey, v version) (admitted, supersedes bool) {
	old, known := m[key]
	switch {
	case known && old.taken && !v.beats(old), known && !old.taken && !v.beats(old) && !v.equals(old):
		return false, false
	}
	v.taken = true
	m[key] = v
	return true, known && old.taken
}

// identify returns the key and version of a record; of an export's line, from its article,
// or from its place where it is broken.
func identify(a article.Article) (articleKey, version) {
	id, date := graph.ArticleID(""), a.Date
	if a.Assertion != nil {
		var head struct {
			Article struct {
				ID   graph.ArticleID `json:"id"`
				Date string          `json:"date"`
			} `json:"article"`
		}
		if json.Unmarshal(a.Assertion, &head) == nil { // the pipeline quarantines a broken one
			id, date = head.Article.ID, head.Article.Date
		}
	} else {
		id = a.ID()
	}
	v := version{date: date}
	copy(v.hash[:], a.RawHash)
	if id == "" {
		return placeKey(a.Origin), v
	}
	return keyOf(id), v
}

// placeKey stands for a record without an id, so that one shard alone counts it.
func placeKey(o article.Origin) articleKey {
	return keyOf(graph.ArticleID(o.Source + "\x00" + strconv.Itoa(o.Record)))
}

// scan reads the heads of all sources that can be read again, and counts their records.
func scan(ctx context.Context, sources []string, opts article.Options, shard Shard, into versions) (int, error) {
	opts.Mapped, opts.Skipped = nil, nil
	var again []string
	for _, s := range sources {
		if readableTwice(s) {
			again = append(again, s)
		}
	}
	total := 0
	for a, err := range article.Read(ctx, again, opts) {
		var reject *article.RejectError
		switch {
		case errors.As(err, &reject):
			if shard.has(placeKey(reject.Origin)) {
				total++
			}
			continue
		case err != nil:
			return total, err
		}
		key, v := identify(a)
		if !shard.has(key) {
			continue
		}
		total++
		into.note(key, v)
	}
	return total, nil
}

func readableTwice(source string) bool {
	if source == "-" {
		return false
	}
	info, err := os.Stat(source)
	if err != nil {
		return strings.ContainsAny(source, "*?[") // a glob; of what does not exist, reading tells
	}
	return info.IsDir() || info.Mode().IsRegular()
}
