package eval

import "fmt"

// Tally counts what was found right, found wrong, and missed.
type Tally struct {
	Right  int `json:"right"`
	Wrong  int `json:"wrong"`
	Missed int `json:"missed"`
}

func (t *Tally) add(o Tally) {
	t.Right += o.Right
	t.Wrong += o.Wrong
	t.Missed += o.Missed
}

// Precision is the part of what was found that is right, from 0 to 1; 0 where nothing was
// found.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Right+t.Wrong) }

// Recall is the part of what is there that was found, from 0 to 1; 0 where nothing is there.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Right+t.Missed) }

// F1 is the harmonic mean of the two.
func (t Tally) F1() float64 { return ratio(2*t.Right, 2*t.Right+t.Wrong+t.Missed) }

// MarshalJSON writes the counts with the three rates, to four digits.
func (t Tally) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"right":%d,"wrong":%d,"missed":%d,"precision":%.4f,"recall":%.4f,"f1":%.4f}`,
		t.Right, t.Wrong, t.Missed, t.Precision(), t.Recall(), t.F1()), nil
}

// Share counts how many of some items are right.
type Share struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

func (s *Share) count(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

func (s *Share) add(o Share) {
	s.Right += o.Right
	s.Of += o.Of
}

// Rate is the part that is right, from 0 to 1.
func (s Share) Rate() float64 { return ratio(s.Right, s.Of) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
