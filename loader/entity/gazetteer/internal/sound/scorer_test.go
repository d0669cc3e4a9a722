package sound_test

import (
	"math"
	"slices"
	"testing"

	"citygraph/loader/entity/gazetteer/internal/sound"
)

func model() *sound.Model {
	return sound.NewModel(sound.Table{Script: sound.Arabic, Entries: []sound.Entry{
		{Char: 'ك', Chunk: "c", Cost: 8},
		{Char: 'ك', Chunk: "k", Cost: 16},
		{Char: 'ك', Chunk: "co", Cost: 12},
		{Char: 'و', Chunk: "o", Cost: 8},
		{Char: 'و', Chunk: "", Cost: 24},
		{Char: 'ر', Chunk: "r", Cost: 4},
	}})
}

func TestCost(t *testing.T) {
	own := sound.Table{Script: sound.Arabic, Country: "IE", Entries: []sound.Entry{{Char: 'ك', Chunk: "k", Cost: 1}}}
	for name, c := range map[string]struct {
		model   *sound.Model
		letters string
		limit   float64
		want    float64 // in sixteenths of a nat
	}{
		"letter by letter":         {model(), "cor", 10, 8 + 8 + 4},
		"a letter written by none": {model(), "corr", 10, 8 + 8 + 4 + 72},
		"a silent character":       {model(), "cr", 10, 8 + 24 + 4},
		"a country's own cost":     {model().With(own), "kor", 10, 1 + 8 + 4},
		"exactly the limit":        {model(), "cor", 20.0 / 16, 20},
		"just past the limit":      {model(), "cor", 19.0 / 16, math.Inf(1)},
		"nothing like it":          {model(), "zzzzzzzzz", 10, math.Inf(1)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.model.Scorer("كور").Cost(c.letters, c.limit) * sound.Scale; got != c.want {
				t.Errorf("cost %v, want %v", got, c.want)
			}
		})
	}
}

// TestCostInAnyOrder asks one Scorer for many names, in and out of alphabetical order and with
// limits that rise and fall, and a fresh one for each of them.
func TestCostInAnyOrder(t *testing.T) {
	names := []string{"", "c", "co", "cor", "cork", "corkery", "cr", "kor", "korr", "r", "zagreb"}
	backwards := slices.Clone(names)
	slices.Reverse(backwards)
	m := model()
	s := m.Scorer("كور")
	for _, list := range [][]string{names, backwards, names} {
		for i, name := range list {
			for _, limit := range []float64{float64(i % 4), 20, 2} {
				if got, want := s.Cost(name, limit), m.Scorer("كور").Cost(name, limit); got != want {
					t.Errorf("%q within %v: %v after others, %v alone", name, limit, got, want)
				}
			}
		}
	}
}
