package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"citygraph/loader/entity/gazetteer/internal/sound"
)

// The learning of letter costs: expectation maximisation over all ways to cut the Latin name
// into one chunk a character.
const (
	rounds        = 7
	filterRound   = 3    // from here on pairs that fit badly, translations mostly, are left out
	leastChance   = 1e-3 // chunks less likely than this are not kept
	leastSeen     = 4    // nor are characters seen less often
	countryPairs  = 120  // a country with fewer pairs has no costs of its own
	countryPrior  = 15   // occurrences that the general chances weigh against a country's own
	countryChange = 4    // cost units by which a country must differ for an entry to be written
)

// unit is one character with one chunk.
type unit struct {
	char  rune
	chunk string
}

// chances are probabilities of chunks given their character.
type chances map[unit]float64

// learner holds what one script needs.
type learner struct {
	script  sound.Script
	letters map[rune]*[26]float64 // first guess: which letters go with which character
	lengths []float64             // first guess: how long chunks are
	chances chances               // nil in the first round
	worst   float64               // nats a character beyond which a pair is left out
}

// learn makes the tables of a script: the general one first, then those of countries.
func learn(script sound.Script, pairs []pair) []sound.Table {
	l := newLearner(script, pairs)
	for round := range rounds {
		counts := chances{}
		for _, p := range pairs {
			l.count(p, counts, round >= filterRound)
		}
		l.chances = normalised(counts, leastChance/10)
	}
	tables := []sound.Table{{Script: script, Entries: entries(l.chances)}}
	byCountry := map[string][]pair{}
	for _, p := range pairs {
		byCountry[p.country] = append(byCountry[p.country], p)
	}
	for _, country := range slices.Sorted(maps.Keys(byCountry)) {
		if own := byCountry[country]; len(own) >= countryPairs {
			tables = append(tables, sound.Table{Script: script, Country: country, Entries: l.difference(own)})
		}
	}
	return tables
}

func newLearner(script sound.Script, pairs []pair) *learner {
	l := &learner{script: script, letters: map[rune]*[26]float64{}, worst: 3}
	l.lengths = []float64{0.1, 0.5, 0.3, 0.07, 0.03}
	if script == sound.Han {
		l.lengths, l.worst = []float64{0.02, 0.2, 0.35, 0.25, 0.12, 0.04, 0.02}, 5
	}
	for _, p := range pairs {
		for i, c := range p.chars {
			if l.letters[c] == nil {
				l.letters[c] = &[26]float64{}
			}
			at := (float64(i) + 0.5) / float64(len(p.chars))
			for j := range len(p.letters) {
				off := math.Abs(at - (float64(j)+0.5)/float64(len(p.letters)))
				l.letters[c][p.letters[j]-'a'] += math.Exp(-8 * off)
			}
		}
	}
	for _, t := range l.letters {
		sum := 1e-9
		for _, v := range t {
			sum += v
		}
		for k := range t {
			t[k] /= sum
		}
	}
	return l
}

// chance is the present probability of a chunk.
func (l *learner) chance(char rune, chunk string) float64 {
	if l.chances != nil {
		return l.chances[unit{char, chunk}]
	}
	p := l.lengths[len(chunk)]
	for i := range len(chunk) {
		p *= l.letters[char][chunk[i]-'a']
	}
	return p
}

// count adds the expected number of times that each chunk was written in a pair.
func (l *learner) count(p pair, counts chances, filter bool) {
	n, m := len(p.chars), len(p.letters)
	longest := sound.MaxChunk(l.script)
	forward, backward := grid(n, m), grid(n, m)
	forward[0][0], backward[n][m] = 1, 1
	for i, c := range p.chars {
		for j := range m + 1 {
			if forward[i][j] == 0 {
				continue
			}
			for k := j; k <= min(m, j+longest); k++ {
				forward[i+1][k] += forward[i][j] * l.chance(c, p.letters[j:k])
			}
		}
	}
	total := forward[n][m]
	if total == 0 || (filter && -math.Log(total) > l.worst*float64(n)) {
		return
	}
	for i := n - 1; i >= 0; i-- {
		for j := range m + 1 {
			if forward[i][j] == 0 {
				continue
			}
			for k := j; k <= min(m, j+longest); k++ {
				if backward[i+1][k] == 0 {
					continue
				}
				chance := l.chance(p.chars[i], p.letters[j:k])
				if chance == 0 {
					continue
				}
				backward[i][j] += chance * backward[i+1][k]
				counts[unit{p.chars[i], p.letters[j:k]}] += forward[i][j] * chance * backward[i+1][k] / total
			}
		}
	}
}

func grid(n, m int) [][]float64 {
	cells := make([]float64, (n+1)*(m+1))
	out := make([][]float64, n+1)
	for i := range out {
		out[i] = cells[i*(m+1) : (i+1)*(m+1)]
	}
	return out
}

// sorted lists the units in a fixed order, so that sums come out the same each time.
func (c chances) sorted() []unit {
	return slices.SortedFunc(maps.Keys(c), func(a, b unit) int {
		return cmp.Or(cmp.Compare(a.char, b.char), strings.Compare(a.chunk, b.chunk))
	})
}

// sums adds up each character.
func (c chances) sums() map[rune]float64 {
	sums := map[rune]float64{}
	for _, u := range c.sorted() {
		sums[u.char] += c[u]
	}
	return sums
}

// normalised turns counts into probabilities and drops what is rarer than least.
func normalised(counts chances, least float64) chances {
	sums := counts.sums()
	out := make(chances, len(counts))
	for u, n := range counts {
		if p := n / sums[u.char]; p >= least && sums[u.char] >= leastSeen {
			out[u] = p
		}
	}
	return out
}

func entries(c chances) []sound.Entry {
	var out []sound.Entry
	for _, u := range c.sorted() {
		if c[u] >= leastChance {
			out = append(out, sound.Entry{Char: u.char, Chunk: u.chunk, Cost: cost(c[u])})
		}
	}
	return out
}

func cost(p float64) byte { return byte(min(255, math.Round(-math.Log(p)*sound.Scale))) }

// difference is where a country's own pairs change the general costs.
func (l *learner) difference(own []pair) []sound.Entry {
	counts := chances{}
	for _, p := range own {
		l.count(p, counts, true)
	}
	sums := counts.sums()
	mixed := chances{}
	for u, p := range l.chances {
		n := sums[u.char]
		q := (counts[u] + countryPrior*p) / (n + countryPrior)
		if diff := int(cost(q)) - int(cost(p)); n > 0 && (diff >= countryChange || diff <= -countryChange) && (p >= leastChance || q >= leastChance) {
			mixed[u] = q
		}
	}
	var out []sound.Entry
	for _, u := range mixed.sorted() {
		out = append(out, sound.Entry{Char: u.char, Chunk: u.chunk, Cost: cost(mixed[u])})
	}
	return out
}
