package graph

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// MaxNearWords bounds the words that NearWords returns for one word.
const MaxNearWords = 20

// MaxEdits is how many typing mistakes a word may hold and still be known: none below three
// letters, one up to seven, two above.
func MaxEdits(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n < 3:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// Edits is the least number of letters to insert, leave out or replace, or of neighbours to
// swap, that turns one word into the other, where no place is changed twice (optimal string
// alignment); above most, it is most+1.
func Edits(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			replaced := last[j-1]
			if x[i-1] != y[j-1] {
				replaced++
			}
			row[j] = min(replaced, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], most+1)
}

// Nearest picks from known the words that are within MaxEdits of word and not word itself:
// nearest first, then by text, without doubles, at most MaxNearWords.
func Nearest(word string, known []string) []string {
	type near struct {
		word  string
		edits int
	}
	most := MaxEdits(word)
	var found []near
	for _, k := range known {
		if edits := Edits(word, k, most); edits > 0 && edits <= most {
			found = append(found, near{k, edits})
		}
	}
	slices.SortFunc(found, func(a, b near) int { return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.word, b.word)) })
	found = slices.Compact(found)
	words := make([]string, min(len(found), MaxNearWords))
	for i := range words {
		words[i] = found[i].word
	}
	return words
}
