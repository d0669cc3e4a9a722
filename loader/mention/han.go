package mention

import "unicode/utf8"

// sounding reports a character that foreign names are written with.
func (s *sentence) sounding(i int) bool {
	if i < 0 || i >= len(s.toks) || s.toks[i].kind != han {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text(i))
	return s.sounds[r]
}

// joint reports the mark between two parts of a foreign name.
func (s *sentence) joint(i int) bool {
	return i > 0 && i+1 < len(s.toks) && s.toks[i].kind == mark && s.joints[s.text(i)] && s.sounding(i-1) && s.sounding(i+1)
}

// stopsHan reports whether a word that no name runs through begins at token i. Single
// characters that names are written with stop only where strict is set.
func (s *sentence) stopsHan(i int, strict bool) bool {
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catCommon, catOffice, catSaying, catSuffix, catRelative, catAnd, catHead:
			if h.end > i+1 || strict || !s.sounding(i) {
				return true
			}
		}
	}
	return false
}

// soundsEnd reads a foreign name: sounds and joints.
func (s *sentence) soundsEnd(i int) (end int, joined bool) {
	for end = i; end < len(s.toks) && end < i+20; end++ {
		if s.joint(end) {
			joined = true
			continue
		}
		if !s.sounding(end) || s.taken[end] || end > i && (s.stopsHan(end, false) || s.leadsToDate(end)) {
			break
		}
	}
	return end, joined
}

// leadsToDate reports a word before a number: 本斯高于5月 is no name to its end.
func (s *sentence) leadsToDate(i int) bool {
	return s.stopsHan(i, true) && i+1 < len(s.toks) && s.toks[i+1].kind == number
}

// hanEnd reads a name in characters: a foreign one by its sounds, else family name and one or
// two more.
func (s *sentence) hanEnd(i int) int {
	if s.toks[i].kind != han || s.taken[i] {
		return i
	}
	sounds, joined := s.soundsEnd(i)
	if joined && s.sounding(i) && !s.stopsHan(i, false) {
		return sounds // 若尔特·帕瓦: its first sound is a word too
	}
	if s.stopsHan(i, true) && !s.is(i, catSurname) {
		return i
	}
	if joined {
		return sounds
	}
	h, ok := s.at(i, catSurname)
	if end := s.unlistedEnd(i); !ok && end > i {
		return end
	}
	if ok && s.behindPost(i) {
		if end := s.givenEnd(h.end); end > h.end {
			return end
		}
	}
	if !ok || s.placeAt[i] != 0 && s.places[s.placeAt[i]-1].end > h.end {
		if sounds-i >= 2 && s.pauses(sounds) && s.placeAt[i] == 0 {
			return sounds
		}
		return i
	}
	if end := s.givenEnd(h.end); end > h.end {
		return end
	}
	if end := s.unlistedEnd(i); end > h.end {
		return end
	}
	stop := h.end
	for stop < len(s.toks) && stop < i+8 && s.toks[stop].kind == han && !s.stopsHan(stop, stop > h.end) && !s.at2(stop, catBreak) {
		stop++
	}
	if sounds == stop && sounds-i >= 4 {
		return sounds
	}
	given := 2
	if h.end-h.start == 2 && stop-h.end == 3 {
		given = 3
	}
	end := min(stop, h.end+given)
	if end == h.end && h.end-h.start < 2 {
		return i
	}
	return end
}

// longestUnlisted is how many characters a name has whose family name is not listed.
const longestUnlisted = 5

// unlistedEnd returns where a name ends that begins right behind an office with its place and
// whose family name is not listed: characters that no word runs through, up to a pause.
func (s *sentence) unlistedEnd(i int) int {
	if !s.behindPost(i) {
		return i
	}
	for end := i; end < len(s.toks) && end-i <= longestUnlisted; end++ {
		if n := end - i; n >= 3 && s.pauses(end) && !s.at2(end, catOffice) || n == 2 && s.is(end, catSaying) {
			return end
		}
		if !s.givenChar(end) || s.at2(end, catInner) || s.at2(end, catHappening) || s.at2(end, catBack) || s.at2(end, catGroup) {
			return i
		}
	}
	return i
}

// behindPost reports whether an office that is held of a place or body ends at token i.
func (s *sentence) behindPost(i int) bool {
	for _, p := range s.posts {
		if p.end != i || p.start == 0 {
			continue
		}
		_, placed := s.placeEndingAt(p.start)
		return placed || s.placeAt[p.start-1] != 0 || s.institutionOver[p.start-1] != 0
	}
	return false
}

// givenEnd returns where a given name of two or one characters ends that is followed by a pause.
// Its characters may be words that names are made of too; the longer name wins.
func (s *sentence) givenEnd(i int) int {
	for _, end := range []int{i + 2, i + 1} {
		if end <= len(s.toks) && s.pauses(end) && !s.joint(end) && s.givenChar(i) && (end == i+1 || s.givenChar(i+1)) {
			return end
		}
	}
	return i
}

// givenChar reports whether token i can be a character of a given name: no longer word begins
// there, and it is no word by itself, save one that names hold.
func (s *sentence) givenChar(i int) bool {
	if s.toks[i].kind != han || s.taken[i] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text(i))
	for _, h := range s.hits[s.first[i]:s.first[i+1]] {
		switch h.cat {
		case catCommon, catOffice, catSaying, catSuffix, catRelative, catAnd, catHead, catBreak:
			if h.end > i+1 || !s.personal[r] {
				return false
			}
		}
	}
	return true
}

// pauses reports whether a name may end before token i.
func (s *sentence) pauses(i int) bool {
	return i >= len(s.toks) || s.toks[i].kind != han || s.stopsHan(i, true) || s.taken[i]
}

// hanStart reads a name backwards from token j: with a joint all of it, else a family name with
// one or two more, behind a boundary.
func (s *sentence) hanStart(j int) int {
	start := j
	joined := false
	for start > 0 && j-start < 20 {
		if s.joint(start - 1) {
			joined = true
		} else if !s.sounding(start-1) || s.taken[start-1] {
			break
		}
		start--
	}
	if joined {
		return s.trimSounds(start, j)
	}
	for _, n := range []int{3, 2, 4} {
		i := j - n
		if i < 0 {
			continue
		}
		h, ok := s.at(i, catSurname)
		if s.placeAt[i] != 0 || i > 0 && s.toks[i-1].kind == number {
			continue
		}
		if !ok || h.end >= j || n == 4 && h.end-i < 2 || !s.bounded(i) || s.hanEnd(i) != j {
			continue
		}
		return i
	}
	return j
}

// trimSounds moves the start of a foreign name behind what is known to end there: an office, a
// place, a word.
func (s *sentence) trimSounds(start, j int) int {
	for t := start; t < j && !s.joint(t); t++ {
		if t > start && s.bounded(t) {
			start = t
		}
	}
	return start
}

// bounded reports whether a name may begin at token i, by what stands before it.
func (s *sentence) bounded(i int) bool {
	if i == 0 || s.toks[i-1].kind != han || s.taken[i-1] || s.placeAt[i-1] != 0 {
		return true
	}
	for _, cat := range []category{catCommon, catOffice, catAnd, catFormer, catActing, catHonorific, catSaying} {
		if _, ok := s.endsAt(i, cat); ok {
			return true
		}
	}
	return false
}

// joined finds a foreign name by its joint alone.
func (s *sentence) joined(i int, people *roster) {
	if !s.sounding(i) || i > 0 && s.sounding(i-1) && !s.bounded(i) {
		return
	}
	end, ok := s.soundsEnd(i)
	if !ok {
		return
	}
	start := s.trimSounds(i, end)
	for t := start; t < end; t++ {
		if k := s.placeAt[t]; k != 0 && s.places[k-1].end-s.places[k-1].start > 3 {
			return
		}
	}
	s.addPerson(start, end, 0, "person.joint", people)
}

// hanShorts: the parts of a foreign name; the family name of another where it has two
// characters.
func (s *sentence) hanShorts(start, end int) []string {
	var out []string
	from := start
	for t := start; t <= end; t++ {
		if t < end && !s.joint(t) {
			continue
		}
		if t-from >= 2 && (from != start || t != end) {
			out = append(out, s.foldOf(from, t, 0))
		}
		from = t + 1
	}
	if h, ok := s.at(start, catSurname); ok && h.end-start == 2 && h.end < end {
		out = append(out, s.foldOf(start, h.end, 0))
	}
	return out
}
