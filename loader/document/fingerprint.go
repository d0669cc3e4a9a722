package document

import (
	"fmt"
	"hash/fnv"
	"math/bits"
	"strings"
	"unicode"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

const (
	shingleWords   = 3  // tokens of one shingle
	minFingerprint = 40 // shingles; with fewer, unrelated texts come near each other
)

// prints returns the witness, a hash of the text without spacing, case, punctuation and marks,
// and the fingerprint, a SimHash (Charikar 2002) over shingles of three tokens of the same
// form, "" for a text with fewer than minFingerprint of them.
func prints(text string) (witness, fingerprint string) {
	tokens := foldedTokens(text)
	witness = graph.ContentHash([]byte(strings.Join(tokens, " ")))[:32]
	if len(tokens)-shingleWords+1 < minFingerprint {
		return witness, ""
	}
	var votes [64]int
	for i := range len(tokens) - shingleWords + 1 {
		h := shingleHash(tokens[i : i+shingleWords])
		for h != 0 {
			bit := bits.TrailingZeros64(h)
			votes[bit]++
			h &= h - 1
		}
	}
	half := (len(tokens) - shingleWords + 1) / 2
	var print uint64
	for bit, n := range votes {
		if n > half {
			print |= 1 << bit
		}
	}
	return witness, fmt.Sprintf("%016x", print)
}

// foldedTokens returns the words of the text by their fold, every Han character by itself.
func foldedTokens(text string) []string {
	key := namekey.Map(text).Key
	words := strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return graph.NameTokens(strings.Join(words, " "))
}

func shingleHash(tokens []string) uint64 {
	h := fnv.New64a()
	for _, t := range tokens {
		h.Write([]byte(t))
		h.Write([]byte{0})
	}
	// FNV's high bits are weak on short input: mix them (the finaliser of SplitMix64).
	x := h.Sum64()
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
