package graph

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Precision is how exactly a Date is known.
type Precision string

// The precisions of a Date.
const (
	Day      Precision = "DAY"
	Month    Precision = "MONTH"
	Year     Precision = "YEAR"
	Interval Precision = "INTERVAL" // 2023/2025
	Before   Precision = "BEFORE"   // ../2020
	After    Precision = "AFTER"    // 2020/..
)

// Method is how a Date was come by.
type Method string

// The methods of a Date.
const (
	Stated          Method = "STATED"
	Relative        Method = "RELATIVE" // worked out from the anchor: "last July"
	FromAnniversary Method = "FROM_ANNIVERSARY"
	Inferred        Method = "INFERRED"
)

// Date is a partial date in EDTF level 0 with its precision, never padded to 1 January. The
// zero Date is unknown. Anchor is the date it was worked out from, "" where it was stated.
type Date struct {
	Value  string `json:"value,omitempty"` // 2024-11-30, 2024-11, 2024, 2023/2025, ../2020, 2020/..
	Method Method `json:"method,omitempty"`
	Anchor string `json:"anchor,omitempty"`
}

var edtfPattern = regexp.MustCompile(`^(\d{4}(-\d{2}(-\d{2})?)?|\.\.)?(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$`)

// ParseDate checks an EDTF value and returns it as a stated Date; "" gives the zero Date.
func ParseDate(value string) (Date, error) {
	if value == "" {
		return Date{}, nil
	}
	d := Date{Value: value, Method: Stated}
	if !d.valid() {
		return Date{}, &InvalidError{Field: "date", Reason: fmt.Sprintf("%q is no EDTF date", value)}
	}
	return d, nil
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.Value == "" }

// Precision returns how exactly the date is known, "" for the zero Date.
func (d Date) Precision() Precision {
	from, to, ranged := strings.Cut(d.Value, "/")
	switch {
	case d.Value == "":
		return ""
	case ranged && from == "..":
		return Before
	case ranged && to == "..":
		return After
	case ranged:
		return Interval
	}
	switch len(d.Value) {
	case len("2006"):
		return Year
	case len("2006-01"):
		return Month
	}
	return Day
}

// Bounds returns the first and the last day that the date may mean, as YYYY-MM-DD; an open
// or unknown side is "".
func (d Date) Bounds() (first, last string) {
	if d.IsZero() {
		return "", ""
	}
	from, to, ranged := strings.Cut(d.Value, "/")
	if !ranged {
		to = from
	}
	return firstDay(from), lastDay(to)
}

// Contains reports whether e lies within d: same day, month or year, or inside the interval.
func (d Date) Contains(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	df, dl := d.Bounds()
	ef, el := e.Bounds()
	return (df == "" || (ef != "" && df <= ef)) && (dl == "" || (el != "" && el <= dl))
}

// Overlaps reports whether the two dates may mean a common day.
func (d Date) Overlaps(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	df, dl := d.Bounds()
	ef, el := e.Bounds()
	return (df == "" || el == "" || df <= el) && (ef == "" || dl == "" || ef <= dl)
}

func (d Date) valid() bool {
	if d.Value == "" || !edtfPattern.MatchString(d.Value) || d.Value == ".." {
		return false
	}
	from, to, ranged := strings.Cut(d.Value, "/")
	if !ranged {
		return realDay(from)
	}
	if from == ".." && to == ".." || from == "" || to == "" {
		return false
	}
	first, last := d.Bounds()
	return realDay(from) && realDay(to) && (first == "" || last == "" || first <= last)
}

func realDay(s string) bool {
	if s == ".." {
		return true
	}
	_, err := time.Parse("2006-01-02"[:len(s)], s)
	return err == nil
}

func firstDay(s string) string {
	switch len(s) {
	case len("2006"):
		return s + "-01-01"
	case len("2006-01"):
		return s + "-01"
	case len("2006-01-02"):
		return s
	}
	return ""
}

func lastDay(s string) string {
	switch len(s) {
	case len("2006"):
		return s + "-12-31"
	case len("2006-01"):
		t, err := time.Parse("2006-01", s)
		if err != nil {
			return s + "-28"
		}
		return t.AddDate(0, 1, -1).Format("2006-01-02")
	case len("2006-01-02"):
		return s
	}
	return ""
}
