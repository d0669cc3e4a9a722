package trie_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"citygraph/loader/entity/gazetteer/internal/trie"
)

func build(t interface{ Fatal(...any) }, entries map[string]uint32) trie.Trie {
	keys := slices.Sorted(maps.Keys(entries))
	values := make([]uint32, len(keys))
	for i, k := range keys {
		values[i] = entries[k]
	}
	block, err := trie.Build(keys, values)
	if err != nil {
		t.Fatal(err)
	}
	return trie.Trie(block)
}

// TestAgainstMap draws maps with many shared prefixes and wide nodes and compares every answer.
func TestAgainstMap(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghسش上海")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.MapOf(word, rapid.Uint32Range(0, trie.MaxValue)).Draw(t, "entries")
		tr := build(t, entries)
		text := rapid.OneOf(word, rapid.SampledFrom(append(slices.Sorted(maps.Keys(entries)), ""))).Draw(t, "text") + word.Draw(t, "tail")
		var want, got []string
		for end := 0; end <= len(text); end++ {
			if v, ok := entries[text[:end]]; ok {
				want = append(want, fmt.Sprint(end, v))
			}
		}
		tr.Walk(text, func(n int, v uint32) { got = append(got, fmt.Sprint(n, v)) })
		if !slices.Equal(got, want) {
			t.Fatalf("Walk(%q) = %v, want %v", text, got, want)
		}
		v, ok := tr.Get(text)
		if w, has := entries[text]; ok != has || v != w {
			t.Fatalf("Get(%q) = %d %v, want %d %v", text, v, ok, w, has)
		}
	})
}

func TestBuildRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		keys   []string
		values []uint32
	}{
		"unsorted":        {[]string{"b", "a"}, []uint32{1, 2}},
		"double":          {[]string{"a", "a"}, []uint32{1, 2}},
		"value too large": {[]string{"a"}, []uint32{trie.MaxValue + 1}},
		"value missing":   {[]string{"a"}, nil},
	} {
		if _, err := trie.Build(c.keys, c.values); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestLongLabel(t *testing.T) {
	long := strings.Repeat("x", 5000)
	if v, ok := build(t, map[string]uint32{long: 7}).Get(long); !ok || v != 7 {
		t.Errorf("Get = %d %v", v, ok)
	}
}
