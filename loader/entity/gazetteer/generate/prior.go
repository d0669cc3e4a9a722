package main

import "math"

// prior puts prominence on a scale of 0 to 255: the logarithm of the population, from one to a
// thousand million, and a bonus for a seat of government.
func prior(population uint64, bonus float64) byte {
	p := math.Log10(float64(population)+1)/9 + bonus
	return byte(math.Round(max(0, min(p, 1)) * 255))
}

func bonus(feature string) float64 {
	switch feature {
	case "PPLC":
		return 0.15
	case "PPLA":
		return 0.08
	case "PPLA2":
		return 0.03
	case "PPLX", "PPLH", "PPLQ", "PPLW": // part of a place, or no longer one
		return -0.05
	}
	return 0
}
