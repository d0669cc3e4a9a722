package identity

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"citygraph/graph"
)

// What the parts of a person's score are worth.
const (
	soleOffice   = 0.45
	sharedOffice = 0.25
	sameTime     = 0.15
	sameName     = 0.40
)

// The years between two reports of one office: of one term, and more than any holder stays.
const (
	termYears     = 2
	longestTenure = 12
)

// sole lists the offices that have one holder at a time.
func sole(o graph.Office) bool {
	switch o {
	case "MAYOR", "GOVERNOR", "PARTY_SECRETARY", "AMBASSADOR", "CONSUL_GENERAL", "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT",
		"SPEAKER", "SECRETARY_GENERAL", "CEO":
		return true
	}
	return false
}

// seat is what people are compared at.
type seat struct {
	office       graph.Office
	at, postedTo graph.EntityID
}

// holder is a person at a seat.
type holder struct {
	id     graph.EntityID
	names  []name
	former bool
	first  int // years in which articles speak of it, 0 where undated
	last   int
}

func (r *Rules) judgePeople(profiles []graph.Profile, note func(graph.Judgement)) {
	seats := map[seat][]holder{}
	for _, p := range profiles {
		if p.Type != graph.Person {
			continue
		}
		names := namesOf(p)
		for _, post := range p.Posts {
			if post.Type != graph.HoldsOffice || post.Office == "" {
				continue
			}
			s := seat{post.Office, post.At, post.PostedTo}
			seats[s] = append(seats[s], holder{p.ID, names, post.Former, year(post.First), year(post.Last)})
		}
	}
	for s, holders := range seats { // note keeps the best of a pair, whatever the order
		slices.SortFunc(holders, func(a, b holder) int { return strings.Compare(string(a.id), string(b.id)) })
		holders = holders[:min(len(holders), maxBlock)]
		for i, a := range holders {
			for _, b := range holders[i+1:] {
				if j, ok := r.compareHolders(s, a, b); ok {
					note(j)
				}
			}
		}
	}
}

func (r *Rules) compareHolders(s seat, a, b holder) (graph.Judgement, bool) {
	apart, dated := yearsApart(a, b)
	if a.id == b.id || dated && apart > longestTenure {
		return graph.Judgement{}, false
	}
	likeness, how := r.compareNames(a.names, b.names)
	if likeness == 0 {
		return graph.Judgement{}, false
	}
	office := part{sharedOffice, fmt.Sprintf("both hold %s of %s", s.office, s.at)}
	if sole(s.office) && !a.former && !b.former {
		office = part{soleOffice, fmt.Sprintf("both are the %s of %s", s.office, s.at)}
	}
	if s.postedTo != "" {
		office.reason += " to " + string(s.postedTo)
	}
	parts := []part{office, {sameName * likeness, how}}
	if dated && apart <= termYears {
		parts = append(parts, part{sameTime, "articles speak of both within one term"})
	}
	return verdict(a.id, b.id, parts...)
}

func year(day string) int {
	n, _ := strconv.Atoi(day[:min(4, len(day))]) // 0 for a day that begins with no year
	return n
}

// yearsApart is how far the spans of two holders lie from each other.
func yearsApart(a, b holder) (years int, dated bool) {
	if a.first == 0 || b.first == 0 {
		return 0, false
	}
	return max(0, a.first-b.last, b.first-a.last), true
}
