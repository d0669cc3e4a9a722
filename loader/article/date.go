package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"citygraph/graph"
)

var (
	yearFirst = regexp.MustCompile(`^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?:[^\d]|$)`)
	compact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:\d{6})?$`)
	epoch     = regexp.MustCompile(`^\d{10}(\d{3})?$`)
)

// writtenForms are the unambiguous forms with a month's English name, as feeds and pages use
// them; 03/04/2024 is left alone, since nothing says which number is the month.
func writtenForms() []string {
	return []string{
		time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
		"2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006", time.RFC850, time.ANSIC, time.UnixDate,
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Monday, January 2, 2006", "Monday, 2 January 2006",
	}
}

// normalDate returns the day, month or year that s states, as YYYY-MM-DD, YYYY-MM or YYYY in
// the zone of the source, or "" where it states none for certain.
func normalDate(s string) string {
	s = strings.TrimSpace(s)
	if m := compact.FindStringSubmatch(s); m != nil {
		if d := realDate(m[1:]); d != "" {
			return d
		}
	}
	if epoch.MatchString(s) {
		n, _ := strconv.ParseInt(s[:10], 10, 64)
		return time.Unix(n, 0).UTC().Format(time.DateOnly)
	}
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return realDate(m[1:])
	}
	for _, form := range writtenForms() {
		if t, err := time.Parse(form, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// realDate joins year, month and day, each but the first perhaps "", where they name a real day.
func realDate(parts []string) string {
	value := parts[0]
	for _, p := range parts[1:] {
		if p == "" {
			break
		}
		if len(p) == 1 {
			p = "0" + p
		}
		value += "-" + p
	}
	if _, err := graph.ParseDate(value); err != nil {
		return ""
	}
	return value
}
