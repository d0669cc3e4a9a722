package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// cue is a word that marks a block of a zone.
type cue struct {
	zone graph.Zone
	word string // lower case
}

// newCues gathers the zone words of all packs: an article carries the furniture of its outlet's
// language, which need not be its own.
func newCues(packs map[string]*lang.Pack, tags []string) []cue {
	var cues []cue
	for _, tag := range tags {
		zones := packs[tag].Language.Zones
		for _, zone := range []graph.Zone{graph.ZoneLinkBox, graph.ZoneBoilerplate, graph.ZoneCaption, graph.ZoneByline} {
			for _, w := range zones[string(zone)] {
				cues = append(cues, cue{zone, strings.ToLower(w)})
			}
		}
	}
	return cues
}

// Sizes in characters that tell furniture from prose.
const (
	shortBlock    = 120 // a line of a link box or of boilerplate
	headingBlock  = 60
	bylineBlock   = 80
	bylineBlocks  = 2  // blocks below the title that may be a byline
	datelineRunes = 70 // a dateline ends within these
)

// zones refines the zones of the body's blocks in place and returns the dateline.
func (b *Builder) zones(text string, blocks []graph.Block) graph.Span {
	first := 0
	if len(blocks) > 0 && blocks[0].Zone == graph.ZoneTitle {
		first = 1
	}
	body := blocks[first:]
	inLinks, atTop := false, true
	for i := range body {
		s := body[i].Span.Of(text)
		if body[i].Zone != graph.ZoneBody && body[i].Zone != graph.ZoneListItem && body[i].Zone != graph.ZoneHeading {
			continue
		}
		zone, marked := b.cued(s)
		switch {
		case marked:
			body[i].Zone = zone
		case inLinks && utf8.RuneCountInString(s) <= shortBlock && !endsSentence(s):
			body[i].Zone = graph.ZoneLinkBox
		case body[i].Zone == graph.ZoneBody:
			body[i].Zone = shapeOf(text, body, i, atTop)
		}
		atTop = atTop && body[i].Zone == graph.ZoneByline
		inLinks = body[i].Zone == graph.ZoneLinkBox
	}
	for _, block := range body[:min(len(body), bylineBlocks+1)] {
		if block.Zone != graph.ZoneBody && block.Zone != graph.ZoneByline {
			continue
		}
		s := block.Span.Of(text)
		if end := datelineEnd(s); end > 0 && !(block.Zone == graph.ZoneByline && yearPattern.MatchString(s)) {
			return graph.Span{Start: block.Span.Start, End: block.Span.Start + end}
		}
		if block.Zone == graph.ZoneByline && yearPattern.MatchString(s) { // place and day on a line of their own
			return block.Span
		}
	}
	return graph.Span{}
}

// cued returns the zone that a word of the packs gives the block: one that it begins with, or,
// for the label of a picture ("photo:"), one that it holds.
func (b *Builder) cued(s string) (graph.Zone, bool) {
	size := utf8.RuneCountInString(s)
	labelled, short := size <= 3*shortBlock, size <= shortBlock
	if !labelled { // nothing but its begin is looked at
		s = head(s, shortBlock)
	}
	lower := strings.ToLower(s)
	bare := strings.TrimLeftFunc(lower, func(r rune) bool { return strings.ContainsRune("[【(（〔<《 ", r) })
	for _, c := range b.cues {
		begins := strings.HasPrefix(lower, c.word) || strings.HasPrefix(bare, c.word)
		switch c.zone {
		case graph.ZoneCaption:
			if begins || strings.HasSuffix(c.word, ":") && labelled && strings.Contains(lower, " "+c.word) {
				return c.zone, true
			}
		default:
			if begins && short {
				return c.zone, true
			}
		}
	}
	return "", false
}

// shapeOf tells the zone of a body block from its layout alone; atTop is set while nothing but
// bylines stands above it.
func shapeOf(text string, body []graph.Block, i int, atTop bool) graph.Zone {
	s := body[i].Span.Of(text)
	size := utf8.RuneCountInString(s)
	before, after := "", ""
	if i > 0 {
		before = body[i-1].Span.Of(text)
	}
	if i+1 < len(body) {
		after = body[i+1].Span.Of(text)
	}
	mark := listMark(s)
	switch {
	case strings.Contains(s, "\t") || strings.Count(s, "|") >= 2:
		return graph.ZoneTableRow
	case mark != "" && (listMark(before) == mark || listMark(after) == mark):
		return graph.ZoneListItem
	case endsSentence(s):
		return graph.ZoneBody
	case atTop && i < bylineBlocks && size <= bylineBlock && mark != numbered && proseFollows(text, body[i+1:], size) && !listBegins(text, body):
		return graph.ZoneByline
	case size > headingBlock:
		return graph.ZoneBody
	case after != "" && isCapitals(s):
		return graph.ZoneHeading
	case isLine(after) || isLine(before) && body[i-1].Zone == graph.ZoneListItem:
		return graph.ZoneListItem
	case after != "" && mark == "":
		return graph.ZoneHeading
	}
	return graph.ZoneBody
}

// proseFollows reports whether one of the next bylineBlocks blocks is longer than size.
func proseFollows(text string, next []graph.Block, size int) bool {
	for _, b := range next[:min(len(next), bylineBlocks)] {
		if utf8.RuneCountInString(b.Span.Of(text)) > size {
			return true
		}
	}
	return false
}

// listBegins reports whether more lines stand at the head of the body than a byline has.
func listBegins(text string, body []graph.Block) bool {
	lines := 0
	for _, b := range body {
		if s := b.Span.Of(text); b.Zone != graph.ZoneBody && b.Zone != graph.ZoneByline && b.Zone != graph.ZoneListItem || !isLine(s) {
			break
		}
		lines++
	}
	return lines > bylineBlocks
}

// isCapitals reports whether s has letters with case and all of them are capitals.
func isCapitals(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// isLine reports whether s is a short line that is no sentence, as in a list without marks.
func isLine(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= headingBlock && !endsSentence(s)
}

// endsSentence reports whether the block closes like prose.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(defaultEnds+",،،，:：;；؛、", last)
}

// numbered is the mark of list items with a number of up to three digits before a dot or bracket.
const numbered = "1"

// listMark returns the kind of mark that a list item begins with: the bullet, numbered, or "".
func listMark(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	rest := strings.TrimLeftFunc(s, unicode.IsDigit)
	switch {
	case strings.ContainsRune("•·●○◆◇■□▪▶►※‧*–—-", r) && len(s) > size:
		return string(r)
	case len(rest) < len(s) && rest != "" && utf8.RuneCountInString(s)-utf8.RuneCountInString(rest) <= 3:
		if mark, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune(".)、．）", mark) && !startsWithDigit(rest[utf8.RuneLen(mark):]) {
			return numbered
		}
	}
	return ""
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// The shapes of datelines: places, day and agency before a dash or slash; and the East Asian
// forms that close with the word for a wire or report, with the reporter in brackets after it
// or around all of it.
var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^[^.!?؟。！？|]{2,60}?/[^/]{1,20}/\s*(?:[-–—]+\s*)?`),
	regexp.MustCompile(`^[^.!?؟。！？،,|]{2,30}(?:[،,][^.!?؟。！？]{1,25})?\s*[(（][^)）]{2,30}[)）]\s*[-–—:]+\s*`),
	regexp.MustCompile(`^[^.!?؟。！？،,:|\-–—]{2,25}(?:[،,][^.!?؟。！？:]{1,25})?\s*[_–—-]{1,3}\s+`),
	regexp.MustCompile(`^\p{Han}[^。！？]{0,24}?[0-9０-９]+日(?:电|電|讯|訊)(?:\s*[(（][^)）]{2,40}[)）])?`),
	regexp.MustCompile(`^[〔【\[（(][^〕】\]）)。]{2,40}(?:报道|報導|報道|电|電|讯|訊)[〕】\]）)]`),
}

// yearPattern is a year in the digits of any script, as a line with a date holds one.
var yearPattern = regexp.MustCompile(`(?:19|20|١٩|٢٠|۱۹|۲۰)\p{Nd}{2}`)

// datelineEnd returns where the dateline that s begins with ends, 0 where there is none.
func datelineEnd(s string) int {
	for _, shape := range datelines {
		m := shape.FindString(s)
		if m != "" && utf8.RuneCountInString(m) <= datelineRunes && plainWords(m) {
			return len(strings.TrimRightFunc(m, unicode.IsSpace))
		}
	}
	return 0
}

// plainWords refuses what opens a sentence in a script with capitals: before the dash of a
// dateline stand names and a date, so no run of small words.
func plainWords(s string) bool {
	small := 0
	for _, w := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			small++
		}
	}
	return small <= 1
}
