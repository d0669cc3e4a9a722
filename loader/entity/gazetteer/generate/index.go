package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"citygraph/graph/namekey"
	"citygraph/loader/entity/gazetteer/internal/generic"
	"citygraph/loader/entity/gazetteer/internal/record"
	"citygraph/loader/entity/gazetteer/internal/trie"
)

// maxKey is the longest key that is kept; longer ones are descriptions, not names.
const maxKey = 96

// index collects, for each key, the entities that it names.
type index struct {
	world    *world
	words    map[string]bool // keys of ordinary words
	postings map[string]map[record.Ref]record.Posting
}

func newIndex(w *world, words []string) *index {
	ix := &index{w, map[string]bool{}, map[string]map[record.Ref]record.Posting{}}
	for _, word := range words {
		ix.words[namekey.Fold(word)] = true
	}
	for ref, e := range w.all {
		for _, m := range e.mentions {
			for _, v := range variants(m.text) {
				ix.add(record.Ref(ref), e, namekey.Key(v), m.class)
			}
		}
	}
	return ix
}

func (ix *index) add(ref record.Ref, e *entity, key string, class record.Class) {
	ix.put(ref, e, key, class)
	if s, ok := generic.Stem(key); ok && class <= record.Alternate {
		if e.group == record.City && class == record.Preferred {
			ix.put(ref, e, s, record.Preferred) // 杭州市 is 杭州
		} else {
			ix.put(ref, e, s, record.Stem)
		}
	}
}

// put enters a key and its fold, keeping of two ways to one entity the surer.
func (ix *index) put(ref record.Ref, e *entity, key string, class record.Class) {
	if len(key) > maxKey || !hasLetters(key) {
		return
	}
	p := record.Posting{Ref: ref, Class: class, Cue: ix.needsCue(key, e, class)}
	ix.keep(key, p)
	if fold := namekey.Fold(key); fold != key {
		p.Folded = true
		ix.keep(fold, p)
	}
}

func (ix *index) keep(key string, p record.Posting) {
	of := ix.postings[key]
	if of == nil {
		of = map[record.Ref]record.Posting{}
		ix.postings[key] = of
	}
	old, ok := of[p.Ref]
	if !ok || surer(p, old) {
		of[p.Ref] = p
	}
}

func surer(a, b record.Posting) bool {
	if a.Folded != b.Folded {
		return b.Folded
	}
	return a.Class < b.Class
}

// hasLetters refuses keys that are numbers or a single letter.
func hasLetters(key string) bool {
	signs, letters, han := 0, 0, false
	for _, r := range key {
		if unicode.IsLetter(r) {
			letters++
			han = han || unicode.Is(unicode.Han, r)
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			signs++
		}
	}
	return letters > 0 && (signs > 1 || han)
}

// The populations below which a very short name needs a cue: the fewer letters, the likelier
// that it is something else.
const (
	shortLatin  = 100_000 // of three letters
	shortArabic = 30_000  // of three letters
	shortHan    = 20_000  // of two characters, in countries that write Chinese names
	shortSounds = 100_000 // of two characters, elsewhere: they are pieces of many longer names
)

// needsCue says whether a name alone is too weak to be taken for the place.
func (ix *index) needsCue(key string, e *entity, class record.Class) bool {
	if class == record.Short || class == record.Code || ix.words[namekey.Fold(key)] {
		return true
	}
	if class == record.Demonym || e.group == record.Institution {
		return false
	}
	r, _ := utf8.DecodeRuneInString(key)
	letters := utf8.RuneCountInString(key)
	small := func(limit uint64) bool { return e.group == record.City && e.Population < limit }
	switch {
	case unicode.Is(unicode.Han, r):
		limit := uint64(shortSounds)
		if e.Country != record.None && writesHan(ix.world.all[e.Country].Key) {
			limit = shortHan
		}
		return letters < 2 || letters == 2 && small(limit)
	case unicode.Is(unicode.Arabic, r):
		return letters <= 2 && small(10*shortLatin) || letters == 3 && small(shortArabic)
	}
	return letters <= 2 || letters == 3 && small(shortLatin)
}

// writesHan reports the countries whose own names are written, or were, in Chinese characters.
func writesHan(iso string) bool {
	return slices.Contains([]string{"CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN", "SG", "MY"}, iso)
}

// write lays the index out as the sections Names and Lists.
func (ix *index) write() (names, lists []byte, err error) {
	keys := slices.Sorted(maps.Keys(ix.postings))
	values := make([]uint32, len(keys))
	seen := map[string]uint32{} // equal lists are written once
	for i, k := range keys {
		list := ix.ordered(k)
		if len(list) == 1 {
			values[i] = list[0].Pack() << 1
			continue
		}
		block := binary.AppendUvarint(nil, uint64(len(list)))
		for _, p := range list {
			v := p.Pack()
			block = append(block, byte(v), byte(v>>8), byte(v>>16))
		}
		at, ok := seen[string(block)]
		if !ok {
			at = uint32(len(lists))
			seen[string(block)] = at
			lists = append(lists, block...)
		}
		if at > trie.MaxValue>>1 {
			return nil, nil, fmt.Errorf("lists of postings outgrow their offsets")
		}
		values[i] = at<<1 | 1
	}
	names, err = trie.Build(keys, values)
	return names, lists, err
}

// ordered sorts the entities of a key by class, then prominence.
func (ix *index) ordered(key string) []record.Posting {
	list := slices.Collect(maps.Values(ix.postings[key]))
	slices.SortFunc(list, func(a, b record.Posting) int {
		return cmp.Or(
			cmp.Compare(ix.world.all[b.Ref].prior, ix.world.all[a.Ref].prior),
			cmp.Compare(a.Class, b.Class),
			cmp.Compare(a.Ref, b.Ref),
		)
	})
	return list
}
