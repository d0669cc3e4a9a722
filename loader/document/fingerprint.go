package document

import (
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

const (
	shingleWords   = 3  // tokens of one shingle
	minFingerprint = 40 // shingles; with fewer, unrelated texts come near each other
)

// prints returns the witness, a hash of the text without spacing, case, punctuation and marks,
// and the fingerprint, a sketch of the shingles of three tokens of the same form, "" for a text with fewer than minFingerprint of them. A token is a word, or one Han
// character.
func prints(text string) (witness, fingerprint string) {
	folded, tokens := tokenHashes(namekey.Flat(text))
	witness = graph.ContentHash(folded)[:32]
	shingles := len(tokens) - shingleWords + 1
	if shingles < minFingerprint {
		return witness, ""
	}
	hashes := make([]uint64, shingles)
	for i := range hashes {
		for _, t := range tokens[i : i+shingleWords] {
			hashes[i] = mix(hashes[i] ^ t)
		}
	}
	return witness, graph.NewFingerprint(hashes)
}

// tokenHashes returns the tokens of a key with one space after each, and a hash of each.
func tokenHashes(key string) (folded []byte, hashes []uint64) {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h, open := uint64(offset), false
	folded = make([]byte, 0, len(key)+len(key)/2)
	end := func() {
		if open {
			hashes = append(hashes, h)
			folded = append(folded, ' ')
		}
		h, open = offset, false
	}
	for i, r := range key {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			end()
			continue
		}
		han := unicode.Is(unicode.Han, r)
		if han {
			end()
		}
		before := len(folded)
		folded = append(folded, key[i:i+utf8.RuneLen(r)]...)
		for _, b := range folded[before:] {
			h = (h ^ uint64(b)) * prime
		}
		if open = true; han {
			end()
		}
	}
	end()
	return folded, hashes
}

// mix is the finaliser of SplitMix64: every bit of x moves every bit of the result.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
