package graph

import (
	"encoding/base64"
	"slices"
)

// FingerprintSize is how many hashes a fingerprint keeps, and fingerprintBytes how many bytes
// of each.
const (
	FingerprintSize  = 24
	fingerprintBytes = 3
)

// NewFingerprint sketches a text by the hashes of its shingles (MinHash by its least values,
// Broder 1997): of equal parts of two texts equal values stay, so that a cut or edited copy
// keeps its share of them. It is 96 characters of URL-safe base64; "" for a text with fewer
// different shingles than FingerprintSize. The list given is sorted.
func NewFingerprint(shingles []uint64) string {
	for i := range shingles {
		shingles[i] >>= 64 - 8*fingerprintBytes
	}
	slices.Sort(shingles)
	shingles = slices.Compact(shingles)
	if len(shingles) < FingerprintSize {
		return ""
	}
	b := make([]byte, 0, FingerprintSize*fingerprintBytes)
	for _, h := range shingles[:FingerprintSize] {
		b = append(b, byte(h>>16), byte(h>>8), byte(h))
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// FingerprintValues returns the hashes that a fingerprint keeps, in ascending order; nil for
// "", and for what is no fingerprint.
func FingerprintValues(fingerprint string) []uint32 {
	b, err := base64.RawURLEncoding.DecodeString(fingerprint)
	if err != nil || len(b) != FingerprintSize*fingerprintBytes {
		return nil
	}
	values := make([]uint32, FingerprintSize)
	for i := range values {
		values[i] = uint32(b[3*i])<<16 | uint32(b[3*i+1])<<8 | uint32(b[3*i+2])
	}
	return values
}

// Resemblance estimates, from the values of two fingerprints, which share of the shingles of
// two texts stand in both: 0 to 1.
func Resemblance(a, b []uint32) float64 {
	both, n := 0, 0
	for i, j := 0, 0; i < len(a) && j < len(b) && n < FingerprintSize; n++ {
		switch {
		case a[i] == b[j]:
			both++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(both) / FingerprintSize
}
