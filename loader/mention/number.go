package mention

import "strconv"

// quantity is a number in the text: its value, the token behind it, and how it is written.
type quantity struct {
	value   int64
	end     int
	ordinal bool
	digits  int // of a number written in one run of digits, else 0
}

// quantityAt reads a number in digits or words at token i.
func (s *sentence) quantityAt(i int) (quantity, bool) {
	if i >= len(s.toks) {
		return quantity{}, false
	}
	if s.toks[i].kind == number {
		return s.digitsAt(i)
	}
	if !s.pack.Language.Spaced {
		return s.characters(i)
	}
	return s.wordsAt(i)
}

// digitsAt reads 72, 11,000, 8.6 million, 22nd, 30万.
func (s *sentence) digitsAt(i int) (quantity, bool) {
	text := s.text(i)
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || len(text) > 15 {
		return quantity{}, false
	}
	q := quantity{end: i + 1, digits: len(text)}
	for q.end+1 < len(s.toks) && s.isMark(q.end, ",٬،") && s.toks[q.end].glue == ' ' && s.toks[q.end+1].kind == number && s.toks[q.end+1].glue == ' ' && len(s.text(q.end+1)) == 3 {
		more, _ := strconv.ParseFloat(s.text(q.end+1), 64)
		value, q.end, q.digits = value*1000+more, q.end+2, 0
	}
	if q.end+1 < len(s.toks) && s.isMark(q.end, ".٫") && s.toks[q.end].glue == ' ' && s.toks[q.end+1].kind == number && s.toks[q.end+1].glue == ' ' {
		if f, err := strconv.ParseFloat("0."+s.text(q.end+1), 64); err == nil {
			value, q.end, q.digits = value+f, q.end+2, 0
		}
	}
	for {
		h, ok := s.at(q.end, catScale)
		if !ok || h.clitic > 0 {
			break
		}
		value, q.end, q.digits = value*float64(h.index), h.end, 0
	}
	if s.whole(q.end, catEnding) && s.toks[q.end].glue == ' ' {
		q.end, q.ordinal = q.end+1, true
	}
	q.value = int64(value + 0.5)
	return q, true
}

// wordsAt reads number words, cardinal or ordinal, joined by "and" or a hyphen.
func (s *sentence) wordsAt(i int) (quantity, bool) {
	var total, current int64
	q := quantity{end: i}
	for q.end < len(s.toks) {
		h, ok := s.numeral(q.end, q.end > i)
		if !ok {
			break
		}
		switch {
		case h.cat == catScale && h.index >= 1000:
			total, current = total+max(current, 1)*h.index, 0
		case h.cat == catScale:
			current = max(current, 1) * h.index
		default:
			current += h.index
			q.ordinal = q.ordinal || h.cat == catOrdinal
		}
		q.end = h.end
	}
	q.value = total + current
	return q, q.end > i
}

// numeral returns the number word at token i; inside a number it may carry a conjunction.
func (s *sentence) numeral(i int, inner bool) (hit, bool) {
	var best hit
	found := false
	for _, cat := range []category{catNumber, catOrdinal, catScale} {
		h, ok := s.at(i, cat)
		if !ok || h.suffix || h.clitic > 0 && !inner && !h.article || found && h.clitic >= best.clitic {
			continue
		}
		best, found = h, true
	}
	return best, found
}

// characters reads a number in the characters of an unspaced script: 二十三, 三千零四十六,
// 二〇二四.
func (s *sentence) characters(i int) (quantity, bool) {
	var total, section, digit int64
	q := quantity{end: i}
	plain := true
	for q.end < len(s.toks) && q.end < i+12 {
		if h, ok := s.at(q.end, catNumber); ok {
			if plain && q.end > i {
				digit = digit*10 + h.index
			} else {
				digit = h.index
			}
		} else if h, ok := s.at(q.end, catScale); ok {
			if plain && q.end > i+1 {
				break
			}
			plain = false
			switch {
			case h.index >= 10000:
				total, section, digit = (total+section+digit)*h.index, 0, 0
			default:
				section, digit = section+max(digit, 1)*h.index, 0
			}
		} else {
			break
		}
		q.end++
	}
	q.value = total + section + digit
	if plain {
		q.digits = q.end - i
	}
	return q, q.end > i
}
